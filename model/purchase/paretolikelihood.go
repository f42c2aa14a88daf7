package purchase

import (
	"math"

	"blyant/model/internal/likelihood"
	"blyant/model/internal/special"
)

// paretoObjective is the log-likelihood of Pareto/NBD over a grouped table in
// order of x. With w the probability of having left and E[·] the mean over the
// moment τ of leaving, a row's slopes are
//
//	∂/∂r = ψ(r+x) − ψ(r) − ln(1+T/α) + w·(ln(α+T) − E[ln(α+τ)])
//	∂/∂α = r·T/(α(α+T)) − x/(α+T) + w·(r+x)·(1/(α+T) − E[1/(α+τ)])
//	∂/∂s = −ln(1+T/β) + w·(1/s + ln(β+T) − E[ln(β+τ)])
//	∂/∂β = s·T/(β(β+T)) + w·(s/(β+T) − (s+1)·E[1/(β+τ)])
func paretoObjective(groups []Customer) likelihood.Function {
	return func(theta, gradient []float64) float64 {
		m := ParetoNBD{math.Exp(theta[0]), math.Exp(theta[1]), math.Exp(theta[2]), math.Exp(theta[3])}
		clear(gradient)
		sum, last := 0.0, -1
		var rising, rise float64
		for _, c := range groups {
			if c.X != last {
				last = c.X
				rising, rise = special.LogRising(m.R, float64(c.X)), special.DigammaRise(m.R, float64(c.X))
			}
			value, slope := m.row(c)
			n := float64(c.Count)
			sum += n * (value + rising)
			gradient[0] += n * (slope[0] + rise)
			for i := 1; i < 4; i++ {
				gradient[i] += n * slope[i]
			}
		}
		for i, p := range m.Parameters() {
			gradient[i] *= p
		}
		return sum
	}
}

// row returns a customer's part but for Γ(r+x)/Γ(r), and its slopes.
func (m ParetoNBD) row(c Customer) (value float64, slope [4]float64) {
	x, power := float64(c.X), m.R+float64(c.X)
	observedA, observedB := math.Log1p(c.T/m.Alpha), math.Log1p(c.T/m.Beta)
	a, b := 1/(m.Alpha+c.T), 1/(m.Beta+c.T)
	value = -m.R*observedA - x*math.Log(m.Alpha+c.T) - m.S*observedB
	slope = [4]float64{-observedA, (m.R*c.T/m.Alpha - x) * a, -observedB, m.S * c.T / m.Beta * b}
	l := m.leaving(c)
	if math.IsInf(l.logOdds, -1) {
		return value, slope
	}
	left, gap := 1/(1+math.Exp(-l.logOdds)), c.T-c.TX
	slope[0] += left * (math.Log1p(gap/(m.Alpha+c.TX)) - l.logA)
	slope[1] += left * power * (a - l.shareA)
	slope[2] += left * (1/m.S + math.Log1p(gap/(m.Beta+c.TX)) - l.logB)
	slope[3] += left * (m.S*b - (m.S+1)*l.shareB)
	return value + softplus(l.logOdds), slope
}
