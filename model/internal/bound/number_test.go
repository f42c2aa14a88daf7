package bound_test

import (
	"math/big"
	"testing"

	"blyant/model/internal/bound"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func number(text string) bound.Number { return bound.FromDecimal(decimal.RequireFromString(text)) }

// rat is the number as a fraction.
func rat(x bound.Number) *big.Rat {
	r := new(big.Rat).SetFrac(x.Coefficient(), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(x.Places())), nil))
	if x.Sign() < 0 {
		r.Neg(r)
	}
	return r
}

// drawn is a decimal of any length, with zeros at its end now and then.
func drawn(t *rapid.T, label string) decimal.Decimal {
	c := rapid.SampledFrom([]int64{0, 1, -1, 9, 10, -100, 1e18, 999999999999999999, -9223372036854775808, 9223372036854775807}).Draw(t, label)
	if rapid.Bool().Draw(t, label+" any") {
		c = rapid.Int64().Draw(t, label+" coefficient")
	}
	d := decimal.New(c, rapid.Int32Range(-40, 12).Draw(t, label+" exponent"))
	if rapid.IntRange(0, 3).Draw(t, label+" long") == 0 {
		d = d.Mul(decimal.New(rapid.Int64().Draw(t, label+" factor"), -7)).Mul(decimal.New(rapid.Int64Range(1, 1e18).Draw(t, label+" another"), 0))
	}
	return d
}

// Decimals come over as they are, without zeros at the end of their decimals, and
// exact sums, products and comparisons are those of fractions.
func TestNumbersAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, e := drawn(t, "x"), drawn(t, "y")
		x, y := bound.FromDecimal(d), bound.FromDecimal(e)
		if rat(x).Cmp(d.Rat()) != 0 || x.Sign() != d.Sign() || x.Bits() != x.Coefficient().BitLen() || x.Places() < 0 {
			t.Fatalf("%s is %s with %d places", d, rat(x), x.Places())
		}
		if x.Places() > 0 && new(big.Int).Rem(x.Coefficient(), big.NewInt(10)).Sign() == 0 {
			t.Fatalf("%s has zeros at its end: %s of %d places", d, x.Coefficient(), x.Places())
		}
		if got, want := rat(bound.OnePlus(x)), new(big.Rat).Add(big.NewRat(1, 1), d.Rat()); got.Cmp(want) != 0 {
			t.Fatalf("1 + %s is %s", d, got)
		}
		if got, want := rat(x.Mul(y)), new(big.Rat).Mul(d.Rat(), e.Rat()); got.Cmp(want) != 0 {
			t.Fatalf("%s·%s is %s", d, e, got)
		}
		if got := x.Cmp(y); got != d.Cmp(e) || x.Cmp(x) != 0 {
			t.Fatalf("%s and %s compare as %d", d, e, got)
		}
		if x.IsOne() != d.Equal(decimal.NewFromInt(1)) {
			t.Fatalf("%s is one: %v", d, x.IsOne())
		}
	})
}

// Numbers at the ends of a word and of two, where the ways of keeping them meet.
func TestNumbersAtTheEnds(t *testing.T) {
	for _, c := range []struct {
		text   string
		places int
		bits   int
	}{
		{"0", 0, 0}, {"0.000", 0, 0}, {"1.50", 1, 4}, {"-0.25", 2, 5}, {"100", 0, 7}, {"1e3", 0, 10}, {"18446744073709551615", 0, 64}, {"18446744073709551616", 0, 65},
		{"-9223372036854775808", 0, 64}, {"340282366920938463463374607431768211455", 0, 128}, {"340282366920938463463374607431768211456", 0, 129},
		{"0.340282366920938463463374607431768211456", 39, 129}, {"999999999999999999.9", 1, 64}, {"0.100000000000000000000", 1, 1},
	} {
		x := number(c.text)
		if rat(x).Cmp(decimal.RequireFromString(c.text).Rat()) != 0 || x.Places() != c.places || x.Bits() != c.bits {
			t.Errorf("%s is %s with %d places and %d bits", c.text, rat(x), x.Places(), x.Bits())
		}
	}
	for _, n := range []int{0, 1, -1, 1200, -99} {
		if x := bound.Integer(n); rat(x).Cmp(big.NewRat(int64(n), 1)) != 0 || x.Sign() != big.NewInt(int64(n)).Sign() {
			t.Errorf("%d is %s", n, rat(x))
		}
	}
	for _, c := range []struct {
		coefficient uint64
		places      int
		want        string
	}{{0, 5, "0"}, {1500, 3, "1.5"}, {7, 0, "7"}, {10, 7, "0.000001"}, {18446744073709551615, 7, "1844674407370.9551615"}} {
		if x := bound.Scaled(c.coefficient, c.places); x.Cmp(number(c.want)) != 0 || x.Places() != number(c.want).Places() {
			t.Errorf("%d over ten to the %d is %s", c.coefficient, c.places, rat(x))
		}
	}
}

// The numerator in lowest terms, which is what a power of a discount is over.
func TestLowest(t *testing.T) {
	for text, want := range map[string]int64{"1.25": 5, "1.1": 11, "1.5": 3, "0.5": 1, "1.2": 6, "0.04": 1, "1": 1, "3": 3, "1.0625": 17, "2": 2} {
		if got := number(text).Lowest(); got != big.NewInt(want).BitLen() {
			t.Errorf("%s has a numerator of %d bits, want that of %d", text, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		d := decimal.New(rapid.Int64Range(1, 1e18).Draw(t, "coefficient"), rapid.Int32Range(-18, 0).Draw(t, "exponent"))
		if got, want := bound.FromDecimal(d).Lowest(), d.Rat().Num().BitLen(); got < want || got > want && d.NumDigits() <= 18 {
			t.Fatalf("%s: %d bits, want %d", d, got, want)
		}
	})
}

// A power of a fraction has its root, and is never said to have none; one next to
// it has not.
func TestRootsOfPowers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		root := decimal.New(rapid.Int64Range(1, 3000).Draw(t, "root"), -rapid.Int32Range(0, 3).Draw(t, "places"))
		k := rapid.SampledFrom([]int{1, 2, 4, 8, 12, 24, 52}).Draw(t, "k")
		power := decimal.NewFromInt(1)
		for range k {
			power = power.Mul(root)
		}
		x := bound.FromDecimal(power)
		a, b, rational := bound.RootOf(x, k)
		if !rational || !x.MayHaveRoot(k) || new(big.Rat).Quo(rat(a), rat(b)).Cmp(root.Rat()) != 0 {
			t.Fatalf("root %d of %s: %s ÷ %s, %v", k, power, rat(a), rat(b), rational)
		}
		if a, b := rat(a), rat(b); new(big.Int).GCD(nil, nil, a.Num(), b.Num()).Cmp(big.NewInt(1)) != 0 {
			t.Fatalf("%s ÷ %s is not in lowest terms", a, b)
		}
		if k > 1 {
			next := power.Add(decimal.New(1, power.Exponent()-1))
			if _, _, rational := bound.RootOf(bound.FromDecimal(next), k); rational {
				t.Fatalf("%s, next to a power of %d, has a root", next, k)
			}
		}
	})
}
