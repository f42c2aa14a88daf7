package exact_test

import (
	"errors"
	"math"
	"math/big"
	"testing"

	"blyant/model/internal/exact"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// Numbers come from decimals and integers exactly, 0 among them, and are values:
// what is done with one leaves it as it was.
func TestNumbersAreValues(t *testing.T) {
	a := exact.New(exact.Usual)
	x, y := num("12.5"), num("-0.125")
	_, _, _, _, _ = a.Add(x, y), a.Sub(x, y), a.Mul(x, y), a.Quo(x, y), a.Pow(y, 3)
	_, _, _ = x.Neg(), a.Root(x, 2), a.Round(x, 0)
	if a.Cmp(x, num("12.5")) != 0 || a.Cmp(y, num("-0.125")) != 0 {
		t.Errorf("%v and %v", x.Float64(), y.Float64())
	}
	n := big.NewInt(7)
	seven := exact.FromBigInt(n)
	n.SetInt64(9)
	if a.Cmp(seven, exact.FromInt(7)) != 0 {
		t.Errorf("a number follows the integer that it was made of: %v", seven.Float64())
	}
	null := exact.FromNull(decimal.NullDecimal{Decimal: decimal.NewFromInt(3)})
	if !null.IsZero() || !exact.FromNull(decimal.NewNullDecimal(decimal.NewFromInt(3))).Exact() || !(exact.Number{}).IsZero() || num("0.00").Exact() != true {
		t.Error("what is absent is not 0")
	}
	if a.Sign(exact.Number{}.Neg()) != 0 || a.Sign(num("-1").Neg()) != 1 {
		t.Error("signs of what is turned round")
	}
}

// What fits the digits is exact and says so; what is cut does not, and an exact 0
// takes the error of what it is multiplied by away.
func TestExactness(t *testing.T) {
	a := exact.New(20)
	third := a.Quo(exact.FromInt(1), exact.FromInt(3))
	for name, c := range map[string]struct {
		x     exact.Number
		exact bool
	}{
		"a quotient that ends":       {a.Quo(num("1"), num("8")), true},
		"one that does not":          {third, false},
		"a product that fits":        {a.Mul(num("1234567890"), num("1234567890")), true},
		"one that does not fit":      {a.Mul(num("12345678901"), num("12345678901")), false},
		"a sum across the digits":    {a.Add(num("1e25"), num("1")), false},
		"nothing of something rough": {a.Mul(third, exact.Number{}), true},
		"rough and exact":            {a.Add(third, num("1")), false},
	} {
		if c.x.Exact() != c.exact {
			t.Errorf("%s is exact: %v", name, c.x.Exact())
		}
	}
	var all exact.Arithmetic // without limit
	if long := all.Pow(num("1.0000001"), 300); !long.Exact() || all.Cmp(long, all.Mul(all.Pow(num("1.0000001"), 299), num("1.0000001"))) != 0 {
		t.Error("an arithmetic without limit cuts")
	}
}

// Logarithms and binary numbers near enough to start a search from, of numbers
// beyond any binary one as well.
func TestLogAndFloat64(t *testing.T) {
	for text, want := range map[string]float64{"1": 0, "-2.5": math.Log(2.5), "1e-400": -400 * math.Ln10, "123456789e300": math.Log(123456789) + 300*math.Ln10, "0.001": -3 * math.Ln10} {
		log, sign := num(text).Log()
		if math.Abs(log-want) > 1e-12*(1+math.Abs(want)) || sign != num(text).Cut(500).Sign() {
			t.Errorf("ln |%s| is %v, sign %d", text, log, sign)
		}
	}
	if log, sign := (exact.Number{}).Log(); !math.IsInf(log, -1) || sign != 0 {
		t.Errorf("ln 0 is %v, %d", log, sign)
	}
	for text, want := range map[string]float64{"0": 0, "-0.1": -0.1, "1e12": 1e12, "1e-400": 0} {
		if got := num(text).Float64(); math.Abs(got-want) > 1e-13*math.Abs(want) {
			t.Errorf("%s is %v", text, got)
		}
	}
}

// Sizes beside powers of ten: at the power itself a number does not exceed it.
func TestExceeds(t *testing.T) {
	a := exact.New(exact.Usual)
	for _, c := range []struct {
		text  string
		power int
		want  bool
	}{
		{"1000", 3, false}, {"-1000", 3, false}, {"1000.0000000000000001", 3, true}, {"-1000.01", 3, true}, {"999.999", 3, false}, {"9999", 3, true}, {"0", -30, false},
		{"1e-3", -3, false}, {"0.0011", -3, true}, {"1e40", 15, true}, {"1e15", 15, false},
	} {
		if got := a.Exceeds(num(c.text), c.power); got != c.want {
			t.Errorf("%s exceeds 10^%d: %v", c.text, c.power, got)
		}
	}
}

// Powers by squaring, to exponents that no loop counts to.
func TestPow(t *testing.T) {
	a := exact.New(exact.Usual)
	if one := a.Pow(exact.Number{}, 0); a.Cmp(one, exact.FromInt(1)) != 0 {
		t.Error("0 to the 0 is not 1")
	}
	rapid.Check(t, func(t *rapid.T) {
		d, n := decimal.New(rapid.Int64Range(-99, 99).Draw(t, "x"), -1), rapid.IntRange(0, 20).Draw(t, "n")
		want := big.NewRat(1, 1)
		for range n {
			want.Mul(want, d.Rat())
		}
		if got := a.Round(a.Pow(exact.FromDecimal(d), n), 20).StringFixed(20); got != roundRat(want, 20) {
			t.Fatalf("%s^%d is %s, want %s", d, n, got, roundRat(want, 20))
		}
	})
	// (1 + 10^−20)^(10^20) is e, to twenty digits and some more.
	n, _ := new(big.Int).SetString("100000000000000000000", 10)
	e := a.PowBig(num("1.00000000000000000001"), n)
	if off := math.Abs(e.Float64() - math.E); off > 1e-12 {
		t.Errorf("e is %v", e.Float64())
	}
}

// A calculation that decides nothing that it cannot is made once; its error is
// handed on, of the second run where there is one.
func TestDecideRunsAgain(t *testing.T) {
	runs := 0
	wrong := errors.New("wrong")
	if err := exact.Decide(5, func(*exact.Arithmetic) error { runs++; return wrong }); !errors.Is(err, wrong) || runs != 1 {
		t.Errorf("%v after %d runs", err, runs)
	}
	runs = 0
	err := exact.Decide(5, func(a *exact.Arithmetic) error {
		runs++
		third := a.Quo(num("1"), num("3"))
		if a.Cmp(a.Add(a.Add(third, third), third), num("1")) != 0 {
			t.Error("three thirds are not one")
		}
		if runs == 2 {
			return wrong
		}
		return nil
	})
	if !errors.Is(err, wrong) || runs != 2 {
		t.Errorf("%v after %d runs", err, runs)
	}
}

// Round says it is unsure wherever the error reaches a middle, also of what is as
// good as nothing, and sure otherwise.
func TestRoundNearNothing(t *testing.T) {
	for name, c := range map[string]struct {
		of   func() exact.Number
		runs int
		want string
	}{
		"nothing, nearly":          {func() exact.Number { return exact.Vague(exact.Number{}, -30) }, 1, "0.00"},
		"nothing, vaguely":         {func() exact.Number { return exact.Vague(exact.Number{}, -2) }, 2, "0.00"},
		"a whole, nearly":          {func() exact.Number { return exact.Vague(num("7"), -30) }, 1, "7.00"},
		"a whole, vaguely":         {func() exact.Number { return exact.Vague(num("7"), -1) }, 2, "7.00"},
		"a middle, nearly":         {func() exact.Number { return exact.Vague(num("0.005"), -30) }, 2, "0.01"},
		"beside one":               {func() exact.Number { return exact.Vague(num("0.0051"), -30) }, 1, "0.01"},
		"below a tenth of a place": {func() exact.Number { return exact.Vague(num("0.0004"), -30) }, 1, "0.00"},
		"negative, at a middle":    {func() exact.Number { return exact.Vague(num("-0.015"), -30) }, 2, "-0.02"},
	} {
		runs, got := 0, ""
		_ = exact.Decide(1, func(a *exact.Arithmetic) error {
			runs++
			got = a.Round(c.of(), 2).StringFixed(2)
			return nil
		})
		if got != c.want || runs != c.runs {
			t.Errorf("%s: %s after %d runs, want %s after %d", name, got, runs, c.want, c.runs)
		}
	}
}
