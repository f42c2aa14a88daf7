package purchase_test

import (
	"math"
	"math/big"
	"testing"

	o "blyant/model/internal/oracle"
	"blyant/model/purchase"
)

func relative(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance*math.Abs(want)) {
		t.Errorf("%s: got %.16g, want %.16g", what, got, want)
	}
}

// E(t) by the published hypergeometric form, with 400 bits.
func publishedExpectation(r, alpha, a, b, t float64) float64 {
	c := o.Sub(o.Add(o.New(a), o.New(b)), o.New(1))
	end := o.Add(o.New(alpha), o.New(t))
	f := o.Hypergeometric(o.New(r), o.New(b), c, o.Div(o.New(t), end))
	rest := o.Sub(o.New(1), o.Mul(o.Pow(o.Div(o.New(alpha), end), o.New(r)), f))
	return o.Float(o.Mul(o.Div(c, o.Sub(o.New(a), o.New(1))), rest))
}

// Both the sum and the integral, at ordinary and at awkward parameters: a + b
// below 1, a within a millionth of 1, hundreds of purchases, alike customers,
// extreme differences, hundreds of times α.
func TestExpectationAgainstHypergeometric(t *testing.T) {
	for _, p := range [][4]float64{
		{.243, 4.414, .793, 2.426}, {.11, 2.24, .31, .5}, {.243, 4.414, 1.000001, 2.426}, {.243, 4.414, .999999, 2.426},
		{254.2, 100, .8, 256}, {.5, 3, .02, .05}, {.5, 3, .02, 40}, {40, 300, 300, 2000}, {2, 1, 5, .1}, {.01, 9, 3, 3},
	} {
		m := purchase.BGNBD{R: p[0], Alpha: p[1], A: p[2], B: p[3]}
		for _, time := range []float64{1e-6, 0.5, 9, 52, 8.9 * p[1], 9.1 * p[1], 60 * p[1]} {
			relative(t, "E(t)", m.Expected(time), publishedExpectation(p[0], p[1], p[2], p[3], time), 2e-11)
		}
	}
}

// The Pareto/NBD likelihood by the published difference of two hypergeometric
// functions (Fader & Hardie, "A note on deriving the Pareto/NBD model"), with
// 400 bits.
func publishedPareto(r, alpha, s, beta float64, c purchase.Customer) (logLikelihood, alive float64) {
	x, n := float64(c.X), o.New(0)
	n = o.Add(n, o.Add(o.Add(o.New(r), o.New(s)), o.New(x)))
	high, second := alpha, o.Add(o.New(s), o.New(1))
	gap := o.Sub(o.New(alpha), o.New(beta))
	if alpha < beta {
		high, second = beta, o.Add(o.New(r), o.New(x))
		gap = o.Sub(o.New(beta), o.New(alpha))
	}
	term := func(time float64) *big.Float {
		sum := o.Add(o.New(high), o.New(time))
		f := o.Hypergeometric(n, second, o.Add(n, o.New(1)), o.Div(gap, sum))
		return o.Div(f, o.Pow(sum, n))
	}
	left := o.Mul(o.Div(o.New(s), n), o.Sub(term(c.TX), term(c.T)))
	power := o.Add(o.New(r), o.New(x))
	stays := o.Div(o.Pow(o.Add(o.New(alpha), o.New(c.T)), o.Sub(o.New(0), power)), o.Pow(o.Add(o.New(beta), o.New(c.T)), o.New(s)))
	all := o.Log(o.Add(stays, left))
	all = o.Add(all, o.Sub(o.LogGamma(power), o.LogGamma(o.New(r))))
	all = o.Add(all, o.Add(o.Mul(o.New(r), o.Log(o.New(alpha))), o.Mul(o.New(s), o.Log(o.New(beta)))))
	return o.Float(all), o.Float(o.Div(stays, o.Add(stays, left)))
}

func TestParetoAgainstHypergeometric(t *testing.T) {
	customers := []purchase.Customer{{T: 38.86}, {X: 1, TX: 1.71, T: 38.86}, {X: 26, TX: 30.86, T: 31}, {X: 254, TX: 97.14286, T: 97.28571},
		{X: 254, TX: 3, T: 97}, {X: 3, TX: 12, T: 12}, {X: 1, TX: .001, T: 900}}
	for _, p := range [][4]float64{{.5534, 10.5802, .6061, 11.6562}, {.5, 12, .6, 11}, {.5143, 2.8845, .2856, 14.1087},
		{2, 7, 1, 7}, {.9, 40, 1.3, .4}, {.3, .3, .8, 500}, {30, 90, 4, 95}} {
		m := purchase.ParetoNBD{R: p[0], Alpha: p[1], S: p[2], Beta: p[3]}
		for _, c := range customers {
			value, alive := publishedPareto(p[0], p[1], p[2], p[3], c)
			relative(t, "log-likelihood", m.LogLikelihood(c), value, 1e-13)
			if alive > 1e-300 { // below, an odds ratio is beyond float64 and 0 is right
				relative(t, "P(alive)", m.ProbabilityAlive(c), alive, 1e-11)
			}
		}
	}
}

// Probabilities of x purchases add up to one, and their mean is E(t).
func TestProbabilities(t *testing.T) {
	for _, m := range []purchase.Model{
		purchase.BGNBD{R: .6, Alpha: 4.4, A: .8, B: 2.4}, purchase.BGNBD{R: .6, Alpha: 9, A: .3, B: .5},
		purchase.MBGNBD{R: .5, Alpha: 6.2, A: .9, B: 1.6}, purchase.ParetoNBD{R: .55, Alpha: 10.6, S: .6, Beta: 11.7},
		purchase.ParetoNBD{R: 2, Alpha: 9, S: 1, Beta: .5},
	} {
		for _, time := range []float64{0, 0.1, 6, 30} {
			sum, mean := 0.0, 0.0
			for x := range 400 {
				p := m.Probability(x, time)
				sum += p
				mean += float64(x) * p
			}
			if math.Abs(sum-1) > 1e-11 || math.Abs(mean-m.Expected(time)) > 1e-10 {
				t.Errorf("%s at %g: sum %.14g, mean %.14g, E %.14g", m.Name(), time, sum, mean, m.Expected(time))
			}
		}
	}
}

// Expectations are continuous through the values at which the textbook forms
// divide by zero.
func TestContinuousThroughPoles(t *testing.T) {
	near(t, "s = 1", purchase.ParetoNBD{R: .5534, Alpha: 10.5802, S: 1, Beta: 11.6562}.Expected(52), 1.0350292, 1e-7)
	for _, e := range []float64{1e-3, 1e-6, 1e-9, 1e-12} {
		at := func(s float64) float64 { return purchase.ParetoNBD{R: .5, Alpha: 10, S: s, Beta: 11}.Expected(52) }
		relative(t, "s near 1", (at(1+e)+at(1-e))/2, at(1), 10*e*e+1e-14)
		of := func(a float64) float64 { return purchase.BGNBD{R: .2, Alpha: 4, A: a, B: 2}.Expected(52) }
		relative(t, "a near 1", (of(1+e)+of(1-e))/2, of(1), 10*e*e+1e-14)
		like := func(beta float64) float64 {
			return purchase.ParetoNBD{R: .5, Alpha: 10, S: .6, Beta: beta}.LogLikelihood(purchase.Customer{X: 4, TX: 20, T: 39})
		}
		relative(t, "β near α", (like(10+e)+like(10-e))/2, like(10), 10*e*e+1e-14)
	}
}
