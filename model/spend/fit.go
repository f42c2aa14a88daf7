package spend

import (
	"context"
	"math"

	"blyant/model/internal/fault"
	"blyant/model/internal/likelihood"
)

// Faults are what is wrong with the customers given.
type Faults = fault.Faults

// NoMaximumError is the error of customers from whom nothing can be learnt: too few,
// or all alike.
type NoMaximumError = likelihood.NoMaximumError

// Customer is what the model knows of a customer, or of Count customers who are
// alike.
type Customer struct {
	X     int     // purchases counted in the mean
	Mean  float64 // z̄: their mean value
	Count int     // customers alike, at least 1
}

// Fitted is an estimate with its uncertainty.
type Fitted struct {
	Model          GammaGamma
	LogLikelihood  float64
	StandardErrors [3]float64    // of p, q, γ
	Intervals      [3][2]float64 // 95 %, symmetric in the logarithm
	Covariance     [3][3]float64 // of ln p, ln q, ln γ
	Customers      int           // who were used: x ≥ 1 and z̄ > 0
	LeftOut        int           // the others
}

// Normal95 is the number of standard errors that hold 95 % of a normal variable.
const Normal95 = 1.959963984540054

// Fit estimates the model from the customers with x ≥ 1 and z̄ > 0; customers who
// are alike are added up first. Customers out of range are Faults, no inner
// maximum is a *NoMaximumError.
func Fit(customers []Customer) (*Fitted, error) {
	return FitContext(context.Background(), customers)
}

// FitContext is Fit for as long as the context lasts; then it returns the
// context's error.
func FitContext(ctx context.Context, customers []Customer) (*Fitted, error) {
	rows, leftOut, err := group(customers)
	if err != nil {
		return nil, err
	}
	if len(rows) < 3 {
		// Three parameters cannot be told from two different customers.
		return nil, &NoMaximumError{Reason: likelihood.Flat, Value: math.NaN()}
	}
	search := starts(rows)
	if few := sample(rows); few != nil {
		search.Sample = objective(few)
	}
	found, err := likelihood.Maximise(ctx, objective(rows), search)
	if err != nil {
		return nil, err
	}
	return fitted(found, rows, leftOut), nil
}

// objective is the log-likelihood of the rows as the search wants it.
func objective(rows []Customer) likelihood.Function {
	return func(theta, gradient []float64) float64 {
		m := GammaGamma{math.Exp(theta[0]), math.Exp(theta[1]), math.Exp(theta[2])}
		clear(gradient)
		sum := 0.0
		for _, c := range rows {
			value, slope := m.row(float64(c.X), c.Mean)
			n := float64(c.Count)
			sum += n * value
			gradient[0] += n * slope[0] * m.P
			gradient[1] += n * slope[1] * m.Q
			gradient[2] += n * slope[2] * m.Gamma
		}
		return sum
	}
}

// starts puts γ where the population mean is that of the customers.
func starts(rows []Customer) likelihood.Search {
	value, purchases := 0.0, 0.0
	for _, c := range rows {
		value += float64(c.Count) * float64(c.X) * c.Mean
		purchases += float64(c.Count) * float64(c.X)
	}
	mean := math.Log(value / purchases)
	search := likelihood.Search{Low: []float64{-12, -12, mean - 16}, High: []float64{14, 14, mean + 16}}
	for _, s := range [][2]float64{{6, 4}, {1, 2}, {20, 20}, {2, 1.2}} {
		search.Starts = append(search.Starts, []float64{math.Log(s[0]), math.Log(s[1]), mean + math.Log((s[1]-1)/s[0])})
	}
	return search
}

// fitted states the estimate.
func fitted(found likelihood.Maximum, rows []Customer, leftOut int) *Fitted {
	var p [3]float64
	out := &Fitted{LogLikelihood: found.Value, LeftOut: leftOut}
	for i, theta := range found.Theta {
		p[i] = math.Exp(theta)
		deviation := math.Sqrt(found.Covariance[i][i])
		out.StandardErrors[i] = p[i] * deviation
		out.Intervals[i] = [2]float64{math.Exp(theta - Normal95*deviation), math.Exp(theta + Normal95*deviation)}
		copy(out.Covariance[i][:], found.Covariance[i])
	}
	for _, c := range rows {
		out.Customers += c.Count
	}
	out.Model = GammaGamma{p[0], p[1], p[2]}
	return out
}

// MeanError returns the standard error of the population mean by the delta
// method, NaN where there is no mean.
//
//	mean·√(g′·C·g),   g = (1, −q/(q−1), 1) by the logarithms of p, q, γ
func (f *Fitted) MeanError() float64 {
	q := f.Model.Q
	slope := [3]float64{1, -q / (q - 1), 1}
	variance := 0.0
	for i := range slope {
		for j := range slope {
			variance += slope[i] * f.Covariance[i][j] * slope[j]
		}
	}
	return f.Model.Mean() * math.Sqrt(variance)
}
