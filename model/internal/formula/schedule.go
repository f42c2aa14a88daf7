package formula

import "blyant/model/internal/bound"

// Row is one period of a schedule. RemainingValue is null where nobody is active
// any more.
type Row struct {
	ActiveShare, Orders, BasketValue, Revenue, GrossMargin, ServiceCost Figure
	Contribution, DiscountFactor, PresentValue                          Figure
	CumulativeContribution, CumulativePresentValue, RemainingValue      Figure
}

// AnyTooLarge reports whether a figure of the row is too large to be reported.
func (r *Row) AnyTooLarge() bool {
	return r.ActiveShare.TooLarge || r.Orders.TooLarge || r.BasketValue.TooLarge || r.Revenue.TooLarge || r.GrossMargin.TooLarge ||
		r.ServiceCost.TooLarge || r.Contribution.TooLarge || r.DiscountFactor.TooLarge || r.PresentValue.TooLarge ||
		r.CumulativeContribution.TooLarge || r.CumulativePresentValue.TooLarge || r.RemainingValue.TooLarge
}

// period is what one period of the projection is, not rounded:
//
//	orders_t       = S_t·n_t
//	revenue_t      = S_t·n_t·(b_t + a·v)
//	gross_margin_t = S_t·n_t·(m·b_t + mₐ·a·v)
//	service_cost_t = S_t·(n_t·s + k)
type period[F, S any] struct {
	t                             int
	basket, discount              F         // b_t, D_t
	at                            triple[F] // S_t, S_t·n_t, S_t·n_t·b_t
	cumulative, cumulativePresent S         // to and with this period, less A

}

// cells are what a cell of a row is a multiple of.
type cell int

const (
	cellShare cell = iota
	cellOrders
	cellBasket
	cellRevenue
	cellMargin
	cellService
	cellContribution
	cellDiscount
	cellPresent
	cellCumulative
	cellCumulativePresent
	cellRemaining
)

// cellClaim is the claim of a cell in period t; see claims.go.
func (c *customer[A, F, S]) cellClaim(k cell, t int) bound.Multiple {
	in := c.in
	switch k {
	case cellShare:
		return c.share(t)
	case cellOrders:
		return c.ordersClaim(t + 1)
	case cellBasket:
		return c.basketClaim(t)
	case cellRevenue:
		return c.revenueClaim(t)
	case cellMargin, cellService, cellContribution: // the parts of a contribution
		return c.totalClaim(plain, t+1)
	case cellDiscount:
		return c.discounting(t + 1)
	case cellPresent:
		return c.totalClaim(later, t+1)
	case cellCumulative:
		return c.againstCost(plain, t+1)
	case cellCumulativePresent:
		return c.againstCost(later, t+1)
	}
	// S_u ÷ S_t of ratios is a product of those between; of a survival curve it is
	// S_u over the numerator of S_t, or beyond the head one more step of the last ratio
	m := c.totalClaim(later, in.active)
	switch {
	case len(in.survival) == 0 || t == 0:
	case t <= in.head:
		m = m.Over(bound.FromDecimal(in.survival[t-1]).Bits())
	default:
		m = m.Over(in.rateOver.Bits())
		m.Tens += max(0, in.rate.Places()-in.rateOver.Places())
	}
	return m
}

// cell rounds s, unless a cheaper arithmetic has. What it is a multiple of is
// worked out only where it matters.
func (c *customer[A, F, S]) cell(out *Figure, s S, places int, k cell, t int) {
	if out.sure {
		return
	}
	if c.plainFigure(out, s, places) {
		return
	}
	if z, ok := c.cellLimit(k, t); ok {
		if f, ok := c.limitRound(z, places); ok {
			*out = f
			return
		}
	}
	*out = c.figure(s, places, 0, c.cellClaim(k, t))
}

// termCell rounds x likewise.
func (c *customer[A, F, S]) termCell(out *Figure, x F, places int, k cell, t int) {
	if !out.sure {
		c.cell(out, c.sum(x), places, k, t)
	}
}

// cellLimit splits what adds up over periods: the running totals, and what a
// customer is worth from a period on.
func (c *customer[A, F, S]) cellLimit(k cell, t int) (z limited[S], ok bool) {
	st := &c.plainly
	if k == cellRemaining || k == cellCumulativePresent {
		st = &c.later
	}
	if !st.smooth() {
		return z, false
	}
	switch k {
	case cellCumulative, cellCumulativePresent:
		return c.limit(c.ofWorth(), st.pieces[0].at, st, t+1, c.cost, c.againstCost(st.kind, 1))
	case cellRemaining:
		// D_0·c_t in the first of the periods left: a multiple of what c_0 … c_t are
		var none S
		at := triple[F]{c.one, c.room.each[t], c.room.spend[t]}
		at = c.scaled(at, triple[F]{c.first, c.first, c.first})
		return c.limit(c.ofWorth(), at, st, c.in.active-t, none, c.flowClaim(t).Times(c.discounting(1)))
	}
	return z, false
}

// row rounds a period.
func (c *customer[A, F, S]) row(p *period[F, S], places int, out *Row) {
	ar, in := c.ar, c.in
	var margin, service S
	if c.hasMargin {
		margin = ar.Plus(margin, c.marginLoss, ar.Mul(c.margin, p.at.basket))
	}
	revenue := c.sum(p.at.basket)
	if in.addOn() {
		addOn := ar.Mul(c.addOn, p.at.order)
		revenue = ar.Plus(revenue, false, addOn)
		margin = ar.Plus(margin, in.addOnMargin.Sign() < 0, ar.Mul(c.addOnMargin, addOn))
	}
	if in.perOrder.Sign() != 0 {
		service = ar.Plus(service, false, ar.Mul(c.perOrder, p.at.order))
	}
	if in.perPeriod.Sign() != 0 {
		service = ar.Plus(service, false, ar.Mul(c.perPeriod, p.at.time))
	}
	contribution, present := c.contribution(p, margin, service)
	p.cumulative = ar.AddSum(p.cumulative, contribution)
	p.cumulativePresent = ar.AddSum(p.cumulativePresent, present)
	t := p.t
	c.termCell(&out.ActiveShare, p.at.time, ratioPlaces, cellShare, t)
	c.termCell(&out.Orders, p.at.order, ratioPlaces, cellOrders, t)
	c.termCell(&out.BasketValue, p.basket, places, cellBasket, t)
	c.cell(&out.Revenue, revenue, places, cellRevenue, t)
	c.cell(&out.GrossMargin, margin, places, cellMargin, t)
	c.cell(&out.ServiceCost, service, places, cellService, t)
	c.cell(&out.Contribution, contribution, places, cellContribution, t)
	c.termCell(&out.DiscountFactor, p.discount, ratioPlaces, cellDiscount, t)
	c.cell(&out.PresentValue, present, places, cellPresent, t)
	c.cell(&out.CumulativeContribution, p.cumulative, places, cellCumulative, t)
	if in.discountSign == 0 {
		out.CumulativePresentValue = out.CumulativeContribution
	}
	c.cell(&out.CumulativePresentValue, p.cumulativePresent, places, cellCumulativePresent, t)
}

// contribution is what a period leaves, and its present value.
func (c *customer[A, F, S]) contribution(p *period[F, S], margin, service S) (contribution, present S) {
	if c.idle {
		return contribution, present
	}
	contribution = c.ar.SubSum(margin, service)
	if c.in.discountSign == 0 {
		return contribution, contribution
	}
	return contribution, c.ar.Product(contribution, c.sum(p.discount))
}

// walk goes through all periods of the horizon and rounds each; it returns those
// that are open.
func (c *customer[A, F, S]) walk(places int, rows []Row, open []int) []int {
	ar, in, r := c.ar, c.in, c.room
	c.walking = true
	p := period[F, S]{basket: c.basket, discount: c.first}
	p.cumulative = ar.SubSum(p.cumulative, c.cost)
	p.cumulativePresent = p.cumulative
	share, each := c.one, c.orders
	r.each, r.spend, r.ratio = r.each[:0], r.spend[:0], r.ratio[:0]
	var none F
	for t := range rows {
		if t == c.capAt {
			p.basket = c.cap
		}
		spend := ar.Mul(each, p.basket)
		p.t, p.at = t, triple[F]{share, ar.Mul(share, each), ar.Mul(share, spend)}
		ratio := c.rate
		if t < in.head {
			ratio = c.headRatio(t)
		}
		r.each, r.spend, r.ratio = append(r.each, each), append(r.spend, spend), append(r.ratio, ratio)
		c.row(&p, places, &rows[t])
		if c.open {
			open, c.open = append(open, t), false
		}
		switch {
		case t+1 >= in.active && t+1 < in.horizon:
			share = none
		case t < in.head:
			share = r.share[t+1]
		default:
			share = ar.Mul(share, c.rate)
		}
		if in.orderSign != 0 {
			each = ar.Mul(each, c.orderGrowth)
		}
		if in.growthSign != 0 && t < c.capAt {
			p.basket = ar.Mul(p.basket, c.growth)
		}
		if in.discountSign != 0 {
			p.discount = ar.Mul(p.discount, c.discount)
		}
	}
	return c.remaining(places, rows, open)
}

// headRatio returns S_{t+1} ÷ S_t in the head.
func (c *customer[A, F, S]) headRatio(t int) F {
	if len(c.in.survival) == 0 {
		x, over := c.in.step(t)
		return c.quotient(x, over)
	}
	return c.ar.Quo(c.room.share[t+1], c.room.share[t])
}

// remaining gives each period what a customer who is active as it begins is worth
// from then on,
//
//	U_t = D_0·c_t + (S_{t+1} ÷ S_t)·v·U_{t+1}
//
// part by part, each of terms ≥ 0; in the first period it is the lifetime value.
func (c *customer[A, F, S]) remaining(places int, rows []Row, open []int) []int {
	ar, in, r := c.ar, c.in, c.room
	var u triple[F]
	for t := in.active - 1; t >= 0; t-- {
		var at triple[F] // only of the parts that count
		if in.perPeriod.Sign() != 0 {
			at.time = c.one
		}
		if c.hasOrder {
			at.order = r.each[t]
		}
		if c.hasMargin {
			at.basket = r.spend[t]
		}
		step := r.ratio[t]
		if in.discountSign != 0 {
			at = c.scaled(at, triple[F]{c.first, c.first, c.first})
			step = ar.Mul(step, c.discount)
		}
		u = c.plus(at, c.scaled(u, triple[F]{step, step, step}))
		c.cell(&rows[t].RemainingValue, c.worth(u), places, cellRemaining, t)
		if c.open {
			open, c.open = append(open, t), false
		}
	}
	return open
}

// rowAt works out one period alone, in closed form.
func (c *customer[A, F, S]) rowAt(t, places int, out *Row) {
	ar, in := c.ar, c.in
	p := period[F, S]{t: t, basket: c.basket, discount: ar.Mul(c.first, ar.Power(c.discount, t))}
	each := ar.Mul(c.orders, ar.Power(c.orderGrowth, t))
	if t >= c.capAt {
		p.basket = c.cap
	} else {
		p.basket = ar.Mul(c.basket, ar.Power(c.growth, t))
	}
	if t < in.active {
		share := c.active(t)
		p.at = triple[F]{share, ar.Mul(share, each), ar.Mul(share, ar.Mul(each, p.basket))}
	}
	n := min(t, in.active)
	p.cumulative = ar.SubSum(c.total(&c.plainly, n), c.cost)
	p.cumulativePresent = ar.SubSum(c.total(&c.later, n), c.cost)
	c.row(&p, places, out)
	if t < in.active {
		r := c.room
		for len(r.each) <= t {
			r.each, r.spend = append(r.each, each), append(r.spend, each)
		}
		r.each[t], r.spend[t] = each, ar.Mul(each, p.basket)
		ahead := ar.SubSum(c.total(&c.later, in.active), c.total(&c.later, t))
		now := ar.Mul(p.at.time, ar.Power(c.discount, t))
		c.cell(&out.RemainingValue, ar.Quotient(ahead, c.sum(now)), places, cellRemaining, t)
	}
}

// Schedule fills one row for each period of the horizon, with money to so many
// places, and returns the dearest arithmetic that it took.
func Schedule(t *Terms, places int, rows []Row) Tier {
	f := pool.Get().(*fastCustomer)
	defer pool.Put(f)
	clear(rows)
	f.in.read(t)
	c := &f.customer
	c.init(bound.Fast{}, &f.in, &f.room, false)
	f.open = f.open[:0]
	if c.open {
		for t := range rows {
			f.open = append(f.open, t)
		}
	} else if f.open = c.walk(places, rows, f.open); len(f.open) == 0 {
		return count(Fast)
	}
	return count(settleRows(&f.in, f.open, places, rows))
}

// settleRows works out the open cells of rows with more and more bits, and as
// fractions where no root is irrational.
func settleRows(in *inputs, open []int, places int, rows []Row) Tier {
	for _, s := range in.steps() {
		switch {
		case s.fractions:
			var c customer[bound.Rational, bound.Ratio, bound.Ratio]
			c.init(bound.Rational{}, in, new(room[bound.Ratio, bound.Ratio]), true)
			c.settleRows(open, places, rows)
			return Rational
		default:
			var c customer[*bound.Wide, bound.WideFloat, bound.WideSum]
			c.init(&bound.Wide{Bits: s.bits, Last: s.last}, in, new(room[bound.WideFloat, bound.WideSum]), false)
			if open = c.settleRows(open, places, rows); len(open) == 0 {
				return Wide
			}
		}
	}
	return Last
}

// few open rows are worked out one by one in closed form; for more it is cheaper
// to go through all.
const few = 8

// settleRows returns the rows that are still open.
func (c *customer[A, F, S]) settleRows(open []int, places int, rows []Row) []int {
	if c.open {
		return open
	}
	if len(open) > few {
		return c.walk(places, rows, nil)
	}
	var still []int
	for _, t := range open {
		if c.rowAt(t, places, &rows[t]); c.open {
			still, c.open = append(still, t), false
		}
	}
	return still
}
