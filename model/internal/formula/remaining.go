package formula

import "slices"

// headRatio returns S_{t+1} ÷ S_t in the head.
func (c *customer[A, F, S]) headRatio(t int) F {
	if len(c.in.survival) == 0 {
		x, over := c.in.step(t)
		return c.quotient(x, over)
	}
	return c.ar.Quo(c.room.share[t+1], c.room.share[t])
}

// remain gives each of n periods what a customer who is active as it begins is
// worth from then on,
//
//	U_t = D_0·c_t + (S_{t+1} ÷ S_t)·v·U_{t+1}
//
// part by part, each of terms ≥ 0; in the first period it is the lifetime value.
func (c *customer[A, F, S]) remain(n int) {
	ar, in, r := c.ar, c.in, c.room
	steps := c.survivals(in.active)
	r.ahead = sized(r.ahead, in.active)
	worth := r.sums[RemainingValue][:min(n, in.active)]
	clear(worth)
	if c.idle {
		return
	}
	part := func(negative bool, weight F, terms []F) {
		ar.Backward(terms, steps, r.ahead)
		ar.Weigh(worth, negative, ar.Mul(weight, c.first), r.ahead)
	}
	if c.hasMargin {
		part(c.marginLoss, c.margin, r.spend[:in.active])
	}
	if c.hasOrder {
		part(c.orderLoss, c.order, r.each[:in.active])
	}
	if in.perPeriod.Sign() != 0 {
		r.ones = sized(r.ones, in.active)
		ar.Powers(c.one, c.one, r.ones)
		part(true, c.perPeriod, r.ones)
	}
}

// survivals returns (S_{t+1} ÷ S_t)·v for n periods.
func (c *customer[A, F, S]) survivals(n int) []F {
	r, head := c.room, min(c.in.head, n)
	r.steps = slices.Grow(r.steps[:0], n)[:n]
	for t := range head {
		r.steps[t] = c.ar.Mul(c.headRatio(t), c.discount)
	}
	c.ar.Powers(c.ar.Mul(c.rate, c.discount), c.one, r.steps[head:])
	return r.steps
}
