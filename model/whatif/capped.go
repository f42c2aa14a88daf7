package whatif

import (
	"blyant/model/internal/exact"

	"github.com/shopspring/decimal"
)

// capped is an excess of a basket that grows until it reaches its cap, as a
// function of the basket, of its growth or of the cap itself. It rises all the
// way or falls all the way, in pieces: with J periods before the cap is reached
//
//	Σ_{t<J} u_t·b(1+g)^t + cap·Σ_{t≥J} u_t + rest
//
// where u_t is what a krone of the basket of period t brings.
type capped struct {
	*problem
	unit        []exact.Number // u_t
	left        []exact.Number // Σ_{s≥t} u_s
	rest        exact.Number
	basket, cap exact.Number // of the scenario, where it is not the field
	growth      exact.Number // 1 + g, likewise
}

// capMatters reports whether a cap has a say in the field: there is one, and the
// basket may grow to it.
func (p *problem) capMatters() bool {
	s := p.scenario
	switch p.field.Name {
	case "basket_cap", "basket_value":
		return s.BasketGrowthRate.Decimal.Sign() > 0 && (s.BasketCap.Valid || p.field.Name == "basket_cap")
	case "basket_growth_rate":
		return s.BasketCap.Valid
	}
	return false
}

func (p *problem) newCapped() *capped {
	s := p.scenario
	c := &capped{problem: p, basket: exact.FromNull(s.BasketValue), cap: exact.FromNull(s.BasketCap)}
	c.growth = p.a.Add(exact.FromInt(1), exact.FromNull(s.BasketGrowthRate))
	s.BasketCap, s.BasketGrowthRate = decimal.NullDecimal{}, decimal.NewNullDecimal(zero)
	s.BasketValue = decimal.NewNullDecimal(zero)
	none := evaluate(p.a, s.WithDefaults())
	s.BasketValue = decimal.NewNullDecimal(one)
	krone := evaluate(p.a, s.WithDefaults())

	scale := exact.FromInt(1)
	if p.excess.spreads {
		scale = none.WordOfMouth
	}
	without := p.excess.terms(none)
	for t, x := range p.excess.terms(krone) {
		c.unit = append(c.unit, p.a.Mul(scale, p.a.Sub(x, without[t])))
	}
	for len(c.unit) > 0 && c.unit[len(c.unit)-1].IsZero() { // nobody is left to buy
		c.unit = c.unit[:len(c.unit)-1]
	}
	c.left = make([]exact.Number, len(c.unit)+1)
	for t := len(c.unit) - 1; t >= 0; t-- {
		c.left[t] = p.a.Add(c.left[t+1], c.unit[t])
	}
	c.rest = p.excess.of(none)
	return c
}

// piece is the excess with so many periods before the cap, as a polynomial in
// the field (of the growth, in 1 + g).
func (c *capped) piece(periods int) []exact.Number {
	a := c.a
	terms := []exact.Number{c.rest}
	grown := exact.FromInt(1) // (1+g)^t
	put := func(power int, x exact.Number) {
		for len(terms) <= power {
			terms = append(terms, exact.Number{})
		}
		terms[power] = a.Add(terms[power], x)
	}
	for t, u := range c.unit[:periods] {
		switch c.field.Name {
		case "basket_cap":
			put(0, a.Mul(a.Mul(u, c.basket), grown))
		case "basket_value":
			put(1, a.Mul(u, grown))
		default:
			put(t, a.Mul(u, c.basket))
		}
		grown = a.Mul(grown, c.growth)
	}
	if c.field.Name == "basket_cap" {
		put(1, c.left[periods])
	} else {
		put(0, a.Mul(c.cap, c.left[periods]))
	}
	return terms
}

// edge is the value of the field (1 + g of the growth) at which the basket of
// period t is just the cap, t ≥ 1.
func (c *capped) edge(t int) exact.Number {
	switch c.field.Name {
	case "basket_cap":
		return c.a.Mul(c.basket, c.a.Pow(c.growth, t))
	case "basket_value":
		return c.a.Quo(c.cap, c.a.Pow(c.growth, t))
	}
	return c.a.Root(c.a.Quo(c.cap, c.basket), t)
}

func (c *capped) value(terms []exact.Number, x exact.Number) exact.Number {
	return exact.NewPolynomial(c.a, terms).At(x)
}
