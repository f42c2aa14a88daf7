package formula

import (
	"math"

	"blyant/model/internal/bound"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// NearestBreakEven is FindBreakEven where the gain may be 0 at several rates: the
// change nearest to a given one. The roots are told apart in binary numbers, and
// the one that is nearest is certain by the signs half a millionth to either side.
// It reports false where that leaves a doubt: a gain that nearly touches 0, two
// roots as near as each other, one at the end of the range.
//
// Between two roots of the derivative of P(ρ)/ρ^j the polynomial has at most one
// root, and with j at a change of sign of its terms that derivative has one such
// change less than P (Rolle's theorem and Descartes' rule).
func NearestBreakEven(base *Terms, p *Programme, given decimal.Decimal) (change Figure, sure bool) {
	g, c := newGain[bound.Fast, bound.Float, bound.Sum](bound.Fast{}, base, p)
	if g.open || g.sign(decimal.Zero) == 0 {
		return Figure{}, false
	}
	roots, plain := c.presentTerms(g.worth.value.Float64()).roots(mostTurns)
	if !plain || g.open {
		return Figure{}, false
	}
	if len(roots) == 0 {
		return Figure{}, true
	}
	rate := base.Rate.InexactFloat64()
	i, alone := nearest(roots, rate+given.InexactFloat64())
	if !alone {
		return Figure{}, false
	}
	after := g.sign(decimal.NewFromFloat(beyond(roots, i)))
	k := int64(math.Round((roots[i] - rate) * millionths))
	for _, k := range [...]int64{k, k - 1, k + 1} {
		if g.low(k, after) && !g.low(k+1, after) {
			return Figure{Rounded: vocabulary.NewRounded(k < 0, 0, uint64(max(k, -k)), ratioPlaces)}, !g.open && after != 0
		}
	}
	return Figure{}, false
}

// beyond is a place between a root and the next one, or the end of the range.
func beyond(roots []float64, i int) float64 {
	if i+1 < len(roots) {
		return (roots[i] + roots[i+1]) / 2
	}
	return 1
}

// apartBy is how far roots are from one another, and from being as near as each
// other, for what is said of one to be certain: ten of the millionths reported.
const apartBy = 10.0 / millionths

// nearest returns the root that is nearest to x, and whether it is so by far and
// has no other one, nor an end of the range, beside it.
func nearest(roots []float64, x float64) (place int, alone bool) {
	for i, r := range roots {
		if math.Abs(r-x) < math.Abs(roots[place]-x) {
			place = i
		}
	}
	for i, r := range roots {
		if i != place && (math.Abs(math.Abs(r-x)-math.Abs(roots[place]-x)) < apartBy || math.Abs(r-roots[place]) < apartBy) {
			return place, false
		}
	}
	return place, roots[place] > apartBy && roots[place] < 1-apartBy
}

// presentTerms returns the terms of P in binary numbers, k_0 − K, k_1, …, of a
// customer whose rate is 1. Each is right to 1e−10 of its size at least, a power
// of a ratio that is itself right to its last bit.
func (c *customer[A, F, S]) presentTerms(worth float64) polynomial {
	f := c.ar.Float64
	p := polynomial{make([]float64, c.in.horizon), make([]float64, c.in.horizon)}
	margin, order, perPeriod := f(c.margin)*float64(signOf(c.marginLoss)), f(c.order)*float64(signOf(c.orderLoss)), f(c.perPeriod)
	if !c.hasMargin {
		margin = 0
	}
	if !c.hasOrder {
		order = 0
	}
	each, basket, discount := f(c.orders), f(c.basket), f(c.first)
	growth, orderGrowth, step := f(c.growth), f(c.orderGrowth), f(c.discount)
	for t := range p.terms {
		if t == c.capAt {
			basket = f(c.cap)
		}
		p.terms[t] = discount * (each*(margin*basket+order) - perPeriod)
		p.sizes[t] = discount * (each*(math.Abs(margin)*basket+math.Abs(order)) + perPeriod)
		each, discount = each*orderGrowth, discount*step
		if t < c.capAt {
			basket *= growth
		}
	}
	p.terms[0] -= worth
	p.sizes[0] += math.Abs(worth)
	return p
}

// polynomial is Σ terms[t]·x^t in binary numbers, and with each term how large
// the numbers are that it was added up from.
type polynomial struct{ terms, sizes []float64 }

const (
	mostTurns = 6     // changes of sign that are followed up: a customer's present values have two or three
	doubtful  = 1e-9  // of its size, within which the sign of a value is not plain
	cancelled = 1e-12 // of its size, within which a term is none
)

// roots returns the places in (0, 1) where the polynomial changes sign, rising. It
// reports false where one of the values that decide is too near to 0.
func (p polynomial) roots(turns int) (roots []float64, plain bool) {
	turn, first := p.turn()
	if turn == 0 {
		return nil, true
	}
	if turns == 0 || math.Abs(p.terms[first]) < doubtful*p.sizes[first] {
		return nil, false
	}
	points, plain := p.without(turn).roots(turns - 1)
	if !plain {
		return nil, false
	}
	low, from := 0.0, math.Signbit(p.terms[first])
	for _, high := range append(points, 1) {
		value, size := p.at(high)
		if !(math.Abs(value) > doubtful*size) {
			return nil, false
		}
		if to := math.Signbit(value); to != from {
			roots = append(roots, p.between(low, high, from))
			from = to
		}
		low = high
	}
	return roots, true
}

// turn returns the index of the first term whose sign differs from that of one
// before it, 0 where none does, and the index of the first that is not 0.
func (p polynomial) turn() (turn, first int) {
	first = -1
	for t, x := range p.terms {
		switch {
		case math.Abs(x) <= cancelled*p.sizes[t]:
		case first < 0:
			first = t
		case math.Signbit(x) != math.Signbit(p.terms[first]):
			return t, first
		}
	}
	return 0, max(first, 0)
}

// without has the terms (t − j)·terms[t]: those of the derivative of P(x)/x^j but
// for a power of x.
func (p polynomial) without(j int) polynomial {
	d := polynomial{make([]float64, len(p.terms)), make([]float64, len(p.terms))}
	for t := range p.terms {
		d.terms[t] = p.terms[t] * float64(t-j)
		d.sizes[t] = p.sizes[t] * math.Abs(float64(t-j))
	}
	return d
}

// at returns the value at x by Horner's rule, and its size.
func (p polynomial) at(x float64) (value, size float64) {
	for t := len(p.terms) - 1; t >= 0; t-- {
		value = value*x + p.terms[t]
		size = size*x + p.sizes[t]
	}
	return value, size
}

// between halves an interval to 2^−34 of itself, far below a millionth. The sign
// at its lower end is that of a negative number where so told.
func (p polynomial) between(low, high float64, negative bool) float64 {
	for range 34 {
		middle := low + (high-low)/2
		if value, _ := p.at(middle); math.Signbit(value) == negative {
			low = middle
		} else {
			high = middle
		}
	}
	return low + (high-low)/2
}
