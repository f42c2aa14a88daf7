package retention

import (
	"context"
	"math"

	"blyant/model/internal/likelihood"
)

// edge bounds the search: parameters from e^−12 to e^12 (six parts in a million
// to 160,000). Customers whose chances differ by less than that, or who differ
// by being wholly loyal or wholly not, are no longer told apart by counts.
const edge = 12

// search returns the starts and edges for n parameters.
func search(starts ...[]float64) likelihood.Search {
	s := likelihood.Search{}
	for _, start := range starts {
		logs := make([]float64, len(start))
		for i, p := range start {
			logs[i] = math.Log(p)
		}
		s.Starts = append(s.Starts, logs)
	}
	for range starts[0] {
		s.Low, s.High = append(s.Low, -edge), append(s.High, edge)
	}
	return s
}

// fitShiftedBetaGeometric needs two periods: one share cannot tell two
// parameters.
func fitShiftedBetaGeometric(ctx context.Context, c counts) Estimate {
	leave := c.firstLoss()
	found, err := maximise(ctx, c, 2, func(theta []float64) stepper {
		return ShiftedBetaGeometric{math.Exp(theta[0]), math.Exp(theta[1])}
	}, search([]float64{leave, 1 - leave}, []float64{3 * leave, 3 * (1 - leave)}, []float64{20 * leave, 20 * (1 - leave)}))
	out := estimate(ModelShiftedBetaGeometric, []string{"alpha", "beta"}, found, err)
	if err == nil {
		out.curve = ShiftedBetaGeometric{out.Parameters[0].Value, out.Parameters[1].Value}
	}
	return out
}

// fitBetaDiscreteWeibull needs three periods.
func fitBetaDiscreteWeibull(ctx context.Context, c counts) Estimate {
	leave := c.firstLoss()
	var starts [][]float64
	for _, size := range []float64{1, 4} {
		for _, shape := range []float64{1, 0.6, 1.6} {
			starts = append(starts, []float64{size * leave, size * (1 - leave), shape})
		}
	}
	found, err := maximise(ctx, c, 3, func(theta []float64) stepper {
		return BetaDiscreteWeibull{math.Exp(theta[0]), math.Exp(theta[1]), math.Exp(theta[2])}
	}, search(starts...))
	out := estimate(ModelBetaDiscreteWeibull, []string{"gamma", "delta", "c"}, found, err)
	if err == nil {
		p := out.Parameters
		out.curve = BetaDiscreteWeibull{p[0].Value, p[1].Value, p[2].Value}
	}
	return out
}

// firstLoss is the share that leaves in the first period, kept off 0 and 1.
func (c counts) firstLoss() float64 {
	return min(max(1-c.survival[1], 0.01), 0.99)
}

// maximise refuses what cannot have an inner maximum: fewer periods with
// customers at risk than parameters, nobody who leaves, nobody who stays.
func maximise(ctx context.Context, c counts, parameters int, at func(theta []float64) stepper, s likelihood.Search) (likelihood.Maximum, error) {
	periods, kept, lost := 0, 0.0, 0.0
	for i := range c.kept {
		if c.kept[i]+c.lost[i] > 0 {
			periods++
		}
		kept += c.kept[i]
		lost += c.lost[i]
	}
	if periods < parameters || kept == 0 || lost == 0 {
		return likelihood.Maximum{}, &likelihood.NoMaximumError{Reason: likelihood.Flat, Value: math.NaN()}
	}
	return likelihood.Maximise(ctx, c.objective(at), s)
}

// estimate states the result of a search.
func estimate(model string, names []string, found likelihood.Maximum, err error) Estimate {
	out := Estimate{Model: model}
	if err != nil {
		out.Notes = append(out.Notes, NoteNoMaximum)
		out.LogLikelihood, out.AIC, out.Err = math.NaN(), math.NaN(), err
		return out
	}
	out.LogLikelihood = found.Value
	for i, name := range names {
		value := math.Exp(found.Theta[i])
		out.Parameters = append(out.Parameters, Parameter{
			Name: name, Value: value, StandardError: value * math.Sqrt(found.Covariance[i][i])})
	}
	return out
}
