package formula

import (
	"slices"

	"blyant/model/internal/bound"

	"github.com/shopspring/decimal"
)

// Perceived is a service promise as customers see it: the repeat-purchase rate that
// follows, and the customers won and turned away by word of mouth in a period by
// one active customer, perceived_exceeded·referrals − perceived_missed·deterred.
type Perceived struct {
	Rate, Spread decimal.Decimal
}

func (p Perceived) equal(q Perceived) bool { return p.Rate.Equal(q.Rate) && p.Spread.Equal(q.Spread) }

// Promised holds the figures of a promise: of how it is seen now, and the gain of
// each other way to be seen.
type Promised struct {
	LifetimeValue, NetLifetimeValue, WordOfMouth Figure
	Gains                                        []Figure
	Order                                        []int // of the gains, the greatest first, equal ones as given
}

// Promise weighs a promise: with
//
//	promise_word_of_mouth = lifetime_value·Σ_t D_t·S_t·spread
//
// the gain of another way to be seen is that in net_lifetime_value +
// promise_word_of_mouth.
func Promise(t Terms, now Perceived, others []Perceived, places int) (Promised, Tier) {
	in := make([]inputs, 1+len(others))
	for i, seen := range append([]Perceived{now}, others...) {
		terms := t
		terms.Rate = seen.Rate
		in[i].read(&terms)
	}
	var out Promised
	l := ladder{
		fast: func(ar bound.Fast) bool { return promiseIn(ar, in, now, others, places, &out) },
		wide: func(ar *bound.Wide) bool { return promiseIn(ar, in, now, others, places, &out) },
	}
	if in[0].discount.rational {
		l.fractions = func(ar bound.Rational) bool { return promiseIn(ar, in, now, others, places, &out) }
	}
	tier := l.climb()
	return out, tier
}

// claimed is a value and what it is a multiple of.
type claimed[S any] struct {
	value S
	claim bound.Multiple
}

func promiseIn[A bound.Arithmetic[F, S], F, S any](ar A, in []inputs, now Perceived, others []Perceived, places int, out *Promised) bool {
	c := enter[A, F, S](ar, &in[0])
	value, claim := c.value()
	net, netClaim := c.net()
	spread := c.spread(now.Spread)
	*out = Promised{
		LifetimeValue:    c.figure(value, places, 0, claim),
		NetLifetimeValue: c.figure(net, places, 0, netClaim),
		WordOfMouth:      c.figure(ar.Product(value, spread.value), places, 0, claim.Times(spread.claim)),
	}
	gains := make([]claimed[S], len(others))
	for i, seen := range others {
		gains[i] = c.gain(ar, &in[1+i], now, seen)
		out.Gains = append(out.Gains, c.figure(gains[i].value, places, 0, gains[i].claim))
		out.Order = append(out.Order, i)
	}
	slices.SortStableFunc(out.Order, func(i, j int) int {
		if others[i].equal(others[j]) || c.open {
			return 0
		}
		return c.sign(ar.SubSum(gains[j].value, gains[i].value), gains[j].claim.Beside(gains[i].claim))
	})
	return !c.open
}

// spread returns Σ_t D_t·S_t times that of a period.
func (c *customer[A, F, S]) spread(each decimal.Decimal) claimed[S] {
	x, n := bound.FromDecimal(each), c.in.active
	var s S
	if x.Sign() != 0 {
		s = c.ar.Plus(s, x.Sign() < 0, c.ar.Mul(c.ar.Number(x), c.end(&c.later).time))
	}
	return claimed[S]{s, bound.Tenths(x.Places()).Times(c.share(n - 1)).Times(c.discounting(n))}
}

// gain returns what it brings to be seen in another way. Where customers come back
// as often as before only the word of mouth changes, and where that does not
// either the gain is 0: that needs no digits.
func (c *customer[A, F, S]) gain(ar A, in *inputs, now, seen Perceived) claimed[S] {
	value, claim := c.value()
	if seen.Rate.Equal(now.Rate) {
		more := c.spread(seen.Spread.Sub(now.Spread))
		return claimed[S]{ar.Product(value, more.value), claim.Times(more.claim)}
	}
	d := enter[A, F, S](ar, in)
	other, otherClaim := d.value()
	before, after := c.spread(now.Spread), d.spread(seen.Spread)
	s := ar.AddSum(ar.SubSum(other, value), ar.SubSum(ar.Product(other, after.value), ar.Product(value, before.value)))
	c.open = c.open || d.open
	leave(d)
	whole := claim.Beside(otherClaim).Beside(claim.Times(before.claim)).Beside(otherClaim.Times(after.claim))
	return claimed[S]{s, whole}
}
