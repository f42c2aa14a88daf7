package vocabulary

import (
	"math"
	"strconv"

	"github.com/shopspring/decimal"
)

// mostPlaces bounds the decimals of a machine number that is reported, and
// largestFloat its size, so that every format can print it without an exponent.
const (
	mostPlaces   = 30
	largestFloat = 1e30
)

// RoundedEstimate returns x with six significant digits, null where it is no
// number or beyond 1e30. What is less than 1e-25 has the fewer of them.
func RoundedEstimate(x float64) Rounded {
	if math.IsNaN(x) || math.Abs(x) > largestFloat {
		return Rounded{}
	}
	d, err := decimal.NewFromString(strconv.FormatFloat(x, 'e', EstimateDigits-1, 64))
	if err != nil {
		return Rounded{}
	}
	if -d.Exponent() > mostPlaces {
		d = d.Round(mostPlaces)
	}
	return RoundedDecimal(d)
}

// RoundedFloat returns x with so many decimals, rounded half away from zero in
// its shortest decimal form; null where it is no number or beyond 1e30.
func RoundedFloat(x float64, places int) Rounded {
	if math.IsNaN(x) || math.Abs(x) > largestFloat {
		return Rounded{}
	}
	return RoundedDecimal(withPlaces(decimal.NewFromFloat(x), places))
}

// withPlaces rounds to so many decimals and keeps the zeros among them.
func withPlaces(d decimal.Decimal, places int) decimal.Decimal {
	return decimal.RequireFromString(d.StringFixed(int32(places)))
}

// RoundedTo returns an exact decimal with so many decimals, rounded half away
// from zero.
func RoundedTo(d decimal.Decimal, places int) Rounded { return RoundedDecimal(withPlaces(d, places)) }
