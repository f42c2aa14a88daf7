package spend

import (
	"math"

	"blyant/model/internal/special"
)

// GammaGamma is the model with its parameters, all above 0. γ is in units of
// money.
type GammaGamma struct{ P, Q, Gamma float64 }

// Mean returns the population mean of a purchase's value, NaN for q ≤ 1 where
// there is none.
//
//	p·γ ÷ (q−1)
func (m GammaGamma) Mean() float64 {
	if m.Q <= 1 {
		return math.NaN()
	}
	return m.P * m.Gamma / (m.Q - 1)
}

// Expected returns the expected value of a purchase of a customer with x
// purchases of mean value z̄; the population mean for x = 0, and NaN where
// px + q ≤ 1.
//
//	p·(γ + x·z̄) ÷ (p·x + q − 1)
func (m GammaGamma) Expected(x int, mean float64) float64 {
	n := float64(x)
	if m.P*n+m.Q <= 1 {
		return math.NaN()
	}
	return m.P * (m.Gamma + n*mean) / (m.P*n + m.Q - 1)
}

// LogLikelihood returns the log-likelihood of x ≥ 1 purchases of mean value
// z̄ > 0, with the density of z̄.
//
//	ln [ Γ(px+q)/(Γ(px)Γ(q))·γ^q·z̄^(px−1)·x^(px) ÷ (γ+x·z̄)^(px+q) ]
func (m GammaGamma) LogLikelihood(x int, mean float64) float64 {
	value, _ := m.row(float64(x), mean)
	return value
}

// row returns a customer's log-likelihood and its slopes by p, q and γ. The
// powers are written as those of the share g = x·z̄ ÷ (γ+x·z̄) and of 1−g.
//
//	∂/∂p = x·( ψ(px+q) − ψ(px) + ln g )
//	∂/∂q = ψ(px+q) − ψ(q) + ln(1−g)
//	∂/∂γ = q/γ − (px+q) ÷ (γ+x·z̄)
func (m GammaGamma) row(x, mean float64) (value float64, slope [3]float64) {
	total := x * mean
	bought, rest := -math.Log1p(m.Gamma/total), -math.Log1p(total/m.Gamma)
	value = -special.LogBeta(m.P*x, m.Q) + m.P*x*bought + m.Q*rest - math.Log(mean)
	slope[0] = x * (special.DigammaRise(m.P*x, m.Q) + bought)
	slope[1] = special.DigammaRise(m.Q, m.P*x) + rest
	slope[2] = (m.Q*total/m.Gamma - m.P*x) / (m.Gamma + total)
	return value, slope
}
