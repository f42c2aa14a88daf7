package retention_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"blyant/model/retention"
)

// One rate for all has its maximum in closed form: those who stayed of those who
// might have left, over all periods and cohorts, with its standard error.
func TestGeometricByHand(t *testing.T) {
	for _, c := range []struct {
		cohorts  [][]float64
		kept, of float64
		observed []float64
	}{
		{[][]float64{{100, 80, 60}}, 140, 180, []float64{1, 0.8, 0.6}},
		{[][]float64{{100, 80, 60}, {50, 20}}, 160, 230, []float64{1, 100.0 / 150, 100.0 / 150 * 0.75}},
		{[][]float64{{100, 50}, {0, 0, 0}}, 50, 100, []float64{1, 0.5, 0}},
		{[][]float64{{10, 10, 5, 5}}, 20, 25, []float64{1, 1, 0.5, 0.5}},
	} {
		result := fit(t, c.cohorts...)
		e := result.Estimate(retention.ModelGeometric)
		r := c.kept / c.of
		p := e.Parameters[0]
		near(t, "r", p.Value, r, 1e-14)
		near(t, "standard error", p.StandardError, math.Sqrt(r*(1-r)/c.of), 1e-14)
		near(t, "log-likelihood", e.LogLikelihood, c.kept*math.Log(r)+(c.of-c.kept)*math.Log(1-r), 1e-10)
		near(t, "AIC", e.AIC, 2-2*e.LogLikelihood, 1e-10)
		if p.Name != "r" || result.Uncertain == nil || result.Uncertain.Mean != p.Value || result.Uncertain.StandardDeviation != p.StandardError {
			t.Errorf("%+v, %+v", p, result.Uncertain)
		}
		for i, want := range c.observed {
			near(t, "observed share", result.Observed[i], want, 1e-14)
		}
		for n, lifetime := range e.ResidualLifetimes { // r ÷ (1 − r ÷ 1.1), whatever the age
			near(t, "residual lifetime", lifetime.Periods, r/(1-r/1.1), 1e-12)
			if n >= len(result.Observed) {
				t.Errorf("%d lifetimes of %d counts", len(e.ResidualLifetimes), len(result.Observed))
			}
		}
	}
}

// Cohorts add up by age: the models see the customers lost in each period, however
// they are divided.
func TestCohortsAddUp(t *testing.T) {
	whole := fit(t, []float64{300, 240, 204, 180})
	parted := fit(t, []float64{100, 80, 68, 60}, []float64{200, 160, 136, 120})
	for i, e := range whole.Models {
		other := parted.Models[i]
		if len(e.Parameters) != len(other.Parameters) || math.Abs(e.LogLikelihood-other.LogLikelihood) > 1e-9 {
			t.Errorf("%s: %v and %v", e.Model, e.LogLikelihood, other.LogLikelihood)
		}
	}
}

// A fitted likelihood is that of the counts, customer by customer: those who left
// in each period and those who stayed.
func TestLikelihoodIsOfTheCounts(t *testing.T) {
	active := []float64{1000, 631, 468, 382, 326}
	result := fit(t, active)
	for _, e := range result.Models {
		s := retention.Survival(e.Curve(), 4)
		sum := active[4] * math.Log(s[4])
		for i := 1; i < len(active); i++ {
			sum += (active[i-1] - active[i]) * math.Log(s[i-1]-s[i])
		}
		near(t, e.Model+" log-likelihood", e.LogLikelihood, sum, 1e-7)
		near(t, e.Model+" AIC", e.AIC, 2*float64(len(e.Parameters))-2*sum, 1e-7)
	}
	least := slices.MinFunc(result.Models, func(x, y retention.Estimate) int {
		if x.AIC < y.AIC {
			return -1
		}
		return 1
	})
	if result.Preferred != least.Model || result.Estimate("weibull") != nil {
		t.Errorf("%s preferred, the least AIC is %s", result.Preferred, least.Model)
	}
}

// What assuming one constant rate costs is the difference of two lifetimes, age by
// age; infinite ones have none.
func TestOneRateCost(t *testing.T) {
	result := fit(t, highEnd)
	one, best := result.Estimate(retention.ModelGeometric), result.Estimate(result.Preferred)
	for n, cost := range result.OneRateCost {
		if cost.N != n+1 || cost.OneRate != one.ResidualLifetimes[n] || cost.Preferred != best.ResidualLifetimes[n] || cost.Difference != cost.Preferred.Periods-cost.OneRate.Periods {
			t.Errorf("%+v", cost)
		}
	}
	undiscounted, err := retention.Fit(retention.Request{Cohorts: [][]float64{highEnd}})
	if err != nil {
		t.Fatal(err)
	}
	for _, cost := range undiscounted.OneRateCost {
		if cost.Preferred.Infinite != math.IsNaN(cost.Difference) {
			t.Errorf("%+v", cost)
		}
	}
}

// The curves' own definitions: survival from retention, step by step and in closed
// form, for the three models; at c = 1 one is another, and with customers alike
// they come near a third.
func TestCurvesAgree(t *testing.T) {
	for _, c := range []retention.Curve{retention.Geometric{R: .8}, retention.ShiftedBetaGeometric{Alpha: .7, Beta: 1.2}, retention.BetaDiscreteWeibull{Gamma: .5, Delta: .9, C: 1.2},
		retention.BetaDiscreteWeibull{Gamma: 300, Delta: 900, C: .4}, retention.ShiftedBetaGeometric{Alpha: 1e4, Beta: 3e4}} {
		s := retention.Survival(c, 30)
		if len(s) != 31 || s[0] != 1 {
			t.Fatalf("%d shares, first %v", len(s), s[0])
		}
		for i := 1; i <= 30; i++ {
			near(t, "S(t)", s[i], math.Exp(c.LogSurvival(float64(i))), 1e-11)
			near(t, "r_t", c.Retention(i), s[i]/s[i-1], 1e-11)
			if s[i] > s[i-1] || s[i] < 0 {
				t.Errorf("S(%d) is %v after %v", i, s[i], s[i-1])
			}
		}
	}
	beta, weibull := retention.ShiftedBetaGeometric{Alpha: .7, Beta: 1.2}, retention.BetaDiscreteWeibull{Gamma: .7, Delta: 1.2, C: 1}
	alike := retention.ShiftedBetaGeometric{Alpha: 2e9, Beta: 8e9}
	for i := 1; i < 40; i++ {
		near(t, "c = 1", weibull.Retention(i), beta.Retention(i), 1e-12)
		near(t, "customers alike", alike.Retention(i), .8, 1e-7)
		near(t, "r_t of the published form", beta.Retention(i), (1.2+float64(i)-1)/(.7+1.2+float64(i)-1), 1e-14)
	}
}

// What may be counted, at its limits.
func TestCountsAtTheirLimits(t *testing.T) {
	cohorts := func(n int) [][]float64 { return slices.Repeat([][]float64{{10, 5}}, n) }
	long := func(n int) []float64 { return slices.Repeat([]float64{7}, n) }
	for name, c := range map[string]struct {
		request retention.Request
		want    string
	}{
		"a thousand cohorts":       {retention.Request{Cohorts: cohorts(retention.MostCohorts)}, ""},
		"one more":                 {retention.Request{Cohorts: cohorts(retention.MostCohorts + 1)}, "cohorts: too_many 1000"},
		"as long as may be":        {retention.Request{Cohorts: [][]float64{long(retention.MostValues)}}, ""},
		"as many as may be":        {retention.Request{Cohorts: [][]float64{{retention.MostCustomers, 1}}}, ""},
		"more":                     {retention.Request{Cohorts: [][]float64{{retention.MostCustomers * 1.001, 1}}}, "active[0]: count_out_of_range 1.001e+12"},
		"shares of customers":      {retention.Request{Cohorts: [][]float64{{1, 0.5}}}, ""},
		"the longest horizon":      {retention.Request{Cohorts: [][]float64{{9, 5}}, Horizon: retention.MostPeriods}, ""},
		"a negative one":           {retention.Request{Cohorts: [][]float64{{9, 5}}, Horizon: -1}, "horizon: out_of_range -1"},
		"the least rate":           {retention.Request{Cohorts: [][]float64{{9, 5}}, AnnualDiscountRate: -0.99}, ""},
		"the greatest":             {retention.Request{Cohorts: [][]float64{{9, 5}}, AnnualDiscountRate: 10}, ""},
		"above it":                 {retention.Request{Cohorts: [][]float64{{9, 5}}, AnnualDiscountRate: 10.1}, "annual_discount_rate: out_of_range 10.1"},
		"no number":                {retention.Request{Cohorts: [][]float64{{9, 5}}, AnnualDiscountRate: math.NaN()}, "annual_discount_rate: out_of_range NaN"},
		"a cohort of one of two":   {retention.Request{Cohorts: [][]float64{{9, 5}, {3}}}, "cohorts[1]: two_counts_required"},
		"nobody among the others":  {retention.Request{Cohorts: [][]float64{{9, 5}, {0, 0}}}, ""},
		"level counts do not rise": {retention.Request{Cohorts: [][]float64{{9, 9, 9}}}, ""},
	} {
		_, err := retention.Fit(c.request)
		var faults retention.Faults
		if c.want == "" && err != nil || c.want != "" && (!errors.As(err, &faults) || err.Error() != c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}
