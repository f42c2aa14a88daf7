package formula

import (
	"slices"

	"blyant/model/internal/bound"
)

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
	each := placesOf(places)
	for _, t := range open {
		if c.rowAt(t, each, &rows[t]); c.open {
			still, c.open = append(still, t), false
		}
	}
	return still
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
	remaining                     S         // U_t, where somebody is active
}

// row works out a period, as far as somebody wants its cells, and rounds it.
func (c *customer[A, F, S]) row(p *period[F, S], places *[cellCount]uint8, out *Row) {
	s := &c.room.sums // one by one: a whole list would be copied
	if c.wanted&amounts != 0 {
		c.amounts(p, s)
	}
	if c.wants(ActiveShare) {
		s[ActiveShare] = c.sum(p.at.time)
	}
	if c.wants(Orders) {
		s[Orders] = c.sum(p.at.order)
	}
	if c.wants(BasketValue) {
		s[BasketValue] = c.sum(p.basket)
	}
	if c.wants(DiscountFactor) {
		s[DiscountFactor] = c.sum(p.discount)
	}
	s[RemainingValue] = p.remaining
	c.cells(p, places, out)
}

// wants reports whether somebody wants a cell.
func (c *customer[A, F, S]) wants(k Cell) bool { return c.wanted>>k&1 == 1 }

// amounts are the cells that go into the running totals, and those.
const amounts = 1<<Revenue | 1<<GrossMargin | 1<<ServiceCost | 1<<Contribution | 1<<PresentValue | 1<<CumulativeContribution | 1<<CumulativePresentValue

func (c *customer[A, F, S]) amounts(p *period[F, S], s *[cellCount]S) {
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
	s[Revenue], s[GrossMargin], s[ServiceCost], s[Contribution], s[PresentValue] = revenue, margin, service, contribution, present
	s[CumulativeContribution], s[CumulativePresentValue] = p.cumulative, p.cumulativePresent
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
	c.walking, c.wanted = true, 0
	for t := range rows {
		c.wanted |= allCells &^ rows[t].sure
	}
	c.project(len(rows))
	if c.wants(RemainingValue) {
		c.remain()
	}
	each := placesOf(places)
	var p period[F, S]
	p.cumulative = ar.SubSum(p.cumulative, c.cost)
	p.cumulativePresent = p.cumulative
	for t := range rows {
		p.t, p.basket, p.discount = t, r.baskets[t], r.discounts[t]
		p.at = triple[F]{r.share[t], r.orders[t], r.turnover[t]}
		if t < in.active && c.wants(RemainingValue) {
			p.remaining = r.remaining[t]
		}
		c.row(&p, each, &rows[t])
		if c.open {
			open, c.open = append(open, t), false
		}
	}
	return open
}

// project works out n periods, list by list, as far as somebody wants them.
func (c *customer[A, F, S]) project(n int) {
	ar, r, money := c.ar, c.room, c.wanted&amounts != 0
	c.stay(n)
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

// headRatio returns S_{t+1} ÷ S_t in the head.
func (c *customer[A, F, S]) headRatio(t int) F {
	if len(c.in.survival) == 0 {
		x, over := c.in.step(t)
		return c.quotient(x, over)
	}
	return c.ar.Quo(c.room.share[t+1], c.room.share[t])
}

// remain gives each period what a customer who is active as it begins is worth
// from then on,
//
//	U_t = D_0·c_t + (S_{t+1} ÷ S_t)·v·U_{t+1}
//
// part by part, each of terms ≥ 0; in the first period it is the lifetime value.
func (c *customer[A, F, S]) remain() {
	ar, in, r := c.ar, c.in, c.room
	var u triple[F]
	step := ar.Mul(c.rate, c.discount)
	r.remaining = sized(r.remaining, in.active)
	for t := in.active - 1; t >= 0; t-- {
		if t < in.head {
			step = ar.Mul(c.headRatio(t), c.discount)
		}
		if in.perPeriod.Sign() != 0 {
			u.time = ar.Add(c.first, ar.Mul(u.time, step)) // D_0, only in the parts that count
		}
		if c.hasOrder {
			u.order = ar.Add(c.discounted(r.each[t]), ar.Mul(u.order, step))
		}
		if c.hasMargin {
			u.basket = ar.Add(c.discounted(r.spend[t]), ar.Mul(u.basket, step))
		}
		r.remaining[t] = c.worth(u)
	}
}

// discounted returns D_0·x.
func (c *customer[A, F, S]) discounted(x F) F {
	if c.in.halfPeriods == 0 || c.in.discountSign == 0 {
		return x
	}
	return c.ar.Mul(c.first, x)
}

// rowAt works out one period alone, in closed form.
func (c *customer[A, F, S]) rowAt(t int, places *[cellCount]uint8, out *Row) {
	ar, in := c.ar, c.in
	c.wanted = allCells &^ out.sure
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
	if t < in.active {
		r := c.room
		for len(r.each) <= t {
			r.each, r.spend = append(r.each, each), append(r.spend, each)
		}
		r.each[t], r.spend[t] = each, ar.Mul(each, p.basket)
		ahead := ar.SubSum(c.total(&c.later, in.active), c.total(&c.later, t))
		p.remaining = ar.Quotient(ahead, c.sum(ar.Mul(p.at.time, ar.Power(c.discount, t))))
	}
	c.row(&p, places, out)
}
