package whatif

import (
	"context"
	"errors"
	"math"
	"reflect"
	"runtime"
	"slices"
	"testing"

	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// unsureOf is a distribution with parameters in their order.
func unsureOf(field, distribution string, parameters ...string) Uncertain {
	u := Uncertain{Field: field, Distribution: distribution}
	for i, name := range ParametersOf(distribution) {
		f, _ := vocabulary.FieldNamed(uncertainFields, name)
		f.Set(&u, vocabulary.Value{Number: decimal.RequireFromString(parameters[i])})
	}
	return u
}

func simulate(t testing.TB, req SimulationRequest) SimulationResult {
	t.Helper()
	result, err := Simulate(context.Background(), req)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func TestDistributionsWithoutWidth(t *testing.T) {
	s := month120()
	want, err := model.LifetimeValue(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range []Uncertain{unsureOf("repeat_purchase_rate", uniform, "0.95", "0.95"), unsureOf("repeat_purchase_rate", triangular, "0.95", "0.95", "0.95"),
		unsureOf("repeat_purchase_rate", pert, "0.95", "0.95", "0.95")} {
		got := simulate(t, SimulationRequest{Scenario: s, Uncertain: []Uncertain{u}, Draws: vocabulary.Count(1000), Metrics: Metrics()})
		for i, f := range model.SummaryFigures() {
			d := got.Results[i]
			for name, x := range map[string]vocabulary.Rounded{"mean": d.Mean, "p5": d.P5, "p50": d.P50, "p95": d.P95, "minimum": d.Minimum, "maximum": d.Maximum} {
				if expected := f.Of(&want.Summary); x.String() != expected.String() {
					t.Errorf("%s: %s of %s = %s, want %s", u.Distribution, name, f.Name, x, expected)
				}
			}
			if !d.RankCorrelations[0].IsNull() || len(d.Histogram) != 1 {
				t.Errorf("%s: %s has the correlation %s and %d columns", u.Distribution, f.Name, d.RankCorrelations[0], len(d.Histogram))
			}
		}
	}
}

// TestMomentsOfDistributions draws each distribution a million times. The
// acquisition cost less the value of a customer who never buys is the input
// itself, so its moments must be those of theory.
func TestMomentsOfDistributions(t *testing.T) {
	given := vocabulary.Given
	for _, c := range []struct {
		u        Uncertain
		mean, sd float64
	}{
		{unsureOf("conversion_rate", uniform, "0.2", "0.5"), 0.35, 0.3 / math.Sqrt(12)},
		{unsureOf("conversion_rate", triangular, "0.1", "0.2", "0.6"), 0.3, math.Sqrt((0.01 + 0.04 + 0.36 - 0.02 - 0.06 - 0.12) / 18)},
		{unsureOf("conversion_rate", pert, "0.1", "0.2", "0.6"), 0.25, math.Sqrt((0.25 - 0.1) * (0.6 - 0.25) / 7)},
		{unsureOf("conversion_rate", normal, "0.5", "0.05"), 0.5, 0.05},
		{unsureOf("conversion_rate", lognormal, "0.2", "0.03"), 0.2, 0.03},
		{unsureOf("conversion_rate", beta, "0.3", "0.1"), 0.3, 0.1},
	} {
		u := c.u
		u.Field = "acquisition_cost"
		got := simulate(t, SimulationRequest{Scenario: model.Scenario{BasketValue: given("0"), RepeatPurchaseRate: given("0"), Decimals: vocabulary.Count(10)},
			Uncertain: []Uncertain{u}, Draws: vocabulary.Count(1_000_000), Metrics: []string{"cost_per_new_customer"}})
		d := got.Results[0]
		if off := math.Abs(d.Mean.Float64()-c.mean) * 1000 / c.sd; off > 4 {
			t.Errorf("%s: the mean is %s, want %v (%.1f standard errors)", u.Distribution, d.Mean, c.mean, off)
		}
		// the deviation's standard error is at most sd·√((kurtosis − 1) ÷ 4n); none here has a kurtosis above 4
		if off := math.Abs(d.StandardDeviation.Float64()-c.sd) / (c.sd * math.Sqrt(3.0/4) / 1000); off > 4 {
			t.Errorf("%s: the deviation is %s, want %v (%.1f standard errors)", u.Distribution, d.StandardDeviation, c.sd, off)
		}
		if got.Clipped[0] != 0 {
			t.Errorf("%s: %d draws were held", u.Distribution, got.Clipped[0])
		}
	}
}

func threeGuesses(draws int) SimulationRequest {
	return SimulationRequest{Scenario: month120(), Draws: vocabulary.Count(draws), Uncertain: []Uncertain{
		unsureOf("repeat_purchase_rate", triangular, "0.8", "0.95", "0.99"), unsureOf("margin_rate", normal, "0.4", "0.1"), unsureOf("basket_value", uniform, "6", "14")}}
}

func TestSameDrawsOnAnyNumberOfProcessors(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	var first SimulationResult
	for i, n := range []int{1, 2, 8} {
		runtime.GOMAXPROCS(n)
		got := simulate(t, threeGuesses(50_000))
		if i == 0 {
			first = got
		} else if !reflect.DeepEqual(got, first) {
			t.Errorf("%d processors give another answer", n)
		}
	}
	other := threeGuesses(50_000)
	other.Seed = vocabulary.Count(2)
	if got := simulate(t, other); got.Results[0].Mean == first.Results[0].Mean {
		t.Error("another seed gives the same mean")
	}
}

// TestPercentiles holds percentiles and correlations against a plain program
// over the same draws.
func TestPercentiles(t *testing.T) {
	req := threeGuesses(1777).withDefaults()
	s := newSimulation(req)
	if err := s.run(context.Background()); err != nil {
		t.Fatal(err)
	}
	values, inputs := s.values[0], s.inputs
	got := simulate(t, req).Results[0]
	order := slices.Clone(values)
	slices.Sort(order)
	for share, x := range map[float64]vocabulary.Rounded{0.05: got.P5, 0.1: got.P10, 0.25: got.P25, 0.5: got.P50, 0.75: got.P75, 0.9: got.P90, 0.95: got.P95} {
		at := share * float64(len(order)-1)
		low, high := order[int(math.Floor(at))], order[int(math.Ceil(at))]
		if want := low + (at-math.Floor(at))*(high-low); math.Abs(x.Float64()-want) > 0.005000001 {
			t.Errorf("p%v = %s, want %v", share, x, want)
		}
	}
	for i, c := range got.RankCorrelations {
		if want := pearson(plainRanks(inputs[i]), plainRanks(values)); math.Abs(c.Float64()-want) > 1e-6 {
			t.Errorf("correlation with %s = %s, want %v", req.Uncertain[i].Field, c, want)
		}
	}
	total := 0
	for _, bin := range got.Histogram {
		total += bin.Count.Int()
	}
	if total != 1777 || len(got.Histogram) > 40 {
		t.Errorf("%d draws in %d columns", total, len(got.Histogram))
	}
}

// plainRanks counts, for each value, how many are below and how many are equal.
func plainRanks(values []float64) []float64 {
	ranks := make([]float64, len(values))
	for i, x := range values {
		below, equal := 0, 0
		for _, y := range values {
			if y < x {
				below++
			} else if y == x {
				equal++
			}
		}
		ranks[i] = float64(below) + float64(equal+1)/2
	}
	return ranks
}

func pearson(x, y []float64) float64 {
	n, mx, my := float64(len(x)), 0.0, 0.0
	for i := range x {
		mx, my = mx+x[i]/n, my+y[i]/n
	}
	var xy, xx, yy float64
	for i := range x {
		xy += (x[i] - mx) * (y[i] - my)
		xx += (x[i] - mx) * (x[i] - mx)
		yy += (y[i] - my) * (y[i] - my)
	}
	return xy / math.Sqrt(xx*yy)
}

func TestPaybackNeverReached(t *testing.T) {
	req := threeGuesses(2000)
	req.Scenario.AcquisitionCost = vocabulary.Given("150")
	got := simulate(t, req)
	d := got.Results[1]
	if d.ProbabilityNever.Sign() <= 0 || !d.P95.IsNull() || !d.Maximum.IsNull() || d.Mean.IsNull() || d.Minimum.IsNull() || !d.ProbabilityNegative.IsNull() {
		t.Errorf("%+v", d)
	}
	if !slices.ContainsFunc(got.Notes, func(n vocabulary.Note) bool { return n.Code == "some_never" && n.Field == "payback_periods" }) {
		t.Errorf("no note in %v", got.Notes)
	}
}

func TestClientThatGoesAway(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Simulate(ctx, threeGuesses(1_000_000)); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func BenchmarkSimulation(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		simulate(b, threeGuesses(1_000_000))
	}
}
