package formula

import "slices"

// projection are lists over periods: S_t, S_t·n_t, S_t·n_t·b_t, b_t and D_t.
type projection[F any] struct{ share, orders, turnover, baskets, discounts []F }

// columns works out the cells of periods, list by list, as far as somebody wants
// them, but for what remains. The running totals begin with what came before.
func (c *customer[A, F, S]) columns(p projection[F], cumulative, cumulativePresent S) {
	ar, s := c.ar, &c.room.sums
	for k := range s {
		s[k] = sized(s[k], len(p.share))
	}
	if c.wants(ActiveShare) {
		ar.Sums(p.share, s[ActiveShare])
	}
	if c.wants(Orders) {
		ar.Sums(p.orders, s[Orders])
	}
	if c.wants(BasketValue) {
		ar.Sums(p.baskets, s[BasketValue])
	}
	if c.wants(DiscountFactor) {
		ar.Sums(p.discounts, s[DiscountFactor])
	}
	if c.wanted&amounts != 0 {
		c.amounts(p)
		ar.Totals(cumulative, s[Contribution], s[CumulativeContribution])
		ar.Totals(cumulativePresent, s[PresentValue], s[CumulativePresentValue])
	}
}

// amounts are the cells that go into the running totals, and those.
const amounts = 1<<Revenue | 1<<GrossMargin | 1<<ServiceCost | 1<<Contribution | 1<<PresentValue | 1<<CumulativeContribution | 1<<CumulativePresentValue

// amounts works out what periods bring and cost:
//
//	revenue_t       = S_t·n_t·(b_t + a·v)
//	gross_margin_t  = S_t·n_t·(m·b_t + mₐ·a·v)
//	service_cost_t  = S_t·(n_t·s + k)
//	contribution_t  = gross_margin_t − service_cost_t
//	present_value_t = D_t·contribution_t
func (c *customer[A, F, S]) amounts(p projection[F]) {
	ar, in, s := c.ar, c.in, &c.room.sums
	ar.Sums(p.turnover, s[Revenue])
	clear(s[GrossMargin])
	clear(s[ServiceCost])
	if c.hasMargin {
		ar.Weigh(s[GrossMargin], c.marginLoss, c.margin, p.turnover)
	}
	if in.addOn() {
		ar.Weigh(s[Revenue], false, c.addOn, p.orders)
		ar.Weigh(s[GrossMargin], in.addOnMargin.Sign() < 0, ar.Mul(c.addOnMargin, c.addOn), p.orders)
	}
	if in.perOrder.Sign() != 0 {
		ar.Weigh(s[ServiceCost], false, c.perOrder, p.orders)
	}
	if in.perPeriod.Sign() != 0 {
		ar.Weigh(s[ServiceCost], false, c.perPeriod, p.share)
	}
	if c.idle {
		clear(s[Contribution])
		clear(s[PresentValue])
		return
	}
	ar.Differences(s[GrossMargin], s[ServiceCost], s[Contribution])
	if in.discountSign == 0 {
		copy(s[PresentValue], s[Contribution])
	} else {
		ar.Scale(s[Contribution], p.discounts, s[PresentValue])
	}
}

// project works out n periods, list by list, as far as somebody wants them.
func (c *customer[A, F, S]) project(n int) {
	ar, r, money := c.ar, c.room, c.wanted&amounts != 0
	if c.wants(RemainingValue) {
		c.stay(max(n, c.in.active))
	} else {
		c.stay(n)
	}
	c.allShares(n)
	r.orders, r.turnover, r.baskets, r.discounts = sized(r.orders, n), sized(r.turnover, n), sized(r.baskets, n), sized(r.discounts, n)
	if money || c.wants(Orders) {
		ar.Products(r.share[:n], r.each, r.orders)
	}
	if money {
		ar.Products(r.share[:n], r.spend, r.turnover)
	}
	if c.wants(BasketValue) {
		free := min(c.capAt, n)
		ar.Powers(c.basket, c.growth, r.baskets[:free])
		ar.Powers(c.cap, c.one, r.baskets[free:])
	}
	if money || c.wants(DiscountFactor) {
		ar.Powers(c.first, c.discount, r.discounts)
	}
}

// allShares goes on with the shares of the head to n periods; nobody is left after
// those that count.
func (c *customer[A, F, S]) allShares(n int) {
	r, head, left := c.room, c.in.head, min(c.in.active, n)
	if head == 0 {
		r.share = append(r.share[:0], c.one)
	}
	if more := n - len(r.share); more > 0 {
		r.share = slices.Grow(r.share, more)[:n]
	}
	if left > head {
		c.ar.Powers(r.share[head], c.rate, r.share[head:left])
	}
	clear(r.share[left:n])
}
