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

// leaving is what the data say about whether and when a customer has left.
type leaving struct {
	logOdds        float64 // of having left: the integral over the other term
	logA, logB     float64 // means of ln(α+τ) and ln(β+τ) over τ, less those at t_x
	shareA, shareB float64 // means of 1/(α+τ) and 1/(β+τ)
}

// leaving integrates over the moment of leaving in v = ln((m+τ)/(m+t_x)), m the
// smaller of α and β, where powers of m+τ are exponentials.
//
//	∫ s/(β+τ)·((α+t_x)/(α+τ))^(r+x)·((β+t_x)/(β+τ))^s dτ
func (m ParetoNBD) leaving(c Customer) leaving {
	gap := c.T - c.TX
	if gap <= 0 {
		return leaving{logOdds: math.Inf(-1)}
	}
	power := m.R + float64(c.X)
	a, b := m.Alpha+c.TX, m.Beta+c.TX
	least, most, byLeast, byMost := a, b, power, m.S
	if m.Beta < m.Alpha {
		least, most, byLeast, byMost = b, a, m.S, power
	}
	var sum, logLeast, logMost, shareLeast, shareMost float64
	// ln(most+τ) grows at most by the factor (least+gap) ÷ (most+gap) as fast as v.
	special.Panels(math.Log1p(gap/least), byLeast+byMost*(least+gap)/(most+gap), func(v, weight float64) float64 {
		rise := math.Expm1(v)
		grown, tau := 1+rise, least*rise // tau counts from t_x
		l := math.Log1p(tau / most)
		weight *= math.Exp(-byLeast*v - byMost*l)
		if m.Beta >= m.Alpha {
			weight *= least * grown / (most + tau)
		}
		sum += weight
		logLeast += weight * v
		logMost += weight * l
		shareLeast += weight / (least * grown)
		shareMost += weight / (most + tau)
		return weight
	})
	out := leaving{logOdds: math.Log(m.S*sum) + power*math.Log1p(gap/a) + m.S*math.Log1p(gap/b),
		logA: logLeast / sum, logB: logMost / sum, shareA: shareLeast / sum, shareB: shareMost / sum}
	if m.Beta < m.Alpha {
		out.logA, out.logB, out.shareA, out.shareB = out.logB, out.logA, out.shareB, out.shareA
	}
	return out
}
