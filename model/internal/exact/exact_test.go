package exact_test

import (
	"math/big"
	"testing"

	"blyant/model/internal/exact"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func num(text string) exact.Number { return exact.FromDecimal(decimal.RequireFromString(text)) }

// rational turns a drawn decimal into an oracle that shares no code: math/big's
// rational numbers.
func rational(d decimal.Decimal) *big.Rat {
	r, _ := new(big.Rat).SetString(d.String())
	return r
}

// roundRat rounds half away from zero by way of integers.
func roundRat(r *big.Rat, places int) string {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	n := new(big.Int).Mul(r.Num(), scale)
	n.Mul(n, big.NewInt(2))
	n.Abs(n).Add(n, r.Denom())
	n.Quo(n, new(big.Int).Mul(r.Denom(), big.NewInt(2)))
	if r.Sign() < 0 {
		n.Neg(n)
	}
	return decimal.NewFromBigInt(n, int32(-places)).StringFixed(int32(places))
}

func drawDecimal(t *rapid.T, label string) decimal.Decimal {
	return decimal.New(rapid.Int64Range(-1e15, 1e15).Draw(t, label), rapid.Int32Range(-20, 3).Draw(t, label+" exponent"))
}

func TestOperationsEqualRationals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := drawDecimal(t, "x"), drawDecimal(t, "y")
		places := rapid.IntRange(0, 10).Draw(t, "places")
		rx, ry := rational(x), rational(y)
		want := map[string]*big.Rat{
			"add": new(big.Rat).Add(rx, ry), "sub": new(big.Rat).Sub(rx, ry), "mul": new(big.Rat).Mul(rx, ry),
		}
		a := exact.New(exact.Usual)
		nx, ny := exact.FromDecimal(x), exact.FromDecimal(y)
		got := map[string]exact.Number{"add": a.Add(nx, ny), "sub": a.Sub(nx, ny), "mul": a.Mul(nx, ny)}
		if y.Sign() != 0 {
			want["quo"], got["quo"] = new(big.Rat).Quo(rx, ry), a.Quo(nx, ny)
		}
		for name, w := range want {
			if g := a.Round(got[name], places).StringFixed(int32(places)); g != roundRat(w, places) {
				t.Fatalf("%s(%s, %s) to %d places = %s, want %s", name, x, y, places, g, roundRat(w, places))
			}
		}
		if a.Cmp(nx, ny) != rx.Cmp(ry) {
			t.Fatalf("Cmp(%s, %s)", x, y)
		}
	})
}

func TestRootIsInverseOfPow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := decimal.New(rapid.Int64Range(1, 1_000_000_000).Draw(t, "x"), rapid.Int32Range(-9, 0).Draw(t, "exponent"))
		k := rapid.SampledFrom([]int{1, 2, 4, 8, 12, 24, 52, 104}).Draw(t, "k")
		a := exact.New(exact.Usual)
		back := a.Pow(a.Root(exact.FromDecimal(x), k), k)
		off := a.Sub(a.Quo(back, exact.FromDecimal(x)), exact.FromInt(1))
		if a.Exceeds(off, -66) {
			t.Fatalf("(%s^(1/%d))^%d is off by %v", x, k, k, off.Float64())
		}
	})
}

// A fixed number of digits cannot tell these from the middle between two
// reported digits, or from one another; Decide must.
func TestDecideAtTheEdge(t *testing.T) {
	half := num("0.5")
	for _, c := range []struct {
		name    string
		compute func(a *exact.Arithmetic) exact.Number
		want    string
	}{
		{"2 − 0.5^600, times 0.0025, is just below 0.005", func(a *exact.Arithmetic) exact.Number {
			return a.Mul(num("0.0025"), a.Sub(num("2"), a.Pow(half, 600)))
		}, "0.00"},
		{"2 + 0.5^600, times −0.0025, is just beyond −0.005", func(a *exact.Arithmetic) exact.Number {
			return a.Mul(num("-0.0025"), a.Add(num("2"), a.Pow(half, 600)))
		}, "-0.01"},
		{"3·(1/3)·0.005 is 0.005 exactly", func(a *exact.Arithmetic) exact.Number {
			return a.Mul(a.Mul(a.Quo(num("1"), num("3")), num("3")), num("0.005"))
		}, "0.01"},
		{"the square of the root of 2, times 0.0025", func(a *exact.Arithmetic) exact.Number {
			root := a.Root(num("2"), 2)
			return a.Mul(a.Mul(root, root), num("0.0025"))
		}, "0.01"},
		{"a product that underflows any binary number and comes back", func(a *exact.Arithmetic) exact.Number {
			return a.Mul(a.Pow(num("0.00000000000000000001"), 1200), a.Pow(num("100000000000000000000"), 1200))
		}, "1.00"},
	} {
		var got decimal.Decimal
		_ = exact.Decide(600, func(a *exact.Arithmetic) error {
			got = a.Round(c.compute(a), 2)
			return nil
		})
		if got.StringFixed(2) != c.want {
			t.Errorf("%s: %s, want %s", c.name, got.StringFixed(2), c.want)
		}
	}
}

func TestQuoByWhatMayBeNothing(t *testing.T) {
	runs := 0
	_ = exact.Decide(1, func(a *exact.Arithmetic) error {
		runs++
		third := a.Quo(num("1"), num("3"))
		nothing := a.Sub(a.Mul(third, num("3")), num("1"))
		if a.Quo(num("1"), nothing).Float64() != 0 {
			t.Error("a quotient by what may be 0 is 0")
		}
		return nil
	})
	if runs != 2 {
		t.Errorf("computed %d times, want once more with more digits", runs)
	}
}

func TestRoundHasTheDecimalsAskedFor(t *testing.T) {
	a := exact.New(exact.Usual)
	for text, want := range map[string]string{"1950": "1950.00", "-0.001": "0.00", "0": "0.00", "1e12": "1000000000000.00", "-0.005": "-0.01", "12.345": "12.35"} {
		got := a.Round(num(text), 2)
		if got.StringFixed(2) != want || got.Exponent() != -2 || got.IsZero() && got.Sign() != 0 {
			t.Errorf("Round(%s) = %s with exponent %d, want %s", text, got, got.Exponent(), want)
		}
	}
}
