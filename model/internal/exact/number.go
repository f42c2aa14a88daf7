// Package exact computes with decimal numbers of a bounded count of significant
// digits and knows how far each result may be from the true one.
//
// A Number is coef·10^exp with an exponent that never overflows in use, so that
// 1e−361 times 1e360 keeps its digits. Results that fit the working precision
// are exact and say so; others carry a bound on their error. Rounding, signs and
// comparisons look at that bound: where it leaves the answer open they mark the
// Arithmetic as unsure, and Decide computes the whole again with more digits. At
// the last precision what still cannot be told apart is equal. So a figure that
// lies exactly between two reported digits is rounded as it should be, which no
// fixed number of digits gives.
//
// The error bound is an exponent: |true − computed| < 10^bound. Eight digits
// beyond the precision's own rounding are set aside, enough for chains of a
// hundred million operations, of which no calculation here has a thousandth;
// loss by cancellation is carried exactly.
package exact

import (
	"math"
	"math/big"
	"math/bits"

	"github.com/shopspring/decimal"
)

// Number is a decimal number and a bound on its error. The zero value is an
// exact 0. Numbers are values: no operation changes its operands.
type Number struct {
	coef  *big.Int // nil is 0; never written to once it is here
	exp   int
	bound float64 // |error| < 10^bound, where rough
	rough bool    // not exact
}

// slack is the number of digits set aside for errors that add up.
const slack = 8.0

// least is the magnitude below which a number is taken for 0 (with that bound):
// far below anything that a reported figure of 10 decimals can see.
const least = -1e9

// FromInt returns n.
func FromInt(n int) Number { return Number{coef: big.NewInt(int64(n))} }

// FromDecimal returns d, exactly.
func FromDecimal(d decimal.Decimal) Number {
	return Number{coef: d.Coefficient(), exp: int(d.Exponent())}
}

// FromNull returns d, and 0 where it is not valid.
func FromNull(d decimal.NullDecimal) Number {
	if !d.Valid {
		return Number{}
	}
	return FromDecimal(d.Decimal)
}

// Neg returns −x.
func (x Number) Neg() Number {
	if x.coef != nil {
		x.coef = newInt().Neg(x.coef)
	}
	return x
}

// newInt returns an integer with room for a product of two numbers of the usual
// precision, so that it is allocated in one piece with its digits.
func newInt() *big.Int {
	var room struct {
		big.Int
		words [9]big.Word
	}
	return room.SetBits(room.words[:0])
}

// IsZero reports whether x is an exact 0.
func (x Number) IsZero() bool { return !x.rough && x.sign() == 0 }

// Exact reports whether x has no error.
func (x Number) Exact() bool { return !x.rough }

// Log returns the natural logarithm of |x| and the sign of x, good to about 15
// digits: a place to start a search from.
func (x Number) Log() (log float64, sign int) {
	if x.sign() == 0 {
		return math.Inf(-1), 0
	}
	var mantissa big.Float
	exponent := mantissa.SetInt(x.coef).MantExp(&mantissa)
	m, _ := mantissa.Float64()
	return math.Log(math.Abs(m)) + float64(exponent)*math.Ln2 + float64(x.exp)*math.Ln10, x.sign()
}

// Float64 returns the nearest binary number, for drawing and for starting values.
func (x Number) Float64() float64 {
	log, sign := x.Log()
	return float64(sign) * math.Exp(log)
}

func (x Number) sign() int {
	if x.coef == nil {
		return 0
	}
	return x.coef.Sign()
}

// size returns log10 |x|, good to about nine digits; x is not 0.
func (x Number) size() float64 {
	words := x.coef.Bits()
	top := len(words) - 1
	mantissa := float64(words[top])
	if top > 0 {
		mantissa += float64(words[top-1]) / (1 << bits.UintSize)
	}
	return math.Log10(mantissa) + float64(top*bits.UintSize)*log2 + float64(x.exp)
}

const log2 = 0.30102999566398120 // log10 2

// digits returns the most decimal digits that a number of so many bits has.
func digits(bits int) int { return bits*30103/100000 + 1 }

// FromBigInt returns n.
func FromBigInt(n *big.Int) Number { return Number{coef: new(big.Int).Set(n)} }
