package retention_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"blyant/model/internal/oracle"
	"blyant/model/retention"

	"gonum.org/v1/gonum/stat/distuv"
)

// Shares observed, printed with one decimal of a per cent, are given back.
func TestObserved(t *testing.T) {
	for _, active := range [][]float64{regular, highEnd} {
		for year, got := range fit(t, active).Observed {
			near(t, "observed share", 100*got, active[year]/10, 1e-9)
		}
	}
}

// Projected to year 12 from years 0–7 the shifted beta-geometric stays within 3.5
// points of what was then seen, while one constant rate is 10 points off.
func TestProjectionStaysNear(t *testing.T) {
	for _, active := range [][]float64{regular, highEnd} {
		result := fit(t, active[:8])
		if result.Preferred == retention.ModelGeometric {
			t.Error("one constant rate preferred")
		}
		survival := result.Estimate(retention.ModelShiftedBetaGeometric).Survival
		if len(survival) != 8+12 {
			t.Errorf("%d values of survival, want t = 0 … 19", len(survival))
		}
		for year := 8; year <= 12; year++ {
			if miss := math.Abs(survival[year] - active[year]/1000); miss > 0.035 {
				t.Errorf("year %d: %.3f, seen %.3f", year, survival[year], active[year]/1000)
			}
		}
		if one := result.Estimate(retention.ModelGeometric).Survival[12]; math.Abs(one-active[12]/1000) < 0.1 {
			t.Errorf("one constant rate gives %.3f in year 12", one)
		}
	}
}

// What has no inner maximum has no parameters, and the others stand.
func TestNoMaximum(t *testing.T) {
	for _, c := range []struct {
		what      string
		active    []float64
		none      []string
		preferred string
	}{
		{"customers alike", []float64{1000, 800, 640, 512}, []string{retention.ModelShiftedBetaGeometric, retention.ModelBetaDiscreteWeibull}, retention.ModelGeometric},
		{"alike, many", []float64{100000, 80000, 64000, 51200, 40960, 32768}, []string{retention.ModelShiftedBetaGeometric}, retention.ModelGeometric},
		{"loyalty falls", []float64{1000, 900, 700, 400, 100}, []string{retention.ModelShiftedBetaGeometric}, retention.ModelGeometric},
		{"some leave at once, none after", []float64{1000, 600, 600, 600}, []string{retention.ModelShiftedBetaGeometric}, retention.ModelGeometric},
		{"one period", []float64{1000, 800}, []string{retention.ModelShiftedBetaGeometric, retention.ModelBetaDiscreteWeibull}, retention.ModelGeometric},
		{"two periods", []float64{1000, 600, 500}, []string{retention.ModelBetaDiscreteWeibull}, retention.ModelShiftedBetaGeometric},
		{"everybody stays", []float64{1000, 1000, 1000}, []string{retention.ModelShiftedBetaGeometric, retention.ModelBetaDiscreteWeibull}, retention.ModelGeometric},
		{"nobody stays", []float64{1000, 0, 0}, []string{retention.ModelShiftedBetaGeometric, retention.ModelBetaDiscreteWeibull}, retention.ModelGeometric},
	} {
		result := fit(t, c.active)
		if result.Preferred != c.preferred {
			t.Errorf("%s: %s preferred", c.what, result.Preferred)
		}
		for _, model := range c.none {
			e := result.Estimate(model)
			var none *retention.NoMaximumError
			if e.Parameters != nil || !slices.Contains(e.Notes, retention.NoteNoMaximum) || !errors.As(e.Err, &none) || e.Survival != nil {
				t.Errorf("%s: %s has %v, notes %v", c.what, model, e.Parameters, e.Notes)
			}
		}
	}
}

func TestGeometricAtTheEdge(t *testing.T) {
	for r, active := range map[float64][]float64{1: {10, 10, 10}, 0: {10, 0}} {
		result := fit(t, active)
		e := result.Estimate(retention.ModelGeometric)
		if p := e.Parameters[0]; p.Value != r || p.StandardError != 0 || e.LogLikelihood != 0 || result.Uncertain != nil ||
			!slices.Contains(e.Notes, retention.NoteNoStandardError) {
			t.Errorf("r = %g: %+v", r, e)
		}
	}
}

// Residual lifetimes against the hypergeometric form with 400 bits, long plain
// sums, closed forms, and the cases without bound.
func TestResidualLifetime(t *testing.T) {
	for _, p := range [][2]float64{{.668, 3.806}, {2.5, .4}, {300, 900}, {1e4, 3e4}} {
		for _, v := range []float64{.5, 1 / 1.1, .995} {
			for _, n := range []int{1, 8, 60} {
				stay := oracle.New(p[1])
				stay = oracle.Add(stay, oracle.New(float64(n)))
				sum := oracle.Hypergeometric(oracle.New(1), stay, oracle.Add(stay, oracle.New(p[0])), oracle.New(v))
				want := oracle.Float(oracle.Mul(oracle.Div(oracle.Sub(stay, oracle.New(1)), oracle.Sub(oracle.Add(stay, oracle.New(p[0])), oracle.New(1))), sum))
				got := retention.ResidualLifetime(retention.ShiftedBetaGeometric{Alpha: p[0], Beta: p[1]}, n, v)
				if math.Abs(got.Periods-want) > 1e-12*want {
					t.Errorf("sBG %v, v %g, n %d: got %.15g, want %.15g", p, v, n, got.Periods, want)
				}
			}
		}
	}
	// The tail's integral, forced by a discount of nearly nothing, against the
	// closed form without any; and c = 1 against the model that it then is.
	sbg := retention.ShiftedBetaGeometric{Alpha: 1.8, Beta: 3}
	same := retention.BetaDiscreteWeibull{Gamma: 1.8, Delta: 3, C: 1}
	for n := 1; n < 40; n += 13 {
		want := (3 + float64(n-1)) / 0.8
		if got := retention.ResidualLifetime(same, n, 1); math.Abs(got.Periods-want) > 1e-9*want {
			t.Errorf("closed form at n = %d: got %.15g, want %.15g", n, got.Periods, want)
		}
		one, two := retention.ResidualLifetime(sbg, n, .9999), retention.ResidualLifetime(same, n, .9999)
		if math.Abs(one.Periods-two.Periods) > 1e-11*one.Periods {
			t.Errorf("c = 1: %.15g and %.15g", one.Periods, two.Periods)
		}
	}
	for what, got := range map[string]retention.Lifetime{
		"α ≤ 1":            retention.ResidualLifetime(retention.ShiftedBetaGeometric{Alpha: 1, Beta: 3}, 1, 1),
		"γc ≤ 1":           retention.ResidualLifetime(retention.BetaDiscreteWeibull{Gamma: .5, Delta: 1, C: 2}, 1, 1),
		"negative rate":    retention.ResidualLifetime(retention.ShiftedBetaGeometric{Alpha: 9, Beta: 3}, 1, 1.01),
		"everybody stays":  retention.ResidualLifetime(retention.Geometric{R: 1}, 1, 1),
		"growth by a rate": retention.ResidualLifetime(retention.Geometric{R: .9}, 1, 1.2),
	} {
		if !got.Infinite || !math.IsNaN(got.Periods) {
			t.Errorf("%s: %+v", what, got)
		}
	}
}

// The curves are what a scenario takes: shares with six decimals, survival never
// rising, N−1 of them and at least one.
func TestCurves(t *testing.T) {
	for horizon, count := range map[int]int{1: 1, 2: 1, 10: 9, 1200: 1199} {
		result, err := retention.Fit(retention.Request{Cohorts: [][]float64{highEnd}, Horizon: horizon, Period: "month"})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range result.Models {
			if len(e.RetentionCurve) != count || len(e.SurvivalCurve) != count {
				t.Errorf("horizon %d: %d values", horizon, len(e.RetentionCurve))
			}
			before := 1.0
			for i, s := range e.SurvivalCurve {
				if s > before || s < 0 || e.RetentionCurve[i] < 0 || e.RetentionCurve[i] > 1 || math.Abs(s*1e6-math.Round(s*1e6)) > 1e-6 {
					t.Fatalf("%s: S(%d) = %v after %v, r = %v", e.Model, i+1, s, before, e.RetentionCurve[i])
				}
				before = s
			}
		}
	}
	for period, count := range map[string]int{"": 9, "year": 9, "quarter": 39, "month": 119, "week": 519} {
		result, err := retention.Fit(retention.Request{Cohorts: [][]float64{highEnd}, Period: period})
		if err != nil || len(result.Models[0].RetentionCurve) != count {
			t.Errorf("%q: %v", period, err)
		}
	}
}

func TestNotes(t *testing.T) {
	result, err := retention.Fit(retention.Request{Cohorts: [][]float64{highEnd}})
	if err != nil || !slices.Equal(result.Notes, []string{retention.NoteHorizonAssumed, retention.NoteDiscountAssumed}) {
		t.Errorf("%v %v", result.Notes, err)
	}
	if e := result.Estimate(retention.ModelShiftedBetaGeometric); !slices.Contains(e.Notes, retention.NoteResidualLifetimeInfinite) {
		t.Errorf("α ≤ 1 without discounting: %v", e.Notes)
	}
	result, err = retention.Fit(retention.Request{Cohorts: [][]float64{highEnd}, Horizon: 5, AnnualDiscountRate: 0.1})
	if err != nil || result.Notes != nil || len(result.OneRateCost) != 13 || !(result.OneRateCost[3].Difference > 0) {
		t.Errorf("%v %v %v", result.Notes, result.OneRateCost, err)
	}
}

func TestFaults(t *testing.T) {
	for what, c := range map[string]struct {
		request retention.Request
		want    string
	}{
		"nothing":         {retention.Request{}, "active: active_required"},
		"one count":       {retention.Request{Cohorts: [][]float64{{100}}}, "active: two_counts_required"},
		"survivors rise":  {retention.Request{Cohorts: [][]float64{{100, 90, 95}}}, "active[2]: count_rises 95, 90"},
		"negative":        {retention.Request{Cohorts: [][]float64{{100, -1}}}, "active[1]: count_out_of_range -1"},
		"not a number":    {retention.Request{Cohorts: [][]float64{{math.NaN(), 1}}}, "active[0]: count_out_of_range NaN"},
		"nobody":          {retention.Request{Cohorts: [][]float64{{0, 0}}}, "active: no_customers"},
		"several at once": {retention.Request{Cohorts: [][]float64{{5, 6}, {1, 2}}}, "cohorts[0][1]: count_rises 6, 5; cohorts[1][1]: count_rises 2, 1"},
		"fields":          {retention.Request{Cohorts: [][]float64{{5, 4}}, Period: "day", Horizon: 1201, AnnualDiscountRate: -1}, "period: not_a_choice day; horizon: out_of_range 1201; annual_discount_rate: out_of_range -1"},
		"too long":        {retention.Request{Cohorts: [][]float64{make([]float64, 1202)}}, "active: too_many 1201"},
	} {
		_, err := retention.Fit(c.request)
		var faults retention.Faults
		if !errors.As(err, &faults) || err.Error() != c.want {
			t.Errorf("%s: got %v, want %s", what, err, c.want)
		}
	}
}

// draw lets customers leave as a model says.
func draw(leave func(random *rand.Rand) func(t int) float64, customers, periods int, random *rand.Rand) []float64 {
	active := make([]float64, periods+1)
	for range customers {
		chance := leave(random)
		for t := 0; ; t++ {
			active[t]++
			if t == periods || random.Float64() < chance(t+1) {
				break
			}
		}
	}
	return active
}

type truth struct {
	model      string
	parameters []float64
	leave      func(random *rand.Rand) func(t int) float64
}

func truths() []truth {
	spread := func(a, b float64, random *rand.Rand) float64 {
		return distuv.Beta{Alpha: a, Beta: b, Src: random}.Rand()
	}
	return []truth{
		{retention.ModelGeometric, []float64{.8}, func(*rand.Rand) func(int) float64 { return func(int) float64 { return .2 } }},
		{retention.ModelShiftedBetaGeometric, []float64{.9, 2.5}, func(random *rand.Rand) func(int) float64 {
			theta := spread(.9, 2.5, random)
			return func(int) float64 { return theta }
		}},
		{retention.ModelBetaDiscreteWeibull, []float64{.6, 1.5, 1.4}, func(random *rand.Rand) func(int) float64 {
			theta := spread(.6, 1.5, random)
			return func(t int) float64 { // S(t) = (1−θ)^(t^c) for one customer
				return 1 - math.Pow(1-theta, math.Pow(float64(t), 1.4)-math.Pow(float64(t-1), 1.4))
			}
		}},
	}
}

// Parameters that customers were drawn with are found again within three standard
// errors.
func TestRecovery(t *testing.T) {
	for i, c := range truths() {
		active := draw(c.leave, 20000, 12, rand.New(rand.NewPCG(14, uint64(i))))
		e := fit(t, active).Estimate(c.model)
		for j, p := range e.Parameters {
			if !(math.Abs(p.Value-c.parameters[j]) < 3*p.StandardError) || p.StandardError > c.parameters[j]/2 {
				t.Errorf("%s %s: %g ± %g, drawn with %g", c.model, p.Name, p.Value, p.StandardError, c.parameters[j])
			}
		}
		if len(e.Parameters) == 0 {
			t.Errorf("%s: %v", c.model, e.Err)
		}
	}
}

// Of 200 intervals that claim 95 % (symmetric in the logarithm), 90 to 99 % hold
// the truth.
func TestCoverage(t *testing.T) {
	if os.Getenv("BLYANT_COVERAGE") == "" {
		t.Skip("BLYANT_COVERAGE is not set: 200 simulations")
	}
	for _, c := range truths() {
		held := make([]int, len(c.parameters))
		runs := 0
		for i := range 200 {
			e := fit(t, draw(c.leave, 5000, 10, rand.New(rand.NewPCG(201, uint64(i))))).Estimate(c.model)
			if e.Parameters == nil {
				continue
			}
			runs++
			for j, p := range e.Parameters {
				if math.Abs(math.Log(p.Value/c.parameters[j])) <= 1.959963984540054*p.StandardError/p.Value {
					held[j]++
				}
			}
		}
		t.Logf("%s: held %v of %d", c.model, held, runs)
		for j, n := range held {
			if share := float64(n) / float64(runs); runs < 190 || share < .90 || share > .99 {
				t.Errorf("%s parameter %d: %.3f of %d", c.model, j, share, runs)
			}
		}
	}
}

func ExampleFit() {
	result, err := retention.Fit(retention.Request{Cohorts: [][]float64{{1000, 869, 743, 653, 593}}, AnnualDiscountRate: 0.1})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range result.Models {
		fmt.Printf("%s: %.3f after five years, %.2f renewals ahead\n", m.Model, m.Survival[5], m.ResidualLifetimes[0].Periods)
	}
	fmt.Println("preferred:", result.Preferred)
	// Output:
	// geometric: 0.514 after five years, 4.29 renewals ahead
	// shifted_beta_geometric: 0.534 after five years, 4.91 renewals ahead
	// beta_discrete_weibull: 0.547 after five years, 5.49 renewals ahead
	// preferred: beta_discrete_weibull
}
