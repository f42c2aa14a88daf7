package whatif

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
)

// longestHead is the number of periods after which at the latest the parts must
// have found their lasting ratios for the polynomial to be written out.
const longestHead = 4000

// rational is a value without end less the target, times its denominators.
type rational struct {
	*problem
	terms  worth.Terms // of the customer at y = 1
	step   int         // powers of the variable in y^1
	offset int         // and in y^0
	head   powers      // what is polynomial already
	parts  []part      // of the tail
	power  int         // of the variable in the tail's first period
	never  bool        // a part that does not depend on the field diverges
}

// rational returns the value's polynomial; false where it would be too long.
func (p *problem) rational() (*powers, bool) {
	at := zero
	if p.field.Name == "repeat_purchase_rate" {
		at = one
	}
	s := with(p.scenario, p.field, at)
	g := &rational{problem: p, terms: s.Terms(p.a), step: 1}
	if p.field.Name == "annual_discount_rate" {
		d := p.discounting()
		g.step, g.offset = d.k, d.first
	}
	head, ends := g.length()
	if head > longestHead {
		return nil, false
	}
	rows := worth.Project(p.a, &g.terms, head+1)
	for t, r := range rows[:head] {
		for i, x := range g.split(r) {
			g.put(t, x, g.varies(i))
		}
	}
	g.power = head*g.step + g.offset
	if !ends {
		g.tail(rows[head])
	}
	g.head.add(p.a, 0, p.target.Neg())
	return g.polynomial(), true
}

// grows reports whether the basket grows to a cap.
func (g *rational) grows() bool {
	return g.terms.HasCap && !g.terms.Basket.IsZero() && g.a.Cmp(g.terms.BasketGrowth, exact.FromInt(1)) > 0
}

// split is the present value of a row by its parts: the basket's, that of
// orders and that of time.
func (g *rational) split(r worth.Row) [3]exact.Number {
	a, t := g.a, g.terms
	basket := a.Mul(t.Margin, r.Turnover)
	orders := a.Mul(r.Orders, a.Sub(t.AddOnMargin, t.CostPerOrder))
	time := a.Mul(r.Active, t.CostPerPeriod).Neg()
	return [3]exact.Number{a.Mul(basket, r.Discount), a.Mul(orders, r.Discount), a.Mul(time, r.Discount)}
}

// varies reports whether a part goes with the field.
func (g *rational) varies(part int) bool {
	switch g.field.Name {
	case "basket_growth_rate":
		return part == 0
	case "order_growth_rate":
		return part < 2
	}
	return true
}

// put adds what a part brings in period t.
func (g *rational) put(t int, x exact.Number, varies bool) {
	if varies {
		g.head.add(g.a, t*g.step+g.offset, x)
	} else {
		g.head.add(g.a, 0, x)
	}
}

// polynomial multiplies all by the denominators:
//
//	head·Π(1 − q_i·y) + Σ_i first_i·y^h·Π_{j≠i}(1 − q_j·y)
func (g *rational) polynomial() *powers {
	if g.never {
		return &powers{terms: []exact.Number{exact.FromInt(1)}}
	}
	c := &powers{terms: g.head.terms}
	for _, x := range g.parts {
		c.terms = g.multiply(c.terms, g.denominator(x))
	}
	for i, x := range g.parts {
		others := []exact.Number{x.first}
		for j, y := range g.parts {
			if j != i {
				others = g.multiply(others, g.denominator(y))
			}
		}
		for k, term := range others {
			c.add(g.a, g.power+k, term)
		}
	}
	switch g.field.Name {
	case "annual_discount_rate":
		g.scaled(c, g.discounting())
	case "repeat_purchase_rate":
	default:
		g.doubled(c)
	}
	return c
}

// denominator is 1 − q·y.
func (g *rational) denominator(x part) []exact.Number {
	terms := make([]exact.Number, g.step+1)
	terms[0], terms[g.step] = exact.FromInt(1), x.q.Neg()
	return terms
}
