package purchase

import (
	"math"

	"blyant/model/internal/special"
)

// MBGNBD is the modified BG/NBD model (Batislam, Denizel & Filiztekin 2007): a
// customer may leave after the first purchase too, so one who never came back
// may be gone.
type MBGNBD struct {
	R, Alpha float64 // r, α > 0: the rate of purchase λ ~ Gamma(r, α)
	A, B     float64 // a, b > 0: the probability of leaving p ~ Beta(a, b)
}

// Name returns mbg_nbd.
func (m MBGNBD) Name() string { return ModelMBGNBD }

// Parameters returns r, α, a, b.
func (m MBGNBD) Parameters() []float64 { return []float64{m.R, m.Alpha, m.A, m.B} }

// LogLikelihood returns the log-likelihood of one such customer.
//
//	L = B(a, b+x+1)/B(a, b)·Γ(r+x)/Γ(r)·α^r·{ (α+T)^−(r+x) + a/(b+x)·(α+t_x)^−(r+x) }
func (m MBGNBD) LogLikelihood(c Customer) float64 {
	return special.LogRising(m.R, float64(c.X)) + special.LogBetaRise(m.A, m.B, float64(c.X)+1) -
		m.R*math.Log1p(c.T/m.Alpha) - float64(c.X)*math.Log(m.Alpha+c.T) + softplus(m.logOdds(c))
}

// logOdds returns the logarithm of the odds that the customer has left.
//
//	ln [ a/(b+x)·((α+T)/(α+t_x))^(r+x) ]
func (m MBGNBD) logOdds(c Customer) float64 {
	x := float64(c.X)
	return math.Log(m.A/(m.B+x)) + (m.R+x)*math.Log1p((c.T-c.TX)/(m.Alpha+c.TX))
}

// ProbabilityAlive returns the probability that the customer is active at T.
func (m MBGNBD) ProbabilityAlive(c Customer) float64 { return 1 / (1 + math.Exp(m.logOdds(c))) }

// Expected returns E(t) of a new customer: those who stay after the first
// purchase, b ÷ (a+b), buy as under BG/NBD with p ~ Beta(a, b+1).
func (m MBGNBD) Expected(t float64) float64 {
	return m.B / (m.A + m.B) * visits(m.R, m.A, m.B+1, t/m.Alpha)
}

// ExpectedAfter returns the purchases expected in the t units after T. Given that
// the customer is active, λ ~ Gamma(r+x, α+T) and p ~ Beta(a, b+x+1).
func (m MBGNBD) ExpectedAfter(c Customer, t float64) float64 {
	return m.ProbabilityAlive(c) * m.after(c.X, c.T, t)
}

func (m MBGNBD) after(x int, T, t float64) float64 {
	return visits(m.R+float64(x), m.A, m.B+float64(x)+1, t/(m.Alpha+T))
}

// Probability returns P(X(t) = x).
//
//	B(a, b+x+1)/B(a, b)·NB(x) + B(a+1, b+x)/B(a, b)·( 1 − Σ_{j<x} NB(j) )
func (m MBGNBD) Probability(x int, t float64) float64 {
	stay := math.Exp(special.LogBetaRise(m.A, m.B, float64(x)+1))
	exactly, more := negativeBinomial(m.R, t/m.Alpha, x)
	return stay * (exactly + m.A/(m.B+float64(x))*more)
}
