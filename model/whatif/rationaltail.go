package whatif

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
)

// part is a geometric part of the tail: first·y^h ÷ (1 − rate·v·y).
type part struct {
	first exact.Number
	rate  exact.Number // its numerator before discounting, so that equal ones are seen to be equal
	q     exact.Number
}

// length is the number of periods before the tail, and whether there is none
// because no customer is left.
func (g *rational) length() (periods int, ends bool) {
	head, _, _, ends := g.terms.Lasting()
	if !ends && g.grows() {
		basket := g.terms.Basket
		for t := 0; t <= longestHead; t++ {
			if g.a.Cmp(basket, g.terms.Cap) >= 0 {
				return max(head, t), false
			}
			basket = g.a.Mul(basket, g.terms.BasketGrowth)
		}
		return longestHead + 1, false
	}
	return head, ends
}

// tail takes the parts from the row on in which their ratios stay for ever.
func (g *rational) tail(r worth.Row) {
	a, t := g.a, g.terms
	_, time, denominator, _ := t.Lasting()
	orders := a.Mul(time, t.OrderGrowth)
	basket := orders
	if !g.grows() {
		basket = a.Mul(orders, t.BasketGrowth)
	}
	_, v := t.Discount(a)
	rates := [3]exact.Number{basket, orders, time}
	for i, first := range g.split(r) {
		q := a.Quo(a.Mul(rates[i], v), denominator)
		switch {
		case first.IsZero():
		case g.varies(i):
			g.join(part{first, rates[i], q})
		case a.Cmp(a.Pow(rates[i], t.PerYear), a.Mul(t.Annual, a.Pow(denominator, t.PerYear))) >= 0: // q ≥ 1
			g.never = true
		default:
			g.head.add(a, 0, a.Quo(first, a.Sub(exact.FromInt(1), q)))
		}
	}
}

// join adds a part, to the one of the same ratio where there is one.
func (g *rational) join(x part) {
	for i := range g.parts {
		if g.a.Cmp(g.parts[i].rate, x.rate) == 0 {
			g.parts[i].first = g.a.Add(g.parts[i].first, x.first)
			return
		}
	}
	g.parts = append(g.parts, x)
}
