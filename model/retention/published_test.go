package retention_test

import (
	"math"
	"testing"

	"blyant/model/retention"
)

// Customers of a year-by-year renewal, of 1,000 at the start (Fader & Hardie
// 2007, table 1: per cent with one decimal, so these counts are whole).
var (
	regular = []float64{1000, 631, 468, 382, 326, 289, 262, 241, 223, 207, 194, 183, 173}
	highEnd = []float64{1000, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394}
)

// near fails unless got is want to the digits printed: half a unit of the last.
func near(t *testing.T, what string, got, want, unit float64) {
	t.Helper()
	if !(math.Abs(got-want) <= unit/2*1.0001) {
		t.Errorf("%s: got %.12g, want %.12g within %g", what, got, want, unit/2)
	}
}

func fit(t *testing.T, cohorts ...[]float64) *retention.Result {
	t.Helper()
	result, err := retention.Fit(retention.Request{Cohorts: cohorts, AnnualDiscountRate: 0.1})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// Fader & Hardie 2007 (years 0–7) and Fader, Hardie, Liu, Davin & Steenburgh
// 2018 (years 0–4).
func TestPublishedParameters(t *testing.T) {
	for _, c := range []struct {
		name, model   string
		cohorts       [][]float64
		parameters    []float64
		unit          float64
		logLikelihood float64 // 0 where none is printed
	}{
		{"Regular", retention.ModelShiftedBetaGeometric, [][]float64{regular[:8]}, []float64{.704077, 1.182043}, 1e-6, -1680.265188},
		{"High End", retention.ModelShiftedBetaGeometric, [][]float64{highEnd[:8]}, []float64{.668088, 3.806095}, 1e-6, -1611.158147},
		{"Regular", retention.ModelBetaDiscreteWeibull, [][]float64{regular[:5]}, []float64{.523029, .894283, 1.196399}, 1e-6, 0},
		{"High End", retention.ModelBetaDiscreteWeibull, [][]float64{highEnd[:5]}, []float64{.259336, 1.722551, 1.584362}, 1e-6, 0},
		{"several cohorts", retention.ModelShiftedBetaGeometric, [][]float64{{10000, 8000, 6480, 5307, 4391},
			{10000, 8000, 6480, 5307}, {10000, 8000, 6480}, {10000, 8000}}, []float64{3.798, 15.192}, 1e-3, 0},
	} {
		estimate := fit(t, c.cohorts...).Estimate(c.model)
		if len(estimate.Parameters) != len(c.parameters) {
			t.Errorf("%s %s: no estimate: %v", c.name, c.model, estimate.Err)
			continue
		}
		for i, p := range estimate.Parameters {
			near(t, c.name+" "+c.model+" "+p.Name, p.Value, c.parameters[i], c.unit)
		}
		if c.logLikelihood != 0 {
			near(t, c.name+" log-likelihood", estimate.LogLikelihood, c.logLikelihood, 1e-6)
		}
	}
}

// The expected residual lifetime of High End customers at (.668, 3.806), printed
// in Fader & Hardie's note on the discounted expected residual lifetime.
func TestPublishedResidualLifetime(t *testing.T) {
	for i, want := range []float64{5.414856, 5.901753, 6.294261, 6.620280, 6.897057, 7.136002, 7.345052, 7.529950} {
		got := retention.ResidualLifetime(retention.ShiftedBetaGeometric{Alpha: .668, Beta: 3.806}, i+1, 1/1.1)
		near(t, "residual lifetime", got.Periods, want, 1e-6)
	}
}
