package worth_test

import (
	"math/big"
	"testing"

	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
)

// endless adds up present values one by one until what is left is beyond the
// places that are looked at, each with a thousand bits.
func (g given) endless() *big.Rat {
	const periods = 1500
	precise := func(x *big.Rat) *big.Float { return new(big.Float).SetPrec(1000).SetRat(x) }
	mul := func(x, y *big.Float) *big.Float { return new(big.Float).SetPrec(1000).Mul(x, y) }
	sub := func(x, y *big.Float) *big.Float { return new(big.Float).SetPrec(1000).Sub(x, y) }
	add := func(x, y *big.Float) *big.Float { return new(big.Float).SetPrec(1000).Add(x, y) }
	one := big.NewRat(1, 1)
	grow, more := precise(plus(one, rat(g.growth))), precise(plus(one, rat(g.orderGrowth)))
	kept := []*big.Float{}
	for i := range max(len(g.rates), len(g.survival)+1) {
		if before := g.share(i); before.Sign() != 0 {
			kept = append(kept, precise(over(g.share(i+1), before)))
		} else {
			kept = append(kept, new(big.Float))
		}
	}
	active, orders, basket := precise(one), precise(rat(g.orders)), precise(rat(g.basket))
	factor, discount := precise(over(one, power(g.halfFactor(), 2))), precise(over(one, power(g.halfFactor(), g.halves)))
	total := new(big.Float).SetPrec(1000)
	for t := range periods {
		paid := basket
		if g.ceiling != "" && paid.Cmp(precise(rat(g.ceiling))) > 0 {
			paid = precise(rat(g.ceiling))
		}
		each := sub(add(mul(precise(rat(g.margin)), paid), precise(rat(g.addOnMargin))), precise(rat(g.perOrder)))
		total = add(total, mul(mul(active, discount), sub(mul(orders, each), precise(rat(g.perPeriod)))))
		active, orders, basket = mul(active, kept[min(t, len(kept)-1)]), mul(orders, more), mul(basket, grow)
		discount = mul(discount, factor)
	}
	r, _ := total.Rat(nil)
	return r
}

// Where the value without end converges it is what a long sum comes to.
func TestPerpetuityIsALongSum(t *testing.T) {
	more := map[string]given{
		"only orders count":          {basket: "10", margin: "0", orders: "2", orderGrowth: "0.1", addOnMargin: "3", perOrder: "1", rates: []string{"0.8"}, perYear: 1, horizon: 1},
		"only time counts":           {basket: "10", margin: "0", orders: "2", perPeriod: "3", rates: []string{"0.8"}, half: "1.01", perYear: 1, halves: 1, horizon: 1},
		"a cap some way off":         {basket: "10", growth: "0.001", ceiling: "11", margin: "0.5", orders: "1", rates: []string{"0.9"}, half: "1.01", perYear: 1, halves: 2, horizon: 1},
		"growth that needs the cap":  {basket: "10", growth: "0.3", ceiling: "1000", margin: "0.5", orders: "1", rates: []string{"0.9"}, perYear: 1, horizon: 1},
		"growth as fast as they go":  {basket: "10", growth: "0.25", ceiling: "100", margin: "0.5", orders: "1", rates: []string{"0.8"}, perYear: 1, horizon: 1},
		"a cap in the head":          {basket: "10", growth: "0.3", ceiling: "12", margin: "0.5", orders: "1", perPeriod: "1", rates: []string{"1", "1", "1", "0.5"}, perYear: 1, horizon: 1},
		"a cap that is never met":    {basket: "10", growth: "-0.1", ceiling: "12", margin: "0.5", orders: "1", rates: []string{"0.9"}, perYear: 1, horizon: 1},
		"a cap above what stays":     {basket: "10", ceiling: "12", margin: "0.5", orders: "1", rates: []string{"0.9"}, perYear: 1, horizon: 1},
		"everybody stays, but money": {basket: "10", margin: "0.5", orders: "1", rates: []string{"1"}, half: "1.05", perYear: 1, horizon: 1},
	}
	for name, g := range customers {
		if name != "everybody stays" && name != "a survival curve" { // nothing converges there
			more[name] = g
		}
	}
	for name, g := range more {
		evaluate(t, g, func(a *exact.Arithmetic, w *worth.Worth) {
			same(t, name, mustBe(t, a, w, worth.PerpetualLifetimeValue), g.endless())
		})
	}
}

// Each part has to converge by itself, and at a ratio of 1 it does not; a part
// without a coefficient does not count.
func TestPerpetuityConverges(t *testing.T) {
	for _, c := range []struct {
		name string
		g    given
		want bool
	}{
		{"ratio of 1", given{basket: "10", margin: "1", orders: "1", rates: []string{"1"}, perYear: 1}, false},
		{"growth makes up for all who leave", given{basket: "10", growth: "0.25", margin: "1", orders: "1", rates: []string{"0.8"}, perYear: 1}, false},
		{"and not quite", given{basket: "10", growth: "0.2499999999999999", margin: "1", orders: "1", rates: []string{"0.8"}, perYear: 1}, true},
		{"growth of orders and baskets", given{basket: "10", growth: "0.25", orderGrowth: "0.6", margin: "1", orders: "1", rates: []string{"0.5"}, perYear: 1}, false},
		{"growth of orders alone, basket without margin", given{basket: "10", growth: "1", orderGrowth: "0.5", margin: "0", orders: "1", addOnMargin: "1", rates: []string{"0.5"}, perYear: 1}, true},
		{"orders that grow too fast", given{basket: "10", orderGrowth: "1", margin: "0", orders: "1", addOnMargin: "1", rates: []string{"0.5"}, perYear: 1}, false},
		{"the same where an order leaves nothing", given{basket: "10", orderGrowth: "1", margin: "0", orders: "1", addOnMargin: "1", perOrder: "1", rates: []string{"0.5"}, perYear: 1}, true},
		{"a cost of time for ever", given{basket: "10", orderGrowth: "-0.5", margin: "1", orders: "1", perPeriod: "1", rates: []string{"1"}, perYear: 1}, false},
		{"without it", given{basket: "10", orderGrowth: "-0.5", margin: "1", orders: "1", rates: []string{"1"}, perYear: 1}, true},
		{"a cap holds growth", given{basket: "10", growth: "1", ceiling: "20", margin: "1", orders: "1", rates: []string{"0.9"}, perYear: 1}, true},
		{"a cap does not hold orders", given{basket: "10", growth: "1", ceiling: "20", orderGrowth: "0.2", margin: "1", orders: "1", rates: []string{"0.9"}, perYear: 1}, false},
		{"nor those of a basket at its cap", given{basket: "10", ceiling: "10", orderGrowth: "0.2", margin: "1", orders: "1", rates: []string{"0.9"}, perYear: 1}, false},
		{"nobody is left in the end", given{basket: "10", growth: "1", margin: "1", orders: "1", rates: []string{"1", "0"}, perYear: 1}, true},
		{"nobody is left of a survival curve", given{basket: "10", growth: "1", margin: "1", orders: "1", survival: []string{"1", "0"}, perYear: 1}, true},
		{"a survival curve that ends level", given{basket: "10", margin: "1", orders: "1", survival: []string{"0.5", "0.5"}, perYear: 1}, false},
		{"discounting makes up for growth, to the digit", given{basket: "10", growth: "0.21", margin: "1", orders: "1", half: "1.1", rates: []string{"1"}, perYear: 1}, false},
		{"by the quarter too", given{basket: "10", growth: "0.21", margin: "1", orders: "1", half: "1.1", rates: []string{"0.999999"}, perYear: 4}, true},
		{"money that gains value", given{basket: "10", margin: "1", orders: "1", half: "0.9", rates: []string{"0.81"}, perYear: 1}, false},
	} {
		c.g.horizon = 1
		evaluate(t, c.g, func(a *exact.Arithmetic, w *worth.Worth) {
			if _, absent := worth.PerpetualLifetimeValue.Of(a, w); (absent.Code == "") != c.want || !c.want && absent.Code != "perpetuity_diverges" {
				t.Errorf("%s: %q, want it to converge: %v", c.name, absent.Code, c.want)
			}
		})
	}
}

// The period in which a cap is reached is never found by counting: a basket that
// grows by 1e−20 a period takes some 10^19 of them, and is worth what it is without
// growing.
func TestPerpetuityWithSlowGrowth(t *testing.T) {
	g := given{basket: "10", growth: "0.00000000000000000001", ceiling: "11", margin: "1", orders: "1", rates: []string{"0.5"}, perYear: 1, horizon: 1}
	evaluate(t, g, func(a *exact.Arithmetic, w *worth.Worth) {
		if got := mustBe(t, a, w, worth.PerpetualLifetimeValue).Cut(15).StringFixed(15); got != "20.000000000000000" {
			t.Errorf("10 ÷ (1 − 0.5) is %s", got)
		}
	})
}

// How long it takes until the rate stays the same, and what it is then.
func TestLasting(t *testing.T) {
	for _, c := range []struct {
		rates, survival []string
		periods         int
		ratio           *big.Rat
		ends            bool
	}{
		{rates: []string{"0.8"}, periods: 0, ratio: big.NewRat(4, 5)},
		{rates: []string{"0.9", "0.8", "0.7"}, periods: 2, ratio: big.NewRat(7, 10)},
		{rates: []string{"0.9", "0", "0.7"}, periods: 2, ratio: big.NewRat(7, 10), ends: true},
		{rates: []string{"0"}, periods: 1, ratio: new(big.Rat), ends: true},
		{survival: []string{"0.6"}, periods: 0, ratio: big.NewRat(3, 5)},
		{survival: []string{"0.9", "0.6", "0.2"}, periods: 2, ratio: big.NewRat(1, 3)},
		{survival: []string{"0.9", "0"}, periods: 2, ratio: new(big.Rat), ends: true},
	} {
		terms := given{rates: c.rates, survival: c.survival, perYear: 1}.terms()
		periods, num, den, ends := terms.Lasting()
		if got := over(rat(num.Cut(9).String()), rat(den.Cut(9).String())); periods != c.periods || ends != c.ends || got.Cmp(c.ratio) != 0 {
			t.Errorf("%v %v: %d periods, %v, %v", c.rates, c.survival, periods, got, ends)
		}
	}
}
