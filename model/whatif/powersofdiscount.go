package whatif

import (
	"math"

	"blyant/model/internal/exact"

	"github.com/shopspring/decimal"
)

// discounting is the variable in which present values are polynomials: with
// u = (1+d)^(−1/(p·k)) and k = 2 for the middle of a period, else 1,
//
//	D_t = u^(k·t + first)
//
// where u is at most scale, and z = u ÷ scale.
type discounting struct {
	k, first, root int
	scale          exact.Number
}

func (p *problem) discounting() discounting {
	s := p.scenario.WithDefaults()
	d := discounting{k: 1, first: s.Timing.HalfPeriods() / 2}
	if s.Timing.HalfPeriods() == 1 {
		d.k, d.first = 2, 1
	}
	d.root = d.k * s.Period.PerYear()
	largest := math.Pow(1+p.request.From.Decimal.InexactFloat64(), -1/float64(d.root))
	d.scale = exact.FromDecimal(decimal.NewFromFloat(largest * 1.000001).RoundUp(9))
	return d
}

// inDiscount has for its terms those of a customer whose money is not
// discounted.
func (p *problem) inDiscount() *powers {
	w, d := p.at(zero), p.discounting()
	c := &powers{}
	for t, x := range p.excess.terms(w) {
		c.add(p.a, d.k*t+d.first, x)
	}
	if p.excess.spreads {
		spreading := powers{}
		for t, r := range w.Rows {
			lost := p.a.Mul(w.Terms.Deterred, p.a.Sub(r.Active, r.NextActive))
			spreading.add(p.a, d.k*t+d.first, p.a.Sub(p.a.Mul(w.Terms.Referrals, r.Active), lost))
		}
		c.terms = p.multiply(c.terms, spreading.terms)
	}
	c.add(p.a, 0, p.excess.less(w).Neg())
	p.scaled(c, d)
	return c
}

// scaled puts z in place of u.
func (p *problem) scaled(c *powers, d discounting) {
	factor := exact.FromInt(1)
	for t := range c.terms {
		c.terms[t] = p.a.Mul(c.terms[t], factor)
		factor = p.a.Mul(factor, d.scale)
	}
	c.back = func(z exact.Number) exact.Number {
		one := exact.FromInt(1)
		return p.a.Sub(p.a.Quo(one, p.a.Pow(p.a.Mul(z, d.scale), d.root)), one)
	}
}
