package bound

import "math/bits"

// Powers fills a list with x, x·q, x·q², …: what Mul gives one by one, without
// what a call costs. Where q is an exact 1, x stays what it is. What is 0 or out of
// the range of exponents is left to Mul itself.
func (Fast) Powers(x, q Float, out []Float) {
	level := q == One
	for t := range out {
		out[t] = x
		if level {
			continue
		}
		hi, lo, short := product(x.hi, x.lo, q.hi, q.lo)
		exp := x.exp + q.exp - int32(short)
		if x.hi == 0 || q.hi == 0 || uint32(exp+farthest) > 2*farthest {
			x = x.Mul(q)
			continue
		}
		x.hi, x.lo, x.exp, x.err = hi, lo, exp, min(x.err+q.err+4, hopeless)
	}
}

// Products fills a list with the products of two others, as Powers does.
func (Fast) Products(xs, ys, out []Float) {
	ys, out = ys[:len(xs)], out[:len(xs)]
	for t := range xs {
		x, y := &xs[t], &ys[t]
		hi, lo, short := product(x.hi, x.lo, y.hi, y.lo)
		z := Float{hi, lo, min(x.err+y.err+4, hopeless), x.exp + y.exp - int32(short)}
		if x.hi == 0 || y.hi == 0 || uint32(z.exp+farthest) > 2*farthest {
			z = x.Mul(*y)
		}
		out[t] = z
	}
}

// Running fills a list with the sums of the terms before each, from a given one on,
// and returns the sum of all: what Add gives one by one. A term that is larger than
// all before it, or out of their reach, is left to Add itself.
func (Fast) Running(sum Float, terms, out []Float) Float {
	out = out[:len(terms)]
	for t := range terms {
		out[t] = sum
		term := &terms[t]
		n := uint32(sum.exp - term.exp)
		if n >= 64 || sum.hi == 0 || term.hi == 0 {
			sum = sum.Add(*term)
			continue
		}
		lo, c := bits.Add64(sum.lo, term.lo>>(n&63)|term.hi<<1<<((63-n)&63), 0)
		hi, c := bits.Add64(sum.hi, term.hi>>(n&63), c)
		if c != 0 {
			sum = sum.Add(*term)
			continue
		}
		sum.hi, sum.lo, sum.err = hi, lo, min(max(sum.err, term.err)+2, hopeless)
	}
	return sum
}

// Powers does the same.
func (w *Wide) Powers(x, q WideFloat, out []WideFloat) { powers(w, x, q, out) }

// Products does the same.
func (w *Wide) Products(xs, ys, out []WideFloat) { products(w, xs, ys, out) }

// Running does the same.
func (w *Wide) Running(sum WideFloat, terms, out []WideFloat) WideFloat {
	return running(w, sum, terms, out)
}

// Powers does the same.
func (r Rational) Powers(x, q Ratio, out []Ratio) { powers(r, x, q, out) }

// Products does the same.
func (r Rational) Products(xs, ys, out []Ratio) { products(r, xs, ys, out) }

// Running does the same.
func (r Rational) Running(sum Ratio, terms, out []Ratio) Ratio { return running(r, sum, terms, out) }

func powers[A Arithmetic[F, S], F, S any](ar A, x, q F, out []F) {
	for t := range out {
		if t > 0 {
			x = ar.Mul(x, q)
		}
		out[t] = x
	}
}

func products[A Arithmetic[F, S], F, S any](ar A, xs, ys, out []F) {
	for t, x := range xs {
		out[t] = ar.Mul(x, ys[t])
	}
}

func running[A Arithmetic[F, S], F, S any](ar A, sum F, terms, out []F) F {
	for t, term := range terms {
		out[t] = sum
		sum = ar.Add(sum, term)
	}
	return sum
}
