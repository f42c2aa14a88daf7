package purchase

import (
	"math"

	"blyant/model/internal/special"
)

// ParetoNBD is the Pareto / NBD model (Schmittlein, Morrison & Colombo 1987): a
// customer may leave at any moment.
type ParetoNBD struct {
	R, Alpha float64 // r, α > 0: the rate of purchase λ ~ Gamma(r, α), mean r ÷ α a unit
	S, Beta  float64 // s, β > 0: the rate of leaving μ ~ Gamma(s, β), mean s ÷ β a unit
}

// Name returns pareto_nbd.
func (m ParetoNBD) Name() string { return ModelParetoNBD }

// Parameters returns r, α, s, β.
func (m ParetoNBD) Parameters() []float64 { return []float64{m.R, m.Alpha, m.S, m.Beta} }

// LogLikelihood returns the log-likelihood of one such customer.
//
//	L = Γ(r+x)/Γ(r)·α^r·β^s·{ (α+T)^−(r+x)·(β+T)^−s + ∫ s·(α+τ)^−(r+x)·(β+τ)^−(s+1) dτ }
//
// with τ, the moment of leaving, from t_x to T. The published form takes a
// difference of two hypergeometric functions for the integral.
func (m ParetoNBD) LogLikelihood(c Customer) float64 {
	x := float64(c.X)
	return special.LogRising(m.R, x) - m.R*math.Log1p(c.T/m.Alpha) - x*math.Log(m.Alpha+c.T) -
		m.S*math.Log1p(c.T/m.Beta) + softplus(m.leaving(c).logOdds)
}

// ProbabilityAlive returns the probability that the customer is active at T.
func (m ParetoNBD) ProbabilityAlive(c Customer) float64 {
	return 1 / (1 + math.Exp(m.leaving(c).logOdds))
}

// Expected returns E(t) of a new customer.
//
//	r·β ÷ (α·(s−1))·[ 1 − (β/(β+t))^(s−1) ],   r·β/α·ln(1+t/β) at s = 1
func (m ParetoNBD) Expected(t float64) float64 { return m.after(0, 0, t) }

// ExpectedAfter returns the purchases expected in the t units after T.
//
//	P(alive)·(r+x)·(β+T) ÷ ((α+T)(s−1))·[ 1 − ((β+T)/(β+T+t))^(s−1) ]
func (m ParetoNBD) ExpectedAfter(c Customer, t float64) float64 {
	return m.ProbabilityAlive(c) * m.after(c.X, c.T, t)
}

// after writes [1 − e^−(s−1)l] ÷ (s−1), l = ln(1+t/(β+T)), which is l at s = 1.
func (m ParetoNBD) after(x int, T, t float64) float64 {
	l := math.Log1p(t / (m.Beta + T))
	if y := (m.S - 1) * l; y != 0 {
		l *= -math.Expm1(-y) / y
	}
	return (m.R + float64(x)) / (m.Alpha + T) * (m.Beta + T) * l
}

// Probability returns P(X(t) = x).
//
//	NB(x; t)·(β/(β+t))^s + ∫ NB(x; τ)·s·β^s·(β+τ)^−(s+1) dτ,   τ from 0 to t
//
// the customer having left after t, or at τ.
func (m ParetoNBD) Probability(x int, t float64) float64 {
	n := float64(x)
	exactly := func(tau float64) float64 {
		if tau == 0 {
			if x == 0 {
				return 1
			}
			return 0
		}
		z := tau / m.Alpha
		return math.Exp(special.LogRising(m.R, n) - special.LogRising(1, n) - m.R*math.Log1p(z) - n*math.Log1p(1/z))
	}
	least := min(m.Alpha, m.Beta)
	sum := 0.0
	rate := m.S*(least+t)/(m.Beta+t) + (m.R+n)*(least+t)/(m.Alpha+t) + n + 8
	special.Panels(math.Log1p(t/least), rate, func(v, weight float64) float64 {
		tau := least * math.Expm1(v)
		rate := m.S / (m.Beta + tau) * math.Exp(-m.S*math.Log1p(tau/m.Beta))
		sum += weight * rate * exactly(tau) * least * math.Exp(v)
		return 1 // no panel may be left out: the integrand first rises
	})
	return sum + exactly(t)*math.Exp(-m.S*math.Log1p(t/m.Beta))
}
