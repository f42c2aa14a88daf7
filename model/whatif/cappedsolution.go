package whatif

import "blyant/model/internal/exact"

// solve returns the one zero of a function that rises or falls all the way, or
// the stretch of them where every basket but the first is the cap.
func (c *capped) solve() []solution {
	last := len(c.unit) - 1
	isBasket := c.field.Name == "basket_value"
	if last < 0 || !isBasket && (last == 0 || c.basket.IsZero()) {
		return c.constant(c.piece(last + 1)[0])
	}
	if !isBasket {
		if flat, start := c.plateau(last); c.a.Sign(flat) == 0 {
			return c.stretch(start)
		}
	}
	periods := c.search(last)
	terms := c.piece(periods)
	if c.field.Name == "basket_growth_rate" {
		return c.growing(terms)
	}
	if len(terms) < 2 || c.a.Sign(terms[1]) == 0 {
		return nil
	}
	return c.points([]exact.Number{c.a.Quo(terms[0], terms[1]).Neg()})
}

// constant is what solves an excess that does not depend on the field.
func (p *problem) constant(excess exact.Number) []solution {
	if p.a.Sign(excess) == 0 {
		return p.everywhere()
	}
	return nil
}

// plateau is the excess once every later basket is the cap, or none is, and the
// field from which on it is so.
func (c *capped) plateau(last int) (excess, start exact.Number) {
	if c.field.Name == "basket_cap" {
		return c.piece(last + 1)[0], c.edge(last)
	}
	return c.piece(1)[0], c.a.Sub(c.edge(1), exact.FromInt(1))
}

// stretch is the solution from start to the end of the range.
func (c *capped) stretch(start exact.Number) []solution {
	switch {
	case c.a.Cmp(start, c.from) <= 0:
		return c.everywhere()
	case c.a.Cmp(start, c.to) > 0:
		return nil
	}
	return []solution{{low: start, high: c.to}}
}

// search returns how many periods are before the cap in the piece that holds the
// zero, by halves: the edges rise with the cap and fall with the basket and its
// growth.
func (c *capped) search(last int) int {
	rising := c.a.Sign(c.unit[0]) // all have one sign
	low, high := 0, last+1
	for high-low > 1 {
		middle := (low + high) / 2
		below := rising*c.a.Sign(c.value(c.piece(middle), c.edge(middle))) < 0
		if below == (c.field.Name == "basket_cap") {
			low = middle
		} else {
			high = middle
		}
	}
	return high
}

// growing solves a piece in 1 + g.
func (c *capped) growing(terms []exact.Number) []solution {
	curve := &powers{terms: terms}
	c.doubled(curve)
	return c.problem.solve(curve)
}
