package vocabulary

import (
	"math"
	"math/big"

	"github.com/shopspring/decimal"
)

// Decimal returns the figure as a decimal with that many places, 0 where it is
// null.
func (x Rounded) Decimal() decimal.Decimal {
	magnitude := new(big.Int).SetUint64(x.high)
	magnitude.Or(magnitude.Lsh(magnitude, 64), new(big.Int).SetUint64(x.low))
	if x.negative {
		magnitude.Neg(magnitude)
	}
	return decimal.NewFromBigInt(magnitude, -int32(x.places))
}

// NullDecimal returns the figure as a decimal, not valid where it is null.
func (x Rounded) NullDecimal() decimal.NullDecimal {
	return decimal.NullDecimal{Decimal: x.Decimal(), Valid: x.valid}
}

// Int returns a figure without decimals as an integer, 0 where it is null.
func (x Rounded) Int() int {
	if x.negative {
		return -int(x.low)
	}
	return int(x.low)
}

// Float64 returns the nearest binary number, for drawing and bounds; 0 where it is
// null. The quotient of two numbers that are exact is the nearest to the true one.
func (x Rounded) Float64() float64 {
	const exactBits, exactPowers = 53, 22
	if x.high == 0 && x.low < 1<<exactBits && x.places <= exactPowers {
		return float64(x.Sign()) * (float64(x.low) / math.Pow10(int(x.places)))
	}
	return x.Decimal().InexactFloat64()
}

// String returns the digits, and "null" of a null figure.
func (x Rounded) String() string {
	if !x.valid {
		return "null"
	}
	return string(x.Append(nil))
}
