package whatif

import (
	"slices"

	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// perpetual solves for a value without end. In a field that only weighs its
// parts it is a straight line; in a rate it is a rational function, which times
// its denominators is a polynomial:
//
//	Σ_{t<h} part_t·y^t + Σ_parts part_h·y^h ÷ (1 − q·y)
//
// over the basket part, the part that goes with orders and the one that goes
// with time (see worth). Where a cap has a say in the field or is reached only
// after thousands of periods the field is scanned.
func (p *problem) perpetual() []solution {
	switch {
	case !p.depends():
		if g, converges := p.foreverAt(p.from); converges {
			return p.constant(g)
		}
		return nil
	case p.capMatters():
		return p.scan()
	case p.field.Unit == vocabulary.UnitSharePerPeriod || p.field.Name == "repeat_purchase_rate" || p.field.Name == "annual_discount_rate":
		if c, short := p.rational(); short {
			return p.convergent(p.solve(c))
		}
		return p.scan()
	}
	return p.straightForever()
}

// forever is the perpetuity less the target; false where it does not converge.
func (p *problem) forever(w *worth.Worth) (exact.Number, bool) {
	value, absent := worth.PerpetualLifetimeValue.Of(p.a, w)
	return p.a.Sub(value, p.target), absent.Code == ""
}

// foreverAt is the same with x for the field.
func (p *problem) foreverAt(x exact.Number) (exact.Number, bool) {
	return p.forever(p.at(x.Cut(placeToLook)))
}

// straightForever solves a straight line. Where it does not converge it may do
// so at a single value, at which the part that grows is not there: 0, or where
// what an add-on leaves just pays for an order.
func (p *problem) straightForever() []solution {
	_, first := p.forever(p.uncapped(one))
	_, second := p.forever(p.uncapped(half))
	if first && second {
		return p.linear(func(w *worth.Worth) exact.Number { g, _ := p.forever(w); return g })
	}
	var zeros []exact.Number
	for _, x := range p.vanishing() {
		if g, converges := p.foreverAt(x); p.within(x) && converges && p.a.Sign(g) == 0 {
			zeros = append(zeros, x)
		}
	}
	return p.points(zeros)
}

// vanishing are the values at which a part is not there, rising.
func (p *problem) vanishing() []exact.Number {
	perOrder := func(x decimal.Decimal) exact.Number {
		t := p.uncapped(x).Terms
		return p.a.Sub(t.AddOnMargin, t.CostPerOrder)
	}
	values := []exact.Number{{}}
	at0, at1 := perOrder(zero), perOrder(one)
	if rise := p.a.Sub(at1, at0); p.a.Sign(rise) != 0 {
		if x := p.a.Quo(at0, rise).Neg(); p.a.Sign(x) != 0 {
			values = append(values, x)
		}
	}
	slices.SortFunc(values, p.a.Cmp)
	return values
}

// convergent leaves out zeros of the polynomial beyond which a part diverges. A
// stretch stays only where it converges.
func (p *problem) convergent(found []solution) []solution {
	return slices.DeleteFunc(found, func(s solution) bool {
		_, converges := p.foreverAt(s.low)
		return !converges && !s.whole
	})
}
