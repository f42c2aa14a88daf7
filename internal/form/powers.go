package form

import (
	"github.com/shopspring/decimal"
)

// digitsOfPowers are enough that no rounded place depends on them.
const digitsOfPowers = 16

// power is x^times; 0 stays 0, and what cannot be raised stays too.
func (c conversion) power(x decimal.Decimal) decimal.Decimal { return powered(x, c.times) }

func powered(x, exponent decimal.Decimal) decimal.Decimal {
	if !x.IsPositive() || x.Equal(one) || exponent.Equal(one) {
		return x
	}
	raised, err := x.PowWithPrecision(exponent, digitsOfPowers)
	if err != nil {
		return x
	}
	return raised
}
