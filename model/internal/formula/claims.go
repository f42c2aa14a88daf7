package formula

import "blyant/model/internal/bound"

// What a figure is a multiple of. dec(x) is the number of decimals of x. A claim
// for a sum over the periods 0 … t is that of its period t, since each period's
// is a multiple of the next one's.

// sharePlaces returns the claim of S_t: with a constant ratio t·dec(r), with a
// retention curve Σ dec(r_u) over its head (stepClaim), with a survival curve the curve's own
// decimals, the most so far. Beyond the head the survival curve's last ratio
// S_L ÷ S_{L−1} = c_L·10^k ÷ (c_{L−1}·10^k′), k the decimals of S_{L−1}, gives
// S_L itself at the first step, and at each further step a factor c_{L−1} below
// and k′ − k decimals where that is more than 0.
func (c *customer[A, F, S]) share(t int) bound.Multiple {
	in := c.in
	if t <= in.head && in.head > 0 {
		return c.room.claims[t]
	}
	var start bound.Multiple
	if in.head > 0 {
		start = c.room.claims[in.head]
	}
	steps := t - in.head
	each := stepClaim(in.rate, in.rateOver)
	if len(in.survival) > 0 && !in.rateOver.IsOne() && steps > 0 {
		start, steps = start.Plus(bound.Tenths(in.rate.Places())), steps-1
	}
	return bound.Multiple{Tens: start.Tens + steps*each.Tens, Bits: start.Bits + steps*each.Bits}
}

// stepClaim is that of a rate x ÷ y = X·10^(dec(y)−dec(x)) ÷ Y for the whole
// numbers X and Y of its parts.
func stepClaim(x, y bound.Number) bound.Multiple {
	m := bound.Tenths(max(0, x.Places()-y.Places()))
	if y.IsOne() {
		return m
	}
	return m.Over(y.Bits())
}

// ordersPlaces is dec(n_t) = dec(n) + t·dec(1+f).
func (in *inputs) ordersPlaces(t int) int { return in.orders.Places() + t*in.orderGrowth.Places() }

// basket returns the claim of b_0 … b_t: dec(b) + t·dec(1+g) before the cap, dec(cap)
// from there, both over the numerator of 1 + vat_rate.
func (c *customer[A, F, S]) basketClaim(t int) bound.Multiple {
	in := c.in
	free := min(t, c.capAt-1) // the last period before the cap
	places := in.basket.Places() + max(free, 0)*in.growth.Places()
	if t >= c.capAt {
		places = max(places, in.cap.Places())
	}
	return bound.Tenths(places).Over(in.vatBits())
}

func (in *inputs) vatBits() int {
	if in.vat.IsOne() {
		return 0
	}
	return in.vat.Bits()
}

func (in *inputs) divisorBits() int {
	if in.divisor == 1 {
		return 0
	}
	return bound.Integer(in.divisor).Bits()
}

// orderClaim is that of mₐ·a·v − s, and of what an order leaves of each.
func (in *inputs) orderClaim() bound.Multiple {
	m := bound.Tenths(in.perOrder.Places())
	if in.addOn() {
		m = m.Plus(bound.Tenths(in.addOnMargin.Places() + in.addOnRate.Places() + in.addOnValue.Places()).Over(in.vatBits()))
	}
	return m
}

func (in *inputs) addOn() bool { return in.addOnRate.Sign() != 0 && in.addOnValue.Sign() != 0 }

// flowClaim is that of c_t, the contribution of a customer who stays,
//
//	n_t·(m·b_t + mₐ·a·v − s) − k
//
// in all periods to t: the most decimals of its parts, over the numerator of
// 1 + vat_rate once, and the divisor of the margin.
func (c *customer[A, F, S]) flowClaim(t int) bound.Multiple {
	in := c.in
	m := bound.Tenths(in.perPeriod.Places())
	orders := bound.Tenths(in.ordersPlaces(t))
	m = m.Plus(orders.Times(in.orderClaim()))
	if in.margin.Sign() != 0 {
		basket := bound.Tenths(in.margin.Places()).Times(c.basketClaim(t)).Times(orders)
		m = m.Plus(basket)
		m.Bits += in.divisorBits()
	}
	return m
}

// discountClaim is that of D_0 … D_t: 1 ÷ a^e(t), a the numerator of 1/h; nothing
// is known where the root is not rational.
func (in *inputs) discountClaim(t int) bound.Multiple {
	if !in.discount.rational {
		return bound.Unknown
	}
	return bound.Multiple{Bits: in.exponent(t) * in.discount.bits}
}

// totalClaim is that of a running total over n ≥ 1 periods, for contributions,
// present values, or the discounted contributions of a customer who stays. One
// period without a discount of its own (the first, at its start) is never more
// than a decimal.
func (c *customer[A, F, S]) totalClaim(k kind, n int) bound.Multiple {
	m := c.flowClaim(n - 1)
	if k != stayed {
		m = m.Times(c.share(n - 1))
	}
	if k != plain {
		m = m.Times(c.discounting(n))
	}
	return m
}

// discounting is the claim of D_0 … D_{n−1}.
func (c *customer[A, F, S]) discounting(n int) bound.Multiple {
	if n == 1 && c.in.halfPeriods == 0 {
		return bound.Multiple{}
	}
	return c.in.discountClaim(n - 1)
}

// costClaim is that of A, over the numerator of the conversion rate.
func (in *inputs) costClaim() bound.Multiple {
	if in.conversion.IsOne() {
		return bound.Tenths(in.cost.Places())
	}
	return bound.Tenths(in.cost.Places()).Over(in.conversion.Bits())
}

// byCost is the claim of x ÷ A for a multiple x of 1/L. With the whole number P of
// the cost (of a prospect), A = P/(10^k·C) and x ÷ A = x·10^k·C ÷ P for a rate C of
// dec(C) decimals: a multiple of 1/(L·10^dec(C)·P).
func (in *inputs) byCost(m bound.Multiple) bound.Multiple {
	return m.Times(bound.Tenths(in.conversion.Places())).Over(in.cost.Bits())
}

// divided is the claim of x ÷ y for multiples x and y of the same 1/L: of 1/(y·L),
// y ≤ 2^log.
func divided(common bound.Multiple, log int) bound.Multiple {
	length, known := common.Length(0)
	return bound.Multiple{Bits: max(1, length+log), Unknown: !known}
}
