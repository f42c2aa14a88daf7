// Package reference computes what a customer is worth from the specification
// alone, period by period, with floating-point numbers of seven hundred digits. It
// shares nothing with the engine: reference cases of the repository's own are
// computed by it, beside those that come from outside. Only tests use it.
//
// A new figure gets a line in Summary, with its definition written out, and a
// request or more in testdata/own.json of package golden.
package reference

import "math/big"

// customer is a scenario in the letters of the specification.
type customer struct {
	a, b, g, m, n, f, v, mv, s, k, d, rho, delta *big.Float
	ceiling                                      *big.Float // nil where the basket has none
	rates                                        []*big.Float
	survival                                     []*big.Float // S_1, S_2, … where they are given
	p, halves, horizon, decimals                 int
}

// period is one row of the projection.
type period struct {
	active, next, orders, basket, revenue, margin, service, contribution, discount, present, stays *big.Float
}

// share is S_t.
func (c *customer) share(t int) *big.Float {
	if len(c.survival) > 0 {
		return c.survived(t)
	}
	s, last := whole(1), len(c.rates)-1
	for _, r := range c.rates[:min(t, last)] {
		s = mul(s, r)
	}
	return mul(s, pow(c.rates[last], max(0, t-last)))
}

// survived is S_t of a survival curve; beyond it the last ratio repeats.
func (c *customer) survived(t int) *big.Float {
	last := len(c.survival)
	at := func(i int) *big.Float {
		if i == 0 {
			return whole(1)
		}
		return c.survival[i-1]
	}
	if t <= last {
		return at(t)
	}
	if at(last-1).Sign() == 0 {
		return zero()
	}
	return mul(at(last), pow(quo(at(last), at(last-1)), t-last))
}

// periods projects the customer to the horizon.
func (c *customer) periods() []period {
	rows := make([]period, c.horizon)
	step, offset := root(add(whole(1), c.d), 2*c.p), c.halves
	for t := range rows {
		basket := mul(c.b, pow(add(whole(1), c.g), t))
		if c.ceiling != nil && basket.Cmp(c.ceiling) > 0 {
			basket = c.ceiling
		}
		each, active := mul(c.n, pow(add(whole(1), c.f), t)), c.share(t)
		r := period{active: active, next: c.share(t + 1), orders: mul(active, each), basket: basket}
		perOrder := add(mul(c.m, basket), c.mv)
		r.revenue = mul(r.orders, add(basket, c.v))
		r.margin = mul(r.orders, perOrder)
		r.service = add(mul(r.orders, c.s), mul(active, c.k))
		r.contribution = sub(r.margin, r.service)
		r.discount = quo(whole(1), pow(step, 2*t+offset))
		r.present = mul(r.contribution, r.discount)
		r.stays = sub(mul(each, sub(perOrder, c.s)), c.k)
		rows[t] = r
	}
	return rows
}
