package bound

import "math"

// Powers fills a list with x and its products with powers of q.
func (d Double) Powers(x, q DoubleFloat, out []DoubleFloat) {
	level := q == doubleOne
	for t := range out {
		out[t] = x
		if level {
			continue
		}
		z := DoubleFloat{x.x * q.x, (x.err + q.err + 1) * charged}
		if !z.near() {
			z = d.Mul(x, q)
		}
		x = z
	}
}

// Products fills a list with the products of two others.
func (d Double) Products(xs, ys, out []DoubleFloat) {
	ys, out = ys[:len(xs)], out[:len(xs)]
	for t, x := range xs {
		y := ys[t]
		z := DoubleFloat{x.x * y.x, (x.err + y.err + 1) * charged}
		if !z.near() {
			z = d.Mul(x, y)
		}
		out[t] = z
	}
}

// Running fills a list with the sums of the terms before each, from a given one on,
// and returns the sum of all.
func (d Double) Running(sum DoubleFloat, terms, out []DoubleFloat) DoubleFloat {
	out = out[:len(terms)]
	for t, term := range terms {
		out[t] = sum
		sum = d.Add(sum, term)
	}
	return sum
}

// Backward fills a list with term + next·step, from its end on.
func (d Double) Backward(terms, steps, out []DoubleFloat) {
	steps, out = steps[:len(terms)], out[:len(terms)]
	var next DoubleFloat
	for t := len(terms) - 1; t >= 0; t-- {
		term, step := terms[t], steps[t]
		z := DoubleFloat{next.x * step.x, (next.err + step.err + 1) * charged}
		z = DoubleFloat{z.x + term.x, (max(z.err, term.err) + 1) * charged}
		if !(next.x*step.x > faintDouble && term.x > faintDouble && z.near()) {
			z = d.Add(term, d.Mul(next, step))
		}
		next, out[t] = z, z
	}
}

// Sums fills a list with the terms themselves.
func (d Double) Sums(xs []DoubleFloat, out []DoubleSum) {
	out = out[:len(xs)]
	for t, x := range xs {
		out[t] = DoubleSum{x.x, x.x * x.err * unitOfDouble}
	}
}

// Weigh adds w·x to each sum, or takes it away.
func (d Double) Weigh(sums []DoubleSum, negative bool, w DoubleFloat, xs []DoubleFloat) {
	sign := 1.0
	if negative {
		sign = -1
	}
	xs = xs[:len(sums)]
	for t, s := range sums {
		x := xs[t]
		m := DoubleFloat{w.x * x.x, (w.err + x.err + 1) * charged}
		if !m.near() {
			sums[t] = d.Plus(s, negative, d.Mul(w, x))
			continue
		}
		v := s.x + sign*m.x
		sums[t] = DoubleSum{v, s.err + (m.x*m.err+math.Abs(v))*unitOfDouble}
	}
}

// Scale fills a list with s·x.
func (d Double) Scale(sums []DoubleSum, xs []DoubleFloat, out []DoubleSum) {
	xs, out = xs[:len(sums)], out[:len(sums)]
	for t, s := range sums {
		x := xs[t]
		v, size := s.x*x.x, math.Abs(s.x)
		// |s|·F + x·E + E·F and the rounding, with F = x·err·u
		f := x.x * x.err * unitOfDouble
		out[t] = DoubleSum{v, size*f + (x.x+f)*s.err + math.Abs(v)*unitOfDouble + leastError}
		if s.nothing() || x.x == 0 {
			out[t] = DoubleSum{}
		}
	}
}

// Differences fills a list with s − t.
func (d Double) Differences(ss, ts, out []DoubleSum) {
	ts, out = ts[:len(ss)], out[:len(ss)]
	for i, s := range ss {
		out[i] = d.SubSum(s, ts[i])
	}
}

// Totals fills a list with the sums of a first one and the terms to each.
func (d Double) Totals(sum DoubleSum, terms, out []DoubleSum) {
	out = out[:len(terms)]
	for t, term := range terms {
		sum = d.AddSum(sum, term)
		out[t] = sum
	}
}

// RoundList rounds a list as whole does, each with the word whether its digits are
// certain.
func (d Double) RoundList(sums []DoubleSum, places int, out []Whole) {
	scale, inflated := scales[places].double, scales[places].inflated
	out = out[:len(sums)]
	for t, s := range sums {
		x := math.Abs(s.x) * scale
		low := int64(x)
		f := x - float64(low) - 0.5
		if f >= 0 {
			low++
		}
		w := &out[t]
		w.Hi, w.Lo, w.Negative = 0, uint64(low), s.x < 0 && low != 0
		w.Sure = x < exactDouble && math.Abs(f) > s.err*inflated+x*unitOfDouble
	}
}
