package formula

import "math"

// presentTerms returns the terms of P in binary numbers, k_0 − K, k_1, …, of a
// customer whose rate is 1. Each is right to 1e−10 of its size at least, a power
// of a ratio that is itself right to its last bit.
func (c *customer[A, F, S]) presentTerms(worth float64) polynomial {
	f := c.ar.Float64
	p := polynomial{terms: make([]float64, c.in.horizon), sizes: make([]float64, c.in.horizon)}
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
// the numbers are that it was added up from. The terms are those of the gain times
// t − j for each j that it is without.
type polynomial struct {
	terms, sizes []float64
	without      []int
}

const (
	mostTurns = 6    // changes of sign that are followed up: a customer's present values have two or three
	doubtful  = 1e-9 // of its size, within which the sign of a value is not plain
)

// derived has the terms (t − j)·terms[t]: those of the derivative of P(x)/x^j but
// for a power of x.
func (p polynomial) derived(j int) polynomial {
	d := polynomial{make([]float64, len(p.terms)), make([]float64, len(p.terms)), append(p.without[:len(p.without):len(p.without)], j)}
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

// slope returns the derivative at x.
func (p polynomial) slope(x float64) (slope float64) {
	for t := len(p.terms) - 1; t > 0; t-- {
		slope = slope*x + float64(t)*p.terms[t]
	}
	return slope
}

// between halves an interval to 2^−34 of itself. The sign at its lower end is given.
func (p polynomial) between(low, high float64, sign int) float64 {
	for range 34 {
		middle := low + (high-low)/2
		if value, _ := p.at(middle); signOf(math.Signbit(value)) == sign {
			low = middle
		} else {
			high = middle
		}
	}
	return low + (high-low)/2
}
