package formula

import (
	"slices"

	"blyant/model/internal/bound"

	"github.com/shopspring/decimal"
)

// Programme is what a programme changes and costs. With is the scenario after its
// effects and running costs: its margin is m − z, its costs an order and a period
// hold those of the programme.
type Programme struct {
	With                                   Terms
	GivenBack                              decimal.Decimal // z, times With.MarginDivisor
	CostPerOrder, CostPerPeriod, Enrolment decimal.Decimal
	Fixed                                  decimal.Decimal
	Participants                           decimal.Decimal
}

// Programmed holds the figures of a programme.
type Programmed struct {
	ValueWith, CostPerParticipant, GainPerParticipant Figure
	TotalCost, TotalGain, ReturnOnCost                Figure
	WordOfMouthGain                                   Figure
	NothingSpent                                      bool
}

// effect is a programme in an arithmetic: with all sums D_t-weighted,
//
//	value_with           = Σ D_t·contribution'_t − enrolment_cost
//	cost_per_participant = Σ D_t·S'_t·[ n'_t(b'_t·z + cost_per_order) + cost_per_period ] + enrolment_cost
//	gain_per_participant = value_with − lifetime_value
//	total_cost  = participants·cost_per_participant + fixed_cost
//	total_gain  = participants·gain_per_participant − fixed_cost
//	word_of_mouth_gain = participants·( value_with·spreads' − word_of_mouth_value )
type effect[A bound.Arithmetic[F, S], F, S any] struct {
	ar         A
	base, with *customer[A, F, S]
	p          *Programme
}

// RankProgrammes weighs programmes against a base scenario and puts them in the
// order of their total gain, the greatest first and equal ones as given.
func RankProgrammes(base *Terms, programmes []Programme, places int) (out []Programmed, order []int, tier Tier) {
	in := make([]inputs, 1+len(programmes))
	in[0].read(base)
	rational := in[0].discount.rational
	for i := range programmes {
		in[1+i].read(&programmes[i].With)
	}
	out = make([]Programmed, len(programmes))
	l := ladder{
		fast: func(ar bound.Fast) bool { return programmesIn(ar, in, programmes, places, out, &order) },
		wide: func(ar *bound.Wide) bool { return programmesIn(ar, in, programmes, places, out, &order) },
	}
	if rational {
		l.fractions = func(ar bound.Rational) bool { return programmesIn(ar, in, programmes, places, out, &order) }
	}
	tier = l.climb()
	return out, order, tier
}

func programmesIn[A bound.Arithmetic[F, S], F, S any](ar A, in []inputs, programmes []Programme, places int, out []Programmed, order *[]int) bool {
	base := enter[A, F, S](ar, &in[0])
	gains := make([]claimed[S], len(programmes))
	*order = (*order)[:0]
	for i := range programmes {
		e := effect[A, F, S]{ar, base, enter[A, F, S](ar, &in[1+i]), &programmes[i]}
		gains[i] = e.weigh(places, &out[i])
		base.open = base.open || e.with.open
		leave(e.with)
		*order = append(*order, i)
	}
	slices.SortStableFunc(*order, func(i, j int) int {
		if base.open || programmes[i].equal(&programmes[j]) {
			return 0
		}
		return base.sign(ar.SubSum(gains[j].value, gains[i].value), gains[j].claim.Beside(gains[i].claim))
	})
	sure := !base.open
	leave(base)
	return sure
}

func (p *Programme) equal(q *Programme) bool {
	return p.With.equal(&q.With) && p.GivenBack.Equal(q.GivenBack) && p.CostPerOrder.Equal(q.CostPerOrder) && p.CostPerPeriod.Equal(q.CostPerPeriod) &&
		p.Enrolment.Equal(q.Enrolment) && p.Fixed.Equal(q.Fixed) && p.Participants.Equal(q.Participants)
}

// added returns the sum of values with any claims, and minus their difference.
func (c *customer[A, F, S]) added(x, y claimed[S]) claimed[S] {
	return claimed[S]{c.ar.AddSum(x.value, y.value), x.claim.Beside(y.claim)}
}

func (c *customer[A, F, S]) minus(x, y claimed[S]) claimed[S] {
	return claimed[S]{c.ar.SubSum(x.value, y.value), x.claim.Beside(y.claim)}
}

// times returns x·y.
func (c *customer[A, F, S]) times(x, y claimed[S]) claimed[S] {
	return claimed[S]{c.ar.Product(x.value, y.value), x.claim.Times(y.claim)}
}

// given returns an exact number.
func (c *customer[A, F, S]) given(d decimal.Decimal) claimed[S] {
	x := bound.FromDecimal(d)
	return claimed[S]{c.number(x), bound.Tenths(x.Places())}
}

// rounded rounds a claimed value.
func (c *customer[A, F, S]) rounded(x claimed[S], places int) Figure {
	return c.figure(x.value, places, 0, x.claim)
}

// weigh works out the figures and returns the total gain.
func (e *effect[A, F, S]) weigh(places int, out *Programmed) claimed[S] {
	c, p := e.with, e.p
	*out = Programmed{}
	worthWith, base := e.worths()
	valueWith := c.minus(worthWith, c.given(p.Enrolment))
	cost := e.costPerParticipant()
	gain := c.minus(valueWith, base)
	participants, fixed := c.given(p.Participants), c.given(p.Fixed)
	totalCost := c.added(c.times(participants, cost), fixed)
	totalGain := c.minus(c.times(participants, gain), fixed)
	spread := c.minus(c.times(valueWith, c.spreads()), c.times(base, e.base.spreads()))
	out.ValueWith = c.rounded(valueWith, places)
	out.CostPerParticipant = c.rounded(cost, places)
	out.GainPerParticipant = c.rounded(gain, places)
	out.TotalCost = c.rounded(totalCost, places)
	out.TotalGain = c.rounded(totalGain, places)
	out.WordOfMouthGain = c.rounded(c.times(participants, spread), places)
	// no cost is below 0, so a total that is exactly 0 is made of exact zeros
	if out.NothingSpent = c.sign(totalCost.value, totalCost.claim) == 0; !out.NothingSpent && !c.open {
		log := logAbove(e.ar.Guess(totalCost.value))
		claim := divided(totalCost.claim, log).Times(totalGain.claim)
		out.ReturnOnCost = c.figure(e.ar.Quotient(totalGain.value, totalCost.value), ratioPlaces, 0, claim)
	}
	return totalGain
}

// worths returns the lifetime value with the programme and without.
func (e *effect[A, F, S]) worths() (with, base claimed[S]) {
	value, claim := e.with.value()
	before, beforeClaim := e.base.value()
	return claimed[S]{value, claim}, claimed[S]{before, beforeClaim}
}

func (e *effect[A, F, S]) costPerParticipant() claimed[S] {
	c, ar, p := e.with, e.ar, e.p
	n := c.in.active
	sums := c.end(&c.later)
	cost := c.given(p.Enrolment)
	discounting := c.discounting(n)
	if p.GivenBack.Sign() != 0 {
		z := c.given(p.GivenBack)
		if c.in.divisor > 1 {
			z = claimed[S]{ar.Quotient(z.value, c.whole(c.in.divisor)), z.claim.Over(c.in.divisorBits())}
		}
		turnover := claimed[S]{c.sum(sums.basket), c.basketClaim(n - 1).Times(c.ordersClaim(n)).Times(discounting)}
		cost = c.added(cost, c.times(z, turnover))
	}
	if p.CostPerOrder.Sign() != 0 {
		cost = c.added(cost, c.times(c.given(p.CostPerOrder), claimed[S]{c.sum(sums.order), c.ordersClaim(n).Times(discounting)}))
	}
	if p.CostPerPeriod.Sign() != 0 {
		cost = c.added(cost, c.times(c.given(p.CostPerPeriod), claimed[S]{c.sum(sums.time), c.share(n - 1).Times(discounting)}))
	}
	return cost
}
