package worth_test

import (
	"math/big"
	"testing"

	"blyant/model/internal/exact"
	"blyant/model/internal/worth"

	"pgregory.net/rapid"
)

// payback is the smallest x ≥ 0 with so many periods of the flow reaching the cost,
// the orders up to it, and whether a later loss undoes it: by the definition.
func (g given) payback(flow func(period) *big.Rat) (x, orders *big.Rat, reached, reversed bool) {
	cost, total, ordered := rat(g.cost), new(big.Rat), new(big.Rat)
	x, orders = new(big.Rat), new(big.Rat)
	reached = cost.Sign() == 0
	for i, p := range g.periods() {
		before := total
		total = plus(total, flow(p))
		if !reached && total.Cmp(cost) >= 0 {
			part := over(less(cost, before), flow(p))
			x, orders, reached = plus(big.NewRat(int64(i), 1), part), plus(ordered, times(part, p.orders)), true
		} else if reached && total.Cmp(cost) < 0 {
			reversed = true
		}
		ordered = plus(ordered, p.orders)
	}
	return x, orders, reached, reversed
}

// profit is the share of customers for whom what they left, by the time they leave,
// has reached the cost: by the definition.
func (g given) profit() *big.Rat {
	var probability, value = new(big.Rat), new(big.Rat)
	for j := 1; j <= g.horizon; j++ {
		p := g.period(j - 1)
		value = plus(value, times(p.discount, p.each))
		leaves := p.active
		if j < g.horizon {
			leaves = less(p.active, p.next)
		}
		if value.Cmp(rat(g.cost)) >= 0 {
			probability = plus(probability, leaves)
		}
	}
	return probability
}

func holdMoments(t *testing.T, rt interface{ Errorf(string, ...any) }, g given) {
	evaluate(t, g, func(a *exact.Arithmetic, w *worth.Worth) {
		x, orders, reached, reversed := g.payback(func(p period) *big.Rat { return p.contribution })
		hold(rt, a, w, worth.PaybackPeriods, x, reached)
		hold(rt, a, w, worth.PaybackOrders, orders, reached)
		later, _, discounted, undone := g.payback(func(p period) *big.Rat { return p.present })
		hold(rt, a, w, worth.DiscountedPaybackPeriods, later, discounted)
		same(rt, "probability of profit", mustBe(rt, a, w, worth.ProbabilityOfProfit), g.profit())
		report := worth.NewReport(a, 2)
		w.Reversals(a, report)
		noted := map[string]bool{}
		for _, n := range report.Notes {
			noted[n.Field] = n.Code == "payback_reversed"
		}
		if noted["payback_periods"] != reversed || noted["discounted_payback_periods"] != undone {
			rt.Errorf("%+v: notes %v, want them of payback %v and discounted %v", g, report.Notes, reversed, undone)
		}
	})
}

// hold holds a payback against its definition: there or with the reason why not.
func hold(t interface{ Errorf(string, ...any) }, a *exact.Arithmetic, w *worth.Worth, m worth.Metric, want *big.Rat, there bool) {
	got, absent := m.Of(a, w)
	switch {
	case there && absent.Code == "":
		same(t, m.Name, got, want)
	case there || absent.Code != "payback_not_reached":
		t.Errorf("%s is absent for %q, want it there: %v", m.Name, absent.Code, there)
	}
}

func mustBe(t interface{ Errorf(string, ...any) }, a *exact.Arithmetic, w *worth.Worth, m worth.Metric) exact.Number {
	x, absent := m.Of(a, w)
	if absent.Code != "" {
		t.Errorf("%s is absent: %v", m.Name, absent)
	}
	return x
}

func TestMomentsByDefinition(t *testing.T) {
	for _, g := range customers {
		holdMoments(t, t, g)
	}
	rapid.Check(t, func(rt *rapid.T) { holdMoments(t, rt, drawn(rt)) })
}

// Paybacks at their edges: in the first period, at its very end, at a cost just
// beyond the horizon, and undone by a loss afterwards or only touching.
func TestPaybackAtTheEdge(t *testing.T) {
	flat := given{basket: "10", margin: "1", orders: "2", rates: []string{"1"}, perYear: 1, horizon: 3} // 20 a year
	falls := given{basket: "10", growth: "-0.9", margin: "1", orders: "1", perPeriod: "4", rates: []string{"1"}, perYear: 1, horizon: 3}
	// falls earns 6, −3, −3.9: totals 6, 3, −0.9
	for _, c := range []struct {
		name            string
		g               given
		cost            string
		periods, orders string // empty where it is not reached
		reversed        bool
	}{
		{"nothing to earn back", flat, "0", "0", "0", false},
		{"within the first period", flat, "5", "0.25", "0.5", false},
		{"at the end of the first", flat, "20", "1", "2", false},
		{"just after it", flat, "20.02", "1.001", "2.002", false},
		{"at the very end", flat, "60", "3", "6", false},
		{"a hair beyond", flat, "60.000000000000000000000001", "", "", false},
		{"undone at once", falls, "6", "1", "1", true},
		{"undone in the second period", falls, "3.000001", "0.5000001666666666", "0.5000001666666666", true},
		{"touched in the second, undone in the third", falls, "3", "0.5", "0.5", true},
		{"nothing to earn back, and lost later", falls, "0", "0", "0", true},
	} {
		g := c.g
		g.cost = c.cost
		evaluate(t, g, func(a *exact.Arithmetic, w *worth.Worth) {
			x, absent := worth.PaybackPeriods.Of(a, w)
			n, alsoAbsent := worth.PaybackOrders.Of(a, w)
			if (c.periods == "") != (absent.Code == "payback_not_reached") || absent.Code != alsoAbsent.Code {
				t.Errorf("%s: absent for %q and %q", c.name, absent.Code, alsoAbsent.Code)
			}
			if c.periods != "" && (!x.Cut(16).Truncate(16).Sub(number(c.periods).Cut(16)).Abs().LessThan(number("1e-15").Cut(16)) ||
				!n.Cut(16).Sub(number(c.orders).Cut(16)).Abs().LessThan(number("1e-15").Cut(16))) {
				t.Errorf("%s: after %s periods and %s orders", c.name, x.Cut(16), n.Cut(16))
			}
			report := worth.NewReport(a, 2)
			w.Reversals(a, report)
			if (len(report.Notes) == 2) != c.reversed { // both, since nothing is discounted
				t.Errorf("%s: notes %v", c.name, report.Notes)
			}
		})
	}
}
