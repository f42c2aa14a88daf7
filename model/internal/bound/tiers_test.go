package bound

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"
)

// program is a random calculation: the same steps in any arithmetic.
func program[A Arithmetic[F, S], F, S any](a A, seed uint64) (f []F, s []S) {
	rng := rand.New(rand.NewPCG(seed, 1))
	for range 4 {
		places := rng.IntN(9)
		f = append(f, a.Number(FromDecimal(decimal.New(1+rng.Int64N(2000), int32(-places)))))
	}
	for range 8 {
		x, y, n := f[rng.IntN(len(f))], f[rng.IntN(len(f))], rng.IntN(12)
		switch rng.IntN(5) {
		case 0:
			f = append(f, a.Mul(x, y))
		case 1:
			f = append(f, a.Add(x, y))
		case 2:
			f = append(f, a.Quo(x, y))
		case 3:
			f = append(f, a.GeometricSum(f[rng.IntN(4)], n))
		case 4:
			g, p := a.Geometric(f[rng.IntN(4)], n)
			f = append(f, g, p, a.Power(f[rng.IntN(4)], n))
		}
	}
	var sum S
	for _, x := range f {
		sum = a.Plus(sum, rng.IntN(2) == 0, x)
		s = append(s, sum)
	}
	for range 4 {
		x, y := s[rng.IntN(len(s))], s[rng.IntN(len(s))]
		switch rng.IntN(4) {
		case 0:
			s = append(s, a.AddSum(x, y))
		case 1:
			s = append(s, a.SubSum(x, y))
		case 2:
			s = append(s, a.Product(x, y))
		case 3:
			if i := rng.IntN(2); i == 0 {
				s = append(s, a.Product(x, s[0]))
			} else {
				s = append(s, a.Quotient(x, s[0]))
			}
		}
	}
	return f, s
}

func (x Ratio) value(precision uint) *big.Float {
	if x.sign() == 0 {
		return new(big.Float).SetPrec(precision)
	}
	a, b := new(big.Float).SetPrec(precision).SetInt(x.numerator), new(big.Float).SetPrec(precision).SetInt(x.denominator)
	return a.Quo(a, b)
}

// Fast and Wide stay within what they claim of Rational, which has no error.
func TestArithmeticsAgree(t *testing.T) {
	const precision = 3000
	undecided, undecidedDoubles := 0, 0
	for seed := range uint64(1500) {
		exactF, exactS := program(Rational{}, seed)
		fastF, fastS := program(Fast{}, seed)
		doubleF, doubleS := program(Double{}, seed)
		wide := &Wide{Bits: 256 << (seed % 3)}
		wideF, wideS := program(wide, seed)
		for i, x := range exactF {
			truth := x.value(precision)
			if f := doubleF[i]; !f.within(truth) || !math.IsInf(f.err, 1) && (f.x == 0) != (truth.Sign() == 0) {
				t.Fatalf("seed %d, number %d: %v for %v", seed, i, f, truth)
			}
			if f := fastF[i]; f.err < hopeless && ((f.hi == 0) != (truth.Sign() == 0) || f.hi != 0 && units(f, truth) > float64(f.err)) {
				t.Fatalf("seed %d, number %d: %v for %v", seed, i, f, truth)
			}
			f := wideF[i]
			if f.m == nil {
				if truth.Sign() != 0 {
					t.Fatalf("seed %d: 0 for %v", seed, truth)
				}
				continue
			}
			off := new(big.Float).SetPrec(precision).SetInt(f.m)
			off.SetMantExp(off, int(f.exp))
			off.Quo(new(big.Float).SetPrec(precision).Sub(off, truth), off)
			if u, _ := off.SetMantExp(off.Abs(off), wide.Bits-2).Float64(); u > f.err {
				t.Fatalf("seed %d, number %d: off by %v of %v units", seed, i, u, f.err)
			}
		}
		for i, x := range exactS {
			truth := x.value(precision)
			if s := fastS[i]; !math.IsInf(s.err, 1) && offSum(s, truth) > s.bound() {
				t.Fatalf("seed %d, sum %d: %v for %v", seed, i, s, truth)
			}
			if s := wideS[i]; !s.wild {
				off := new(big.Float).SetPrec(precision).SetMantExp(truth, wide.Bits)
				off.Sub(off, new(big.Float).SetPrec(precision).SetInt(s.value()))
				if off.Abs(off).Cmp(new(big.Float).SetInt(s.bound())) > 0 {
					t.Fatalf("seed %d, sum %d is off by %v of %v", seed, i, off, s.err)
				}
			}
			undecided += decisions(t, seed, x, fastS[i], wide, wideS[i])
			if !doubleS[i].within(truth) {
				t.Fatalf("seed %d, sum %d: %v for %v", seed, i, doubleS[i], truth)
			}
			undecidedDoubles += doubleDecisions(t, seed, x, doubleS[i])
		}
	}
	t.Logf("%d decisions left open, by doubles %d", undecided, undecidedDoubles)
}

// doubleDecisions compares those of doubles.
func doubleDecisions(t *testing.T, seed uint64, x Ratio, s DoubleSum) (open int) {
	t.Helper()
	for _, m := range []Multiple{{Bits: x.Lowest().BitLen()}, Unknown} {
		want, _ := Rational{}.Sign(x, m)
		if got, sure := (Double{}).Sign(s, m); !sure {
			open++
		} else if got != want {
			t.Fatalf("seed %d: sign %d of %v", seed, got, x)
		}
		above, _ := Rational{}.Exceeds(x, 3, m)
		if got, sure := (Double{}).Exceeds(s, 3, m); sure && got != above {
			t.Fatalf("seed %d: %v exceeds 1000: %v", seed, x, got)
		}
		for _, places := range []int{0, 2, 6, 10} {
			want, fits := Rational{}.Round(x, places, m)
			got, sure := (Double{}).Round(s, places, m)
			if !sure {
				open++
			} else if fits && got != want {
				t.Fatalf("seed %d: %v to %d places is %v, want %v", seed, x.value(200), places, got, want)
			}
			if (Double{}).Middle(s, places, m) != (Rational{}).Middle(x, places, m) && (Double{}).Middle(s, places, m) {
				t.Fatalf("seed %d: %v is no middle", seed, x.value(200))
			}
		}
	}
	return open
}

// decisions compares signs, sizes and digits where they are claimed to be sure,
// with the denominator in lowest terms as the claim.
func decisions(t *testing.T, seed uint64, x Ratio, s Sum, w *Wide, ws WideSum) (open int) {
	t.Helper()
	claim := Multiple{Bits: x.Lowest().BitLen()}
	for _, m := range []Multiple{claim, Unknown} {
		want, _ := Rational{}.Sign(x, m)
		for i, decide := range []func() (int, bool){func() (int, bool) { return s.Sign(m) }, func() (int, bool) { return w.Sign(ws, m) }} {
			if got, sure := decide(); !sure {
				open++
			} else if got != want {
				t.Fatalf("seed %d, arithmetic %d: sign %d of %v", seed, i, got, x)
			}
		}
		above, _ := Rational{}.Exceeds(x, 3, m)
		if got, sure := s.Exceeds(3, m); sure && got != above {
			t.Fatalf("seed %d: %v exceeds 1000: %v", seed, x, got)
		}
		if got, sure := w.Exceeds(ws, 3, m); sure && got != above {
			t.Fatalf("seed %d: %v exceeds 1000: %v", seed, x, got)
		}
		for _, places := range []int{0, 2, 6, 10} {
			want, fits := Rational{}.Round(x, places, m)
			if !fits {
				continue
			}
			for i, decide := range []func() (Whole, bool){func() (Whole, bool) { return s.Round(places, m) }, func() (Whole, bool) { return w.Round(ws, places, m) }} {
				if got, sure := decide(); !sure {
					open++
				} else if got != want {
					t.Fatalf("seed %d, arithmetic %d: %v to %d places is %v, want %v", seed, i, x.value(200), places, got, want)
				}
			}
		}
	}
	return open
}

// Middles are proven where the denominator is known, and left open where it is
// not; what is a hair off a middle is never taken for it.
func TestTies(t *testing.T) {
	wide := &Wide{Bits: 256}
	for _, c := range []struct {
		text   string
		places int
		want   string
	}{
		{"0.005", 2, "0.01"}, {"-0.005", 2, "-0.01"}, {"0.0049999999999999999999", 2, "0.00"}, {"-0.00499", 2, "0.00"},
		{"5.005", 2, "5.01"}, {"5.00499999999999999999", 2, "5.00"}, {"2.5", 0, "3"}, {"-2.5", 0, "-3"}, {"0.5", 0, "1"},
		{"999999999999999.99995", 4, "1000000000000000.0000"}, {"123456789012345.12345678905", 10, "123456789012345.1234567891"},
		{"-987654321098765.00000000005", 10, "-987654321098765.0000000001"}, {"987654321098765.00000000004999", 10, "987654321098765.0000000000"},
		{"0", 2, "0.00"},
	} {
		x := FromDecimal(decimal.RequireFromString(c.text))
		whole := decimal.RequireFromString(c.want).Shift(int32(c.places)).BigInt()
		// a third and two thirds of it, so that the sum is near and not exact
		third := x.Float().Quo(fromWords(0, 3))
		s := Sum{}.Plus(x.negative, third).Plus(x.negative, third).Plus(x.negative, third)
		wideThird := wide.Quo(wide.Number(x), wide.Number(Integer(3)))
		ws := wide.Plus(wide.Plus(wide.Plus(WideSum{}, x.negative, wideThird), x.negative, wideThird), x.negative, wideThird)
		for _, m := range []Multiple{Tenths(x.places), Tenths(x.places).Over(2)} {
			got, sure := s.Round(c.places, m)
			if n := (Number{hi: got.Hi, lo: got.Lo, negative: got.Negative}).signed(); !sure || n.Cmp(whole) != 0 {
				t.Errorf("%s to %d places: %v, %v", c.text, c.places, n, sure)
			}
			got, sure = wide.Round(ws, c.places, m)
			if n := (Number{hi: got.Hi, lo: got.Lo, negative: got.Negative}).signed(); !sure || n.Cmp(whole) != 0 {
				t.Errorf("%s to %d places: %v, %v", c.text, c.places, n, sure)
			}
		}
	}
	tie := Sum{}.Plus(false, FromDecimal(decimal.New(5005, -3)).Float())
	if _, sure := tie.Round(2, Unknown); sure {
		t.Error("a middle of an unknown denominator is decided")
	}
	if _, sure := tie.Round(2, Tenths(60)); sure {
		t.Error("a middle that 2^−104 cannot tell from its neighbours is decided")
	}
	if _, sure := tie.Plus(true, FromDecimal(decimal.New(5005, -3)).Float()).Sign(Unknown); sure {
		t.Error("the sign of what may be 0 is decided")
	}
	if sign, sure := tie.Plus(true, FromDecimal(decimal.New(5005, -3)).Float()).Sign(Tenths(3)); !sure || sign != 0 {
		t.Error("0 is not seen")
	}
}

func TestRationalRoots(t *testing.T) {
	for _, c := range []struct {
		x    string
		k    int
		a, b int
		ok   bool
	}{
		{"1.21", 2, 11, 10, true}, {"1.4641", 4, 11, 10, true}, {"1.44", 2, 6, 5, true}, {"1", 104, 1, 1, true},
		{"0.25", 2, 1, 2, true}, {"1.08", 2, 0, 0, false}, {"1.08", 1, 27, 25, true}, {"9", 4, 0, 0, false},
		{"3.138428376721", 12, 11, 10, true}, {"0.01", 52, 0, 0, false}, {"4", 2, 2, 1, true}, {"1.22", 2, 0, 0, false},
	} {
		a, b, ok := RootOf(FromDecimal(decimal.RequireFromString(c.x)), c.k)
		if ok != c.ok || ok && (a != Integer(c.a) || b != Integer(c.b)) {
			t.Errorf("root %d of %s: %v, %v, %v", c.k, c.x, a, b, ok)
		}
	}
}

func TestWideRoots(t *testing.T) {
	rng := rand.New(rand.NewPCG(17, 18))
	for _, precision := range []int{256, 1024, 4096} {
		w := &Wide{Bits: precision}
		for _, k := range []int{2, 4, 12, 24, 52, 104} {
			x := FromDecimal(decimal.New(1+rng.Int64N(11_000_000_000), -9))
			y := w.Root(w.Number(x), k)
			if y.err > 100 {
				t.Errorf("an error of %v units", y.err)
			}
			truth := w.Number(x)
			for _, side := range []float64{-1, 1} {
				limit := new(big.Float).SetPrec(uint(precision + 200)).SetFloat64(side * y.err)
				limit.SetMantExp(limit, 2-precision)
				m := new(big.Float).SetPrec(uint(precision + 200)).SetInt(y.m)
				limit.Add(limit, big.NewFloat(1)).Mul(limit, m.SetMantExp(m, int(y.exp)))
				power := new(big.Float).SetPrec(uint(precision + 200)).SetInt64(1)
				for range k {
					power.Mul(power, limit)
				}
				edge := new(big.Float).SetPrec(uint(precision + 200)).SetInt(truth.m)
				edge.SetMantExp(edge, int(truth.exp))
				if power.Cmp(edge) != int(side) {
					t.Errorf("root %d of %v to %d bits", k, x, precision)
				}
			}
		}
	}
}

// What is beyond exponents is between 0 and next to nothing.
func TestFaintNumbers(t *testing.T) {
	w := &Wide{Bits: 256}
	x := w.Number(FromDecimal(decimal.New(9, -1)))
	for range 70 {
		x = w.Mul(x, x)
	}
	if !x.tiny {
		t.Fatal("0.9^(2^70) is not faint")
	}
	nine := w.Number(Integer(9))
	for _, y := range []WideFloat{x, w.Add(x, x), w.Quo(x, nine), w.Mul(nine, x)} {
		if s := w.Plus(w.Plus(WideSum{}, false, nine), false, y); s.wild || s.bound().Cmp(big.NewInt(4)) > 0 {
			t.Errorf("%v", s)
		}
	}
	if z := w.Add(x, nine); z.err > 2 || w.Float64(z) != 9 {
		t.Errorf("%v", z)
	}
	if !w.Plus(WideSum{}, false, w.Quo(nine, x)).wild {
		t.Error("nine by next to nothing is known")
	}
}

func BenchmarkFloat(b *testing.B) {
	x, y := FromDecimal(decimal.New(12345, -4)).Float(), FromDecimal(decimal.New(98765, -5)).Float()
	b.Run("mul", func(b *testing.B) {
		z := y
		for b.Loop() {
			z = z.Mul(y)
			z.exp, z.err = 0, 0
		}
	})
	b.Run("add", func(b *testing.B) {
		z := y
		for b.Loop() {
			z = z.Add(x)
		}
	})
	b.Run("quo", func(b *testing.B) {
		z := y
		for b.Loop() {
			z = x.Quo(z)
		}
	})
	b.Run("geometric", func(b *testing.B) {
		for b.Loop() {
			y.Geometric(120)
		}
	})
	b.Run("root", func(b *testing.B) {
		for b.Loop() {
			x.Root(12)
		}
	})
}
