package formula

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"blyant/model/internal/bound"

	"github.com/shopspring/decimal"
)

// The present value in binary numbers is as near to that in fractions as its sign
// takes for granted, and a sign that is sure is right: of scenarios of all kinds, at
// any rate, with a cost within a few units of the present value, with heads as long as the
// horizon and terms that are too small for a binary number.
func TestBinarySignsHoldForFractions(t *testing.T) {
	sure, near, worst := 0, 0, 0.0
	for i := range 6000 {
		r := draw{rand.New(rand.NewPCG(91, uint64(i)))}
		kind := kinds[i%4]
		terms := kind.make(r)
		terms.DiscountRate, terms.Horizon = decimal.Zero, min(terms.Horizon, 60)
		if i%3 == 0 {
			terms.Retention = nil
			r.curve(&terms, 1+r.IntN(60), 1+r.IntN(17))
		}
		if i%50 == 0 {
			terms.Rate, terms.Retention = decimal.New(1, -12), nil
		}
		w := bound.FromDecimal(r.decimal(0.3, 1.2, 6))
		if i%50 == 1 {
			w = bound.FromDecimal(r.decimal(0, 3000, 3))
		}
		value, off, sign, certain, exact := binaryBesideFractions(r, &terms, w)
		if math.IsInf(off, 0) || math.IsNaN(off) {
			continue
		}
		if certain {
			sure++
			if sign != exact.Sign() {
				t.Fatalf("%d: the sign of %v is %d\n%+v", i, exact, sign, terms)
			}
		} else {
			near++
		}
		distance := new(big.Float).Sub(new(big.Float).SetRat(exact), big.NewFloat(value))
		lost, _ := distance.Abs(distance).Float64()
		if worst = math.Max(worst, lost/off); lost > off {
			t.Fatalf("%d: %g is off by %g, claimed %g\n%+v", i, value, lost, off, terms)
		}
	}
	if t.Logf("%d signs sure, %d not, an error of at most %g of the claim", sure, near, worst); sure < 1000 || near < 1000 {
		t.Errorf("%d signs sure, %d not", sure, near)
	}
}

// binaryBesideFractions works out a present value at w in both, with a cost that is
// the present value itself, changed by a little.
func binaryBesideFractions(r draw, terms *Terms, w bound.Number) (value, off float64, sign int, certain bool, exact *big.Rat) {
	terms.AcquisitionCost, terms.ConversionRate = decimal.NewFromInt(1), decimal.NullDecimal{}
	rational := func() *big.Rat {
		var in inputs
		in.read(terms)
		c := enter[bound.Rational, bound.Ratio, bound.Ratio](bound.Rational{}, &in)
		x := c.ar.SubSum(c.worth(c.atRate(c.ar.Number(w))), c.cost)
		return c.ar.Rat(x)
	}
	exact = rational()
	size, _ := exact.Float64()
	if cost := math.Abs(size+1) * (1 + math.Ldexp(r.Float64()-0.5, -r.IntN(60))); cost < 1e15 && cost > 1e-9 {
		terms.AcquisitionCost = decimal.NewFromFloat(cost)
		exact = rational()
	}
	var in inputs
	in.read(terms)
	c := enter[bound.Fast, bound.Float, bound.Sum](bound.Fast{}, &in)
	f := c.presentValues()
	at, units := c.ar.Binary(c.ar.Number(w))
	m := f.value(at, 1)
	sign, certain = f.sign(at, 1, units)
	if f.faint || !(m.size < widest && m.age < widest) || at > 1 && !(floatPower(at, f.periods) < steepest) {
		return m.value, math.Inf(1), sign, certain, exact
	}
	return m.value, f.off(m, max(units, f.units)), sign, certain, exact
}
