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
	for range max(0, x.Exponent()-exponent) {
		high, low := bits.Mul64(magnitude(n), 10)
		if high != 0 || low >= 1<<63 {
			return 0, false
		}
		n *= 10
	}
	return n, true
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}
