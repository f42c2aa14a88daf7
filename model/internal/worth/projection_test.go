package worth_test

import (
	"math/big"
	"strconv"
	"testing"

	"blyant/model/internal/exact"
	"blyant/model/internal/worth"

	"pgregory.net/rapid"
)

// customers are a customer of each kind that the projection tells apart.
var customers = map[string]given{
	"a krone a year":            {cost: "2", basket: "1", margin: "1", orders: "1", rates: []string{"0.5"}, perYear: 1, horizon: 4},
	"everything at once":        {cost: "30", basket: "20", growth: "0.05", margin: "0.4", orders: "3", orderGrowth: "-0.1", addOn: "2", addOnMargin: "1.5", perOrder: "0.7", perPeriod: "1.1", half: "1.02", referrals: "0.2", deterred: "0.3", rates: []string{"0.8"}, perYear: 1, halves: 1, horizon: 6},
	"a curve, end of quarters":  {cost: "9", basket: "7", margin: "0.5", orders: "2", half: "1.01", rates: []string{"0.9", "0.4", "0.95"}, perYear: 4, halves: 2, horizon: 7},
	"a cap on the way":          {cost: "5", basket: "10", growth: "0.1", ceiling: "12.5", margin: "0.3", orders: "1", rates: []string{"0.9"}, perYear: 1, horizon: 6},
	"a cap met exactly":         {cost: "5", basket: "10", growth: "0.1", ceiling: "12.1", margin: "0.3", orders: "1", rates: []string{"0.9"}, perYear: 1, horizon: 6},
	"a cap from the start":      {cost: "5", basket: "10", growth: "0.1", ceiling: "10", margin: "0.3", orders: "1", rates: []string{"0.9"}, perYear: 1, horizon: 4},
	"a cap above a falling one": {cost: "5", basket: "10", growth: "-0.2", ceiling: "10", margin: "0.3", orders: "1", rates: []string{"0.9"}, perYear: 1, horizon: 5},
	"a survival curve":          {cost: "5", basket: "10", margin: "0.3", orders: "1.5", orderGrowth: "0.5", growth: "0.02", survival: []string{"0.9", "0.6", "0.5"}, half: "1.05", perYear: 1, horizon: 7, deterred: "2"},
	"a survival curve of one":   {cost: "5", basket: "10", margin: "0.3", orders: "1", survival: []string{"0.7"}, perYear: 1, horizon: 5},
	"a survival curve to 0":     {cost: "5", basket: "10", margin: "0.3", orders: "1", survival: []string{"0.7", "0"}, perYear: 1, horizon: 5},
	"a survival curve of zeros": {cost: "5", basket: "10", margin: "0.3", orders: "1", survival: []string{"0.7", "0", "0"}, perYear: 1, horizon: 5},
	"nobody comes back":         {cost: "5", basket: "10", margin: "0.3", orders: "1", rates: []string{"0"}, perYear: 1, horizon: 3},
	"a curve with a gap":        {cost: "5", basket: "10", margin: "0.3", orders: "1", rates: []string{"0.9", "0", "1"}, perYear: 1, horizon: 5},
	"everybody stays":           {cost: "5", basket: "10", margin: "-0.1", orders: "1", perPeriod: "1", rates: []string{"1"}, half: "1.1", perYear: 1, halves: 1, horizon: 3},
	"money that gains value":    {cost: "5", basket: "10", margin: "0.2", orders: "1", rates: []string{"0.5"}, half: "0.9", perYear: 1, halves: 2, horizon: 3},
}

// Each value of each period is what its own definition says, to thirty decimals.
func TestRowsByDefinition(t *testing.T) {
	for name, g := range customers {
		evaluate(t, g, func(_ *exact.Arithmetic, w *worth.Worth) {
			if len(w.Rows) != g.horizon {
				t.Fatalf("%s: %d rows", name, len(w.Rows))
			}
			for i, want := range g.periods() {
				row, at := w.Rows[i], name+", period "+strconv.Itoa(i)+": "
				same(t, at+"active", row.Active, want.active)
				same(t, at+"orders", row.Orders, want.orders)
				same(t, at+"basket", row.Basket, want.basket)
				same(t, at+"turnover", row.Turnover, times(want.orders, want.basket))
				same(t, at+"revenue", row.Revenue, want.revenue)
				same(t, at+"gross margin", row.GrossMargin, want.margin)
				same(t, at+"service cost", row.ServiceCost, want.service)
				same(t, at+"contribution", row.Contribution, want.contribution)
				same(t, at+"discount", row.Discount, want.discount)
				same(t, at+"present value", row.PresentValue, want.present)
				same(t, at+"of one who stayed", row.Stayed, want.each)
				same(t, at+"active next", row.NextActive, want.next)
			}
		})
	}
}

// The totals are the sums of the definitions.
func TestTotalsByDefinition(t *testing.T) {
	for name, g := range customers {
		evaluate(t, g, func(_ *exact.Arithmetic, w *worth.Worth) {
			p := g.periods()
			value := sum(p, func(p period) *big.Rat { return p.present })
			discounted := func(x func(period) *big.Rat) *big.Rat {
				return sum(p, func(p period) *big.Rat { return times(p.discount, x(p)) })
			}
			same(t, name+": revenue", w.Revenue, sum(p, func(p period) *big.Rat { return p.revenue }))
			same(t, name+": contribution", w.Contribution, sum(p, func(p period) *big.Rat { return p.contribution }))
			same(t, name+": orders", w.Orders, sum(p, func(p period) *big.Rat { return p.orders }))
			same(t, name+": lifetime", w.Lifetime, sum(p, func(p period) *big.Rat { return p.active }))
			same(t, name+": value", w.Value, value)
			same(t, name+": net", w.Net, less(value, rat(g.cost)))
			same(t, name+": discounted orders", w.Discounted, discounted(func(p period) *big.Rat { return p.orders }))
			same(t, name+": discounted turnover", w.DiscountedTurnover, discounted(func(p period) *big.Rat { return times(p.orders, p.basket) }))
			same(t, name+": discounted lifetime", w.DiscountedLifetime, discounted(func(p period) *big.Rat { return p.active }))
			same(t, name+": word of mouth", w.WordOfMouth, discounted(func(p period) *big.Rat {
				return less(times(rat(g.referrals), p.active), times(rat(g.deterred), less(p.active, p.next)))
			}))
		})
	}
}

// What a customer who is active as a period begins is worth from then on is what is
// still to come, divided by the share that is there and the value of money then.
func TestRemainingByDefinition(t *testing.T) {
	for name, g := range customers {
		evaluate(t, g, func(a *exact.Arithmetic, w *worth.Worth) {
			remaining, p := w.Remaining(a), g.periods()
			for i, row := range p {
				if row.active.Sign() == 0 {
					break
				}
				left := sum(p[i:], func(p period) *big.Rat { return p.present })
				same(t, name+": remaining", remaining[i], over(left, over(row.active, power(g.halfFactor(), 2*i))))
			}
		})
	}
}

// Shares and rates beyond the end of what was given go by the curve's own rule.
func TestSharesAndRates(t *testing.T) {
	for name, g := range customers {
		terms, a := g.terms(), exact.New(exact.Usual)
		shares := terms.Shares(a, 9)
		if len(shares) != 10 {
			t.Errorf("%s: %d shares of 0 … 9", name, len(shares))
		}
		for i, s := range shares {
			same(t, name+": S_"+strconv.Itoa(i), s, g.share(i))
		}
		for i, r := range terms.Rates(a) {
			want := new(big.Rat)
			if before := g.share(i); before.Sign() != 0 {
				want = over(g.share(i+1), before)
			} else if len(g.survival) == 0 {
				want = rat(g.rates[i])
			}
			same(t, name+": r_"+strconv.Itoa(i+1), r, want)
		}
		if got, want := len(terms.Rates(a)), max(len(g.rates), len(g.survival)); got != want {
			t.Errorf("%s: %d rates of a curve of %d", name, got, want)
		}
	}
}

// Any customer of decimals is what the definitions say.
func TestProjectionOfAny(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		g := drawn(rt)
		evaluate(t, g, func(_ *exact.Arithmetic, w *worth.Worth) {
			p := g.periods()
			same(rt, "value", w.Value, sum(p, func(p period) *big.Rat { return p.present }))
			same(rt, "revenue", w.Revenue, sum(p, func(p period) *big.Rat { return p.revenue }))
			same(rt, "stayed", w.Rows[g.horizon-1].Stayed, p[g.horizon-1].each)
		})
	})
}

// drawn is a customer of round numbers, so that cap and cost are met exactly now
// and then.
func drawn(t *rapid.T) given {
	pick := func(label string, of ...string) string { return rapid.SampledFrom(of).Draw(t, label) }
	g := given{
		cost: pick("cost", "0", "1", "2", "10", "33.3"), basket: pick("basket", "0", "1", "10", "12.5"), growth: pick("growth", "", "0.1", "-0.1", "1"),
		ceiling: pick("ceiling", "", "12.5", "12.1", "20"), margin: pick("margin", "1", "0.4", "0", "-0.1"), orders: pick("orders", "0", "1", "2.5"),
		orderGrowth: pick("order growth", "", "0.25", "-0.5"), addOn: pick("add-on", "", "2"), addOnMargin: pick("its margin", "", "1", "-1"),
		perOrder: pick("per order", "", "1", "4"), perPeriod: pick("per period", "", "1", "3"), half: pick("half", "", "1.1", "0.8"),
		referrals: pick("referrals", "", "0.5"), deterred: pick("deterred", "", "2"), perYear: rapid.SampledFrom([]int{1, 4, 12}).Draw(t, "p"),
		halves: rapid.IntRange(0, 2).Draw(t, "halves"), horizon: rapid.IntRange(1, 8).Draw(t, "horizon"),
	}
	if g.ceiling != "" && rat(g.ceiling).Cmp(rat(g.basket)) < 0 {
		g.ceiling = g.basket // lower ones are refused
	}
	shares := rapid.SliceOfN(rapid.SampledFrom([]string{"0", "0.25", "0.5", "0.9", "1"}), 1, 4)
	if g.rates = shares.Draw(t, "rates"); rapid.Bool().Draw(t, "survival") {
		g.rates, g.survival = nil, pickFalling(t)
	}
	return g
}

func pickFalling(t *rapid.T) []string {
	return rapid.SampledFrom([][]string{{"1"}, {"0.5"}, {"0.9", "0.3"}, {"0.8", "0.8", "0.2"}, {"0.6", "0"}, {"0.5", "0", "0"}, {"0"}}).Draw(t, "survival curve")
}
