package purchase

import (
	"math"

	"blyant/model/internal/special"
)

// BGNBD is the beta-geometric / NBD model (Fader, Hardie & Lee 2005): a customer
// may leave after each repeat purchase. One who never came back has had no
// occasion to leave and counts as active.
type BGNBD struct {
	R, Alpha float64 // r, α > 0: the rate of purchase λ ~ Gamma(r, α), mean r ÷ α a unit
	A, B     float64 // a, b > 0: the probability of leaving p ~ Beta(a, b), mean a ÷ (a+b)
}

// Name returns bg_nbd.
func (m BGNBD) Name() string { return ModelBGNBD }

// Parameters returns r, α, a, b.
func (m BGNBD) Parameters() []float64 { return []float64{m.R, m.Alpha, m.A, m.B} }

// LogLikelihood returns the log-likelihood of one such customer.
//
//	L = B(a, b+x)/B(a, b)·Γ(r+x)/Γ(r)·α^r·{ (α+T)^−(r+x) + [x>0]·a/(b+x−1)·(α+t_x)^−(r+x) }
func (m BGNBD) LogLikelihood(c Customer) float64 {
	return special.LogRising(m.R, float64(c.X)) + special.LogBetaRise(m.A, m.B, float64(c.X)) -
		m.R*math.Log1p(c.T/m.Alpha) - float64(c.X)*math.Log(m.Alpha+c.T) + softplus(m.logOdds(c))
}

// logOdds returns the logarithm of the odds that the customer has left.
//
//	ln [ a/(b+x−1)·((α+T)/(α+t_x))^(r+x) ],  −∞ where x = 0
func (m BGNBD) logOdds(c Customer) float64 {
	if c.X == 0 {
		return math.Inf(-1)
	}
	x := float64(c.X)
	return math.Log(m.A/(m.B+x-1)) + (m.R+x)*math.Log1p((c.T-c.TX)/(m.Alpha+c.TX))
}

// ProbabilityAlive returns the probability that the customer is active at T.
//
//	1 ÷ ( 1 + [x>0]·a/(b+x−1)·((α+T)/(α+t_x))^(r+x) )
func (m BGNBD) ProbabilityAlive(c Customer) float64 { return 1 / (1 + math.Exp(m.logOdds(c))) }

// Expected returns E(t) of a new customer. The published form
//
//	(a+b−1)/(a−1)·[ 1 − (α/(α+t))^r·2F1(r, b; a+b−1; t/(α+t)) ]
//
// is undefined at a = 1 and at a + b = 1; see visits for what is summed instead.
func (m BGNBD) Expected(t float64) float64 { return visits(m.R, m.A, m.B, t/m.Alpha) }

// ExpectedAfter returns the purchases expected in the t units after T. Given that
// the customer is active, λ ~ Gamma(r+x, α+T) and p ~ Beta(a, b+x).
func (m BGNBD) ExpectedAfter(c Customer, t float64) float64 {
	return m.ProbabilityAlive(c) * m.after(c.X, c.T, t)
}

func (m BGNBD) after(x int, T, t float64) float64 {
	return visits(m.R+float64(x), m.A, m.B+float64(x), t/(m.Alpha+T))
}

// Probability returns P(X(t) = x).
//
//	B(a, b+x)/B(a, b)·NB(x) + [x>0]·B(a+1, b+x−1)/B(a, b)·( 1 − Σ_{j<x} NB(j) )
//
// with NB(j) the probability of j purchases within t if nobody left.
func (m BGNBD) Probability(x int, t float64) float64 {
	stay := math.Exp(special.LogBetaRise(m.A, m.B, float64(x)))
	exactly, more := negativeBinomial(m.R, t/m.Alpha, x)
	if x == 0 {
		return exactly
	}
	return stay * (exactly + m.A/(m.B+float64(x)-1)*more)
}
