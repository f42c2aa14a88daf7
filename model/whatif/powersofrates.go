package whatif

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"

	"github.com/shopspring/decimal"
)

// inRetention has for its terms those of a customer who is never lost: S_t = r^t.
func (p *problem) inRetention() *powers {
	w := p.at(one)
	c := &powers{}
	for t, x := range p.excess.terms(w) {
		c.add(p.a, t, x)
	}
	if p.excess.spreads {
		c.terms = p.multiply(c.terms, p.spreading(w))
	}
	c.add(p.a, 0, p.excess.less(w).Neg())
	return c
}

// spreading is Σ D_t(ρ·S_t − δ(S_t − S_{t+1})) by powers: of the rate of
// retention, for a customer who is never lost.
func (p *problem) spreading(w *worth.Worth) []exact.Number {
	a, c := p.a, powers{}
	stays := a.Sub(w.Terms.Referrals, w.Terms.Deterred)
	for t, r := range w.Rows {
		c.add(a, t, a.Mul(stays, r.Discount))
		c.add(a, t+1, a.Mul(w.Terms.Deterred, r.Discount))
	}
	return c.terms
}

// inGrowth has y = 1 + x. What grows is what would not
// be there without a first order, or a first basket:
//
//	Σ (term_t − term_t without)·y^t + the excess without
func (p *problem) inGrowth() *powers {
	with, without := p.uncapped(zero), p.unbought()
	c := &powers{}
	scale, rest := exact.FromInt(1), p.excess.terms(without)
	if p.excess.spreads {
		scale = without.WordOfMouth
	}
	for t, x := range p.excess.terms(with) {
		c.add(p.a, t, p.a.Mul(p.a.Sub(x, rest[t]), scale))
	}
	c.add(p.a, 0, p.excess.of(without))
	p.doubled(c)
	return c
}

// doubled puts z in place of 1 + x, which is at most 2, as 2z.
func (p *problem) doubled(c *powers) {
	factor := exact.FromInt(1)
	for t := range c.terms {
		c.terms[t] = p.a.Mul(c.terms[t], factor)
		factor = p.a.Mul(factor, exact.FromInt(2))
	}
	c.back = func(z exact.Number) exact.Number {
		return p.a.Sub(p.a.Mul(z, exact.FromInt(2)), exact.FromInt(1))
	}
}

// unbought is the customer without orders, or without a basket, whichever grows.
func (p *problem) unbought() *worth.Worth {
	s := p.scenario
	if p.field.Name == "order_growth_rate" {
		s.OrdersPerPeriod = decimal.NewNullDecimal(zero)
	} else {
		s.BasketValue, s.BasketCap = decimal.NewNullDecimal(zero), decimal.NullDecimal{}
	}
	return evaluate(p.a, with(s, p.field, zero))
}
