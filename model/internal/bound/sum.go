package bound

import (
	"math"
	"math/bits"
)

// Sum is a number of either sign in fixed point, an integer of 192 bits in units
// of 2^−104, and a bound on its absolute error in the same units. All
// cancellation happens here, where it does no harm, since what is asked of a sum
// (its sign, its digits) is absolute too. Values up to 2^85 fit; beyond, or where
// a term is hopeless, the bound is infinite and stays so. The zero value is 0.
//
// Bounds are binary numbers. Each is the result of fewer than 2^12 additions and
// products of numbers ≥ 0, which together lose less than 2^−40 of it; what is
// asked of a Sum multiplies the bound by 1 + 2^−39 first.
type Sum struct {
	low, mid, high uint64 // two's complement
	err            float64
}

const (
	fraction = 104 // bits behind the point
	widest   = 85  // a term's exponent at most
	inflate  = 1 + 1.0/(1<<39)
)

// Plus returns s + x, or s − x where negative is set. The term is cut to units:
// one of error, and its own, err·2^−126·2^exp at most.
func (s Sum) Plus(negative bool, x Float) Sum {
	if x.hi == 0 {
		return s
	}
	low, mid, high, err := x.units()
	return s.add(negative, low, mid, high, err)
}

// units returns x in units of 2^−104 and its error in them.
func (x Float) units() (low, mid, high uint64, err float64) {
	if x.exp > widest || x.err >= hopeless {
		return 0, 0, 0, math.Inf(1)
	}
	err = 1
	if x.exp > -900 {
		err += float64(x.err) * power2(int(x.exp)+fraction-126)
	}
	switch shift := int(x.exp) - 128 + fraction; { // X·2^shift units
	case shift >= 0:
		n := uint(shift)
		return x.lo << n, x.hi<<n | x.lo>>(64-n), x.hi >> (64 - n), err
	case shift > -64:
		n := uint(-shift)
		return x.lo>>n | x.hi<<(64-n), x.hi >> n, 0, err
	case shift > -128:
		return x.hi >> uint(-shift-64), 0, 0, err
	}
	return 0, 0, 0, err
}

// add adds or takes away. Two integers below 2^190 in magnitude add up within 191
// bits and a sign; a sum that is not below it either gets an infinite bound.
func (s Sum) add(negative bool, low, mid, high uint64, err float64) Sum {
	var c uint64
	if negative {
		s.low, c = bits.Sub64(s.low, low, 0)
		s.mid, c = bits.Sub64(s.mid, mid, c)
		s.high, _ = bits.Sub64(s.high, high, c)
	} else {
		s.low, c = bits.Add64(s.low, low, 0)
		s.mid, c = bits.Add64(s.mid, mid, c)
		s.high, _ = bits.Add64(s.high, high, c)
	}
	s.err += err
	if (s.high^s.high<<1)>>63 != 0 {
		s.err = math.Inf(1)
	}
	return s
}

// Add returns s + t.
func (s Sum) Add(t Sum) Sum { return s.add(false, t.low, t.mid, t.high, t.err) }

// Sub returns s − t.
func (s Sum) Sub(t Sum) Sum { return s.add(true, t.low, t.mid, t.high, t.err) }

// magnitude returns |s| as an integer of units.
func (s Sum) magnitude() (low, mid, high uint64, negative bool) {
	if s.high>>63 == 0 {
		return s.low, s.mid, s.high, false
	}
	low, c := bits.Sub64(0, s.low, 0)
	mid, c = bits.Sub64(0, s.mid, c)
	high, _ = bits.Sub64(0, s.high, c)
	return low, mid, high, true
}

// bound is the error in units, certainly not less.
func (s Sum) bound() float64 { return s.err * inflate }

// split returns |s| cut to 128 bits, as if those were exact.
func (s Sum) split() (x Float, negative bool) {
	low, mid, high, negative := s.magnitude()
	switch {
	case high != 0:
		x = fromWords(high, mid)
		n := bits.LeadingZeros64(high)
		if n > 0 {
			x.lo |= low >> (64 - n)
		}
		x.exp += 64 - fraction
	case mid|low != 0:
		x = fromWords(mid, low)
		x.exp -= fraction
	}
	return x, negative
}

// Magnitude returns |s| with the error as a count of units of itself:
// E·2^−104 ÷ (2^(exp−1)·2^−126) = E·2^(23−exp), and 1 for the bits cut off. A sum
// that does not know its sign is hopeless; an exact 0 is 0.
func (s Sum) Magnitude() Float {
	x, _ := s.split()
	if s.err == 0 && x.hi == 0 {
		return Float{}
	}
	count := hopeless * 1.0
	if x.hi != 0 { // then −104 < exp ≤ 86
		count = s.bound()*power2(23-int(x.exp)) + 2
	}
	if !(count < hopeless) {
		return One.beyond()
	}
	x.err = uint64(count) + 1
	return x
}

// Float64 returns a binary number near s.
func (s Sum) Float64() float64 {
	x, negative := s.split()
	if negative {
		return -x.Float64()
	}
	return x.Float64()
}

// Product returns s·t. With the errors E and F of s and t in units, that of the
// product is |s|·F + |t|·E + E·F·2^−104, beside that of multiplying the cut
// magnitudes (at most 2^−127 short each, one unit u).
func (s Sum) Product(t Sum) Sum {
	x, xNegative := s.split()
	y, yNegative := t.split()
	e, f := s.bound(), t.bound()
	err := x.above()*f + y.above()*e + e*f*power2(-fraction)
	x.err, y.err = 1, 1
	z := Sum{}.Plus(xNegative != yNegative, x.Mul(y))
	z.err += err
	return z.settled()
}

// settled makes an undefined bound (∞·0) infinite.
func (s Sum) settled() Sum {
	if !(s.err < math.Inf(1)) {
		s.err = math.Inf(1)
	}
	return s
}

// above returns a binary number not below x.
func (x Float) above() float64 { return x.Float64() * (1 + 1.0/(1<<50)) }

// Quotient returns s ÷ t. For true values s', t' within E, F units,
//
//	s'/t' − s/t = (s' − s)/t' − (s/t)·(t' − t)/t'
//
// is at most (E + |s/t|·F) ÷ (|t| − F) in units. A divisor that may be 0 gives an
// infinite bound.
func (s Sum) Quotient(t Sum) Sum {
	x, xNegative := s.split()
	y, yNegative := t.split()
	least := y.Float64()*(1-1.0/(1<<50)) - t.bound()*power2(-fraction)
	if !(least > 0) {
		return Sum{err: math.Inf(1)}
	}
	x.err, y.err = 1, 1
	q := x.Quo(y)
	z := Sum{}.Plus(xNegative != yNegative, q)
	z.err += (s.bound() + q.above()*t.bound()) / least * inflate
	return z.settled()
}
