package vocabulary_test

import (
	"math/big"
	"testing"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// A figure is printed with all its decimals, as the decimal library prints it.
func TestRoundedPrintsItsDecimals(t *testing.T) {
	for text, want := range map[string]string{"0": "0", "0.00": "0.00", "-0.00": "0.00", "1950.00": "1950.00", "-0.000001": "-0.000001",
		"0.5": "0.5", "1e3": "1000", "18446744073709551616": "18446744073709551616", "-340282366920938463463374607431768211455": "-340282366920938463463374607431768211455",
		"0.0000000001": "0.0000000001", "10000000000000000000.00": "10000000000000000000.00", "1000000000000000.0000000000": "1000000000000000.0000000000"} {
		x := vocabulary.RoundedDecimal(decimal.RequireFromString(text))
		if got := x.String(); got != want {
			t.Errorf("%s is printed as %s, not %s", text, got, want)
		}
	}
}

// Any integer of 128 bits with any number of places comes back as it went in.
func TestRoundedKeepsDigits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		high, low := rapid.Uint64().Draw(t, "high"), rapid.Uint64().Draw(t, "low")
		places, negative := rapid.IntRange(0, 20).Draw(t, "places"), rapid.Bool().Draw(t, "negative")
		x := vocabulary.NewRounded(negative, high, low, places)
		n := new(big.Int).Lsh(new(big.Int).SetUint64(high), 64)
		n.Or(n, new(big.Int).SetUint64(low))
		if negative {
			n.Neg(n)
		}
		d := decimal.NewFromBigInt(n, -int32(places))
		if got, want := x.String(), d.StringFixed(int32(places)); got != want {
			t.Fatalf("%s, not %s", got, want)
		}
		if !x.Decimal().Equal(d) || x.Sign() != d.Sign() || vocabulary.RoundedDecimal(d) != x {
			t.Fatalf("%s does not come back as %s", x, d)
		}
	})
}

// A figure without a value is null, whatever is asked of it.
func TestRoundedNull(t *testing.T) {
	var x vocabulary.Rounded
	if !x.IsNull() || x.Sign() != 0 || len(x.Append(nil)) != 0 || x.String() != "null" || !x.Decimal().IsZero() {
		t.Errorf("null is %v", x)
	}
	if got := vocabulary.RoundedWhole(-12); got.Int() != -12 || got.String() != "-12" {
		t.Errorf("−12 is %s", got)
	}
}
