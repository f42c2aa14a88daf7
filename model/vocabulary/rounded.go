package vocabulary

import (
	"cmp"
	"math/big"

	"github.com/shopspring/decimal"
)

// Rounded is a figure on its way to an answer: an integer of up to 128 bits and
// the number of decimals that stand in it, or null. It is what rounding once
// leaves, so that every format prints the same digits. The zero value is null.
type Rounded struct {
	high, low uint64 // magnitude × 10^places
	places    uint8
	negative  bool // never of zero
	valid     bool
}

// NewRounded returns the figure ±(high·2^64 + low)·10^−places. Zero has no sign.
func NewRounded(negative bool, high, low uint64, places int) Rounded {
	return Rounded{high: high, low: low, places: uint8(places), negative: negative && high|low != 0, valid: true}
}

// Set makes x that figure: in its place, where a copy of it would be waited for.
func (x *Rounded) Set(negative bool, high, low uint64, places int) {
	x.high, x.low, x.places, x.negative, x.valid = high, low, uint8(places), negative && high|low != 0, true
}

// RoundedWhole returns n, a figure without decimals.
func RoundedWhole(n int) Rounded {
	if n < 0 {
		return NewRounded(true, 0, uint64(-n), 0)
	}
	return NewRounded(false, 0, uint64(n), 0)
}

// RoundedDecimal returns d with as many decimals as its exponent has. Its
// coefficient has at most 128 bits, which every figure of a magnitude up to 1e15
// with ten decimals keeps to by far.
func RoundedDecimal(d decimal.Decimal) Rounded {
	if d.Exponent() <= 0 && d.NumDigits() <= 18 {
		n := d.CoefficientInt64()
		return NewRounded(n < 0, 0, magnitude(n), -int(d.Exponent()))
	}
	coefficient, places := d.Coefficient(), -int(d.Exponent())
	if places < 0 {
		coefficient.Mul(coefficient, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(-places)), nil))
		places = 0
	}
	var word big.Int
	size := new(big.Int).Abs(coefficient)
	low := word.And(size, new(big.Int).SetUint64(^uint64(0))).Uint64()
	return NewRounded(coefficient.Sign() < 0, size.Rsh(size, 64).Uint64(), low, places)
}

// IsNull reports whether the figure has no value.
func (x Rounded) IsNull() bool { return !x.valid }

// Sign returns −1, 0 or 1; 0 of a null figure.
func (x Rounded) Sign() int {
	switch {
	case x.high|x.low == 0:
		return 0
	case x.negative:
		return -1
	}
	return 1
}

// Cmp compares two figures: −1, 0 or 1. Null is 0.
func (x Rounded) Cmp(y Rounded) int {
	if x.places != y.places {
		return x.Decimal().Cmp(y.Decimal())
	}
	if x.Sign() != y.Sign() {
		return cmp.Compare(x.Sign(), y.Sign())
	}
	larger := cmp.Or(cmp.Compare(x.high, y.high), cmp.Compare(x.low, y.low))
	if x.negative {
		return -larger
	}
	return larger
}

// Neg returns the figure with the other sign; zero and null stay as they are.
func (x Rounded) Neg() Rounded {
	x.negative = !x.negative && x.high|x.low != 0
	return x
}
