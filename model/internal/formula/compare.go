package formula

import (
	"slices"

	"blyant/model/internal/bound"

	"github.com/shopspring/decimal"
)

// Comparison holds the figures of a scenario against the baseline.
type Comparison struct {
	NetDifference, ValueMultiple                             Figure
	AffordableServiceCostPerOrder, AffordableAcquisitionCost Figure
	Overtakes                                                int  // period number; 0 where it never does
	NoOrders                                                 bool // there are no orders to spend it on
}

// Compare holds a scenario against a baseline, with money to so many places. What
// is the same scenario, term by term, is so by identity: no digits are needed to
// see that it differs by nothing.
func Compare(base, other *Terms, places int) (Comparison, Tier) {
	var in [2]inputs
	in[0].read(base)
	in[1].read(other)
	var out Comparison
	same := base.equal(other)
	l := ladder{
		fast: func(ar bound.Fast) bool { return compareIn(ar, &in, same, places, &out) },
		wide: func(ar *bound.Wide) bool { return compareIn(ar, &in, same, places, &out) },
	}
	if in[0].discount.rational && in[1].discount.rational {
		l.fractions = func(ar bound.Rational) bool { return compareIn(ar, &in, same, places, &out) }
	}
	return out, l.climb()
}

func compareIn[A bound.Arithmetic[F, S], F, S any](ar A, in *[2]inputs, same bool, places int, out *Comparison) bool {
	base := enter[A, F, S](ar, &in[0])
	other := base
	if !same {
		other = enter[A, F, S](ar, &in[1])
	}
	p := pair[A, F, S]{ar, base, other, same}
	*out = Comparison{}
	p.figures(places, out)
	out.Overtakes = 1
	if !same && !p.open() {
		out.Overtakes = p.overtakes()
	}
	sure := !p.open()
	if leave(base); !same {
		leave(other)
	}
	return sure
}

// pair is a scenario beside its baseline.
type pair[A bound.Arithmetic[F, S], F, S any] struct {
	ar          A
	base, other *customer[A, F, S]
	same        bool
}

func (p *pair[A, F, S]) open() bool { return p.base.open || p.other.open }

// figures computes, i being the scenario and 0 the baseline,
//
//	net_difference = net_lifetime_value_i − net_lifetime_value_0
//	value_multiple = lifetime_value_i ÷ lifetime_value_0
//	affordable_service_cost_per_order = net_difference ÷ Σ_t D_t·orders_t
//	affordable_acquisition_cost = A_i + net_difference
func (p *pair[A, F, S]) figures(places int, out *Comparison) {
	ar, c := p.ar, p.other
	value, valueClaim := c.value()
	baseValue, baseClaim := p.base.value()
	var difference S
	var claim bound.Multiple
	if !p.same {
		net, netClaim := c.net()
		baseNet, baseNetClaim := p.base.net()
		difference, claim = ar.SubSum(net, baseNet), netClaim.Beside(baseNetClaim)
	}
	out.NetDifference = c.figure(difference, places, 0, claim)
	out.AffordableAcquisitionCost = c.figure(ar.AddSum(c.cost, difference), places, 0, claim.Beside(c.in.costClaim()))
	switch positive := c.sign(baseValue, baseClaim) > 0; {
	case positive && p.same:
		out.ValueMultiple = c.figure(c.sum(c.one), ratioPlaces, 0, bound.Multiple{})
	case positive:
		// p/L ÷ (f/M) = p·M ÷ (L·f) with f = lifetime_value_0·M
		multiple := divided(baseClaim, logAbove(ar.Guess(baseValue))).Times(valueClaim)
		out.ValueMultiple = c.figure(ar.Quotient(value, baseValue), ratioPlaces, 0, multiple)
	}
	if out.NoOrders = c.in.orders.Sign() == 0; out.NoOrders {
		return
	}
	n := c.in.active
	orders := c.sum(c.end(&c.later).order)
	perOrder := divided(c.ordersClaim(n).Times(c.discounting(n)), logAbove(ar.Guess(orders))).Times(claim)
	out.AffordableServiceCostPerOrder = c.figure(ar.Quotient(difference, orders), places, 0, perOrder)
}

// lead returns the sign of
//
//	A_0 − A_i + Σ present_value_i − Σ present_value_0
//
// over the first n periods, a shorter schedule being continued flat.
func (p *pair[A, F, S]) lead(n int) int {
	ar, c, b := p.ar, p.other, p.base
	m, k := min(n, c.in.active), min(n, b.in.active)
	s := ar.SubSum(ar.SubSum(c.total(&c.later, m), c.cost), ar.SubSum(b.total(&b.later, k), b.cost))
	return c.sign(s, c.lessCostClaim(later, m).Beside(b.lessCostClaim(later, k)))
}

// overtakes returns the smallest period number from which the lead is never again
// below 0; 0 where there is none. It goes back from the end along runs in which the
// lead goes one way: where it falls its end is its least, where it rises it is
// below 0 up to one place at the most.
func (p *pair[A, F, S]) overtakes() int {
	longest := max(p.other.in.horizon, p.base.in.horizon)
	runs := p.leadRuns(max(p.other.in.active, p.base.in.active))
	for i := len(runs) - 1; i >= 0 && !p.open(); i-- {
		r := runs[i]
		if p.lead(r.to) < 0 {
			if r.to >= max(p.other.in.active, p.base.in.active) { // and flat from there
				return 0
			}
			return r.to + 1
		}
		if r.sign <= 0 || r.to-r.from == 1 || p.lead(r.from+1) >= 0 {
			continue
		}
		low, high := r.from+1, r.to
		for high-low > 1 && !p.open() {
			if middle := low + (high-low)/2; p.lead(middle) < 0 {
				low = middle
			} else {
				high = middle
			}
		}
		return min(high, longest)
	}
	return 1
}

// leadRuns divides the periods into runs in which the lead falls, stays or rises:
// by the sign of each period's difference of present values, what adds to it
// against what takes from it. A period whose sign is not plain is a run of its
// own.
func (p *pair[A, F, S]) leadRuns(n int) []run {
	ar := p.ar
	if p.sameFlows() {
		return []run{{0, n, 0}}
	}
	mine, theirs := p.other.walker(), p.base.walker()
	var runs []run
	unsure := false
	for t := range n {
		var up, down F
		up, down = p.other.sides(mine.next(), up, down)
		down, up = p.base.sides(theirs.next(), down, up)
		sign, sure := 0, true
		switch {
		case ar.Zero(up) && ar.Zero(down):
		case ar.Zero(down):
			sign = 1
		case ar.Zero(up):
			sign = -1
		default:
			s := ar.SubSum(p.other.sum(ar.Quo(up, down)), p.other.sum(p.other.one))
			sign, sure = ar.Sign(s, bound.Unknown)
		}
		if last := len(runs) - 1; last >= 0 && sure && !unsure && runs[last].sign == sign {
			runs[last].to++
		} else {
			runs = append(runs, run{t, t + 1, sign})
		}
		unsure = !sure
	}
	return runs
}

// sides adds the parts of a period's present value to what is above and below 0.
func (c *customer[A, F, S]) sides(at triple[F], up, down F) (F, F) {
	add := func(x F, loss bool) {
		if loss {
			down = c.ar.Add(down, x)
		} else {
			up = c.ar.Add(up, x)
		}
	}
	if c.idle {
		return up, down
	}
	if c.hasMargin {
		add(c.ar.Mul(c.margin, at.basket), c.marginLoss)
	}
	if c.hasOrder {
		add(c.ar.Mul(c.order, at.order), c.orderLoss)
	}
	add(c.ar.Mul(c.perPeriod, at.time), true)
	return up, down
}

// walker goes through the discounted terms of a customer one by one; they are 0
// after the last period that counts.
type walker[A bound.Arithmetic[F, S], F, S any] struct {
	c     *customer[A, F, S]
	piece int
	t     int
	at    triple[F]
}

func (c *customer[A, F, S]) walker() *walker[A, F, S] { return &walker[A, F, S]{c: c} }

func (w *walker[A, F, S]) next() triple[F] {
	c, st := w.c, &w.c.later
	for w.piece < st.count && w.t >= st.pieces[w.piece].to {
		w.piece++
	}
	if w.piece == st.count {
		return triple[F]{}
	}
	switch p := &st.pieces[w.piece]; {
	case p.head:
		w.at = c.headOf(later).moment(w.t).at
	case w.t == p.from:
		w.at = p.at
	default:
		w.at = c.scaled(w.at, p.q)
	}
	w.t++
	return w.at
}

// sameFlows reports whether both scenarios bring the same in every period: where
// all that makes the shares, growth and discount is the same and the coefficients
// of the three parts do not differ, which is certain since they are decimals.
func (p *pair[A, F, S]) sameFlows() bool {
	x, y := p.other.in, p.base.in
	if x.hasCap || y.hasCap || !x.samePeriods(y) || !x.sameShares(y) {
		return false
	}
	ar, c, b := p.ar, p.other, p.base
	zero := func(s S) bool {
		sign, sure := ar.Sign(s, c.flowClaim(0).Beside(b.flowClaim(0)))
		return sure && sign == 0
	}
	var none F
	part := func(c *customer[A, F, S], t triple[F]) S { return c.worth(t) }
	basket := ar.SubSum(part(c, triple[F]{none, none, ar.Mul(c.orders, c.basket)}), part(b, triple[F]{none, none, ar.Mul(b.orders, b.basket)}))
	order := ar.SubSum(part(c, triple[F]{none, c.orders, none}), part(b, triple[F]{none, b.orders, none}))
	return x.perPeriod.Cmp(y.perPeriod) == 0 && zero(basket) && zero(order)
}

// samePeriods reports whether periods, growth and discount are the same.
func (in *inputs) samePeriods(other *inputs) bool {
	return in.horizon == other.horizon && in.perYear == other.perYear && in.halfPeriods == other.halfPeriods &&
		in.growth.Cmp(other.growth) == 0 && in.orderGrowth.Cmp(other.orderGrowth) == 0 && in.annual.Cmp(other.annual) == 0
}

// sameShares reports whether as many are there in every period.
func (in *inputs) sameShares(other *inputs) bool {
	return in.rate.Cmp(other.rate) == 0 && in.rateOver.Cmp(other.rateOver) == 0 && equalLists(in.retention, other.retention) &&
		equalLists(in.retentionOver, other.retentionOver) && equalLists(in.survival, other.survival)
}

func equalLists(x, y []decimal.Decimal) bool { return slices.EqualFunc(x, y, decimal.Decimal.Equal) }

// equal reports whether two scenarios have the same terms.
func (t *Terms) equal(u *Terms) bool {
	x, y := t.scalars(), u.scalars()
	return slices.EqualFunc(x[:], y[:], decimal.Decimal.Equal) && t.ConversionRate.Valid == u.ConversionRate.Valid &&
		t.BasketCap.Valid == u.BasketCap.Valid && max(1, t.MarginDivisor) == max(1, u.MarginDivisor) &&
		t.PerYear == u.PerYear && t.HalfPeriods == u.HalfPeriods && t.Horizon == u.Horizon &&
		equalLists(t.Retention, u.Retention) && equalLists(t.RetentionOver, u.RetentionOver) && equalLists(t.Survival, u.Survival)
}

func (t *Terms) scalars() [18]decimal.Decimal {
	return [18]decimal.Decimal{
		t.AcquisitionCost, t.ConversionRate.Decimal, t.VATRate, t.BasketValue, t.BasketGrowth, t.BasketCap.Decimal, t.Margin,
		t.Orders, t.OrderGrowth, t.Rate, t.AddOnRate, t.AddOnValue, t.AddOnMargin, t.CostPerOrder, t.CostPerPeriod,
		t.DiscountRate, t.Referrals, t.Deterred,
	}
}
