package bound_test

import (
	"math/big"
	"testing"

	"blyant/model/internal/bound"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

var fractions bound.Rational

// same reports whether a fraction is the one that math/big has: their difference
// is 0.
func same(x bound.Ratio, want *big.Rat) bool {
	have := fractions.Plus(bound.Ratio{}, want.Sign() < 0, fractions.Quo(fractions.Number(whole(want.Num())), fractions.Number(whole(want.Denom()))))
	sign, _ := fractions.Sign(fractions.SubSum(x, have), bound.Unknown)
	return sign == 0
}

func whole(n *big.Int) bound.Number { return bound.FromDecimal(decimal.NewFromBigInt(n, 0)) }

// The arithmetic of fractions is that of math/big, 0 and negative sums among its
// operands.
func TestFractionsAreThoseOfBig(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(label string) (bound.Ratio, *big.Rat) {
			d := decimal.New(rapid.Int64Range(0, 5000).Draw(t, label), -rapid.Int32Range(0, 6).Draw(t, label+" places"))
			return fractions.Number(bound.FromDecimal(d)), d.Rat()
		}
		x, xr := draw("x")
		y, yr := draw("y")
		s, u := fractions.Plus(x, true, y), fractions.Plus(y, true, x)
		sr, ur := new(big.Rat).Sub(xr, yr), new(big.Rat).Sub(yr, xr)
		n := rapid.IntRange(0, 25).Draw(t, "n")
		power, series := big.NewRat(1, 1), new(big.Rat)
		for range n {
			series.Add(series, power)
			power.Mul(power, xr)
		}
		sum, last := fractions.Geometric(x, n)
		for name, c := range map[string]struct {
			got  bound.Ratio
			want *big.Rat
		}{
			"product": {fractions.Mul(x, y), new(big.Rat).Mul(xr, yr)}, "sum": {fractions.Add(x, y), new(big.Rat).Add(xr, yr)},
			"difference": {s, sr}, "sum of sums": {fractions.AddSum(s, x), new(big.Rat).Add(sr, xr)}, "difference of sums": {fractions.SubSum(s, u), new(big.Rat).Sub(sr, ur)},
			"product of sums": {fractions.Product(s, u), new(big.Rat).Mul(sr, ur)}, "magnitude": {fractions.Magnitude(s), new(big.Rat).Abs(sr)},
			"power": {fractions.Power(x, n), power}, "last": {last, power}, "series": {sum, series}, "series alone": {fractions.GeometricSum(x, n), series}, "root": {fractions.Root(x, 1), xr},
		} {
			if !same(c.got, c.want) {
				t.Fatalf("%s of %s and %s, %d: not %s", name, xr, yr, n, c.want)
			}
			if c.got.Lowest().Cmp(c.want.Denom()) != 0 {
				t.Fatalf("%s of %s and %s: denominator %s, want %s", name, xr, yr, c.got.Lowest(), c.want.Denom())
			}
		}
		if yr.Sign() != 0 && (!same(fractions.Quo(x, y), new(big.Rat).Quo(xr, yr)) || !same(fractions.Quotient(s, fractions.Plus(bound.Ratio{}, true, y)), new(big.Rat).Quo(sr, new(big.Rat).Neg(yr)))) {
			t.Fatalf("%s ÷ %s, or %s ÷ −%s", xr, yr, sr, yr)
		}
		if sign, sure := fractions.Sign(s, bound.Unknown); !sure || sign != sr.Sign() || fractions.Zero(s) != (sr.Sign() == 0) {
			t.Fatalf("the sign of %s is %d", sr, sign)
		}
		decided(t, s, sr)
	})
}

// decided holds sizes, digits and middles of a fraction.
func decided(t *rapid.T, s bound.Ratio, want *big.Rat) {
	for places := range 4 {
		got, sure := fractions.Round(s, places, bound.Unknown)
		text := decimal.NewFromBigInt(new(big.Int).SetUint64(got.Lo), -int32(places))
		if got.Negative {
			text = text.Neg()
		}
		if rounded := decimal.RequireFromString(want.FloatString(places)); !sure || !text.Equal(rounded) || got.Negative && rounded.IsZero() {
			t.Fatalf("%s to %d is %s, want %s", want, places, text, rounded)
		}
		twice := new(big.Rat).Mul(want, new(big.Rat).SetInt(new(big.Int).Mul(big.NewInt(2), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))))
		if middle := twice.IsInt() && twice.Num().Bit(0) == 1; fractions.Middle(s, places, bound.Unknown) != middle {
			t.Fatalf("%s is a middle to %d: %v", want, places, !middle)
		}
		limit := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
		if above, sure := fractions.Exceeds(s, places, bound.Unknown); !sure || above != (new(big.Rat).Abs(want).Cmp(limit) > 0) {
			t.Fatalf("%s exceeds %s: %v", want, limit, above)
		}
	}
	if f, _ := want.Float64(); fractions.Float64(s) != 0 != (f != 0) || f != 0 && (fractions.Guess(s)-f)/f > 1e-12 {
		t.Fatalf("%s is about %v", want, fractions.Guess(s))
	}
}

// The three arithmetics at the limit of what is reported: 10^15 itself is not above
// it, the least more is, and what is nearer than their error is left open.
func TestLimitOfWhatIsReported(t *testing.T) {
	for text, want := range map[string]bool{"1e15": false, "-1e15": false, "1000000000000000.0000000001": true, "-1000000000000000.0000000001": true, "999999999999999.9999999999": false, "0": false, "1e20": true} {
		x := number(text)
		fast := bound.Fast{}.Plus(bound.Sum{}, x.Sign() < 0, x.Float())
		wide := &bound.Wide{Bits: 256}
		if above, sure := fractions.Exceeds(fractions.Plus(bound.Ratio{}, x.Sign() < 0, fractions.Number(x)), 15, bound.Tenths(x.Places())); !sure || above != want {
			t.Errorf("%s as a fraction: %v", text, above)
		}
		if above, sure := fast.Exceeds(15, bound.Tenths(x.Places())); !sure || above != want {
			t.Errorf("%s with 128 bits: %v, %v", text, above, sure)
		}
		if above, sure := wide.Exceeds(wide.Plus(bound.WideSum{}, x.Sign() < 0, wide.Number(x)), 15, bound.Tenths(x.Places())); !sure || above != want {
			t.Errorf("%s with 256 bits: %v, %v", text, above, sure)
		}
	}
	third := bound.Fast{}.Quo(number("3e15").Float(), number("3").Float())
	if _, sure := (bound.Fast{}).Plus(bound.Sum{}, false, third).Exceeds(15, bound.Unknown); sure {
		t.Error("a third of three times the limit, of which nothing is known, is decided")
	}
	if above, sure := (bound.Fast{}).Plus(bound.Sum{}, false, third).Exceeds(15, bound.Tenths(0)); !sure || above {
		t.Errorf("the limit, known to be whole: %v, %v", above, sure)
	}
}

// At the last precision what cannot be told apart is equal: a middle that nobody
// knows anything of goes away from zero, a difference that may be 0 is 0. Before
// that neither is decided.
func TestLastPrecision(t *testing.T) {
	for _, last := range []bool{false, true} {
		w := &bound.Wide{Bits: 512, Last: last}
		root := w.Root(w.Number(number("2")), 2)
		two := w.Mul(root, root)
		half := w.Plus(bound.WideSum{}, false, w.Mul(two, w.Number(number("0.0025")))) // 0.005, but for the root
		if got, sure := w.Round(half, 2, bound.Unknown); sure != last || last && got != (bound.Whole{Lo: 1}) {
			t.Errorf("last %v: %v, %v", last, got, sure)
		}
		nothing := w.Plus(w.Plus(bound.WideSum{}, false, two), true, w.Number(number("2")))
		if sign, sure := w.Sign(nothing, bound.Unknown); sure != last || sign != 0 {
			t.Errorf("last %v: sign %d, %v", last, sign, sure)
		}
		if sign, sure := w.Sign(nothing, bound.Tenths(0)); !sure || sign != 0 {
			t.Errorf("of a whole number: sign %d, %v", sign, sure)
		}
		less := w.Plus(half, true, w.Number(number("0.0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001")))
		if got, sure := w.Round(less, 2, bound.Unknown); !sure || got != (bound.Whole{}) {
			t.Errorf("a hair below: %v, %v", got, sure)
		}
	}
}
