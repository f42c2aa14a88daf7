package spend_test

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"blyant/model/spend"
)

// The fewer purchases of a customer were seen the nearer their mean is taken to
// that of all: with many it is their own.
func TestExpectedShrinks(t *testing.T) {
	mean := truth.Mean()
	before := mean
	for _, x := range []int{1, 2, 5, 20, 1000} {
		got := truth.Expected(x, 2*mean)
		if got <= before || got >= 2*mean {
			t.Errorf("after %d purchases of twice the mean: %g, before that %g", x, got, before)
		}
		before = got
		// A weighted mean: p·x of what was seen and q − 1 of the population's.
		weight := truth.P * float64(x) / (truth.P*float64(x) + truth.Q - 1)
		if want := weight*2*mean + (1-weight)*mean; math.Abs(got-want) > 1e-12*want {
			t.Errorf("after %d purchases: %g, as a weighted mean %g", x, got, want)
		}
	}
	if got := truth.Expected(1_000_000, 2*mean); math.Abs(got-2*mean) > 1e-4*mean {
		t.Errorf("after a million: %g", got)
	}
	// q ≤ 1 has no population mean, and yet one of a customer who is known.
	none := spend.GammaGamma{P: 2, Q: 0.5, Gamma: 10}
	for x, nan := range map[int]bool{0: true, 1: false} {
		if got := none.Expected(x, 10); math.IsNaN(got) != nan {
			t.Errorf("after %d purchases: %g", x, got)
		}
	}
}

// The density of the mean adds up to 1, and its mean is the population's.
func TestDensity(t *testing.T) {
	m := spend.GammaGamma{P: 5, Q: 3.5, Gamma: 16}
	for _, x := range []int{1, 3} {
		sum, mean := 0.0, 0.0
		const step = 1e-3
		for y := -12.0; y < 14; y += step { // in the logarithm of the mean
			z := math.Exp(y)
			p := math.Exp(m.LogLikelihood(x, z)) * z * step
			sum += p
			mean += z * p
		}
		if math.Abs(sum-1) > 1e-6 || math.Abs(mean-m.Mean()) > 1e-3*m.Mean() {
			t.Errorf("of %d purchases: the density adds up to %g, its mean is %g, not %g", x, sum, mean, m.Mean())
		}
	}
}

// A fit is a maximum: no parameter can be moved either way to more likelihood, and
// its likelihood is that of the customers one by one.
func TestFitIsAMaximum(t *testing.T) {
	customers := draw(truth, 1500, rand.New(rand.NewPCG(5, 9)))
	got, err := spend.Fit(customers)
	if err != nil {
		t.Fatal(err)
	}
	of := func(m spend.GammaGamma) (sum float64) {
		for _, c := range customers {
			sum += m.LogLikelihood(c.X, c.Mean)
		}
		return sum
	}
	most := of(got.Model)
	if math.Abs(most-got.LogLikelihood) > 1e-8*math.Abs(most) {
		t.Errorf("log-likelihood %f, summed %f", got.LogLikelihood, most)
	}
	p := [3]float64{got.Model.P, got.Model.Q, got.Model.Gamma}
	for i, se := range got.StandardErrors {
		for _, by := range []float64{-0.05, 0.05} {
			moved := p
			moved[i] += by * se
			if more := of(spend.GammaGamma{P: moved[0], Q: moved[1], Gamma: moved[2]}); more > most {
				t.Errorf("parameter %d moved by %g standard errors to more likelihood", i, by)
			}
		}
		reach := spend.Normal95 * se / p[i]
		if math.Abs(got.Intervals[i][0]-p[i]*math.Exp(-reach)) > 1e-9*p[i] || math.Abs(got.Intervals[i][1]-p[i]*math.Exp(reach)) > 1e-9*p[i]*math.Exp(reach) {
			t.Errorf("parameter %d: %v of %g ± %g", i, got.Intervals[i], p[i], se)
		}
	}
}

// The error of the mean is that of the delta method, by differences of the mean
// itself.
func TestMeanError(t *testing.T) {
	f := spend.Fitted{Model: truth, Covariance: [3][3]float64{{0.04, 0.01, -0.02}, {0.01, 0.09, 0.03}, {-0.02, 0.03, 0.16}}}
	const step = 1e-5
	slope := [3]float64{}
	for i := range slope {
		at := func(by float64) float64 {
			p := [3]float64{truth.P, truth.Q, truth.Gamma}
			p[i] *= math.Exp(by)
			return spend.GammaGamma{P: p[0], Q: p[1], Gamma: p[2]}.Mean()
		}
		slope[i] = (at(step) - at(-step)) / (2 * step)
	}
	variance := 0.0
	for i := range slope {
		for j := range slope {
			variance += slope[i] * f.Covariance[i][j] * slope[j]
		}
	}
	if got, want := f.MeanError(), math.Sqrt(variance); math.Abs(got-want) > 1e-8*want {
		t.Errorf("%g, by differences %g", got, want)
	}
	f.Model.Q = 1
	if got := f.MeanError(); !math.IsNaN(got) {
		t.Errorf("the error of no mean is %g", got)
	}
}

// Customers who are alike may come one by one or together; what is out of range is
// said with its place, and a search ends with its context.
func TestCustomersOfASpend(t *testing.T) {
	single := draw(truth, 200, rand.New(rand.NewPCG(8, 8)))
	var twice, counted []spend.Customer
	for _, c := range single {
		twice = append(twice, c, c)
		c.Count = 2
		counted = append(counted, c)
	}
	one, err := spend.Fit(twice)
	if err != nil {
		t.Fatal(err)
	}
	two, err := spend.Fit(counted)
	if err != nil || one.Model != two.Model || one.Customers != 400 || two.Customers != 400 || one.LogLikelihood != two.LogLikelihood {
		t.Errorf("%+v and %+v, %v", one, two, err)
	}
	for _, bad := range []spend.Customer{{X: -1, Mean: 3, Count: 1}, {X: 1, Mean: 3}, {X: 1, Mean: math.Inf(1), Count: 1}} {
		var faults spend.Faults
		_, err := spend.Fit(append(append([]spend.Customer(nil), single...), bad))
		if !errors.As(err, &faults) || len(faults) != 1 || faults[0].Field != "customers[200].zbar" || faults[0].Code != "out_of_range" {
			t.Errorf("%+v: %v", bad, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := spend.FitContext(ctx, single); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}
