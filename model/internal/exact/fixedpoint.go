package exact

import (
	"math"
	"math/big"
)

// fixedPoint is a sequence of numbers as integers with so many decimals.
type fixedPoint struct {
	values []*big.Int
	places int
	bits   int     // the longest value's
	size   float64 // log10 of the largest, at least that of its error
	bound  float64 // |error| of each < 10^bound, where rough
	rough  bool
	clean  int // so many of the first are exact
}

// fixed writes numbers with as many decimals as the longest of them has, at most
// three fifths of the working precision: far beyond what is reported, and short
// fields make a short product.
func (a *Arithmetic) fixed(x []Number) fixedPoint { return a.fixedAt(x, a.digits*3/5) }

// fixedAt writes numbers with at most so many decimals.
func (a *Arithmetic) fixedAt(x []Number, most int) fixedPoint {
	f := fixedPoint{bound: least, size: least}
	var rest big.Int
	for _, v := range x {
		f.places = max(f.places, min(-v.exp, most))
	}
	for i, v := range x {
		value := new(big.Int)
		switch shift := v.exp + f.places; {
		case v.sign() == 0:
		case shift >= 0:
			value.Mul(v.coef, pow10(shift))
		default:
			if value.QuoRem(v.coef, pow10(-shift), &rest); rest.Sign() != 0 {
				f.rough, f.bound = true, math.Max(f.bound, -float64(f.places))
			}
		}
		if v.rough {
			f.rough, f.bound = true, math.Max(f.bound, v.bound)
		}
		if !f.rough {
			f.clean = i + 1
		}
		f.size = math.Max(f.size, sizeOf(v))
		f.bits = max(f.bits, value.BitLen())
		f.values = append(f.values, value)
	}
	return f
}

// pad brings the values to so many decimals, which are not fewer than they have.
func (f *fixedPoint) pad(places int) {
	for _, v := range f.values {
		v.Mul(v, pow10(places-f.places))
	}
	f.places = places
}

// pack puts the values side by side, each in a field of so many words.
func (f fixedPoint) pack(width int) *big.Int {
	words := make([]big.Word, width*len(f.values))
	for i, v := range f.values {
		copy(words[i*width:], v.Bits())
	}
	return new(big.Int).SetBits(words)
}
