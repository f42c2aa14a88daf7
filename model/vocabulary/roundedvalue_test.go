package vocabulary_test

import (
	"fmt"
	"math"
	"strconv"
	"testing"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func rounded(text string) vocabulary.Rounded {
	return vocabulary.RoundedDecimal(decimal.RequireFromString(text))
}

// The other sign, and none of zero and of what is null.
func TestRoundedNeg(t *testing.T) {
	for text, want := range map[string]string{"1.50": "-1.50", "-1.50": "1.50", "0.00": "0.00", "18446744073709551616": "-18446744073709551616"} {
		x := rounded(text)
		if got := x.Neg(); got.String() != want || got.Sign() != -x.Sign() || got.Neg() != x {
			t.Errorf("−(%s) is %s", text, got)
		}
	}
	if null := (vocabulary.Rounded{}).Neg(); !null.IsNull() || null.Sign() != 0 {
		t.Errorf("%v", null)
	}
	if zero := vocabulary.NewRounded(true, 0, 0, 2); zero.Sign() != 0 || zero.String() != "0.00" {
		t.Errorf("−0 is %s", zero)
	}
}

// A binary number is the nearest there is, on both sides of what divides exactly.
func TestRoundedFloat64(t *testing.T) {
	for _, text := range []string{"0.1", "-0.3", "1234567.891", "9007199254740991", "9007199254740993", "0.0000000000000000000001", "1000000000000000.0000000001",
		"-340282366920938463463374607431768211455", "18446744073709551616.5", "0.00"} {
		want, _ := strconv.ParseFloat(text, 64)
		if got := rounded(text).Float64(); got != want || math.Signbit(got) != (want < 0) {
			t.Errorf("%s is %v, not %v", text, got, want)
		}
	}
	if got := (vocabulary.Rounded{}).Float64(); got != 0 {
		t.Errorf("null is %v", got)
	}
}

// Whole numbers come and go with their sign.
func TestRoundedWhole(t *testing.T) {
	for _, n := range []int{0, 1, -1, 9, 10, 99, 100, 101, -100, 1200, math.MaxInt, math.MinInt + 1} {
		if x := vocabulary.RoundedWhole(n); x.Int() != n || x.String() != strconv.Itoa(n) || x.IsNull() {
			t.Errorf("%d is %s, %d", n, x, x.Int())
		}
	}
}

// A null figure is no decimal; another is one with its own number of places.
func TestRoundedNullDecimal(t *testing.T) {
	if got := (vocabulary.Rounded{}).NullDecimal(); got.Valid || !got.Decimal.IsZero() {
		t.Errorf("%v", got)
	}
	if got := rounded("-1.500").NullDecimal(); !got.Valid || got.Decimal.Exponent() != -3 || got.Decimal.String() != "-1.5" {
		t.Errorf("%v", got)
	}
}

// Rounding to so many decimals is half away from zero, with the zeros among them.
func TestRoundedTo(t *testing.T) {
	for _, c := range []struct {
		text   string
		places int
		want   string
	}{{"1.005", 2, "1.01"}, {"-1.005", 2, "-1.01"}, {"1.00499999999999999999", 2, "1.00"}, {"7", 3, "7.000"}, {"-0.0004", 3, "0.000"}, {"0.5", 0, "1"}, {"-0.5", 0, "-1"}, {"1e3", 1, "1000.0"}} {
		if got := vocabulary.RoundedTo(decimal.RequireFromString(c.text), c.places).String(); got != c.want {
			t.Errorf("%s to %d is %s, want %s", c.text, c.places, got, c.want)
		}
	}
}

// The largest that is written and the smallest place of it.
func TestRoundedFloatLimits(t *testing.T) {
	for x, null := range map[float64]bool{1e30: false, -1e30: false, 1.0000001e30: true, math.Inf(-1): true} {
		if got := vocabulary.RoundedFloat(x, 2); got.IsNull() != null {
			t.Errorf("%g is %s", x, got)
		}
		if got := vocabulary.RoundedEstimate(x); got.IsNull() != null {
			t.Errorf("an estimate of %g is %s", x, got)
		}
	}
}

// Numbers of one word print as the library prints them, whatever their length and
// places: both writers, at each length where they part.
func TestRoundedPrintsWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		digits, places := rapid.IntRange(1, 19).Draw(t, "digits"), rapid.IntRange(0, 21).Draw(t, "places")
		n := uint64(math.Pow10(digits)) - rapid.Uint64Range(0, 12).Draw(t, "below")
		x := vocabulary.NewRounded(rapid.Bool().Draw(t, "negative"), 0, n, places)
		if got, want := x.String(), x.Decimal().StringFixed(int32(places)); got != want {
			t.Fatalf("%s, not %s", got, want)
		}
	})
}

// Both sides of each power of ten, with the places that have a way of their own and
// with others: what stands before the point, and behind it, is that of the integer.
func TestRoundedPrintsPowers(t *testing.T) {
	for _, places := range []int{0, 1, 2, 3, 6, 8, 10} {
		for power, n := 0, uint64(1); power <= 19; power, n = power+1, n*10 {
			for _, x := range []uint64{n - 1, n, n + 1, 2*n - 1, n/3*2 + 7} {
				digits := fmt.Sprintf("%0*d", places+1, x)
				want := digits[:len(digits)-places]
				if places > 0 {
					want += "." + digits[len(digits)-places:]
				}
				if got := vocabulary.NewRounded(false, 0, x, places).String(); got != want {
					t.Errorf("%d with %d places is %s", x, places, got)
				}
				if got := vocabulary.NewRounded(true, 0, x, places).String(); x > 0 && got != "-"+want {
					t.Errorf("−%d with %d places is %s", x, places, got)
				}
			}
		}
	}
}

// What stands there stays, in memory that is just enough and in some that is more.
func TestRoundedAppendsBehind(t *testing.T) {
	for _, text := range []string{"0", "-9999999.99", "99999999.99", "-1234567890123456.000001", "0.123456789"} {
		x := rounded(text)
		for room := range 80 {
			dst := append(make([]byte, 0, 3+room), "abc"...)
			if got := string(x.Append(dst)); got != "abc"+text {
				t.Fatalf("%s behind abc, with room for %d, is %s", text, room, got)
			}
		}
	}
}
