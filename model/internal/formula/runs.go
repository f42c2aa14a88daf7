package formula

import "blyant/model/internal/bound"

// run is a stretch of periods in which the contribution of a customer who stays
// has one sign. That of contribution_t and of present_value_t is the same, since
// S_t and D_t are above 0, so every running total is monotone along a run.
type run struct {
	from, to, sign int
}

// findRuns divides the periods that count into runs.
func (c *customer[A, F, S]) findRuns() {
	for i := range c.staying.count {
		c.runsOf(&c.staying.pieces[i])
	}
	if c.count == 1 && c.runs[0].sign == 0 && !c.in.hasCap { // one piece, the same for ever
		p := c.coefficients(&c.staying.pieces[0])
		_, _, last := p.changes()
		c.idle = last == 0
	}
}

func (c *customer[A, F, S]) addRun(r run) {
	if r.from >= r.to {
		return
	}
	if c.count > 0 && c.runs[c.count-1].sign == r.sign {
		c.runs[c.count-1].to = r.to
		return
	}
	if c.count == len(c.runs) { // more than the signs of a piece can change
		c.open = true
		return
	}
	c.runs[c.count] = r
	c.count++
}

// runsOf finds the runs of a piece. There the contribution is a sum of at most
// three exponentials y^t with different bases; ordered by base, their
// coefficients change sign at least as often as the sum does for real t, and by
// an even number more (Descartes' rule for exponential sums; Laguerre 1883). So
//
//	no change among the coefficients: one run
//	one: at most one change, which the signs at both ends show
//	two, an end of the piece with the sign of the middle one: the sum has the other
//	  sign far out on that end, so one change lies there already, and again at
//	  most one is left
//	two otherwise: period by period
//
// For the sum to be exactly 0 in a whole number of periods is a run of its own.
func (c *customer[A, F, S]) runsOf(p *piece[F]) {
	parts := c.coefficients(p)
	changes, middle, last := parts.changes()
	if changes == 0 {
		c.addRun(run{p.from, p.to, last})
		return
	}
	first, end := c.flowSign(p, p.from), c.flowSign(p, p.to-1)
	if changes == 1 && first != 0 && end != 0 || changes == 2 && (first == middle && end != 0 || end == middle && first != 0) {
		c.oneChange(p, first, end)
		return
	}
	c.eachPeriod(p)
}

// parts are the signs of the coefficients of different bases, ordered by base.
type parts struct {
	signs [3]int
	count int
}

func (p *parts) changes() (changes, middle, last int) {
	for _, sign := range p.signs[:p.count] {
		if sign == 0 {
			continue
		}
		if last != 0 && sign != last {
			changes++
			if changes == 1 {
				middle = sign
			}
		}
		last = sign
	}
	return changes, middle, last
}

// coefficients returns the signs of the coefficients of a piece, those of equal
// bases taken together. The bases are (1+f)(1+g) or, with the basket at its cap,
// 1+f for the basket; 1+f for orders; and 1 for time.
func (c *customer[A, F, S]) coefficients(p *piece[F]) parts {
	in := c.in
	level := in.growthSign == 0 || p.capped
	flat := in.orderSign == 0
	basket, order, time := c.partSigns()
	switch {
	case alike(basket, order, time):
		return parts{[3]int{basket, order, time}, 3}
	case level && flat: // all bases are 1: the sign of c_t in any period
		return parts{[3]int{c.flowSign(p, p.from)}, 1}
	case level: // basket and orders together
		return ordered([3]int{c.levelSign(p, basket, order), time, 0}, [3]int{in.orderSign, 0, 0})
	case flat: // orders and time together
		return ordered([3]int{basket, c.flatSign(order, time), 0}, [3]int{in.growthSign, 0, 0})
	}
	return c.byRank(basket, order, time)
}

// partSigns are the signs of what the basket, orders and time bring.
func (c *customer[A, F, S]) partSigns() (basket, order, time int) {
	if c.hasMargin {
		basket = signOf(c.marginLoss)
	}
	if c.hasOrder {
		order = signOf(c.orderLoss)
	}
	return basket, order, -c.in.perPeriod.Sign()
}

// alike reports whether parts are all of one sign, basket and orders there, or one
// of the three is alone.
func alike(basket, order, time int) bool {
	if basket != 0 && basket == order {
		return time == 0 || time == basket
	}
	return basket == 0 && order == 0 || basket == 0 && time == 0 || order == 0 && time == 0
}

// byRank orders three different bases: against 1, and against one another by the
// sign of g.
func (c *customer[A, F, S]) byRank(basket, order, time int) parts {
	in := c.in
	product := c.ar.Plus(c.sum(c.ar.Mul(c.growth, c.orderGrowth)), true, c.one)
	both := c.sign(product, bound.Tenths(in.growth.Places()+in.orderGrowth.Places()))
	if both == 0 { // basket and time together
		return ordered([3]int{c.spendSign(basket, time), order, 0}, [3]int{0, in.orderSign, 0})
	}
	rank := [3]int{both, in.orderSign, 0}
	if both == in.orderSign { // on the same side of 1: the farther one has the rank 2
		if in.growthSign == both {
			rank[0] *= 2
		} else {
			rank[1] *= 2
		}
	}
	return ordered([3]int{basket, order, time}, rank)
}

func signOf(negative bool) int {
	if negative {
		return -1
	}
	return 1
}

// ordered puts signs in the order of their ranks.
func ordered(signs, ranks [3]int) parts {
	p := parts{count: 3}
	n := 0
	for rank := -2; rank <= 2; rank++ {
		for i := range signs {
			if ranks[i] == rank && n < 3 {
				p.signs[n] = signs[i]
				n++
			}
		}
	}
	return p
}

// either returns the one of two signs that is not 0; they do not differ otherwise.
func either(x, y int) int {
	if x != 0 {
		return x
	}
	return y
}

// levelSign is that of m·b_t + mₐ·a·v − s where the basket does not grow.
func (c *customer[A, F, S]) levelSign(p *piece[F], basket, order int) int {
	if basket == 0 || order == 0 || basket == order {
		return either(basket, order)
	}
	value, m := c.basket, c.basketClaim(0)
	if p.capped {
		value, m = c.cap, c.basketClaim(p.from)
	}
	m = m.Times(bound.Tenths(c.in.margin.Places())).Over(c.in.divisorBits()).Beside(c.in.orderClaim())
	var s S
	s = c.ar.Plus(s, c.orderLoss, c.order)
	s = c.ar.Plus(s, c.marginLoss, c.ar.Mul(value, c.margin))
	return c.sign(s, m)
}

// flatSign is that of n(mₐ·a·v − s) − k.
func (c *customer[A, F, S]) flatSign(order, time int) int {
	if order == 0 || time == 0 || order == time {
		return either(order, time)
	}
	var s S
	s = c.ar.Plus(s, c.orderLoss, c.ar.Mul(c.orders, c.order))
	s = c.ar.Plus(s, true, c.perPeriod)
	m := bound.Tenths(c.in.orders.Places()).Times(c.in.orderClaim()).Plus(bound.Tenths(c.in.perPeriod.Places()))
	return c.sign(s, m)
}

// spendSign is that of m·n·b − k.
func (c *customer[A, F, S]) spendSign(basket, time int) int {
	if basket == 0 || time == 0 || basket == time {
		return either(basket, time)
	}
	var s S
	s = c.ar.Plus(s, c.marginLoss, c.ar.Mul(c.margin, c.ar.Mul(c.orders, c.basket)))
	s = c.ar.Plus(s, true, c.perPeriod)
	return c.sign(s, c.flowClaim(0))
}

// flowSign is the sign of c_t in a period of the piece. The contribution is
// formed without a discount, since only its sign is asked.
func (c *customer[A, F, S]) flowSign(p *piece[F], t int) int {
	s := c.worth(c.undiscounted(p, t))
	if sign, sure := c.ar.Sign(s, bound.Unknown); sure {
		return sign
	}
	return c.sign(s, c.flowClaim(t))
}

// undiscounted returns 1, n_t and n_t·b_t.
func (c *customer[A, F, S]) undiscounted(p *piece[F], t int) triple[F] {
	ar := c.ar
	each := c.orders
	if c.in.orderSign != 0 {
		each = ar.Mul(each, ar.Power(c.orderGrowth, t))
	}
	basket := c.basket
	switch {
	case p.capped:
		basket = c.cap
	case c.in.growthSign != 0:
		basket = ar.Mul(basket, ar.Power(c.growth, t))
	}
	return triple[F]{c.one, each, ar.Mul(each, basket)}
}

// oneChange adds the runs of a piece in which the sign changes at most once: by
// halving, with each sign certain.
func (c *customer[A, F, S]) oneChange(p *piece[F], first, end int) {
	if first == end {
		c.addRun(run{p.from, p.to, first})
		return
	}
	low, high := p.from, p.to-1 // signs first and end
	for high-low > 1 {
		middle := low + (high-low)/2
		switch c.flowSign(p, middle) {
		case first:
			low = middle
		case end:
			high = middle
		default: // the only 0 there is
			c.addRun(run{p.from, middle, first})
			c.addRun(run{middle, middle + 1, 0})
			c.addRun(run{middle + 1, p.to, end})
			return
		}
	}
	c.addRun(run{p.from, high, first})
	c.addRun(run{high, p.to, end})
}

// eachPeriod looks at every period of a piece.
func (c *customer[A, F, S]) eachPeriod(p *piece[F]) {
	ar := c.ar
	t := c.undiscounted(p, p.from)
	grows := c.orderGrowth
	if !p.capped {
		grows = ar.Mul(c.growth, c.orderGrowth)
	}
	for i := p.from; i < p.to; i++ {
		c.addRun(run{i, i + 1, c.sign(c.worth(t), c.flowClaim(i))})
		t = triple[F]{c.one, ar.Mul(t.order, c.orderGrowth), ar.Mul(t.basket, grows)}
	}
}
