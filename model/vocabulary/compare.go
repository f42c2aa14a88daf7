package vocabulary

import (
	"cmp"
	"math/bits"

	"github.com/shopspring/decimal"
)

// compare compares two numbers as decimal.Decimal.Cmp does, without allocating
// where their digits fit into a word.
func compare(x, y decimal.Decimal) int {
	if x.Exponent() == y.Exponent() {
		return x.Cmp(y)
	}
	a, aFits := word(x, y.Exponent())
	b, bFits := word(y, x.Exponent())
	if !aFits || !bFits {
		return x.Cmp(y)
	}
	return cmp.Compare(a, b)
}

// word returns the coefficient of x at the lower of its exponent and another,
// where that fits into a word.
func word(x decimal.Decimal, exponent int32) (n int64, fits bool) {
	if x.NumDigits() > 18 {
		return 0, false
	}
	n = x.CoefficientInt64()
	shift := x.Exponent() - exponent
	if shift <= 0 {
		return n, true
	}
	if int(shift) >= len(powersOfTen) {
		return 0, n == 0
	}
	high, low := bits.Mul64(magnitude(n), powersOfTen[shift])
	return n * int64(powersOfTen[shift]), high == 0 && low < 1<<63
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// limit is a number with few digits: coefficient·10^−places.
type limit struct {
	coefficient int64
	places      int
	known       bool
}

func limitOf(x decimal.Decimal) limit {
	if x.Exponent() > 0 || x.NumDigits() > 18 {
		return limit{}
	}
	return limit{x.CoefficientInt64(), -int(x.Exponent()), true}
}

// at returns the coefficient that the limit has with so many places, where that
// fits into a word.
func (l *limit) at(places int) (coefficient int64, known bool) {
	shift := places - l.places
	if !l.known || shift < 0 || shift >= len(powersOfTen) {
		return 0, false
	}
	high, low := bits.Mul64(magnitude(l.coefficient), powersOfTen[shift])
	return l.coefficient * int64(powersOfTen[shift]), high == 0 && low < 1<<63
}
