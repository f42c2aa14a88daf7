package retention_test

import (
	"math"
	"math/big"
	"testing"

	"blyant/model/retention"

	"pgregory.net/rapid"
)

// drawCurve draws a model whose customers leave for certain in the end.
func drawCurve(t *rapid.T) retention.Curve {
	positive := func(label string) float64 { return math.Exp(rapid.Float64Range(-2, 3).Draw(t, label)) }
	switch rapid.IntRange(0, 2).Draw(t, "model") {
	case 0:
		return retention.Geometric{R: rapid.Float64Range(0, 0.95).Draw(t, "r")}
	case 1:
		return retention.ShiftedBetaGeometric{Alpha: 1.2 + positive("alpha"), Beta: positive("beta")}
	}
	c := rapid.Float64Range(0.5, 2).Draw(t, "c")
	return retention.BetaDiscreteWeibull{Gamma: (1.2 + positive("gamma")) / c, Delta: positive("delta"), C: c}
}

// The renewal that comes next, and what follows it a period later, are the residual
// lifetime: E(n) = r_n·(1 + v·E(n+1)), whatever the model and the discount, none included.
func TestResidualLifetimeFollowsFromTheNext(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCurve(t)
		n := rapid.IntRange(1, 40).Draw(t, "n")
		v := rapid.SampledFrom([]float64{1, 0.999, 0.9, 0.4}).Draw(t, "v")
		now, next := retention.ResidualLifetime(c, n, v), retention.ResidualLifetime(c, n+1, v)
		if now.Infinite || next.Infinite {
			t.Fatalf("%+v: without bound at %d", c, n)
		}
		if want := c.Retention(n) * (1 + v*next.Periods); math.Abs(now.Periods-want) > 1e-9*(1e-3+want) {
			t.Fatalf("%+v from %d with %g: %.12g, want %.12g", c, n, v, now.Periods, want)
		}
	})
}

// Without a discount the customers of a shifted beta geometric have (β+n−1) ÷ (α−1) renewals
// before them, which the sum in fractions comes close to from below.
func TestResidualLifetimeInFractions(t *testing.T) {
	for _, c := range []struct {
		alpha, beta int64
		n           int
	}{{4, 2, 1}, {4, 2, 7}, {6, 1, 3}, {9, 20, 2}} {
		sum, share := new(big.Rat), big.NewRat(1, 1)
		for k := range 400 {
			stay := c.beta + int64(c.n+k) - 1
			share.Mul(share, big.NewRat(stay, stay+c.alpha))
			sum.Add(sum, share)
		}
		direct, _ := sum.Float64()
		got := retention.ResidualLifetime(retention.ShiftedBetaGeometric{Alpha: float64(c.alpha), Beta: float64(c.beta)}, c.n, 1).Periods
		want := float64(c.beta+int64(c.n)-1) / float64(c.alpha-1)
		if math.Abs(got-want) > 1e-12*want || direct > want || direct < want*(1-1e-4) {
			t.Errorf("%+v: %.15g, want %.15g; the first terms come to %.15g", c, got, want, direct)
		}
	}
}

// The lifetime is without bound where the survivors thin out as 1 ÷ t or slower: it is the
// product γc that counts, not γ or c alone.
func TestWhereLifetimesEnd(t *testing.T) {
	for _, c := range []struct {
		curve    retention.Curve
		infinite bool
	}{
		{retention.BetaDiscreteWeibull{Gamma: 0.8, Delta: 2, C: 1.5}, false}, {retention.BetaDiscreteWeibull{Gamma: 1.2, Delta: 2, C: 0.7}, true},
		{retention.BetaDiscreteWeibull{Gamma: 2, Delta: 2, C: 0.5}, true}, {retention.BetaDiscreteWeibull{Gamma: 2, Delta: 2, C: 0.51}, false},
		{retention.ShiftedBetaGeometric{Alpha: 1, Beta: 1}, true}, {retention.ShiftedBetaGeometric{Alpha: 1.01, Beta: 1}, false},
		{retention.Geometric{R: 0.999}, false}, {retention.Geometric{R: 1}, true},
	} {
		got := retention.ResidualLifetime(c.curve, 1, 1)
		if got.Infinite != c.infinite || math.IsNaN(got.Periods) != c.infinite {
			t.Errorf("%+v: %+v, without bound: %t", c.curve, got, c.infinite)
		}
		if discounted := retention.ResidualLifetime(c.curve, 1, 0.9); discounted.Infinite || !c.infinite && discounted.Periods >= got.Periods {
			t.Errorf("%+v with a discount: %+v, without %+v", c.curve, discounted, got)
		}
	}
}

// More loyal customers stay longer, and customers who stayed longer are the more loyal ones:
// both hold of every model in which nobody tires.
func TestLoyaltyRisesWithRenewals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		alpha, beta := math.Exp(rapid.Float64Range(0.3, 3).Draw(t, "alpha")), math.Exp(rapid.Float64Range(-2, 3).Draw(t, "beta"))
		v := rapid.Float64Range(0.3, 1).Draw(t, "v")
		n := rapid.IntRange(1, 30).Draw(t, "n")
		c := retention.ShiftedBetaGeometric{Alpha: alpha, Beta: beta}
		here := retention.ResidualLifetime(c, n, v).Periods
		if later := retention.ResidualLifetime(c, n+1, v).Periods; later <= here {
			t.Fatalf("%+v with %g: %g after %d renewals, %g after one more", c, v, here, n-1, later)
		}
		if fewer := retention.ResidualLifetime(retention.ShiftedBetaGeometric{Alpha: alpha * 1.1, Beta: beta}, n, v).Periods; fewer >= here {
			t.Fatalf("%+v with %g: %g, of more who leave %g", c, v, here, fewer)
		}
	})
}

// Counts multiplied by a number are more certain and say nothing else: parameters stay,
// the likelihood is multiplied, errors shrink with the root.
func TestTenTimesAsManyCustomers(t *testing.T) {
	one, many := fit(t, highEnd), fit(t, timesAll(highEnd, 10))
	for _, name := range []string{retention.ModelGeometric, retention.ModelShiftedBetaGeometric, retention.ModelBetaDiscreteWeibull} {
		a, b := one.Estimate(name), many.Estimate(name)
		if math.Abs(b.LogLikelihood-10*a.LogLikelihood) > 1e-9*math.Abs(b.LogLikelihood) {
			t.Errorf("%s: %g and %g", name, a.LogLikelihood, b.LogLikelihood)
		}
		for i, p := range a.Parameters {
			q := b.Parameters[i]
			if math.Abs(p.Value-q.Value) > 1e-5*p.Value || math.Abs(q.StandardError*math.Sqrt(10)-p.StandardError) > 1e-4*p.StandardError {
				t.Errorf("%s: %+v, of ten times as many %+v", name, p, q)
			}
		}
		if math.Abs(a.AIC-(2*float64(len(a.Parameters))-2*a.LogLikelihood)) > 1e-9 {
			t.Errorf("%s: an AIC of %g", name, a.AIC)
		}
	}
}

func timesAll(list []float64, by float64) []float64 {
	out := make([]float64, len(list))
	for i, x := range list {
		out[i] = by * x
	}
	return out
}
