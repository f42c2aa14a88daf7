package purchase

import (
	"context"
	"math"

	"blyant/model/internal/likelihood"
	"blyant/model/spend"
)

// NoMaximumError is the error of a likelihood without an inner maximum, or with none
// that was found.
type NoMaximumError = likelihood.NoMaximumError

// Fitted is a purchase model as the data have it.
type Fitted struct {
	Model          Model
	LogLikelihood  float64
	StandardErrors []float64    // of the parameters
	Intervals      [][2]float64 // 95 %, symmetric in the logarithm
	Covariance     [][]float64  // of the logarithms of the parameters
}

// FitModel estimates one model from customers, who are grouped first. A
// likelihood without an inner maximum (nobody or everybody comes back, or all
// customers are alike) is a *NoMaximumError; an unknown name is a Faults.
func FitModel(name string, customers []Customer) (*Fitted, error) {
	if err := checkAll(customers); err != nil {
		return nil, err
	}
	if len(ParameterNames(name)) != 4 {
		return nil, notAModel(name)
	}
	return fitModel(context.Background(), name, Group(customers))
}

// fitModel estimates one model from a grouped table.
func fitModel(ctx context.Context, name string, groups []Customer) (*Fitted, error) {
	sums := total(groups)
	if sums.repeats == 0 || len(groups) < 2 {
		return nil, &NoMaximumError{Reason: likelihood.Flat, Value: math.NaN()}
	}
	search := sums.search(name)
	if few := sample(groups); few != nil {
		search.Sample = objective(name, few)
	}
	found, err := likelihood.Maximise(ctx, objective(name, groups), search)
	if err != nil {
		return nil, err
	}
	p := make([]float64, 4)
	out := &Fitted{LogLikelihood: found.Value, Covariance: found.Covariance,
		StandardErrors: make([]float64, 4), Intervals: make([][2]float64, 4)}
	for i, theta := range found.Theta {
		p[i] = math.Exp(theta)
		deviation := math.Sqrt(found.Covariance[i][i])
		out.StandardErrors[i] = p[i] * deviation
		out.Intervals[i] = [2]float64{math.Exp(theta - spend.Normal95*deviation), math.Exp(theta + spend.Normal95*deviation)}
	}
	out.Model = newModel(name, p)
	return out, nil
}

// search starts where the mean rate of purchase is the observed one, with
// different guesses of how much customers differ and how soon they leave.
// Parameters that are times are searched around the mean time observed.
func (t totals) search(name string) likelihood.Search {
	time := t.time / t.customers
	rate := t.repeats / t.time
	scale := math.Log(time)
	out := likelihood.Search{Low: []float64{-10, scale - 14, -12, -12}, High: []float64{12, scale + 14, 12, 12}}
	guesses := [][4]float64{{0.5, 1.5, 0.6, 2.5}, {0.3, 1, 0.3, 4}, {1, 1, 1, 1}, {2, 2, 0.1, 3}, {0.2, 3, 2, 4}}
	if name == ModelParetoNBD {
		out.Low[3], out.High[3] = scale-14, scale+14
		guesses = [][4]float64{{0.5, 1.5, 0.5, 0.4}, {0.5, 1.2, 1, 2}, {1, 1, 0.3, 1}, {2, 2, 2, 10}, {0.2, 3, 0.2, 0.1}}
	}
	for _, g := range guesses {
		start := []float64{math.Log(g[0]), math.Log(g[0] / (g[1] * rate)), math.Log(g[2]), math.Log(g[3])}
		if name == ModelParetoNBD {
			start[3] += scale
		}
		out.Starts = append(out.Starts, start)
	}
	return out
}

// deviation returns the standard error of a figure that follows from the model,
// by the delta method with differences in the logarithms.
//
//	√(g′·C·g),   g_i = ∂ figure ÷ ∂ ln parameter_i
func (f *Fitted) deviation(figure func(m Model) float64) float64 {
	const step = 1e-4
	p := f.Model.Parameters()
	slope := make([]float64, len(p))
	for i := range p {
		at := append([]float64(nil), p...)
		at[i] = p[i] * math.Exp(step)
		up := figure(newModel(f.Model.Name(), at))
		at[i] = p[i] * math.Exp(-step)
		slope[i] = (up - figure(newModel(f.Model.Name(), at))) / (2 * step)
	}
	variance := 0.0
	for i := range p {
		for j := range p {
			variance += slope[i] * f.Covariance[i][j] * slope[j]
		}
	}
	return math.Sqrt(variance)
}
