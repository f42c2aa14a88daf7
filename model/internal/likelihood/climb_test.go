package likelihood_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"blyant/model/internal/likelihood"
)

// poisson is the log-likelihood of counts with a mean of e^θ.
func poisson(counts ...float64) likelihood.Function {
	return func(theta, gradient []float64) float64 {
		sum, mean := 0.0, math.Exp(theta[0])
		gradient[0] = 0
		for _, n := range counts {
			sum += n*theta[0] - mean
			gradient[0] += n - mean
		}
		return sum
	}
}

func one(low, high float64, starts ...float64) likelihood.Search {
	s := likelihood.Search{Low: []float64{low}, High: []float64{high}}
	for _, x := range starts {
		s.Starts = append(s.Starts, []float64{x})
	}
	return s
}

// The textbook's maximum: the mean of the counts, with the variance 1 ÷ Σ counts of
// its logarithm, from starts far to either side. A search ends with a step below a
// ten-millionth.
func TestPoisson(t *testing.T) {
	for _, start := range []float64{-9, 0, math.Log(5), 9} {
		got, err := likelihood.Maximise(t.Context(), poisson(2, 3, 10), one(-12, 12, start))
		if err != nil {
			t.Fatalf("from %g: %v", start, err)
		}
		if math.Abs(got.Theta[0]-math.Log(5)) > 1e-7 || math.Abs(got.Covariance[0][0]-1.0/15) > 1e-6 || math.Abs(got.Value-(15*math.Log(5)-15)) > 1e-9 || got.Gradient > 1e-5 {
			t.Errorf("from %g: %+v", start, got)
		}
	}
}

// A maximum beyond the edge of the search is none, at either edge; at one that the
// search just holds it is.
func TestEdges(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		reason    string
	}{{-12, 1, likelihood.AtEdge}, {2, 12, likelihood.AtEdge}, {-12, 1.7, ""}, {1.5, 12, ""}} {
		start := (c.low + c.high) / 2
		got, err := likelihood.Maximise(t.Context(), poisson(5), one(c.low, c.high, start))
		var none *likelihood.NoMaximumError
		switch {
		case c.reason == "" && (err != nil || math.Abs(got.Theta[0]-math.Log(5)) > 1e-7):
			t.Errorf("%g to %g: %+v, %v", c.low, c.high, got, err)
		case c.reason != "" && (!errors.As(err, &none) || none.Reason != c.reason || none.Theta[0] != c.low && none.Theta[0] != c.high):
			t.Errorf("%g to %g: %v", c.low, c.high, err)
		}
	}
}

// Two parameters that hang together: the covariance is the inverse of the
// information, its sign included.
func TestCovariance(t *testing.T) {
	hangTogether := func(theta, gradient []float64) float64 { // −(x² + xy + y²), information [[2 1] [1 2]]
		x, y := theta[0]-1, theta[1]+2
		gradient[0], gradient[1] = -2*x-y, -2*y-x
		return -(x*x + x*y + y*y)
	}
	got, err := likelihood.Maximise(t.Context(), hangTogether, search([]float64{7, 7}))
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range [][]float64{{2.0 / 3, -1.0 / 3}, {-1.0 / 3, 2.0 / 3}} {
		for j, want := range row {
			if math.Abs(got.Covariance[i][j]-want) > 1e-6 {
				t.Errorf("covariance %d, %d: %g, want %g", i, j, got.Covariance[i][j], want)
			}
		}
	}
}

// A valley between the start and the top, where the likelihood curves upwards, is
// climbed out of, on the side that the slope leads to.
func TestOutOfAValley(t *testing.T) {
	hills := func(theta, gradient []float64) float64 { // tops at ±1 of −(x² − 1)²
		x := theta[0]
		gradient[0] = -4 * x * (x*x - 1)
		return -(x*x - 1) * (x*x - 1)
	}
	for start, want := range map[float64]float64{0.05: 1, -0.05: -1, 3: 1, -0.4: -1} {
		got, err := likelihood.Maximise(t.Context(), hills, one(-5, 5, start))
		if err != nil || math.Abs(got.Theta[0]-want) > 1e-6 {
			t.Errorf("from %g: %+v, %v, want %g", start, got, err, want)
		}
	}
}

// A start at which the likelihood is not defined is no end of the search as long as
// there is another.
func TestUndefinedStarts(t *testing.T) {
	half := func(theta, gradient []float64) float64 {
		if theta[0] < 0 {
			return math.NaN()
		}
		return poisson(4)(theta, gradient)
	}
	got, err := likelihood.Maximise(t.Context(), half, one(-12, 12, -3, 2))
	if err != nil || math.Abs(got.Theta[0]-math.Log(4)) > 1e-7 {
		t.Errorf("%+v, %v", got, err)
	}
	var none *likelihood.NoMaximumError
	_, err = likelihood.Maximise(t.Context(), half, one(-12, 12, -3, -2))
	if !errors.As(err, &none) || none.Reason != likelihood.NotConverged {
		t.Errorf("%v", err)
	}
}

// The error says why, and what was reached.
func TestNoMaximumSays(t *testing.T) {
	err := error(&likelihood.NoMaximumError{Reason: likelihood.Flat, Value: -12.5})
	if text := err.Error(); !strings.Contains(text, "flat") || !strings.Contains(text, "-12.500000") {
		t.Error(text)
	}
}
