package vocabulary

import (
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// Numbers of any length and sign compare as the decimals do.
func TestCompare(t *testing.T) {
	number := rapid.Custom(func(t *rapid.T) decimal.Decimal {
		return decimal.New(rapid.Int64().Draw(t, "coefficient"), rapid.Int32Range(-25, 3).Draw(t, "exponent"))
	})
	rapid.Check(t, func(t *rapid.T) {
		x, y := number.Draw(t, "x"), number.Draw(t, "y")
		if rapid.Bool().Draw(t, "near") {
			y = x.Shift(rapid.Int32Range(-1, 1).Draw(t, "shift")).Add(decimal.New(rapid.Int64Range(-1, 1).Draw(t, "off"), x.Exponent()-2))
		}
		if got := compare(x, y); got != x.Cmp(y) {
			t.Fatalf("%v and %v compare as %d", x, y, got)
		}
	})
}
