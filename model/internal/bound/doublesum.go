package bound

import "math"

// Errors of a sum are binary numbers as those of a Sum are, each the result of fewer
// than 2^12 operations that lose less than 2^−40 of it together: what is asked of it
// multiplies by inflate first. A sum with an infinite error, or one that is not a number,
// decides nothing.

// leastError is more than what products of numbers at the lower end of the
// exponents lose, and less than anything that is asked.
const leastError = 0x1p-1000

// Plus returns s ± x: the error of the term, and the rounding of the sum.
func (d Double) Plus(s DoubleSum, negative bool, x DoubleFloat) DoubleSum {
	if x.x == 0 {
		return s
	}
	v := s.x + x.x
	if negative {
		v = s.x - x.x
	}
	return DoubleSum{v, s.err + (x.x*x.err+math.Abs(v))*unitOfDouble}
}

// AddSum returns s + t.
func (Double) AddSum(s, t DoubleSum) DoubleSum {
	v := s.x + t.x
	return DoubleSum{v, s.err + t.err + math.Abs(v)*unitOfDouble}
}

// SubSum returns s − t.
func (Double) SubSum(s, t DoubleSum) DoubleSum {
	v := s.x - t.x
	return DoubleSum{v, s.err + t.err + math.Abs(v)*unitOfDouble}
}

// nothing reports whether s is an exact 0.
func (s DoubleSum) nothing() bool { return s.x == 0 && s.err == 0 }

// bound is the error, certainly not less.
func (s DoubleSum) bound() float64 { return s.err * inflate }

// Product returns s·t, off by |s|·F + |t|·E + E·F and its rounding.
func (Double) Product(s, t DoubleSum) DoubleSum {
	if s.nothing() || t.nothing() {
		return DoubleSum{}
	}
	v := s.x * t.x
	return DoubleSum{v, math.Abs(s.x)*t.err + math.Abs(t.x)*s.err + s.err*t.err + math.Abs(v)*unitOfDouble + leastError}
}

// Quotient returns s ÷ t, by at most (E + |s/t|·F) ÷ (|t| − F) off, as that of a Sum;
// a divisor that may be 0 gives an infinite error.
func (Double) Quotient(s, t DoubleSum) DoubleSum {
	least := math.Abs(t.x)*(1-1.0/(1<<50)) - t.bound()
	if !(least > faintDouble) {
		return DoubleSum{err: math.Inf(1)}
	}
	if s.nothing() {
		return s
	}
	v := s.x / t.x
	return DoubleSum{v, (s.err+math.Abs(v)*t.err)/least*inflate + math.Abs(v)*unitOfDouble + leastError}
}

// Magnitude returns |s| with the error as a count of units of itself. A sum that
// hardly knows its size is hopeless; an exact 0 is 0.
func (Double) Magnitude(s DoubleSum) DoubleFloat {
	if s.nothing() {
		return DoubleFloat{}
	}
	x := math.Abs(s.x)
	count := s.bound() / (x * unitOfDouble) * charged
	if !(count < 1<<20 && x > faintDouble && x < loudDouble) {
		return hopelessDouble
	}
	return DoubleFloat{x, count}
}

// Guess returns s.
func (Double) Guess(s DoubleSum) float64 { return s.x }

// Sign returns the sign of the true value, as that of a Sum.
func (Double) Sign(s DoubleSum, m Multiple) (sign int, sure bool) {
	e := s.bound()
	switch {
	case s.nothing():
		return 0, true
	case s.x > e:
		return 1, true
	case -s.x > e:
		return -1, true
	}
	length, known := m.Length(0)
	return 0, known && apart(e, length)
}

// Exceeds reports whether |s| > 10^power where that is far from it; what is near
// is left to an arithmetic that knows more.
func (Double) Exceeds(s DoubleSum, power int, _ Multiple) (exceeds, sure bool) {
	limit, x, e := float64(tens[power]), math.Abs(s.x), s.bound()
	switch {
	case x+e < limit*(1-1.0/(1<<50)):
		return false, true
	case x-e > limit*(1+1.0/(1<<50)):
		return true, true
	}
	return false, false
}

// Round rounds half away from zero, and reports whether the digits are certain, as
// that of a Sum does.
func (d Double) Round(s DoubleSum, places int, m Multiple) (Whole, bool) {
	w, distance, e := s.whole(&scales[places])
	if distance > e {
		return w, true
	}
	if !d.Middle(s, places, m) {
		return Whole{}, false
	}
	away := uint64(math.Abs(s.x)*scales[places].double + 0.75) // from a middle, or what is next to it
	return Whole{Lo: away, Negative: s.x < 0}, true
}

// exactDouble is where numbers end that have anything behind the point.
const exactDouble = 1 << 52

// whole rounds, and returns how far X = |s|·10^places is from its middle and how far
// the true one may be from X: the error of s, with what its product and this one may
// lose, and the rounding of X. Below 2^52 what stands behind the point is exact. A number
// that has more digits, or is none, is at no distance that compares with anything.
func (s DoubleSum) whole(by *scale) (w Whole, distance, e float64) {
	x := math.Abs(s.x) * by.double
	if !(x < exactDouble) {
		return w, math.NaN(), 0
	}
	low := int64(x)
	f := x - float64(low) - 0.5
	if f >= 0 {
		low++
	}
	return Whole{Lo: uint64(low), Negative: s.x < 0 && low != 0}, math.Abs(f), s.err*by.inflated + x*unitOfDouble
}

// Middle reports whether the true value is certainly a middle: one is within the
// error of X, and both are multiples of something larger than twice that.
func (Double) Middle(s DoubleSum, places int, m Multiple) bool {
	_, distance, e := s.whole(&scales[places])
	length, known := m.Length(places)
	return known && distance <= e && apart(e/scales[places].double*inflate, length)
}
