package formula

import (
	"math"

	"blyant/model/internal/bound"
)

// customer is one scenario in one arithmetic: its terms, and what all figures
// share. A decision that the arithmetic cannot make leaves it open; what was
// computed since then is not to be used.
type customer[A bound.Arithmetic[F, S], F, S any] struct {
	ar    A
	in    *inputs
	room  *room[F, S]
	open  bool
	exact bool // the arithmetic is that of fractions

	one                     F
	basket, cap             F // b and its cap, without VAT
	growth, orderGrowth     F // 1+g, 1+f
	orders                  F // n
	margin                  F // |m|
	addOn                   F // a·v, without VAT
	order                   F // |mₐ·a·v − s|
	perPeriod               F // k
	perOrder, addOnMargin   F // s and |mₐ|, for rows
	rate                    F // r, the last one
	discount, first         F // v = (1+d)^(−1/p) and D_0 = (1+d)^(−o/p)
	cost                    S // A
	marginLoss, orderLoss   bool
	hasMargin, hasOrder     bool
	capAt                   int // T, the first period with the basket at its cap; never where there is none
	runs                    [12]run
	count                   int  // of runs
	idle                    bool // no period ever brings or costs anything: parts cancel exactly
	plainly, later, staying stream[F]
	kept                    moment[F] // of the crossing found last
	keptAt                  int
	keptKind                kind
	short                   uint16 // the shortfalls that are known, a bit each
	walking                 bool   // through all periods
	wanted                  uint16 // the cells of rows that somebody wants, a bit each
	ending                  uint16 // those whose limit is known, or that there is none
	endless                 uint16 // those that have none
}

// never is a period that no horizon reaches.
const never = math.MaxInt32

// triple holds a number for each part of a contribution: the one that goes with
// time, the one that goes with orders and the one that goes with the basket.
type triple[F any] struct{ time, order, basket F }

// room is memory that is used again from scenario to scenario.
type room[F, S any] struct {
	shortfalls   [3][3]shortfall[F, S]      // by kind and part
	limits       [cellCount + 1]limit[F, S] // of the cells of rows, where they are the same in all; the last one is anybody's
	share        []F                        // S_t
	discounts    []F                        // D_t
	heads        [2]head[F]                 // by kind; of those who stay there is none
	claims       []bound.Multiple           // of S_0 … S_t
	flows, sizes []float64                  // contribution_t in binary numbers, and the sum of the magnitudes of its parts
	each, spend  []F                        // n_t and n_t·b_t of the head or the rows
	orders       []F                        // S_t·n_t of the rows
	turnover     []F                        // S_t·n_t·b_t of them
	baskets      []F                        // b_t of them
	steps, ahead []F                        // (S_{t+1} ÷ S_t)·v and a part of U_t of them
	ones         []F
	alone        [5]F           // a projection of one period
	sums         [cellCount][]S // cells of rows before they are rounded
	wholes       []bound.Whole  // and after
}

// moment is what a stream has come to as a period begins.
type moment[F any] struct {
	sum triple[F] // of the terms of all periods before
	at  triple[F] // the terms of this one
}

func (c *customer[A, F, S]) init(ar A, in *inputs, r *room[F, S], exact bool) {
	*c = customer[A, F, S]{ar: ar, in: in, room: r, exact: exact}
	n := func(x bound.Number) F { return ar.Number(x) }
	c.keptAt = -1
	c.one = n(whole)
	c.basket, c.growth = n(in.basket), n(in.growth)
	c.orders, c.orderGrowth = n(in.orders), n(in.orderGrowth)
	c.perPeriod, c.perOrder, c.addOnMargin = n(in.perPeriod), n(in.perOrder), n(in.addOnMargin)
	c.margin = n(in.margin)
	if in.divisor > 1 {
		c.margin = ar.Quo(c.margin, n(bound.Integer(in.divisor)))
	}
	if in.addOn() {
		c.addOn = ar.Mul(n(in.addOnRate), n(in.addOnValue))
	}
	if in.hasCap {
		c.cap = n(in.cap)
	}
	if !in.vat.IsOne() {
		vat := n(in.vat)
		c.basket, c.addOn, c.cap = ar.Quo(c.basket, vat), ar.Quo(c.addOn, vat), ar.Quo(c.cap, vat)
	}
	c.hasMargin = in.margin.Sign() != 0 && in.basket.Sign() != 0
	c.marginLoss = in.margin.Sign() < 0
	c.rate = c.quotient(in.rate, in.rateOver)
	cost := n(in.cost)
	if !in.conversion.IsOne() {
		cost = ar.Quo(cost, n(in.conversion))
	}
	c.cost = ar.Plus(c.cost, false, cost)
	c.readOrder()
	c.readDiscount()
	c.findCap()
	c.walkHead()
	c.stream(plain, &c.plainly)
	c.stream(later, &c.later)
	c.stream(stayed, &c.staying)
	c.findRuns()
}

// quotient returns x ÷ y.
func (c *customer[A, F, S]) quotient(x, y bound.Number) F {
	if y.IsOne() {
		return c.ar.Number(x)
	}
	return c.ar.Quo(c.ar.Number(x), c.ar.Number(y))
}

// readOrder forms what an order leaves beside the basket, mₐ·a·v − s.
func (c *customer[A, F, S]) readOrder() {
	ar, in := c.ar, c.in
	var s S
	if in.addOn() && in.addOnMargin.Sign() != 0 {
		s = ar.Plus(s, in.addOnMargin.Sign() < 0, ar.Mul(ar.Number(in.addOnMargin), c.addOn))
	}
	s = ar.Plus(s, true, ar.Number(in.perOrder))
	// mₐ·a·v and s are decimals, the first over the numerator of 1 + vat_rate
	if sign := c.sign(s, in.orderClaim()); sign != 0 {
		c.order, c.hasOrder, c.orderLoss = ar.Magnitude(s), in.orders.Sign() != 0, sign < 0
	}
	c.hasMargin = c.hasMargin && in.orders.Sign() != 0
}

// readDiscount forms D_0 = (1+d)^(−o/p) and v = (1+d)^(−1/p).
func (c *customer[A, F, S]) readDiscount() {
	ar, in := c.ar, c.in
	c.discount, c.first = c.one, c.one
	if in.discountSign == 0 {
		return
	}
	var step F // (1+d)^(−1/order)
	if d := &in.discount; d.rational {
		step = ar.Quo(ar.Number(d.under), ar.Number(d.over))
	} else {
		step = ar.Quo(c.one, ar.Root(ar.Number(in.annual), d.order))
	}
	c.discount = step
	switch in.halfPeriods {
	case 1:
		c.first, c.discount = step, ar.Mul(step, step)
	case 2:
		c.first = step
	}
}

// sign returns the sign of s and leaves the customer open where it is not sure.
func (c *customer[A, F, S]) sign(s S, m bound.Multiple) int {
	sign, sure := c.ar.Sign(s, m)
	if !sure {
		c.open = true
	}
	return sign
}

// sum returns x as a sum.
func (c *customer[A, F, S]) sum(x F) S {
	var s S
	return c.ar.Plus(s, false, x)
}

// worth returns what the parts of a triple are worth,
//
//	m·basket + (mₐ·a·v − s)·order − k·time
func (c *customer[A, F, S]) worth(t triple[F]) S {
	var s S
	if c.idle {
		return s
	}
	if c.hasMargin {
		s = c.ar.Plus(s, c.marginLoss, c.ar.Mul(c.margin, t.basket))
	}
	if c.hasOrder {
		s = c.ar.Plus(s, c.orderLoss, c.ar.Mul(c.order, t.order))
	}
	if c.in.perPeriod.Sign() != 0 {
		s = c.ar.Plus(s, true, c.ar.Mul(c.perPeriod, t.time))
	}
	return s
}

// findCap finds the first period T with b(1+g)^T ≥ cap, where growth gets there
// within the periods that anybody looks at. Powers of 1+g rise, so T is certain
// where the basket has reached the cap at T and has not at T − 1; the logarithms
// only say where to look.
func (c *customer[A, F, S]) findCap() {
	c.capAt = never
	if !c.in.hasCap {
		return
	}
	last := max(c.in.horizon, c.in.head+1)
	guess := float64(last)
	if g := c.ar.Float64(c.ar.Number(c.in.growth)) - 1; g > 1e-12 {
		ratio := c.ar.Float64(c.cap) / c.ar.Float64(c.basket)
		guess = math.Ceil(math.Log(ratio) / math.Log1p(g))
	}
	at := last
	if guess < float64(last) {
		at = max(0, int(guess))
	}
	for at > 0 && c.atCap(at-1) {
		at--
	}
	for at <= last && !c.atCap(at) {
		at++
	}
	if at <= last {
		c.capAt = at
	}
}

// atCap reports whether b(1+g)^t ≥ cap: both without VAT divided out, decimals of
// dec(b) + t·dec(1+g) and dec(cap) places.
func (c *customer[A, F, S]) atCap(t int) bool {
	ar, in := c.ar, c.in
	s := c.sum(ar.Mul(ar.Number(in.basket), ar.Power(c.growth, t)))
	s = ar.Plus(s, true, ar.Number(in.cap))
	return c.sign(s, bound.Tenths(max(in.basket.Places()+t*in.growth.Places(), in.cap.Places()))) >= 0
}
