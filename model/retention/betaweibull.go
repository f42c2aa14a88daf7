package retention

import (
	"math"

	"blyant/model/internal/likelihood"
	"blyant/model/internal/special"
)

// BetaDiscreteWeibull is the model in which a customer's propensity to leave
// follows a beta distribution and changes with time.
type BetaDiscreteWeibull struct {
	Gamma, Delta float64 // γ, δ > 0: the spread among customers
	C            float64 // c > 0: above 1 the same customer grows likelier to leave
}

// ShiftedBetaGeometric is the model in which customers differ in their constant
// probability of leaving, θ ~ Beta(α, β).
type ShiftedBetaGeometric struct {
	Alpha, Beta float64 // α, β > 0; the mean of θ is α ÷ (α+β)
}

// LogSurvival returns ln S(t) for real t ≥ 0.
//
//	S(t) = B(γ, δ+t^c) ÷ B(γ, δ)
func (m BetaDiscreteWeibull) LogSurvival(t float64) float64 {
	return special.LogBetaRise(m.Gamma, m.Delta, math.Pow(t, m.C))
}

// Retention returns r_t = S(t) ÷ S(t−1).
func (m BetaDiscreteWeibull) Retention(t int) float64 { return math.Exp(m.step(t, nil)) }

// decay is the power of t with which S(t) falls at last: S(t) ~ t^(−γc).
func (m BetaDiscreteWeibull) decay() float64 { return m.Gamma * m.C }

// step returns ln r_t and, where asked, its gradient by ln γ, ln δ, ln c. Both
// survivals are taken from the common point δ + (t−1)^c, so that nothing cancels
// where they are close.
func (m BetaDiscreteWeibull) step(t int, gradient *[3]float64) float64 {
	before, after := math.Pow(float64(t-1), m.C), math.Pow(float64(t), m.C)
	low, sum, rise := m.Delta+before, m.Gamma+m.Delta+before, after-before
	if gradient != nil {
		up, down := special.DigammaRise(low, rise), special.DigammaRise(sum, rise)
		gradient[0] = -m.Gamma * down
		gradient[1] = m.Delta * (up - down)
		gradient[2] = m.C * (before*logOf(t-1)*special.DigammaRise(low, m.Gamma) -
			after*logOf(t)*special.DigammaRise(low+rise, m.Gamma))
	}
	return special.LogBetaRise(m.Gamma, low, rise)
}

// logOf is ln t, and 0 at t = 0 where its factor t^c is 0 too.
func logOf(t int) float64 {
	if t == 0 {
		return 0
	}
	return math.Log(float64(t))
}

// LogSurvival returns ln S(t) for real t ≥ 0.
//
//	S(t) = B(α, β+t) ÷ B(α, β)
func (m ShiftedBetaGeometric) LogSurvival(t float64) float64 {
	return special.LogBetaRise(m.Alpha, m.Beta, t)
}

// Retention returns r_t.
//
//	r_t = (β+t−1) ÷ (α+β+t−1)
func (m ShiftedBetaGeometric) Retention(t int) float64 {
	return (m.Beta + float64(t-1)) / (m.Alpha + m.Beta + float64(t-1))
}

// decay is the power of t with which S(t) falls at last: S(t) ~ t^(−α).
func (m ShiftedBetaGeometric) decay() float64 { return m.Alpha }

// step returns ln r_t and its gradient by ln α, ln β.
//
//	∂ ln r_t ÷ ∂ ln α = −α ÷ (α+β+t−1),   ∂ ln r_t ÷ ∂ ln β = αβ ÷ ((β+t−1)(α+β+t−1))
func (m ShiftedBetaGeometric) step(t int, gradient *[3]float64) float64 {
	stay := m.Beta + float64(t-1)
	all := stay + m.Alpha
	gradient[0] = -m.Alpha / all
	gradient[1] = m.Alpha * m.Beta / (stay * all)
	return -math.Log1p(m.Alpha / stay)
}

// stepper gives ln r_t with its gradient by the logarithms of the parameters.
type stepper interface {
	step(t int, gradient *[3]float64) float64
}

// objective is the log-likelihood of a model as the search wants it. With
// l = ln r_t,
//
//	Σ_t kept_t·l + lost_t·ln(1−e^l),   slope by l: kept_t − lost_t·e^l ÷ (1−e^l)
func (c counts) objective(at func(theta []float64) stepper) likelihood.Function {
	return func(theta, gradient []float64) float64 {
		model := at(theta)
		clear(gradient)
		sum := 0.0
		for i := range c.kept {
			var slope [3]float64
			l := model.step(i+1, &slope)
			leave := -math.Expm1(l)
			sum += times(c.kept[i], l) + times(c.lost[i], math.Log(leave))
			by := c.kept[i]
			if c.lost[i] > 0 {
				by -= c.lost[i] * math.Exp(l) / leave
			}
			for j := range gradient {
				gradient[j] += by * slope[j]
			}
		}
		return sum
	}
}
