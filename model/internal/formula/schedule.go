package formula

import (
	"blyant/model/internal/bound"
	"blyant/model/vocabulary"
)

// Row is one period of a schedule. RemainingValue is null where nobody is active
// any more.
type Row struct {
	ActiveShare, Orders, BasketValue, Revenue, GrossMargin, ServiceCost Figure
	Contribution, DiscountFactor, PresentValue                          Figure
	CumulativeContribution, CumulativePresentValue, RemainingValue      Figure
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
	remaining                     S
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

// cell rounds s. What it is a multiple of is worked out only where it matters.
func (c *customer[A, F, S]) cell(s S, places int, k cell, t int) Figure {
	w, sure := c.ar.Round(s, places, bound.Unknown)
	if sure {
		if above, known := c.ar.Exceeds(s, largest, bound.Unknown); known && !above {
			return Figure{Rounded: vocabulary.NewRounded(w.Negative, w.Hi, w.Lo, places)}
		}
	}
	return c.figure(s, places, 0, c.cellClaim(k, t))
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
	out.ActiveShare = c.cell(c.sum(p.at.time), ratioPlaces, cellShare, t)
	out.Orders = c.cell(c.sum(p.at.order), ratioPlaces, cellOrders, t)
	out.BasketValue = c.cell(c.sum(p.basket), places, cellBasket, t)
	out.Revenue = c.cell(revenue, places, cellRevenue, t)
	out.GrossMargin = c.cell(margin, places, cellMargin, t)
	out.ServiceCost = c.cell(service, places, cellService, t)
	out.Contribution = c.cell(contribution, places, cellContribution, t)
	out.DiscountFactor = c.cell(c.sum(p.discount), ratioPlaces, cellDiscount, t)
	out.PresentValue = c.cell(present, places, cellPresent, t)
	out.CumulativeContribution = c.cell(p.cumulative, places, cellCumulative, t)
	out.CumulativePresentValue = c.cell(p.cumulativePresent, places, cellCumulativePresent, t)
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
		return c.ar.Number(bound.FromDecimal(c.in.retention[t]))
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
		at := triple[F]{c.one, r.each[t], r.spend[t]}
		step := r.ratio[t]
		if in.discountSign != 0 {
			at = triple[F]{c.first, ar.Mul(at.order, c.first), ar.Mul(at.basket, c.first)}
			step = ar.Mul(step, c.discount)
		}
		u = c.plus(at, c.scaled(u, triple[F]{step, step, step}))
		rows[t].RemainingValue = c.cell(c.worth(u), places, cellRemaining, t)
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
	out.RemainingValue = Figure{}
	if t < in.active {
		ahead := ar.SubSum(c.total(&c.later, in.active), c.total(&c.later, t))
		now := ar.Mul(p.at.time, ar.Power(c.discount, t))
		out.RemainingValue = c.cell(ar.Quotient(ahead, c.sum(now)), places, cellRemaining, t)
	}
}

// Schedule fills one row for each period of the horizon, with money to so many
// places, and returns the dearest arithmetic that it took.
func Schedule(t *Terms, places int, rows []Row) Tier {
	f := pool.Get().(*fastCustomer)
	defer pool.Put(f)
	f.in.read(t)
	c := &f.customer
	c.init(bound.Fast{}, &f.in, &f.room, false)
	f.open = f.open[:0]
	if c.open {
		for t := range rows {
			f.open = append(f.open, t)
		}
	} else if f.open = c.walk(places, rows, f.open); len(f.open) == 0 {
		return Fast
	}
	return settleRows(&f.in, f.open, places, rows)
}

// settleRows works out open rows with more and more bits, and as fractions where
// no root is irrational.
func settleRows(in *inputs, open []int, places int, rows []Row) Tier {
	for i, bits := range widths {
		last := i == len(widths)-1
		if last && in.discount.rational {
			var c customer[bound.Rational, bound.Ratio, bound.Ratio]
			var r room[bound.Ratio]
			c.init(bound.Rational{}, in, &r, true)
			for _, t := range open {
				c.rowAt(t, places, &rows[t])
			}
			return Rational
		}
		var c customer[*bound.Wide, bound.WideFloat, bound.WideSum]
		var r room[bound.WideFloat]
		c.init(&bound.Wide{Bits: bits, Last: last}, in, &r, false)
		still := open[:0]
		common := c.open
		for _, t := range open {
			if !common {
				c.rowAt(t, places, &rows[t])
			}
			if c.open {
				still = append(still, t)
			}
			c.open = common
		}
		if open = still; len(open) == 0 {
			return Wide
		}
	}
	return Last
}
