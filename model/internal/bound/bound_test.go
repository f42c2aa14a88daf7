package bound

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"
)

// wide is the precision of the oracle, in bits.
const wide = 700

func (x Float) value() *big.Float {
	m := new(big.Float).SetPrec(wide).SetInt(Number{hi: x.hi, lo: x.lo}.Coefficient())
	return m.SetMantExp(m, int(x.exp)-128)
}

func (s Sum) value() *big.Float {
	low, mid, high, negative := s.magnitude()
	n := new(big.Int).SetUint64(high)
	for _, w := range []uint64{mid, low} {
		n.Or(n.Lsh(n, 64), new(big.Int).SetUint64(w))
	}
	if negative {
		n.Neg(n)
	}
	m := new(big.Float).SetPrec(wide).SetInt(n)
	return m.SetMantExp(m, -fraction)
}

// units returns |x̂ − x| in units of 2^−126·x̂.
func units(x Float, truth *big.Float) float64 {
	off := new(big.Float).SetPrec(wide).Sub(x.value(), truth)
	off.Quo(off.Abs(off), x.value())
	f, _ := off.SetMantExp(off, 126).Float64()
	return f
}

// adversary draws mantissas that are hard: all ones, powers of two, halves of
// them, and numbers that are near each of these, with exponents far apart.
func adversary(rng *rand.Rand) Float {
	words := func() uint64 {
		switch rng.IntN(6) {
		case 0:
			return 0
		case 1:
			return math.MaxUint64
		case 2:
			return 1 << rng.IntN(64)
		case 3:
			return -(uint64(1) << rng.IntN(64))
		}
		return rng.Uint64()
	}
	x := Float{hi: words() | 1<<63, lo: words(), exp: int32(rng.IntN(60) - 30)}
	if rng.IntN(8) == 0 {
		x.exp = int32(rng.IntN(8000) - 4000)
	}
	if rng.IntN(40) == 0 {
		return Float{}
	}
	return x
}

func TestOperationsStayWithinTheirCharge(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	worst := map[string]float64{}
	for range 60_000 {
		x, y := adversary(rng), adversary(rng)
		truth := func() *big.Float { return new(big.Float).SetPrec(wide) }
		check := func(name string, z Float, want *big.Float, charge uint64) {
			if z.hi == 0 {
				if want.Sign() != 0 {
					t.Fatalf("%s of %v and %v is 0", name, x, y)
				}
				return
			}
			if z.hi>>63 == 0 || z.err > charge {
				t.Fatalf("%s of %v and %v: %v", name, x, y, z)
			}
			off := units(z, want)
			worst[name] = max(worst[name], off/float64(z.err))
			if off > float64(z.err) {
				t.Fatalf("%s of %v and %v is off by %v units of %d", name, x, y, off, z.err)
			}
		}
		check("product", x.Mul(y), truth().Mul(x.value(), y.value()), 4)
		if z := x.Add(y); z.err > 0 {
			check("sum", z, truth().Add(x.value(), y.value()), 2)
		}
		if y.hi != 0 && x.hi != 0 {
			check("quotient", x.Quo(y), truth().Quo(x.value(), y.value()), 4)
		}
	}
	t.Logf("most of the charge that was used: %v", worst)
}

// With operands that are off by all they may be, the result still is within what
// it says.
func TestErrorsOfOperandsAreCarried(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	disturbed := func(x Float) (*big.Float, Float) {
		x.err = uint64(rng.IntN(1 << rng.IntN(30)))
		if rng.IntN(3) == 0 {
			x.err = 1<<56 - 1
		}
		off := new(big.Float).SetPrec(wide).SetMantExp(x.value(), -126)
		off.Mul(off, new(big.Float).SetUint64(x.err))
		if rng.IntN(2) == 0 {
			off.Neg(off)
		}
		return off.Add(off, x.value()), x
	}
	for range 40_000 {
		trueX, x := disturbed(adversary(rng))
		trueY, y := disturbed(adversary(rng))
		if x.hi == 0 || y.hi == 0 {
			continue
		}
		for name, c := range map[string]struct {
			z    Float
			want *big.Float
		}{
			"product":  {x.Mul(y), new(big.Float).SetPrec(wide).Mul(trueX, trueY)},
			"sum":      {x.Add(y), new(big.Float).SetPrec(wide).Add(trueX, trueY)},
			"quotient": {x.Quo(y), new(big.Float).SetPrec(wide).Quo(trueX, trueY)},
		} {
			if off := units(c.z, c.want); c.z.err < hopeless && off > float64(c.z.err) {
				t.Fatalf("%s of %v and %v is off by %v units of %d", name, x, y, off, c.z.err)
			}
		}
	}
}

// A count of 2^56 is hopeless, stays so through 1,200 additions and products and
// never wraps.
func TestHopelessStaysHopeless(t *testing.T) {
	x := Float{hi: 1 << 63, err: hopeless, exp: 1}
	sum, product := x, x
	for range 1200 {
		sum = sum.Add(x)
		product = product.Mul(x)
		if sum.err < hopeless || product.err < hopeless || x.Quo(sum).err < hopeless {
			t.Fatalf("%v, %v", sum, product)
		}
	}
	var total Sum
	for range 1200 {
		total = total.Plus(true, x)
		total = total.Plus(false, One)
	}
	if _, sure := total.Sign(Multiple{}); sure {
		t.Error("a hopeless sum has a sign")
	}
	if _, sure := total.Round(2, Multiple{}); sure {
		t.Error("a hopeless sum is rounded")
	}
	if _, sure := total.Exceeds(15, Multiple{}); sure {
		t.Error("a hopeless sum has a size")
	}
	if z := total.Product(total); !math.IsInf(z.err, 1) {
		t.Error("a hopeless product")
	}
}

// Exponents beyond the bounds do not wrap.
func TestExponentsDoNotWrap(t *testing.T) {
	large := Float{hi: 1 << 63, exp: farthest}
	small := Float{hi: 1 << 63, exp: -farthest}
	for _, z := range []Float{large.Mul(large), small.Mul(small), large.Quo(small), small.Quo(large), large.Add(large), One.Quo(Float{})} {
		for range 10 {
			if z.err < hopeless {
				t.Fatalf("%v", z)
			}
			z = z.Mul(z)
		}
	}
	if z := large.Mul(small); z.err > 4 || z.Float64() != 0.25 {
		t.Errorf("%v", z)
	}
}

func TestDecimals(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for range 20_000 {
		c := new(big.Int).Rand(newSource(rng), new(big.Int).Lsh(big.NewInt(1), uint(1+rng.IntN(200))))
		places := rng.IntN(100)
		d := decimal.NewFromBigInt(c, int32(-places))
		if rng.IntN(2) == 0 {
			d = d.Neg()
		}
		x := FromDecimal(d)
		if got := decimal.NewFromBigInt(x.signed(), int32(-x.places)); !got.Equal(d) || x.Sign() != d.Sign() || x.Bits() != x.Coefficient().BitLen() {
			t.Fatalf("%s is %s", d, got)
		}
		if x.places > 0 && new(big.Int).Rem(x.Coefficient(), ten).Sign() == 0 {
			t.Fatalf("%s has a zero at its end: %v", d, x)
		}
		one := OnePlus(x)
		if got := decimal.NewFromBigInt(one.signed(), int32(-one.places)); !got.Equal(d.Add(decimal.NewFromInt(1))) {
			t.Fatalf("1 + %s is %s", d, got)
		}
		if f := x.Float(); f.hi != 0 {
			truth, _ := new(big.Float).SetPrec(wide).SetString(d.Abs().String())
			if off := units(f, truth); off > float64(f.err) || f.err > 6 {
				t.Fatalf("%s is off by %v of %d units", d, off, f.err)
			}
		} else if d.Sign() != 0 {
			t.Fatalf("%s is 0", d)
		}
		e := decimal.NewFromBigInt(new(big.Int).Rand(newSource(rng), big.NewInt(1000)), int32(-rng.IntN(5)))
		y := FromDecimal(e)
		if x.Cmp(y) != d.Cmp(e) {
			t.Fatalf("%s against %s", d, e)
		}
		product := x.Mul(y)
		if got := decimal.NewFromBigInt(product.signed(), int32(-product.places)); !got.Equal(d.Mul(e)) {
			t.Fatalf("%s times %s is %s", d, e, got)
		}
	}
	for text, one := range map[string]bool{"1": true, "1.000": true, "-1": false, "10": false, "0.1": false} {
		if FromDecimal(decimal.RequireFromString(text)).IsOne() != one {
			t.Error(text)
		}
	}
}

func TestGeometricAgainstASumOfTerms(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	for i := range 300 {
		n := 1 + rng.IntN(1200)
		q := adversary(rng)
		q.exp = int32(rng.IntN(3) - 1)
		if i%10 == 0 {
			q = One
		}
		if q.hi == 0 || i%17 == 0 {
			q, n = Float{}, 1+n%3
		}
		sum, power := new(big.Float).SetPrec(wide), new(big.Float).SetPrec(wide).SetInt64(1)
		for range n {
			sum.Add(sum, power)
			power.Mul(power, q.value())
		}
		g, p := q.Geometric(n)
		if off := units(g, sum); off > float64(g.err) {
			t.Fatalf("sum of %d terms of %v is off by %v of %d units", n, q, off, g.err)
		}
		if g.err > 16*1200 {
			t.Errorf("an error of %d units for %d terms", g.err, n)
		}
		if p.hi != 0 && units(p, power) > float64(p.err) {
			t.Fatalf("power %d of %v", n, q)
		}
		if only := q.GeometricSum(n); only.value().Cmp(g.value()) != 0 && units(only, sum) > float64(only.err) {
			t.Fatalf("sum alone of %d terms of %v", n, q)
		}
		if z := q.Power(n); z.hi != 0 && units(z, power) > float64(z.err) {
			t.Fatalf("power alone %d of %v", n, q)
		}
	}
	if g, p := One.Geometric(0); !g.Zero() || p != One {
		t.Error("no terms at all")
	}
}

func TestSumOf1200Terms(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	for range 300 {
		truth, sum, s := new(big.Float).SetPrec(wide), Float{}, Sum{}
		signed := new(big.Float).SetPrec(wide)
		for range 1200 {
			x := adversary(rng)
			x.exp = int32(rng.IntN(100) - 40)
			truth.Add(truth, x.value())
			sum = sum.Add(x)
			negative := rng.IntN(2) == 0
			s = s.Plus(negative, x)
			if negative {
				signed.Sub(signed, x.value())
			} else {
				signed.Add(signed, x.value())
			}
		}
		if off := units(sum, truth); off > float64(sum.err) {
			t.Fatalf("off by %v of %d units", off, sum.err)
		}
		if off := offSum(s, signed); off > s.err {
			t.Fatalf("a signed sum is off by %v of %v", off, s.err)
		}
	}
}

// offSum returns |s − truth| in units of 2^−104.
func offSum(s Sum, truth *big.Float) float64 {
	off := new(big.Float).SetPrec(wide).Sub(s.value(), truth)
	f, _ := off.SetMantExp(off.Abs(off), fraction).Float64()
	return f
}

func TestProductsAndQuotientsOfSums(t *testing.T) {
	rng := rand.New(rand.NewPCG(13, 14))
	draw := func() (Sum, *big.Float) {
		x := adversary(rng)
		x.exp = int32(rng.IntN(80) - 40)
		x.err = uint64(rng.IntN(1 << rng.IntN(40)))
		s := Sum{}.Plus(rng.IntN(2) == 0, x)
		bound := times2(s.err, -fraction)
		if rng.IntN(2) == 0 {
			bound.Neg(bound)
		}
		return s, bound.Add(bound, s.value())
	}
	for range 40_000 {
		s, trueS := draw()
		u, trueU := draw()
		if p := s.Product(u); !math.IsInf(p.err, 1) && offSum(p, new(big.Float).SetPrec(wide).Mul(trueS, trueU)) > p.err {
			t.Fatalf("product of %v and %v", s, u)
		}
		if trueU.Sign() == 0 {
			continue
		}
		if q := s.Quotient(u); !math.IsInf(q.err, 1) && offSum(q, new(big.Float).SetPrec(wide).Quo(trueS, trueU)) > q.err {
			t.Fatalf("quotient of %v and %v", s, u)
		}
		if f := s.Magnitude(); f.hi != 0 && f.err < hopeless && units(f, new(big.Float).Abs(trueS)) > float64(f.err) {
			t.Fatalf("magnitude of %v", s)
		}
	}
	if q := (Sum{}).Plus(false, One).Quotient(Sum{}); !math.IsInf(q.err, 1) {
		t.Error("one by zero")
	}
}

func TestRoots(t *testing.T) {
	rng := rand.New(rand.NewPCG(15, 16))
	most := uint64(0)
	for _, k := range []int{1, 2, 4, 8, 12, 24, 52, 104} {
		for i := range 300 {
			x := FromDecimal(decimal.New(1+rng.Int64N(11_000_000_000), -9)).Float()
			switch i {
			case 0:
				x = FromDecimal(decimal.New(1, -2)).Float()
			case 1:
				x = One
			case 2:
				x = fromWords(0, 11)
			case 3:
				x = FromDecimal(decimal.New(1, -6)).Float()
			case 4:
				x = FromDecimal(decimal.New(1000001, 0)).Float()
			case 5:
				x = FromDecimal(decimal.RequireFromString("0.99999999999999999999")).Float()
			case 6:
				x = FromDecimal(decimal.RequireFromString("1.00000000000000000001")).Float()
			}
			y := x.Root(k)
			most = max(most, y.err)
			// (y(1 − err·u))^k ≤ x(1 + …) and the other way round, the error of x included
			for _, side := range []int{-1, 1} {
				limit := times2(float64(side)*(float64(y.err)+0.01), -126)
				limit.Add(limit, big.NewFloat(1)).Mul(limit, y.value())
				power := new(big.Float).SetPrec(wide).SetInt64(1)
				for range k {
					power.Mul(power, limit)
				}
				edge := times2(float64(side)*float64(x.err), -126)
				edge.Add(edge, big.NewFloat(1)).Mul(edge, x.value())
				if power.Cmp(edge)*side < 0 {
					t.Fatalf("root %d of %v is %v", k, x, y)
				}
			}
		}
	}
	if most > 40 {
		t.Errorf("an error of %d units", most)
	}
}
