package likelihood

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

const (
	converged = "converged"
	most      = 100  // steps of one climb
	widest    = 4.0  // a step, in logarithms
	stepDone  = 1e-7 // a Newton step that no printed digit would show
)

// climber is one search: Newton steps of at most a radius that grows with
// success (a trust region). Curvature comes from differences of the gradient;
// in directions in which the likelihood curves upwards its size alone counts, so
// that every step leads up.
type climber struct {
	f              Function
	search         Search
	theta          []float64
	gradient       []float64
	value          float64
	radius         float64
	state          string
	trial, slope   []float64 // of the step being tried
	step           []float64
	values         []float64 // eigenvalues of the information
	vectors        mat.Dense
	newton, growth float64 // length of the full step, and what it promises
}

func newClimber(f Function, start []float64, search Search) *climber {
	n := len(start)
	c := &climber{f: f, search: search, theta: append([]float64(nil), start...), gradient: make([]float64, n),
		radius: 1, state: NotConverged, trial: make([]float64, n), slope: make([]float64, n), step: make([]float64, n)}
	c.value = f(c.theta, c.gradient)
	return c
}

// climb walks until the state is decided.
func (c *climber) climb() {
	if !finite(c.value) {
		return
	}
	for range most {
		if !c.aim() {
			return
		}
		if c.newton < stepDone && c.values[0] > -leastInformation {
			c.state = Flat // a level top, unless it falls off to all sides
			if c.values[0] > 0 {
				c.state = converged
			}
			return
		}
		if c.stalled() || !c.advance() {
			c.conclude()
			return
		}
		if c.atEdge() {
			c.state = AtEdge
			return
		}
	}
}

// stalled reports whether a long step would gain nothing that the likelihood's
// rounding shows: it levels off towards an edge far away.
func (c *climber) stalled() bool {
	return c.newton > 0.01 && c.growth < 1e-14*(1+math.Abs(c.value))
}

// conclude decides what a search is that could go no further: at an edge, or
// stopped by rounding, which is a maximum if the step left over is short and the
// slope of a likelihood that levels off if it is long.
func (c *climber) conclude() {
	nothing := c.growth < 1e-12*(1+math.Abs(c.value))
	switch {
	case c.atEdge():
		c.state = AtEdge
	case nothing && c.newton < 1e-3 && c.values[0] > 0:
		c.state = converged
	case nothing && c.newton > 0.01:
		c.state = AtEdge
	}
}
