package exact_test

import (
	"math/big"
	"slices"
	"testing"

	"blyant/model/internal/exact"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// polynomialOf has the roots given, times a factor that has none in [0, 1].
func polynomialOf(a *exact.Arithmetic, roots []decimal.Decimal, factor ...string) []exact.Number {
	terms := []exact.Number{}
	for _, f := range factor {
		terms = append(terms, num(f))
	}
	for _, r := range roots {
		next := make([]exact.Number, len(terms)+1)
		for i, x := range terms {
			next[i] = a.Sub(next[i], a.Mul(exact.FromDecimal(r), x))
			next[i+1] = a.Add(next[i+1], x)
		}
		terms = next
	}
	return terms
}

// Roots that a polynomial is made of are found again, however many there are, and
// no other.
func TestRootsOfPolynomials(t *testing.T) {
	a := exact.New(exact.Usual)
	for _, c := range []struct {
		roots  []string
		factor []string
	}{
		{nil, []string{"1"}}, {nil, []string{"-3", "0", "-2"}}, {[]string{"0.5"}, []string{"1"}}, {[]string{"0.25", "0.75"}, []string{"-2"}}, {[]string{"0"}, []string{"1"}},
		{[]string{"0", "0.3"}, []string{"5"}}, {[]string{"1"}, []string{"1"}}, {[]string{"0.2", "1"}, []string{"1"}}, {[]string{"0.1", "0.2", "0.3"}, []string{"1", "1"}},
		{[]string{"0.1", "0.100001"}, []string{"1"}}, {[]string{"0.01", "0.5", "0.98", "0.99"}, []string{"7", "3", "1"}}, {[]string{"0.6"}, []string{"2", "1", "1"}},
	} {
		var roots []decimal.Decimal
		for _, r := range c.roots {
			roots = append(roots, decimal.RequireFromString(r))
		}
		found := exact.NewPolynomial(a, polynomialOf(a, roots, c.factor...)).Roots()
		if len(found) != len(roots) {
			t.Errorf("roots %v: %d found", c.roots, len(found))
			continue
		}
		for i, x := range found {
			if a.Exceeds(a.Sub(x, exact.FromDecimal(roots[i])), -28) {
				t.Errorf("roots %v: %v found", c.roots, x.Float64())
			}
		}
	}
	// Beyond the range there are none: 2 − x and x + 1; and none of nothing.
	for _, terms := range [][]exact.Number{{num("2"), num("-1")}, {num("1"), num("1")}, {{}, {}}, {}} {
		if found := exact.NewPolynomial(a, terms).Roots(); len(found) != 0 {
			t.Errorf("%d roots of a polynomial without", len(found))
		}
	}
}

// Distinct roots of any place and number.
func TestRootsOfAny(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := exact.New(exact.Usual)
		places := rapid.SliceOfNDistinct(rapid.Int64Range(1, 99), 0, 4, rapid.ID[int64]).Draw(t, "roots")
		slices.Sort(places)
		var roots []decimal.Decimal
		for _, p := range places {
			roots = append(roots, decimal.New(p, -2))
		}
		found := exact.NewPolynomial(a, polynomialOf(a, roots, "1", "2", "3")).Roots()
		if len(found) != len(roots) {
			t.Fatalf("%v: %d found", places, len(found))
		}
		for i, x := range found {
			if a.Exceeds(a.Sub(x, exact.FromDecimal(roots[i])), -28) {
				t.Fatalf("%v: %v found", places, x.Float64())
			}
		}
	})
}

// A polynomial has the value of its terms.
func TestAt(t *testing.T) {
	a := exact.New(exact.Usual)
	p := exact.NewPolynomial(a, []exact.Number{num("1"), {}, num("-3"), num("0.5")})
	for x, want := range map[string]string{"0": "1", "1": "-1.5", "2": "-7", "-1": "-2.5", "0.5": "0.3125"} {
		if got := p.At(num(x)); a.Cmp(got, num(want)) != 0 {
			t.Errorf("at %s it is %v", x, got.Float64())
		}
	}
}

// The root between two places, of a function that rises and of one that falls,
// straight or bent, to thirty decimals.
func TestBetween(t *testing.T) {
	a := exact.New(exact.Usual)
	for name, c := range map[string]struct {
		f    func(exact.Number) exact.Number
		from int
		want exact.Number
	}{
		"x² = 2 from below":  {func(x exact.Number) exact.Number { return a.Sub(a.Mul(x, x), num("2")) }, -1, a.Root(num("2"), 2)},
		"3x = 1, falling":    {func(x exact.Number) exact.Number { return a.Sub(num("1"), a.Mul(num("3"), x)) }, 1, a.Quo(num("1"), num("3"))},
		"x^20 = 0.5":         {func(x exact.Number) exact.Number { return a.Sub(a.Pow(x, 20), num("0.5")) }, -1, a.Root(num("0.5"), 20)},
		"a root on a middle": {func(x exact.Number) exact.Number { return a.Sub(x, num("1.25")) }, -1, num("1.25")},
	} {
		got := a.Between(c.f, exact.Number{}, num("2"), c.from)
		if a.Exceeds(a.Sub(got, c.want), -29) || got.Exact() {
			t.Errorf("%s: %v", name, got.Float64())
		}
	}
}

// Sums of products are those of fractions, and exactly 0 where there is nothing.
func TestConvolve(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := exact.New(exact.Usual)
		list := func(label string) (numbers []exact.Number, rats []*big.Rat) {
			for range rapid.IntRange(0, 6).Draw(t, label+" count") {
				d := decimal.New(max(0, rapid.Int64Range(-400, 999).Draw(t, label)), -rapid.Int32Range(0, 5).Draw(t, label+" places"))
				numbers, rats = append(numbers, exact.FromDecimal(d)), append(rats, d.Rat())
			}
			return numbers, rats
		}
		w, wr := list("w")
		x, xr := list("x")
		n := rapid.IntRange(1, 12).Draw(t, "n")
		got := a.Convolve(w, x, n)
		if len(got) != n {
			t.Fatalf("%d sums of %d", len(got), n)
		}
		for j, sum := range got {
			want := new(big.Rat)
			for i := range j + 1 {
				if i < len(wr) && j-i < len(xr) {
					want.Add(want, new(big.Rat).Mul(wr[i], xr[j-i]))
				}
			}
			if a.Round(sum, 12).StringFixed(12) != roundRat(want, 12) || want.Sign() == 0 && !sum.IsZero() {
				t.Fatalf("sum %d is %v, want %s", j, sum.Float64(), want.FloatString(12))
			}
		}
	})
}

// So are those of numbers of either sign, some of which are exactly 0.
func TestConvolveSigned(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := exact.New(exact.Usual)
		list := func(label string) (numbers []exact.Number, rats []*big.Rat) {
			for range rapid.IntRange(1, 6).Draw(t, label+" count") {
				d := decimal.New(rapid.Int64Range(-9, 9).Draw(t, label), -rapid.Int32Range(0, 5).Draw(t, label+" places"))
				numbers, rats = append(numbers, exact.FromDecimal(d)), append(rats, d.Rat())
			}
			return numbers, rats
		}
		w, wr := list("w")
		x, xr := list("x")
		got := a.ConvolveSigned(w, x)
		if len(got) != len(w)+len(x)-1 {
			t.Fatalf("%d sums of %d and %d", len(got), len(w), len(x))
		}
		for j, sum := range got {
			want := new(big.Rat)
			for i := range wr {
				if j >= i && j-i < len(xr) {
					want.Add(want, new(big.Rat).Mul(wr[i], xr[j-i]))
				}
			}
			if a.Round(sum, 12).StringFixed(12) != roundRat(want, 12) {
				t.Fatalf("sum %d is %v, want %s", j, sum.Float64(), want.FloatString(12))
			}
		}
	})
}

// A sum without a product is exactly 0 also between others, and of rough numbers.
func TestConvolveSignedKeepsZeros(t *testing.T) {
	a := exact.New(exact.Usual)
	third := a.Quo(num("1"), num("3"))
	for j, sum := range a.ConvolveSigned([]exact.Number{third, num("0"), third.Neg()}, []exact.Number{third, num("0"), third}) {
		if want := []string{"0.111111", "0.000000", "0.000000", "0.000000", "-0.111111"}[j]; a.Round(sum, 6).StringFixed(6) != want || j%2 == 1 && !sum.IsZero() {
			t.Errorf("sum %d is %v, want %s", j, sum.Float64(), want)
		}
	}
}

// Sums of rough numbers stay within what they say: a third a period of thirds.
func TestConvolveRough(t *testing.T) {
	a := exact.New(exact.Usual)
	third := a.Quo(num("1"), num("3"))
	for j, sum := range a.Convolve([]exact.Number{third, third, third}, []exact.Number{third, third, third}, 6) {
		want := []int64{1, 2, 3, 2, 1, 0}[j]
		if got := a.Round(sum, 20).StringFixed(20); got != roundRat(big.NewRat(want, 9), 20) || sum.IsZero() != (want == 0) {
			t.Errorf("sum %d is %s", j, got)
		}
	}
}

// A wider arithmetic has so many digits more, and what comes back is cut to those
// of the narrow one.
func TestWiderAndNarrow(t *testing.T) {
	a := exact.New(20)
	third := func(a *exact.Arithmetic) exact.Number { return a.Quo(num("1"), num("3")) }
	wide := exact.New(50)
	if off := wide.Sub(third(a.Wider(30)), third(wide)); wide.Exceeds(off, -40) {
		t.Errorf("a third with thirty digits more is off by %v", off.Float64())
	}
	back := a.Narrow([]exact.Number{third(a.Wider(30)), num("0.5"), {}}) // nobody else holds them
	if off := -wide.Sub(back[0], third(wide)).Float64(); off > 1e-19 || off < 1e-22 || back[0].Exact() || !back[1].Exact() || !back[2].IsZero() {
		t.Errorf("cut to twenty digits it is off by %v", off)
	}
}

// How many digits an error grows by is never said to be less than it is: of plans
// that die out, stay, grow, and swing.
func TestSpreading(t *testing.T) {
	near := func(values ...float64) (list []exact.Near) {
		for _, v := range values {
			list = append(list, exact.Near{Value: v})
		}
		return list
	}
	many := func(x float64, n int) []exact.Near { return near(slices.Repeat([]float64{x}, n)...) }
	for name, c := range map[string]struct {
		c, u                []exact.Near
		least, most, within int
	}{
		"nobody brings anybody":        {nil, many(5, 40), 1, 1, 40},
		"each brings a half":           {near(0.5), many(5, 40), 1, 2, 40},  // E is at most 2
		"each brings another":          {near(1), many(1, 100), 3, 4, 100},  // E is 100
		"each brings two":              {near(2), many(1, 30), 10, 11, 30},  // 2^30
		"each brings ten":              {near(10), many(1, 40), 17, 20, 18}, // too large by the 18th
		"each turns away two of three": {near(-2), many(3, 30), 1, 11, 30},
		"none are left for certain":    {near(-1000), append(near(5), many(1, 20)...), 1, 2, 21},
	} {
		digits, steps := exact.Spreading(c.c, c.u)
		if digits < c.least || digits > c.most || steps != c.within {
			t.Errorf("%s: %d digits in %d steps, want %d to %d in %d", name, digits, steps, c.least, c.most, c.within)
		}
	}
}
