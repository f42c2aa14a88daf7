// Package likelihood finds the greatest value of a log-likelihood in the
// logarithms of positive parameters, and what the data say about them there.
//
// In logarithms parameters of any size are alike, none can become negative, and
// a likelihood that rises for ever as a parameter grows shows itself: Newton
// steps keep their length until the edge of the search is reached. That, a
// maximum that is not isolated, and a search that stalls are a *NoMaximumError, never
// an estimate.
package likelihood

import (
	"context"
	"math"
	"slices"
)

// Function returns a log-likelihood at the parameters whose logarithms are
// theta and writes its gradient with respect to theta. Where it is not defined
// it returns −Inf or NaN.
type Function func(theta, gradient []float64) float64

// Search says where to look.
type Search struct {
	Starts    [][]float64 // at least one
	Low, High []float64   // edges, in logarithms
	// Sample is the likelihood of a part of the data, nil where all of them are
	// few. Its maximum, cheap to find from all starts, is where the search of the
	// whole begins.
	Sample Function
}

// agreement is how near two searches must end, in logarithms and in
// log-likelihood, to have found the same maximum.
const agreement = 1e-4

// Maximise climbs from the two best starts, and from all others where those two
// do not end in one point. The greatest value found decides: where it lies at an
// edge there is no inner maximum, whatever smaller ones exist. Where there is a
// sample with a maximum, and a climb from there ends in one, that is the answer.
// When the context ends, so does the search, with the context's error.
func Maximise(ctx context.Context, f Function, search Search) (Maximum, error) {
	if c := fromSample(ctx, f, search); c != nil {
		return c.maximum()
	}
	ends := climbBest(until(ctx, f), search)
	if err := ctx.Err(); err != nil {
		return Maximum{}, err
	}
	best := slices.MaxFunc(ends, func(a, b *climber) int { return compare(a.value, b.value) })
	if best.state != converged {
		// A run that ended beside a maximum that another run reached.
		for _, end := range ends {
			if end.state == converged && end.value >= best.value-1e-7 {
				best = end
			}
		}
	}
	if best.state != converged {
		return Maximum{}, &NoMaximumError{Reason: best.state, Theta: best.theta, Value: best.value}
	}
	return best.maximum()
}

// fromSample climbs from the maximum of the sample; nil where that leads to none.
func fromSample(ctx context.Context, f Function, search Search) *climber {
	if search.Sample == nil {
		return nil
	}
	rough, err := Maximise(ctx, search.Sample, Search{Starts: search.Starts, Low: search.Low, High: search.High})
	if err != nil {
		return nil
	}
	c := newClimber(until(ctx, f), rough.Theta, search)
	if c.climb(); c.state != converged || ctx.Err() != nil {
		return nil
	}
	return c
}

// until is the function for as long as the context lasts, and undefined then,
// which no climb goes beyond.
func until(ctx context.Context, f Function) Function {
	return func(theta, gradient []float64) float64 {
		if ctx.Err() != nil {
			return math.NaN()
		}
		return f(theta, gradient)
	}
}

// climbBest returns the ends of the climbs that were made.
func climbBest(f Function, search Search) []*climber {
	var runs []*climber
	for _, start := range search.Starts {
		runs = append(runs, newClimber(f, start, search))
	}
	slices.SortStableFunc(runs, func(a, b *climber) int { return compare(b.value, a.value) })
	for i, run := range runs {
		run.climb()
		if i == 1 && runs[0].sameAs(run) {
			return runs[:2]
		}
	}
	return runs
}

// compare orders values, undefined ones first.
func compare(a, b float64) int {
	switch {
	case math.IsNaN(a) && math.IsNaN(b), a == b:
		return 0
	case math.IsNaN(a), a < b:
		return -1
	}
	return 1
}
