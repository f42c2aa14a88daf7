package worth_test

import (
	"math/big"
	"testing"

	"blyant/model/internal/exact"
	"blyant/model/internal/worth"

	"pgregory.net/rapid"
)

// The rate of flows whose rate is known: one that doubles its cost, halves it,
// and those of the textbooks.
func TestRateOfReturnKnown(t *testing.T) {
	for _, c := range []struct {
		name string
		g    given
		want string
	}{
		{"cost back a year later", given{cost: "5", basket: "5", margin: "1", orders: "1", rates: []string{"1"}, perYear: 1, halves: 2, horizon: 1}, "0"},
		{"twice the cost a year later", given{cost: "5", basket: "10", margin: "1", orders: "1", rates: []string{"1"}, perYear: 1, halves: 2, horizon: 1}, "1"},
		{"half of it", given{cost: "10", basket: "5", margin: "1", orders: "1", rates: []string{"1"}, perYear: 1, halves: 2, horizon: 1}, "-0.5"},
		{"twice the cost after half a year", given{cost: "5", basket: "10", margin: "1", orders: "1", rates: []string{"1"}, perYear: 1, halves: 1, horizon: 1}, "3"},
		{"a tenth more after a quarter", given{cost: "10", basket: "11", margin: "1", orders: "1", rates: []string{"1"}, perYear: 4, halves: 2, horizon: 1}, "0.4641"},
		{"10 now and 12.1 in two years, against 20", given{cost: "20", basket: "10", growth: "0.1", margin: "1", orders: "1", rates: []string{"1"}, perYear: 1, horizon: 2}, "0.1"},
		{"golden ratio: 1, 1 against 1", given{cost: "1", basket: "1", margin: "1", orders: "1", rates: []string{"1"}, perYear: 1, halves: 2, horizon: 2}, "0.618034"},
		{"the middle between two millionths, down", given{cost: "2000000", basket: "1999999", margin: "1", orders: "1", rates: []string{"1"}, perYear: 1, halves: 2, horizon: 1}, "-0.000001"},
		{"the middle between two millionths, up", given{cost: "2000000", basket: "2000001", margin: "1", orders: "1", rates: []string{"1"}, perYear: 1, halves: 2, horizon: 1}, "0.000001"},
		{"just below the middle", given{cost: "2000000", basket: "2000000.999999", margin: "1", orders: "1", rates: []string{"1"}, perYear: 1, halves: 2, horizon: 1}, "0"},
		{"as much as is looked for", given{cost: "1", basket: "1000001", margin: "1", orders: "1", rates: []string{"1"}, perYear: 1, halves: 2, horizon: 1}, "1000000"},
		{"nearly nothing left", given{cost: "1000000", basket: "2", margin: "1", orders: "1", rates: []string{"1"}, perYear: 1, halves: 2, horizon: 1}, "-0.999998"},
	} {
		evaluate(t, c.g, func(a *exact.Arithmetic, w *worth.Worth) {
			if got := mustBe(t, a, w, worth.InternalRateOfReturn); got.Cut(6).String() != number(c.want).Cut(6).String() {
				t.Errorf("%s: %s, want %s", c.name, got.Cut(6), c.want)
			}
		})
	}
}

// Where there is no rate of return the reason is said.
func TestRateOfReturnUndefined(t *testing.T) {
	losing := given{cost: "5", basket: "1", margin: "1", orders: "1", perPeriod: "2", rates: []string{"1"}, perYear: 1, horizon: 3}
	turning := given{cost: "1", basket: "10", growth: "-0.9", margin: "1", orders: "1", perPeriod: "0.5", rates: []string{"1"}, perYear: 1, halves: 2, horizon: 3}
	for _, c := range []struct {
		name, reason string
		change       func(*given)
		of           given
	}{
		{"no cost", "no_acquisition_cost", func(g *given) { g.cost = "0" }, turning},
		{"never any gain", "no_sign_change", nil, losing},
		{"no flow at all", "no_sign_change", func(g *given) { g.perPeriod = "1" }, losing},
		{"gain, then loss", "several_sign_changes", nil, turning},
		{"the first flow is beyond the cost already", "starts_positive", func(g *given) { g.halves, g.horizon = 0, 1 }, turning},
		{"netted to nothing, then a gain", "starts_positive", func(g *given) { g.cost, g.halves, g.growth, g.horizon = "9.5", 0, "", 2 }, turning},
		{"netted to nothing, and no more", "no_sign_change", func(g *given) { g.cost, g.halves, g.horizon = "9.5", 0, 1 }, turning},
		{"beyond a million", "outside_range", func(g *given) { g.cost, g.basket, g.perPeriod, g.horizon = "1", "1000002", "0", 1 }, turning},
		{"as good as all is lost", "outside_range", func(g *given) { g.cost, g.basket, g.perPeriod, g.horizon = "1000000", "1", "0", 1 }, turning},
	} {
		g := c.of
		if c.change != nil {
			c.change(&g)
		}
		evaluate(t, g, func(a *exact.Arithmetic, w *worth.Worth) {
			_, absent := worth.InternalRateOfReturn.Of(a, w)
			if absent.Code != "rate_of_return_undefined" || len(absent.Args) != 1 || absent.Args[0] != c.reason {
				t.Errorf("%s: %v, want %s", c.name, absent, c.reason)
			}
		})
	}
}

// npv is Σ contribution_t·(1+i)^(−(t+o)) − A of a yearly customer, times
// (1+i)^horizon, which leaves the sign: with a rate in millionths and halves.
func (g given) npv(halves int64) int {
	factor := plus(big.NewRat(1, 1), big.NewRat(halves, 2_000_000))
	total := new(big.Rat)
	for t, p := range g.periods() {
		total = plus(total, times(p.contribution, power(factor, g.horizon-t-g.halves/2)))
	}
	return less(total, times(rat(g.cost), power(factor, g.horizon))).Sign()
}

// signs are how often the flows change sign, netted as the definition says, and
// whether they start positive.
func (g given) signs() (changes int, positive bool) {
	flows := []*big.Rat{new(big.Rat).Neg(rat(g.cost))}
	for i, p := range g.periods() {
		if i == 0 && g.halves == 0 {
			flows[0] = plus(flows[0], p.contribution)
			continue
		}
		flows = append(flows, p.contribution)
	}
	last := 0
	for _, f := range flows {
		if s := f.Sign(); s != 0 {
			if last == 0 {
				positive = s > 0
			} else if s != last {
				changes++
			}
			last = s
		}
	}
	return changes, positive
}

// Of any yearly customer: there is a rate exactly where the flows change sign
// once, from below, and the net present value is on either side of 0 half a
// millionth beside it. Half of them buy with a margin and cost more than the first
// purchase brings: of the others few have a rate.
func TestRateOfReturnOfAny(t *testing.T) {
	found := 0
	rapid.Check(t, func(rt *rapid.T) {
		g := drawn(rt)
		g.perYear, g.halves = 1, 2*rapid.IntRange(0, 1).Draw(rt, "end")
		if rapid.Bool().Draw(rt, "pays") {
			g.cost, g.basket, g.ceiling, g.margin, g.orders, g.perOrder = "33.3", "12.5", "20", "1", "2.5", ""
		}
		changes, positive := g.signs()
		evaluate(t, g, func(a *exact.Arithmetic, w *worth.Worth) {
			rate, absent := worth.InternalRateOfReturn.Of(a, w)
			defined := rat(g.cost).Sign() > 0 && changes == 1 && !positive
			switch {
			case absent.Code == "" && !defined:
				rt.Errorf("%+v: a rate of %s, with %d changes", g, rate.Cut(6), changes)
			case absent.Code == "":
				found++
				k := rate.Cut(6).CoefficientInt64()
				if below, above := g.npv(2*k-1), g.npv(2*k+1); below < 0 || above > 0 || below == 0 && k <= 0 || above == 0 && k >= 0 {
					rt.Errorf("%+v: %s, beside it %d and %d", g, rate.Cut(6), below, above)
				}
			case defined && absent.Args[0] != "outside_range", defined && g.npv(-2*999_999) > 0 && g.npv(2*1_000_000_000_000) < 0:
				rt.Errorf("%+v: no rate for %v", g, absent)
			}
		})
	})
	if found < 5 {
		t.Errorf("only %d had a rate", found)
	}
}
