package retention

import (
	"math"

	"blyant/model/internal/special"
)

// Lifetime is a number of periods, which may be without bound.
type Lifetime struct {
	Periods  float64 // NaN where infinite
	Infinite bool
}

// ResidualLifetime returns the discounted expected residual lifetime of a
// customer in period n ≥ 1, who has n−1 renewals behind them; v is the discount
// factor of one period.
//
//	Σ_{t≥n} S(t) ÷ S(n−1) · v^(t−n)
//
// It starts with the next renewal. The sum is infinite for v > 1 under models
// whose survivors thin out as a power of time, and for v = 1 where that power is
// 1 or less (α ≤ 1, γc ≤ 1); Fader & Hardie 2010.
func ResidualLifetime(c Curve, n int, v float64) Lifetime {
	switch m := c.(type) {
	case Geometric:
		// r ÷ (1 − r·v)
		if m.R*v >= 1 {
			return Lifetime{math.NaN(), true}
		}
		return Lifetime{Periods: m.R / (1 - m.R*v)}
	case ShiftedBetaGeometric:
		// (β+n−1) ÷ (α−1) at v = 1: the sum of Gauss for 2F1(1, β+n; α+β+n; 1)
		if v == 1 && m.Alpha > 1 {
			return Lifetime{Periods: (m.Beta + float64(n-1)) / (m.Alpha - 1)}
		}
	}
	if v > 1 || v == 1 && c.decay() <= 1 {
		return Lifetime{math.NaN(), true}
	}
	return Lifetime{Periods: residual(c, n, v)}
}

// direct is how many terms are added one by one before the rest is taken as an
// integral.
const direct = 4000

// residual adds the first terms one by one and the rest by the Euler-Maclaurin
// formula.
func residual(c Curve, n int, v float64) float64 {
	sum, term := 0.0, 1.0
	for k := range direct {
		term *= c.Retention(n + k)
		sum += term
		term *= v
		// Retention rates below 1/(1+ε) bound what is left by a geometric sum.
		if term <= sum*(1-v)*0x1p-54 || term == 0 {
			return sum
		}
	}
	from := float64(n + direct)
	rate := -math.Log(v)
	base := c.LogSurvival(float64(n - 1))
	return sum + special.Tail(func(t float64) float64 {
		return math.Exp(c.LogSurvival(t) - base - rate*(t-float64(n)))
	}, from)
}
