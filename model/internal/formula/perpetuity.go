package formula

import (
	"math"
	"math/big"

	"blyant/model/internal/bound"
)

// perpetuity is the lifetime value without end, Σ present_value_t for t = 0 … ∞,
// in closed form; null where it does not converge.
//
// Up to the last value of a curve the periods are summed one by one; from there
// the parts that go with the basket, with orders and with time are geometric,
// with the ratios
//
//	r(1+g)(1+f)v    r(1+f)v    r·v    where v = (1+d)^(−1/p)
//
// and r the last ratio, and sum up to their first term ÷ (1 − ratio). A cap turns
// the basket's part into one that goes with orders once it is reached. Where S_t
// becomes 0 the sum is finite.
func (c *customer[A, F, S]) perpetuity(places int, out *Summary) {
	out.PerpetualLifetimeValue = Figure{}
	ar, in := c.ar, c.in
	m := c.tail()
	if in.rate.Sign() == 0 { // the period that the tail begins with is the last
		out.PerpetualLifetimeValue = c.figure(c.worth(c.plus(m.sum, m.at)), places, 0, c.totalClaim(later, in.head+1))
		return
	}
	e := endless[S]{sum: c.worth(m.sum), claim: c.totalClaim(later, in.head+1)}
	level := ratio[F]{before: c.rate, places: in.rate.Places()}
	orders := level.grown(ar.Mul, c.orderGrowth, in.orderSign, in.orderGrowth.Places())
	converges := true
	if c.hasMargin {
		converges = c.basketTail(&e, m, orders)
	}
	if c.hasOrder && converges {
		if converges = c.below(orders); converges {
			c.add(&e, c.orderLoss, ar.Mul(c.order, m.at.order), orders)
		}
	}
	if in.perPeriod.Sign() != 0 && converges {
		if converges = c.below(level); converges {
			c.add(&e, true, ar.Mul(c.perPeriod, m.at.time), level)
		}
	}
	if c.idle { // the parts cancel for ever, whatever their ratios
		e.sum = c.worth(m.sum)
	}
	if converges && !c.open {
		out.PerpetualLifetimeValue = c.figure(e.sum, places, 0, e.claim)
	}
}

// tail returns what the present values have come to where the ratios begin to
// stay the same.
func (c *customer[A, F, S]) tail() moment[F] {
	if c.in.head > 0 {
		return c.headOf(later).moment(c.in.head)
	}
	return c.later.pieces[0].moment
}

// endless is a sum so far and its claim.
type endless[S any] struct {
	sum   S
	claim bound.Multiple
}

// ratio is the ratio of a part before it is discounted, and its decimals.
type ratio[F any] struct {
	before F
	places int
}

func (q ratio[F]) grown(mul func(x, y F) F, by F, sign, places int) ratio[F] {
	if sign == 0 {
		return q
	}
	return ratio[F]{mul(q.before, by), q.places + places}
}

// below reports whether q = rate·v < 1. Where that is not plain it is decided as
// rate^p < 1+d, both sides times S_{L−1}^p for the last ratio of a survival curve:
// decimals of p times those of the ratio, and of p·dec(S_{L−1}) + dec(1+d).
func (c *customer[A, F, S]) below(q ratio[F]) bool {
	ar, in := c.ar, c.in
	s := ar.SubSum(c.sum(ar.Mul(q.before, c.discount)), c.sum(c.one))
	if sign, sure := ar.Sign(s, bound.Unknown); sure {
		return sign < 0
	}
	over := ar.Number(in.rateOver)
	left := ar.Power(ar.Mul(q.before, over), in.perYear)
	right := ar.Mul(ar.Number(in.annual), ar.Power(over, in.perYear))
	places := max(in.perYear*q.places, in.annual.Places()+in.perYear*in.rateOver.Places())
	return c.sign(ar.SubSum(c.sum(left), c.sum(right)), bound.Tenths(places)) < 0
}

// add adds x + xq + xq² + … = x ÷ (1 − q). With q = c/D, D the product of
// 10^places, S_{L−1} and the numerator of 1/v, that is x·D ÷ (D − c): one more
// denominator, below D.
func (c *customer[A, F, S]) add(e *endless[S], negative bool, x F, q ratio[F]) {
	ar := c.ar
	var s S
	s = ar.Plus(s, negative, x)
	rest := ar.SubSum(c.sum(c.one), c.sum(ar.Mul(q.before, c.discount)))
	e.sum = ar.AddSum(e.sum, ar.Quotient(s, rest))
	e.claim = e.claim.Over(c.stepBits(q))
}

// stepBits is the length of D.
func (c *customer[A, F, S]) stepBits(q ratio[F]) int {
	in := c.in
	steps := 1
	if in.halfPeriods == 1 {
		steps = 2
	}
	bits := q.places*3322/1000 + 1 + steps*in.discount.bits
	if !in.rateOver.IsOne() {
		bits += in.rateOver.Bits()
	}
	return bits
}

// basketTail adds the part of the margin that goes with the basket, from the
// moment m on.
func (c *customer[A, F, S]) basketTail(e *endless[S], m moment[F], orders ratio[F]) bool {
	ar, in := c.ar, c.in
	growing := orders.grown(ar.Mul, c.growth, in.growthSign, in.growth.Places())
	if !in.hasCap {
		if !c.below(growing) {
			return false
		}
		c.add(e, c.marginLoss, ar.Mul(c.margin, m.at.basket), growing)
		return true
	}
	if !c.below(orders) {
		return false
	}
	capped := ar.Mul(c.margin, ar.Mul(m.at.order, c.cap))
	if c.capAt > in.head {
		left := c.untilCap(m)
		if left == nil || c.open {
			return true
		}
		first, _ := c.geometric(ar.Mul(growing.before, c.discount), left)
		e.sum = ar.Plus(e.sum, c.marginLoss, ar.Mul(ar.Mul(c.margin, m.at.basket), first))
		_, power := c.geometric(ar.Mul(orders.before, c.discount), left)
		capped = ar.Mul(capped, power)
		if e.claim = bound.Unknown; c.capAt < never { // up to T the terms are those of a horizon
			e.claim = c.totalClaim(later, c.capAt+1)
		}
	}
	c.add(e, c.marginLoss, capped, orders)
	return true
}

// untilCap returns the number of periods from the moment on until growth has
// brought the basket to its cap, ⌈ln(cap/b) ÷ ln(1+g)⌉: found by doubling and
// halving exponents, never by counting, for it may have twenty digits. Nil leaves
// the customer open.
func (c *customer[A, F, S]) untilCap(_ moment[F]) *big.Int {
	ar, in := c.ar, c.in
	if c.capAt < never {
		return big.NewInt(int64(c.capAt - in.head))
	}
	if c.exact { // numbers of as many digits as there are periods
		c.open = true
		return nil
	}
	basket := ar.Mul(ar.Number(in.basket), ar.Power(c.growth, in.head))
	limit := c.sum(ar.Number(in.cap))
	below := func(x F) bool { return c.sign(ar.SubSum(c.sum(x), limit), bound.Unknown) < 0 }
	steps := []F{c.growth} // (1+g)^(2^i)
	for below(ar.Mul(basket, steps[len(steps)-1])) && !c.open {
		last := steps[len(steps)-1]
		steps = append(steps, ar.Mul(last, last))
	}
	periods := new(big.Int)
	for i := len(steps) - 1; i >= 0 && !c.open; i-- {
		if larger := ar.Mul(basket, steps[i]); below(larger) {
			basket = larger
			periods.SetBit(periods, i, 1)
		}
	}
	return periods.Add(periods, big.NewInt(1))
}

// geometric returns 1 + q + … + q^(n−1) and qⁿ for any n ≥ 1, by doubling.
func (c *customer[A, F, S]) geometric(q F, n *big.Int) (sum, power F) {
	if n.IsInt64() && n.Int64() < math.MaxInt32 {
		return c.ar.Geometric(q, int(n.Int64()))
	}
	ar := c.ar
	sum, power = c.one, q
	for i := n.BitLen() - 2; i >= 0; i-- {
		sum = ar.Add(sum, ar.Mul(sum, power))
		power = ar.Mul(power, power)
		if n.Bit(i) == 1 {
			sum = ar.Add(sum, power)
			power = ar.Mul(power, q)
		}
	}
	return sum, power
}
