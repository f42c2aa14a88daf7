package likelihood_test

import (
	"errors"
	"math"
	"testing"

	"blyant/model/internal/likelihood"
)

// normal is the log-likelihood of two independent normal logarithms, far from
// round: centre (1, −2), deviations 0.1 and 30.
func normal(theta, gradient []float64) float64 {
	x, y := (theta[0]-1)/0.1, (theta[1]+2)/30
	gradient[0], gradient[1] = -x/0.1, -y/30
	return -(x*x + y*y) / 2
}

func search(starts ...[]float64) likelihood.Search {
	return likelihood.Search{Starts: starts, Low: []float64{-12, -12}, High: []float64{12, 12}}
}

func TestMaximum(t *testing.T) {
	got, err := likelihood.Maximise(t.Context(), normal, search([]float64{5, 5}, []float64{-5, 5}))
	if err != nil {
		t.Fatal(err)
	}
	if math.Abs(got.Theta[0]-1) > 1e-7 || math.Abs(got.Theta[1]+2) > 1e-6 || got.Gradient > 1e-4 {
		t.Errorf("%+v", got)
	}
	for i, want := range []float64{0.01, 900} {
		if math.Abs(got.Covariance[i][i]-want) > 1e-6*want {
			t.Errorf("variance %d: got %g, want %g", i, got.Covariance[i][i], want)
		}
	}
}

// Two hills: the higher one is taken though the other's start is the better one.
func TestHigherHill(t *testing.T) {
	hills := func(theta, gradient []float64) float64 {
		low := math.Exp(-theta[0] * theta[0])
		high := 2 * math.Exp(-(theta[0]-8)*(theta[0]-8))
		value := low + high
		gradient[0] = (-2*theta[0]*low - 2*(theta[0]-8)*high) / value
		gradient[1] = -2 * theta[1]
		return math.Log(value) - theta[1]*theta[1]
	}
	got, err := likelihood.Maximise(t.Context(), hills, search([]float64{0.1, 0}, []float64{6.1, 1}))
	if err != nil || math.Abs(got.Theta[0]-8) > 1e-6 {
		t.Errorf("%+v %v", got, err)
	}
}

func TestNoMaximum(t *testing.T) {
	for reason, f := range map[string]likelihood.Function{
		// Rises for ever, by less and less.
		likelihood.AtEdge: func(theta, gradient []float64) float64 {
			gradient[0], gradient[1] = math.Exp(-theta[0]), -2*theta[1]
			return -math.Exp(-theta[0]) - theta[1]*theta[1]
		},
		// A ridge: only the difference of the two is known.
		likelihood.Flat: func(theta, gradient []float64) float64 {
			d := theta[0] - theta[1]
			gradient[0], gradient[1] = -2*d, 2*d
			return -d * d
		},
		// Defined nowhere.
		likelihood.NotConverged: func(_, _ []float64) float64 { return math.NaN() },
	} {
		_, err := likelihood.Maximise(t.Context(), f, search([]float64{1, 2}, []float64{-1, 0}))
		var none *likelihood.NoMaximumError
		if !errors.As(err, &none) || none.Reason != reason {
			t.Errorf("%s: %v", reason, err)
		}
	}
}
