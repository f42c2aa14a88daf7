package formula

import (
	"slices"

	"blyant/model/internal/bound"
)

// head holds what a stream is in the periods in which each has a ratio of its own,
// and in the one after them: the terms, and their sums over the periods before.
type head[F any] struct{ at, sum triple[[]F] }

// moment returns what the stream has come to as period t begins.
func (h *head[F]) moment(t int) moment[F] {
	return moment[F]{
		sum: triple[F]{h.sum.time[t], h.sum.order[t], h.sum.basket[t]},
		at:  triple[F]{h.at.time[t], h.at.order[t], h.at.basket[t]},
	}
}

// headOf returns the head of a kind of stream.
func (c *customer[A, F, S]) headOf(k kind) *head[F] {
	if c.in.discountSign == 0 {
		k = plain
	}
	return &c.room.heads[k]
}

// walkHead goes through the periods 0 … head, list by list: shares, orders and
// spending of who stays, discounts, and their products.
func (c *customer[A, F, S]) walkHead() {
	n := c.in.head + 1
	if n == 1 {
		return
	}
	c.shares(n)
	c.stay(n)
	r := c.room
	h := &r.heads[plain]
	h.at.time = append(h.at.time[:0], r.share...)
	c.weigh(h)
	if c.in.discountSign == 0 {
		return
	}
	h = &r.heads[later]
	r.discounts, h.at.time = sized(r.discounts, n), sized(h.at.time, n)
	c.ar.Powers(c.first, c.discount, r.discounts)
	c.ar.Products(r.share, r.discounts, h.at.time)
	c.weigh(h)
}

// sized returns a list of n items, whatever they are.
func sized[T any](list []T, n int) []T { return slices.Grow(list[:0], n)[:n] }

// weigh fills the head of a stream whose weights are known.
func (c *customer[A, F, S]) weigh(h *head[F]) {
	ar, r, n := c.ar, c.room, len(h.at.time)
	h.at.order, h.at.basket = sized(h.at.order, n), sized(h.at.basket, n)
	h.sum = triple[[]F]{sized(h.sum.time, n), sized(h.sum.order, n), sized(h.sum.basket, n)}
	ar.Products(h.at.time, r.each, h.at.order)
	ar.Products(h.at.time, r.spend, h.at.basket)
	var none F
	ar.Running(none, h.at.time, h.sum.time)
	ar.Running(none, h.at.order, h.sum.order)
	ar.Running(none, h.at.basket, h.sum.basket)
}

// stay works out n periods of a customer who does not leave: n_t and n_t·b_t, the
// latter anew where the basket comes to its cap.
func (c *customer[A, F, S]) stay(n int) {
	ar, r := c.ar, c.room
	r.each, r.spend = sized(r.each, n), sized(r.spend, n)
	ar.Powers(c.orders, c.orderGrowth, r.each)
	free, grows := min(c.capAt, n), c.orderGrowth
	if c.in.growthSign != 0 {
		grows = ar.Mul(grows, c.growth)
	}
	ar.Powers(ar.Mul(c.orders, c.basket), grows, r.spend[:free])
	if free < n {
		ar.Powers(ar.Mul(r.each[free], c.cap), c.orderGrowth, r.spend[free:])
	}
}

// shares works out S_0 … S_{n−1} of the head, and the claim of each with those before it.
func (c *customer[A, F, S]) shares(n int) {
	r, in := c.room, c.in
	r.share, r.claims = sized(r.share, n), sized(r.claims, n)
	share, claim := c.one, bound.Multiple{} // S_0 is 1
	r.share[0], r.claims[0] = share, claim
	for t := range n - 1 {
		switch {
		case len(in.survival) > 0:
			x := bound.FromDecimal(in.survival[t])
			share, claim = c.ar.Number(x), claim.Plus(bound.Tenths(x.Places()))
		case len(in.retentionOver) > 0:
			x, over := in.step(t)
			share, claim = c.ar.Mul(share, c.quotient(x, over)), claim.Times(stepClaim(x, over))
		default:
			x := bound.FromDecimal(in.retention[t])
			if !x.IsOne() {
				share = c.ar.Mul(share, c.ar.Number(x))
			}
			claim.Tens += x.Places()
		}
		r.share[t+1], r.claims[t+1] = share, claim
	}
}
