package formula

import (
	"math"

	"blyant/model/internal/bound"
	"blyant/model/vocabulary"
)

// ratioPlaces are the decimals of shares, ratios, rates, orders and durations, and
// largest the power of ten above which a figure is not reported.
const (
	ratioPlaces = 6
	largest     = 15
)

// Figure is a rounded figure, or one that is too large to be reported. It is null
// where it has no value.
type Figure struct {
	vocabulary.Rounded
	TooLarge bool
	sure     bool // it is rounded, too large or certainly null
}

// Summary holds the figures of one customer, and what the notes need.
type Summary struct {
	LifetimeRevenue, LifetimeContribution, LifetimeValue, NetLifetimeValue Figure
	ValueToCostRatio                                                       Figure
	ExpectedOrders, ExpectedLifetimePeriods                                Figure
	PaybackPeriods, PaybackOrders, DiscountedPaybackPeriods                Figure
	ProbabilityOfProfit, InternalRateOfReturn, PerpetualLifetimeValue      Figure
	WordOfMouthValue, ViralCoefficient, CostPerNewCustomer                 Figure

	PaybackReversed, DiscountedPaybackReversed bool
	LosesOnEveryOrder, FirstPeriodLoses, Viral bool
	NoReturn                                   Reason // why there is no rate of return
}

// Reason is why an internal rate of return is undefined: the argument of its note.
type Reason string

// The reasons.
const (
	ReasonNoCost       Reason = "no_acquisition_cost"
	ReasonNoChange     Reason = "no_sign_change"
	ReasonManyChanges  Reason = "several_sign_changes"
	ReasonFromPositive Reason = "starts_positive"
	ReasonOutside      Reason = "outside_range"
)

// plainFigure rounds s where that is sure without knowing what it is a multiple
// of, as most often it is.
func (c *customer[A, F, S]) plainFigure(out *Figure, s S, places int) bool {
	w, sure := c.ar.Round(s, places, bound.Unknown)
	if !sure {
		return false
	}
	if !surelySmall(&w, places) {
		if above, known := c.ar.Exceeds(s, largest, bound.Unknown); !known || above {
			return false
		}
	}
	out.Set(w.Negative, w.Hi, w.Lo, places)
	out.TooLarge, out.sure = false, true
	return true
}

// surelySmall reports whether a value that is rounded so is certainly not above
// 10^15: below it by one of the last place at least, of which rounding is half.
func surelySmall(w *bound.Whole, places int) bool { return w.Hi == 0 && w.Lo < notSmall(places) }

// notSmall is 10^15 in the last place, or more than a word holds: 10^(15+4) is less than
// 2^64, and 2^64·10^−5 less than 10^15.
func notSmall(places int) uint64 {
	if places < len(largestAt) {
		return largestAt[places]
	}
	return math.MaxUint64
}

// largestAt holds 10^15 … 10^19.
var largestAt = [...]uint64{1e15, 1e16, 1e17, 1e18, 1e19}

// figure rounds s and leaves the customer open where that is not sure. bits is
// the length of what s is still divided by.
func (c *customer[A, F, S]) figure(s S, places, bits int, m bound.Multiple) Figure {
	m = m.Over(bits)
	exceeds, sure := c.ar.Exceeds(s, largest, m)
	if !sure {
		c.open = true
		return Figure{}
	}
	if exceeds {
		return Figure{TooLarge: true, sure: true}
	}
	w, sure := c.ar.Round(s, places, m)
	if !sure {
		c.open = true
		return Figure{}
	}
	return Figure{Rounded: vocabulary.NewRounded(w.Negative, w.Hi, w.Lo, places), sure: true}
}

func (c *customer[A, F, S]) whole(n int) S { return c.sum(c.ar.Number(bound.Integer(n))) }

// groups are figures that are computed together; each stands alone, so that only
// what is open goes to the next arithmetic.
type groups uint8

const (
	groupTotals groups = 1 << iota
	groupRatios
	groupPayback
	groupDiscounted
	groupProfit
	groupReturn
	groupPerpetuity
	allGroups groups = 1<<iota - 1
)

// compute works out the groups asked for and returns those that are open.
func (c *customer[A, F, S]) compute(asked groups, places int, out *Summary) (open groups) {
	if c.open {
		return asked
	}
	for g := groupTotals; g <= groupPerpetuity; g <<= 1 {
		if asked&g == 0 {
			continue
		}
		switch g {
		case groupTotals:
			c.totals(places, out)
		case groupRatios:
			c.ratios(places, out)
		case groupPayback:
			c.payback(out)
		case groupDiscounted:
			c.discountedPayback(out)
		case groupProfit:
			probability, claim := c.profit()
			out.ProbabilityOfProfit = c.figure(probability, c.in.ratios, 0, claim)
		case groupReturn:
			c.rateOfReturn(out)
		case groupPerpetuity:
			c.perpetuity(places, out)
		}
		if c.open {
			open |= g
			c.open = false
		}
	}
	return open
}

// totals are sums over the horizon:
//
//	lifetime_revenue      = basket + a·v·orders
//	lifetime_contribution, lifetime_value as the worth of their parts
func (c *customer[A, F, S]) totals(places int, out *Summary) {
	ar, n, ratios := c.ar, c.in.active, c.in.ratios
	undiscounted, discounted := c.end(&c.plainly), c.end(&c.later)
	revenue := ar.Plus(c.sum(undiscounted.basket), false, ar.Mul(c.addOn, undiscounted.order))
	var none S
	parts, one := c.ofWorth(), c.share(0)
	plainly, discountedly := &c.plainly, &c.later
	if !c.plainFigure(&out.LifetimeRevenue, revenue, places) {
		out.LifetimeRevenue = c.sumFigure(revenue, places, c.revenueClaim(n-1), plainly, n, c.ofRevenue(), none, c.revenueClaim(0))
	}
	if !c.plainFigure(&out.LifetimeContribution, c.worth(undiscounted), places) {
		out.LifetimeContribution = c.sumFigure(c.worth(undiscounted), places, c.totalClaim(plain, n), plainly, n, parts, none, c.totalClaim(plain, 1))
	}
	value := c.worth(discounted)
	if !c.plainFigure(&out.LifetimeValue, value, places) {
		out.LifetimeValue = c.sumFigure(value, places, c.totalClaim(later, n), discountedly, n, parts, none, c.totalClaim(later, 1))
	}
	if !c.plainFigure(&out.NetLifetimeValue, ar.SubSum(value, c.cost), places) {
		out.NetLifetimeValue = c.sumFigure(ar.SubSum(value, c.cost), places, c.lessCostClaim(later, n), discountedly, n, parts, c.cost, c.lessCostClaim(later, 1))
	}
	if !c.plainFigure(&out.ExpectedOrders, c.sum(undiscounted.order), ratios) {
		out.ExpectedOrders = c.sumFigure(c.sum(undiscounted.order), ratios, c.ordersClaim(n), plainly, n, linear[F]{weight: [3]F{1: c.one}}, none, c.ordersClaim(1))
	}
	if !c.plainFigure(&out.ExpectedLifetimePeriods, c.sum(undiscounted.time), ratios) {
		out.ExpectedLifetimePeriods = c.sumFigure(c.sum(undiscounted.time), ratios, c.share(n-1), plainly, n, linear[F]{weight: [3]F{c.one}}, none, one)
	}
	if !c.plainFigure(&out.CostPerNewCustomer, c.cost, places) {
		out.CostPerNewCustomer = c.figure(c.cost, places, 0, c.in.costClaim())
	}
}

// ofRevenue is the combination that revenue is of its parts.
func (c *customer[A, F, S]) ofRevenue() linear[F] {
	return linear[F]{weight: [3]F{1: c.addOn, 2: c.one}}
}

// ordersClaim is that of orders over n ≥ 1 periods.
func (c *customer[A, F, S]) ordersClaim(n int) bound.Multiple {
	return bound.Tenths(c.in.ordersPlaces(n - 1)).Times(c.share(n - 1))
}

// revenueClaim is that of revenue_0 … revenue_t.
func (c *customer[A, F, S]) revenueClaim(t int) bound.Multiple {
	m := c.basketClaim(t)
	if c.in.addOn() {
		m = m.Plus(bound.Tenths(c.in.addOnRate.Places() + c.in.addOnValue.Places()))
	}
	return m.Times(c.ordersClaim(t + 1))
}

// ratios are what divides or multiplies totals, and what the notes look at:
//
//	value_to_cost_ratio = lifetime_value ÷ A
//	viral_coefficient   = ρ·Σ S_t
//	word_of_mouth_value = lifetime_value · Σ D_t·(ρ·S_t − δ·(S_t − S_{t+1}))
func (c *customer[A, F, S]) ratios(places int, out *Summary) {
	ar, in, n := c.ar, c.in, c.in.active
	discounted := c.end(&c.later)
	value, claim := c.worth(discounted), c.totalClaim(later, n)
	if in.cost.Sign() > 0 {
		out.ValueToCostRatio = c.figure(ar.Quotient(value, c.cost), c.in.ratios, 0, in.byCost(claim))
	}
	referrals := ar.Number(in.referrals)
	viral := c.sum(ar.Mul(referrals, c.end(&c.plainly).time))
	viralClaim := bound.Tenths(in.referrals.Places()).Times(c.share(n - 1))
	out.ViralCoefficient = c.figure(viral, c.in.ratios, 0, viralClaim)
	out.Viral = in.referrals.Sign() > 0 && c.sign(ar.SubSum(viral, c.sum(c.one)), viralClaim) >= 0

	spreads := c.spreads()
	if !c.plainFigure(&out.WordOfMouthValue, ar.Product(value, spreads.value), places) {
		out.WordOfMouthValue = c.figure(ar.Product(value, spreads.value), places, 0, claim.Times(spreads.claim))
	}

	out.LosesOnEveryOrder = c.firstOrder() < 0
	out.FirstPeriodLoses = !out.LosesOnEveryOrder && c.runs[0].sign < 0 // period 0 is in the first run
}

// spreads returns Σ D_t·(ρ·S_t − δ·(S_t − S_{t+1})): customers won and prospects
// turned away by word of mouth, a multiple of what ρ and δ times S_t to S_N are,
// discounted to N − 1.
func (c *customer[A, F, S]) spreads() claimed[S] {
	ar, in, n := c.ar, c.in, c.in.active
	var s S
	if in.referrals.Sign() == 0 && in.deterred.Sign() == 0 {
		return claimed[S]{s, bound.Multiple{}}
	}
	time := c.end(&c.later).time
	s = ar.Plus(s, false, ar.Mul(ar.Number(in.referrals), time))
	if in.deterred.Sign() > 0 {
		deterred := ar.Number(in.deterred)
		s = ar.Plus(s, true, ar.Mul(deterred, time))
		s = ar.AddSum(s, ar.Product(c.sum(deterred), c.nextShares(time)))
	}
	places := max(in.referrals.Places(), in.deterred.Places())
	return claimed[S]{s, bound.Tenths(places).Times(c.share(n)).Times(c.discounting(n))}
}

// nextShares returns Σ D_t·S_{t+1}, given Σ D_t·S_t: in the head each D_t·S_{t+1}
// is the next D_{t+1}·S_{t+1} ÷ v, and over n of its periods they come to
//
//	(Σ_{t≤n} D_t·S_t − D_0) ÷ v
//
// Beyond it they are r times the sum of the same periods.
func (c *customer[A, F, S]) nextShares(sum F) S {
	ar, in := c.ar, c.in
	if in.head == 0 {
		return c.sum(ar.Mul(c.rate, sum))
	}
	n := min(in.active, in.head)
	m := c.headOf(later).moment(n)
	next := ar.Plus(c.sum(ar.Add(m.sum.time, m.at.time)), true, c.first)
	next = ar.Quotient(next, c.sum(c.discount))
	if n < in.active {
		g := ar.GeometricSum(c.later.pieces[c.later.count-1].q.time, in.active-n)
		next = ar.Plus(next, false, ar.Mul(c.rate, ar.Mul(m.at.time, g)))
	}
	return next
}

// firstOrder returns the sign of what is left of the first order, m·b + mₐ·a·v − s.
func (c *customer[A, F, S]) firstOrder() int {
	var s S
	s = c.ar.Plus(s, c.marginLoss, c.ar.Mul(c.margin, c.basket))
	s = c.ar.Plus(s, c.orderLoss, c.order)
	m := c.basketClaim(0).Times(bound.Tenths(c.in.margin.Places())).Over(c.in.divisorBits()).Beside(c.in.orderClaim())
	return c.sign(s, m)
}

func (c *customer[A, F, S]) payback(out *Summary) {
	p := c.paysBack(&c.plainly)
	out.PaybackReversed = p.reversed
	out.PaybackPeriods, out.PaybackOrders = Figure{}, Figure{}
	if p.reached && !c.open {
		var part S
		var log int
		out.PaybackPeriods, part, log = c.periods(&c.plainly, p, c.in.ratios)
		out.PaybackOrders = c.paybackOrders(p, part, log)
	}
}

func (c *customer[A, F, S]) discountedPayback(out *Summary) {
	p := c.paysBack(&c.later)
	out.DiscountedPaybackReversed = p.reversed
	out.DiscountedPaybackPeriods = Figure{}
	if p.reached && !c.open {
		out.DiscountedPaybackPeriods, _, _ = c.periods(&c.later, p, c.in.ratios)
	}
}
