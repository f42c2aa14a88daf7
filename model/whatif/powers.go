package whatif

import (
	"math"

	"blyant/model/internal/exact"
	"blyant/model/internal/worth"

	"github.com/shopspring/decimal"
)

// powers is an excess as a polynomial in a variable z of [0, 1], and how the
// field follows from it. Its zeros are counted (exact.Polynomial.Roots), not
// searched for.
type powers struct {
	terms []exact.Number
	back  func(z exact.Number) exact.Number
}

// add adds x to the term of that power.
func (c *powers) add(a *exact.Arithmetic, power int, x exact.Number) {
	for len(c.terms) <= power {
		c.terms = append(c.terms, exact.Number{})
	}
	c.terms[power] = a.Add(c.terms[power], x)
}

// solve returns the zeros that are in the range.
func (p *problem) solve(c *powers) []solution {
	p.curve = c
	flat := true
	for _, x := range c.terms {
		flat = flat && p.a.Sign(x) == 0
	}
	if flat {
		return p.everywhere()
	}
	return p.points(p.roots(c.terms))
}

// roots are the zeros of a polynomial in z, as values of the field, rising.
func (p *problem) roots(terms []exact.Number) []exact.Number {
	var values []exact.Number
	for _, z := range exact.NewPolynomial(p.a, terms).Roots() {
		if x, isReal := p.curve.value(z); isReal {
			values = append(values, x)
		}
	}
	if len(values) > 1 && p.a.Cmp(values[0], values[1]) > 0 { // the discount rate falls as z rises
		for i, j := 0, len(values)-1; i < j; i, j = i+1, j-1 {
			values[i], values[j] = values[j], values[i]
		}
	}
	return values
}

// value is the field at z; at 0 some are infinite.
func (c *powers) value(z exact.Number) (exact.Number, bool) {
	if c.back == nil {
		return z, true
	}
	if z.IsZero() {
		return z, false
	}
	return c.back(z), true
}

// polynomial is the excess as a polynomial where the field is a rate that goes
// into it by its powers: r^t, (1+f)^t, (1+g)^t without a cap, or
// (1+d)^(−(t+o)/p).
func (p *problem) polynomial() []solution {
	switch p.field.Name {
	case "repeat_purchase_rate":
		return p.solve(p.inRetention())
	case "annual_discount_rate":
		return p.solve(p.inDiscount())
	}
	return p.solve(p.inGrowth())
}

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

// multiply multiplies two polynomials: long ones as integers, whose length costs
// little more than that of one product for each of their terms.
func (p *problem) multiply(x, y []exact.Number) []exact.Number {
	const short = 16
	if len(x) > short && len(y) > short {
		return p.a.ConvolveSigned(x, y)
	}
	product := make([]exact.Number, len(x)+len(y)-1)
	for i, u := range x {
		if u.IsZero() {
			continue
		}
		for j, v := range y {
			product[i+j] = p.a.Add(product[i+j], p.a.Mul(u, v))
		}
	}
	return product
}
