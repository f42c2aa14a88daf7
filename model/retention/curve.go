package retention

import "math"

// Curve is a model with its parameters: Geometric, ShiftedBetaGeometric or
// BetaDiscreteWeibull.
type Curve interface {
	LogSurvival(t float64) float64 // ln S(t), t ≥ 0
	Retention(t int) float64       // r_t = S(t) ÷ S(t−1), t = 1, 2, …
	decay() float64                // S(t) ~ t^−decay for large t
}

// Curve returns the fitted model, nil where there is no maximum.
func (e *Estimate) Curve() Curve { return e.curve }

// project fills in what follows from the parameters.
func (e *Estimate) project(values, horizon int, factor float64) {
	if e.Parameters == nil {
		return
	}
	e.AIC = 2*float64(len(e.Parameters)) - 2*e.LogLikelihood
	e.Survival = Survival(e.curve, values+11)
	e.RetentionCurve, e.SurvivalCurve = scenarioCurves(e.curve, max(horizon-1, 1))
	e.ResidualLifetimes = make([]Lifetime, values)
	for n := range e.ResidualLifetimes {
		e.ResidualLifetimes[n] = ResidualLifetime(e.curve, n+1, factor)
		if e.ResidualLifetimes[n].Infinite && n == 0 {
			e.Notes = append(e.Notes, NoteResidualLifetimeInfinite)
		}
	}
}

// Survival returns S(0), S(1), … S(last).
//
//	S(t) = r_1·r_2·…·r_t
func Survival(c Curve, last int) []float64 {
	out := make([]float64, last+1)
	out[0] = 1
	for t := 1; t <= last; t++ {
		out[t] = out[t-1] * c.Retention(t)
	}
	return out
}

// scenarioCurves returns r_t and S(t) for t = 1 … count as a scenario takes
// them, with six decimals.
func scenarioCurves(c Curve, count int) (retention, survival []float64) {
	survival = Survival(c, count)[1:]
	retention = make([]float64, count)
	for t := range retention {
		retention[t] = six(c.Retention(t + 1))
		survival[t] = six(survival[t])
	}
	return retention, survival
}

// six rounds to six decimals.
func six(x float64) float64 { return math.Round(x*1e6) / 1e6 }
