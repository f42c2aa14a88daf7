package bound

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"
)

// known is a number in 64 bits and a true value that it may stand for.
type known struct {
	DoubleFloat
	truth *big.Float
}

func precise(x float64) *big.Float { return new(big.Float).SetPrec(wide).SetFloat64(x) }

// doubleAdversary draws mantissas and exponents that are hard, counts of errors up to
// what is not manageable, and a true value at an end of what the count allows.
func doubleAdversary(r *rand.Rand) known {
	x := DoubleFloat{x: math.Ldexp(1+r.Float64(), r.IntN(60)-30)}
	switch r.IntN(12) {
	case 0:
		return known{DoubleFloat{}, precise(0)}
	case 1:
		x.x = math.Ldexp(1, r.IntN(1700)-850)
	case 2:
		x.x = math.Ldexp(1-0x1p-53, r.IntN(60)-30)
	case 3:
		return known{DoubleFloat{leastDouble, allUnits}, precise(2 * leastDouble * r.Float64())}
	}
	x.err = r.Float64() * math.Ldexp(1, r.IntN(48))
	if r.IntN(4) == 0 {
		x.err = 0
	}
	off := precise([]float64{-1, 1, 2*r.Float64() - 1}[r.IntN(3)] * x.err * unitOfDouble)
	off.Add(off, precise(1))
	return known{x, off.Mul(off, precise(x.x))}
}

// within reports whether a true value is as near as a number says.
func (x DoubleFloat) within(truth *big.Float) bool {
	if math.IsInf(x.err, 1) {
		return true
	}
	off := new(big.Float).SetPrec(wide).Sub(truth, precise(x.x))
	return off.Abs(off).Cmp(new(big.Float).SetPrec(wide).Mul(precise(x.err*unitOfDouble), precise(x.x))) <= 0
}

// within reports the same of a sum.
func (s DoubleSum) within(truth *big.Float) bool {
	if !(s.bound() < math.Inf(1)) {
		return true
	}
	off := new(big.Float).SetPrec(wide).Sub(truth, precise(s.x))
	return off.Abs(off).Cmp(precise(s.bound())) <= 0
}

// Each operation keeps its result within the count that it charges, wherever its
// operands truly are, and does not give up without need.
func TestDoublesStayWithinTheirCounts(t *testing.T) {
	r := rand.New(rand.NewPCG(71, 72))
	var d Double
	hopeless, fine := 0, 0
	for i := range 400_000 {
		x, y := doubleAdversary(r), doubleAdversary(r)
		truth, z := new(big.Float).SetPrec(wide), DoubleFloat{}
		switch i % 3 {
		case 0:
			z = d.Mul(x.DoubleFloat, y.DoubleFloat)
			truth.Mul(x.truth, y.truth)
		case 1:
			z = d.Add(x.DoubleFloat, y.DoubleFloat)
			truth.Add(x.truth, y.truth)
		case 2:
			if z = d.Quo(x.DoubleFloat, y.DoubleFloat); y.truth.Sign() <= 0 {
				continue
			}
			truth.Quo(x.truth, y.truth)
		}
		if !z.within(truth) {
			t.Fatalf("%d: of %v and %v comes %v, truly %v", i, x, y, z, truth)
		}
		if math.IsInf(z.err, 1) {
			hopeless++
		} else if fine++; z.x != 0 && z.x < faintDouble {
			t.Fatalf("%d: of %v and %v comes %v", i, x, y, z)
		}
	}
	if hopeless > fine/5 {
		t.Errorf("%d of %d are given up", hopeless, fine)
	}
}

// Roots, powers and series are within their counts of the true ones.
func TestDoubleRootsAndSeries(t *testing.T) {
	r := rand.New(rand.NewPCG(73, 74))
	var d Double
	for range 4000 {
		x := FromDecimal(decimal.New(1+r.Int64N(11_000_000_000), -9))
		exact, _ := new(big.Float).SetPrec(wide).SetString(decimal.NewFromBigInt(x.Coefficient(), int32(-x.places)).String())
		a := d.Number(x)
		if !a.within(exact) {
			t.Fatalf("%v is %v", exact, a)
		}
		k := []int{1, 2, 4, 12, 24, 52, 104}[r.IntN(7)]
		root := d.Root(a, k)
		for _, side := range []float64{-1, 1} { // (y ± e)^k on either side of x
			limit := new(big.Float).SetPrec(wide).Mul(precise(side*root.err*unitOfDouble), precise(root.x))
			limit.Add(limit, precise(root.x))
			power := precise(1)
			for range k {
				power.Mul(power, limit)
			}
			if c := power.Cmp(exact); c == -int(side) {
				t.Fatalf("root %d of %v is %v", k, exact, root)
			}
		}
		if root.err > 8 {
			t.Errorf("root %d of %v is off by %v units", k, exact, root.err)
		}
		n := r.IntN(200)
		sum, power := precise(0), precise(1)
		for range n {
			sum.Add(sum, power)
			power.Mul(power, exact)
		}
		g, p := d.Geometric(a, n)
		if !g.within(sum) || !p.within(power) || !d.Power(a, n).within(power) || d.GeometricSum(a, n) != g {
			t.Fatalf("%d terms of %v: %v, %v, truly %v, %v", n, exact, g, p, sum, power)
		}
	}
}

// Long numbers are cut, and what is out of range is not taken for something.
func TestDoubleOfAnyNumber(t *testing.T) {
	r := rand.New(rand.NewPCG(75, 76))
	for range 4000 {
		c := new(big.Int)
		for range r.IntN(7) {
			c.Or(c.Lsh(c, 64), new(big.Int).SetUint64(r.Uint64()>>r.UintN(64)))
		}
		x := fromBig(c, -r.IntN(120))
		truth := new(big.Float).SetPrec(wide).SetInt(x.Coefficient())
		truth.Quo(truth, new(big.Float).SetPrec(wide).SetInt(power10(x.places)))
		if got := (Double{}).Number(x); !got.within(truth) || got.x == 0 != (truth.Sign() == 0) || math.IsInf(got.err, 1) {
			t.Fatalf("%v is %v", truth, got)
		}
	}
	for _, x := range []Float{{hi: 1 << 63, exp: 5000}, {hi: 1 << 63, exp: 3, err: hopeless}} {
		if got := x.double(); !math.IsInf(got.err, 1) {
			t.Errorf("%v is %v", x, got)
		}
	}
	if got := (Float{hi: 1 << 63, exp: -5000}).double(); got != (DoubleFloat{leastDouble, allUnits}) {
		t.Errorf("next to nothing is %v", got)
	}
}

// Lists hold what the operations give one by one.
func TestDoubleListsAreOneByOne(t *testing.T) {
	r := rand.New(rand.NewPCG(77, 78))
	var d Double
	for i := range 4000 {
		n := 1 + r.IntN(40)
		xs, ys, ss, ts := make([]DoubleFloat, n), make([]DoubleFloat, n), make([]DoubleSum, n), make([]DoubleSum, n)
		for j := range n {
			xs[j], ys[j] = doubleAdversary(r).DoubleFloat, doubleAdversary(r).DoubleFloat
			ss[j], ts[j] = d.Plus(DoubleSum{}, r.IntN(2) == 0, xs[j]), d.Plus(DoubleSum{}, true, ys[j])
		}
		got, want := make([]DoubleFloat, n), make([]DoubleFloat, n)
		same := func(what string) {
			t.Helper()
			for j := range want {
				if got[j] != want[j] {
					t.Fatalf("%d, %s: %v, want %v", i, what, got[j], want[j])
				}
			}
		}
		d.Products(xs, ys, got)
		products(d, xs, ys, want)
		same("products")
		d.Powers(xs[0], ys[0], got)
		powers(d, xs[0], ys[0], want)
		same("powers")
		d.Powers(xs[0], doubleOne, got)
		for j := range want {
			want[j] = xs[0]
		}
		same("powers of one")
		d.Backward(xs, ys, got)
		backward(d, xs, ys, want)
		same("a series from its end")
		if got, want := d.Running(xs[0], ys, got), running(d, xs[0], ys, want); got != want {
			t.Fatalf("%d: the sum is %v, want %v", i, got, want)
		}
		same("sums")
		gotSums, wantSums := make([]DoubleSum, n), make([]DoubleSum, n)
		alike := func(what string) {
			t.Helper()
			for j := range wantSums {
				if g, w := gotSums[j], wantSums[j]; g != w && (!g.undecided() || !w.undecided()) {
					t.Fatalf("%d, %s: %v, want %v", i, what, g, w)
				}
			}
		}
		d.Sums(xs, gotSums)
		for j := range xs { // the number itself is not rounded
			if s := gotSums[j]; s.x != xs[j].x || s.err != xs[j].x*xs[j].err*unitOfDouble && !s.undecided() {
				t.Fatalf("%d: %v becomes %v", i, xs[j], s)
			}
		}
		copy(gotSums, ss)
		copy(wantSums, ss)
		d.Weigh(gotSums, i%2 == 0, xs[0], ys)
		weighEach(d, wantSums, i%2 == 0, xs[0], ys)
		alike("weights")
		d.Differences(ss, ts, gotSums)
		subtractEach(d, ss, ts, wantSums)
		alike("differences")
		d.Totals(ss[0], ts, gotSums)
		totalEach(d, ss[0], ts, wantSums)
		alike("totals")
		gotWholes, wantWholes := make([]Whole, n), make([]Whole, n)
		d.RoundList(ss, i%7, gotWholes)
		roundEach(d, ss, i%7, wantWholes)
		for j := range wantWholes {
			if gotWholes[j].Sure != wantWholes[j].Sure || gotWholes[j].Sure && gotWholes[j] != wantWholes[j] {
				t.Fatalf("%d: %v rounds to %v, want %v", i, ss[j], gotWholes[j], wantWholes[j])
			}
		}
	}
}

// undecided reports whether nothing is known of a sum.
func (s DoubleSum) undecided() bool { return !(s.err < math.Inf(1)) }

// Sums stay within their errors, wherever what they are made of truly is.
func TestDoubleSumsStayWithinTheirErrors(t *testing.T) {
	r := rand.New(rand.NewPCG(79, 80))
	var d Double
	for i := range 100_000 {
		var s [2]DoubleSum
		var truth [2]*big.Float
		x := doubleAdversary(r)
		for j := range s {
			truth[j] = precise(0)
			for range 1 + r.IntN(4) {
				y, negative := doubleAdversary(r), r.IntN(2) == 0
				s[j] = d.Plus(s[j], negative, y.DoubleFloat)
				if negative {
					truth[j].Sub(truth[j], y.truth)
				} else {
					truth[j].Add(truth[j], y.truth)
				}
			}
			if !s[j].within(truth[j]) {
				t.Fatalf("%d: %v for %v", i, s[j], truth[j])
			}
			if m := d.Magnitude(s[j]); !m.within(new(big.Float).Abs(truth[j])) {
				t.Fatalf("%d: the magnitude of %v is %v, truly %v", i, s[j], m, truth[j])
			}
		}
		scaled := make([]DoubleSum, 1)
		d.Scale(s[:1], []DoubleFloat{x.DoubleFloat}, scaled)
		of := func() *big.Float { return new(big.Float).SetPrec(wide) }
		checks := []struct {
			what  string
			s     DoubleSum
			truth *big.Float
		}{
			{"sum", d.AddSum(s[0], s[1]), of().Add(truth[0], truth[1])}, {"difference", d.SubSum(s[0], s[1]), of().Sub(truth[0], truth[1])},
			{"product", d.Product(s[0], s[1]), of().Mul(truth[0], truth[1])}, {"product by a number", scaled[0], of().Mul(truth[0], x.truth)},
		}
		if truth[1].Sign() != 0 {
			checks = append(checks, struct {
				what  string
				s     DoubleSum
				truth *big.Float
			}{"quotient", d.Quotient(s[0], s[1]), of().Quo(truth[0], truth[1])})
		}
		for _, c := range checks {
			if !c.s.within(c.truth) {
				t.Fatalf("%d: the %s of %v and %v is %v, truly %v", i, c.what, s[0], s[1], c.s, c.truth)
			}
			if sign, sure := d.Sign(c.s, Unknown); sure && sign != c.truth.Sign() {
				t.Fatalf("%d: the sign of %v, truly %v, is %d", i, c.s, c.truth, sign)
			}
		}
	}
}

// Rounding is sure only where the whole interval of a sum is on one side of each
// middle, on sums that stand about as far from a middle as their error reaches.
func TestDoubleRoundingNextToMiddles(t *testing.T) {
	r := rand.New(rand.NewPCG(81, 82))
	sure, near := 0, 0
	for range 200_000 {
		places := r.IntN(11)
		middle := (float64(r.Uint64N(1<<r.UintN(50)+1)) + 0.5) / float64(tens[places])
		s := DoubleSum{x: middle, err: middle * math.Ldexp(r.Float64(), -r.IntN(54))}
		if s.x += s.err * (2*r.Float64() - 1) * 1.5; r.IntN(2) == 0 {
			s.x = -s.x
		}
		w, ok := (Double{}).Round(s, places, Unknown)
		if !ok {
			near++
			continue
		}
		sure++
		for _, end := range []float64{-s.err, s.err} {
			x := precise(s.x)
			x.Add(x, precise(end))
			if want := roundedAway(x, places); (Number{lo: w.Lo, negative: w.Negative}).signed().Cmp(want) != 0 {
				t.Fatalf("%+v to %d places: %v, but %v at an end", s, places, w, want)
			}
		}
		if w.Negative && w.Lo == 0 {
			t.Fatalf("%+v: a negative zero", s)
		}
	}
	if sure < 20_000 || near < 20_000 {
		t.Errorf("%d were sure, %d not", sure, near)
	}
}

// roundedAway rounds half away from zero.
func roundedAway(x *big.Float, places int) *big.Int {
	scaled := new(big.Float).SetPrec(wide).Mul(x, new(big.Float).SetInt(power10(places)))
	half := precise(0.5)
	if x.Sign() < 0 {
		half.Neg(half)
	}
	n, _ := scaled.Add(scaled, half).Int(nil)
	return n
}
