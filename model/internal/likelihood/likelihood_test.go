package likelihood_test

import (
	"context"
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

// A sample says where to begin and no more: the maximum is that of the whole,
// also where the sample is of something else or has none.
func TestSampleOnlyBegins(t *testing.T) {
	want, err := likelihood.Maximise(t.Context(), normal, search([]float64{5, 5}, []float64{-5, 5}))
	if err != nil {
		t.Fatal(err)
	}
	moved := func(theta, gradient []float64) float64 {
		return normal([]float64{theta[0] + 0.5, theta[1] - 0.5}, gradient)
	}
	rising := func(theta, gradient []float64) float64 {
		gradient[0], gradient[1] = 1, 1
		return theta[0] + theta[1]
	}
	for name, sample := range map[string]likelihood.Function{"moved": moved, "rising": rising} {
		s := search([]float64{5, 5}, []float64{-5, 5})
		s.Sample = sample
		got, err := likelihood.Maximise(t.Context(), normal, s)
		if err != nil || math.Abs(got.Value-want.Value) > 1e-9 || math.Abs(got.Theta[0]-want.Theta[0]) > 1e-6 {
			t.Errorf("%s: %+v %v, want %+v", name, got, err, want)
		}
	}
}

// A search ends with its context.
func TestSearchEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	calls := 0
	_, err := likelihood.Maximise(ctx, func(theta, gradient []float64) float64 {
		if calls++; calls == 4 {
			cancel()
		}
		return normal(theta, gradient)
	}, search([]float64{5, 5}, []float64{-5, 5}))
	if !errors.Is(err, context.Canceled) || calls != 4 {
		t.Errorf("%v after %d calls", err, calls)
	}
}
