package bound

import (
	"math"
	"math/bits"
)

// Whole is a rounded value, ±(Hi·2^64 + Lo) of the last place asked for.
type Whole struct {
	Hi, Lo   uint64
	Negative bool
	Sure     bool // in lists: whether the digits are certain
}

// Sign returns the sign of the true value; false where it cannot be told.
//
// |s| > E decides. Else the true value is within 2E of 0, and where it is a
// multiple of 1/L with 2E < 1/L it is 0.
func (s Sum) Sign(m Multiple) (sign int, sure bool) {
	x, negative := s.split()
	e := s.bound() * power2(-fraction)
	switch {
	case x.hi == 0 && s.err == 0:
		return 0, true
	case x.Float64()*(1-1.0/(1<<50)) > e:
		if negative {
			return -1, true
		}
		return 1, true
	}
	length, known := m.Length(0)
	return 0, known && apart(e, length)
}

// apart reports whether 2·e < 2^−length: multiples of 1/L, L < 2^length, that are
// 2e from one another at most are the same.
func apart(e float64, length int) bool {
	_, exponent := math.Frexp(e) // e < 2^exponent
	return e == 0 || exponent+1+length <= 0
}

// Exceeds reports whether the true value is above 10^power in magnitude, for a
// power up to 19; false in sure where that cannot be told. A value that may be
// anything is not known.
func (s Sum) Exceeds(power int, m Multiple) (exceeds, sure bool) {
	low, mid, high, _ := s.magnitude()
	if high < tens[power]>>25 && s.err < power2(fraction) { // |s| + E < 2^24·(high + 1) + 1, in most cases
		return false, true
	}
	magnitude := Sum{low, mid, high, s.err}
	sign, sure := magnitude.Plus(true, fromWords(0, tens[power])).Sign(m)
	return sign > 0, sure
}

// Round returns the true value rounded to so many places (at most 18), half away
// from zero; false where it cannot be told (Ziv's test).
//
// With X = |s|·10^places = ⌊X⌋ + f, the middle nearest to X is ⌊X⌋ + ½. Where it
// is farther away than the error E·10^places the true value is on the same side.
// Where it is not, the true value and that middle are within 2E·10^places of one
// another: both are multiples of the Length's reciprocal, so where that is farther
// they are equal, and half goes away from zero.
func (s Sum) Round(places int, m Multiple) (Whole, bool) {
	if w, sure := s.plain(&scales[places]); sure {
		return w, true
	}
	low, mid, high, negative := s.magnitude()
	scale := tens[places]
	w0, w1, w2, w3 := scaled(low, mid, high, scale)
	// the point stands 104 bits from the right: 40 bits into the second word
	lo, hi, over := w1>>40|w2<<24, w2>>40|w3<<24, w3>>40
	if over != 0 {
		return Whole{}, false
	}
	rest := w1 & (1<<40 - 1) // with w0 the fraction of X, 104 bits
	up := rest>>39 == 1
	e := s.bound()
	if !(fromMiddle(rest, w0) > e*float64(scale)*inflate) {
		length, known := m.Length(places)
		if !known || !apart(e*power2(-fraction), length) {
			return Whole{}, false
		}
		up = true // 2E < 10^−places/2, so the middle that is near is that one
	}
	if up {
		var carry uint64
		lo, carry = bits.Add64(lo, 1, 0)
		hi += carry
	}
	return Whole{Hi: hi, Lo: lo, Negative: negative && hi|lo != 0}, true
}

// scale is 10^places, also as a binary number, and that many times 2^−40 and itself, made greater.
type scale struct {
	by               uint64
	perUnit          float64
	double, inflated float64 // 10^places, and a little more
}

var scales = func() (all [19]scale) {
	for places := range all {
		x := float64(tens[places])
		all[places] = scale{tens[places], x * power2(-40) * inflate * inflate, x, x * inflate * inflate}
	}
	return all
}()

// plain rounds what most often comes: below 2^24, with less than 2^64 of the last
// place, and farther from a middle than its error.
//
// F, the first 64 bits of the fraction f, is ⌊f·2^64⌋. From the middle, 2^63, X is F − 2^63 or more
// away where it is above, and more than 2^63 − 1 − F below: in both cases the 63
// bits of F behind the first, or their complement. The error is err·10^places
// units of 2^−104, times 2^−40 in those of 2^−64; the factor perUnit holds it, by
// one inflate for what err may lack (see Sum) and by another for the two products
// of binary numbers, each of which loses 2^−53. A distance above ⌊err·perUnit⌋ is
// at least 1 above it, and that is above the error.
func (s *Sum) plain(by *scale) (w Whole, sure bool) {
	low, mid, high := s.low, s.mid, s.high
	negative := high>>63 == 1
	if negative {
		var c uint64
		low, c = bits.Sub64(0, low, 0)
		mid, c = bits.Sub64(0, mid, c)
		high, _ = bits.Sub64(0, high, c)
	}
	err := s.err * by.perUnit
	if high != 0 || !(err < 1<<62) {
		return w, false
	}
	above, w0 := bits.Mul64(low, by.by)
	w2, w1 := bits.Mul64(mid, by.by)
	w1, c := bits.Add64(w1, above, 0)
	w2 += c
	f := w1<<24 | w0>>40
	below := f>>63 - 1 // all bits where X is below its middle, else none
	const rest = 1<<63 - 1
	if w2>>40 != 0 || int64((f^below)&rest) <= int64(err) {
		return w, false
	}
	w.Lo = w1>>40 | w2<<24
	if below == 0 {
		w.Lo++
		if w.Lo == 0 {
			w.Hi = 1
		}
	}
	w.Negative = negative && w.Lo|w.Hi != 0
	return w, true
}

// scaled returns an integer of three words times a word.
func scaled(low, mid, high, by uint64) (w0, w1, w2, w3 uint64) {
	a1, w0 := bits.Mul64(low, by)
	b1, b0 := bits.Mul64(mid, by)
	c1, c0 := bits.Mul64(high, by)
	var c uint64
	w1, c = bits.Add64(a1, b0, 0)
	w2, c = bits.Add64(b1, c0, c)
	return w0, w1, w2, c1 + c
}

// fromMiddle returns how far the fraction high:low of 104 bits is from its middle,
// in its last place and not more than it is.
func fromMiddle(high, low uint64) float64 {
	high -= 1 << 39
	if high>>63 == 1 {
		var borrow uint64
		low, borrow = bits.Sub64(0, low, 0)
		high, _ = bits.Sub64(0, high, borrow)
	}
	return (float64(high)*power2(64) + float64(low)) * (1 - 1.0/(1<<50))
}

// Middle reports whether the true value is certainly a middle between two reported
// digits: one is within E, and both are multiples of something larger than 2E.
func (s Sum) Middle(places int, m Multiple) bool {
	low, mid, high, _ := s.magnitude()
	w0, w1, _, _ := scaled(low, mid, high, tens[places])
	length, known := m.Length(places)
	e := s.bound()
	return known && apart(e*power2(-fraction), length) && !(fromMiddle(w1&(1<<40-1), w0) > e*float64(tens[places])*inflate)
}
