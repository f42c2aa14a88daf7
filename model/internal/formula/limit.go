package formula

import (
	"blyant/model/internal/bound"
	"blyant/model/vocabulary"
)

// A sum over many periods may lie nearer to a middle, or to A, than any number of
// bits shows: 5.005·(1 − 10^−20400). There its limit is the middle itself, and how
// far the sum has got says on which side it is:
//
//	Σ_{t<n} x·q^t = x ÷ (1−q) − x·qⁿ ÷ (1−q)
//
// part by part, for ratios below 1. The limit has a small denominator, so that it
// is a middle is proven; of the rest only the sign is asked, which is one of
// numbers that know their relative error, however small they are.

// linear is a combination of the parts of a contribution, each weight a number ≥ 0
// with a sign.
type linear[F any] struct {
	weight   [3]F // of time, orders and the basket
	negative [3]bool
}

// ofWorth is that of what they are worth.
func (c *customer[A, F, S]) ofWorth() linear[F] {
	var l linear[F]
	if c.idle {
		return l
	}
	if c.in.perPeriod.Sign() != 0 {
		l.weight[0], l.negative[0] = c.perPeriod, true
	}
	if c.hasOrder {
		l.weight[1], l.negative[1] = c.order, c.orderLoss
	}
	if c.hasMargin {
		l.weight[2], l.negative[2] = c.margin, c.marginLoss
	}
	return l
}

// limit is what a sum comes to in the end: Σ x ÷ (1−q) of its parts, less something else.
type limit[F, S any] struct {
	sum   S
	claim bound.Multiple
	parts [3]F // x ÷ (1−q) of each

	asked, middle bool // whether it is a middle to the places of whole
	whole         bound.Whole
}

// limited is a sum as its limit less the rest.
type limited[F, S any] struct {
	*limit[F, S]
	rest int     // its sign
	size float64 // its magnitude, roughly
}

// limit splits the sum over n periods of a combination of terms at, with the
// ratios q of a stream of one piece, less something else. claim is that of its first period less that.
// It reports false where a ratio is not below 1 or the sign of the rest not plain.
func (c *customer[A, F, S]) limit(l linear[F], at triple[F], st *stream[F], n int, less S, claim bound.Multiple) (z limited[F, S], ok bool) {
	z.limit = &c.room.limits[cellCount]
	if !c.findLimit(z.limit, l, at, st, less, claim) {
		return z, false
	}
	return z, c.findRest(&z, l, st, n)
}

// findLimit works out the limit of any number of periods.
func (c *customer[A, F, S]) findLimit(z *limit[F, S], l linear[F], at triple[F], st *stream[F], less S, claim bound.Multiple) bool {
	ar := c.ar
	*z = limit[F, S]{}
	z.sum = ar.SubSum(z.sum, less)
	terms := [3]F{at.time, at.order, at.basket}
	for i, weight := range l.weight {
		x := ar.Mul(weight, terms[i])
		if ar.Zero(x) {
			continue
		}
		short := c.shortfall(st, i)
		if !short.positive {
			return false
		}
		var s S
		z.sum = ar.AddSum(z.sum, ar.Quotient(ar.Plus(s, l.negative[i], x), short.sum))
		claim = claim.Over(c.ratioBits(i))
		z.parts[i] = ar.Quo(x, short.size)
	}
	z.claim = claim
	return true
}

// findRest works out what is left of a limit after n periods.
func (c *customer[A, F, S]) findRest(z *limited[F, S], l linear[F], st *stream[F], n int) bool {
	ar := c.ar
	var up, down F
	for i, part := range z.parts {
		if ar.Zero(part) {
			continue
		}
		left := ar.Mul(part, c.ratioPower(st, i, n))
		if l.negative[i] {
			down = ar.Add(down, left)
		} else {
			up = ar.Add(up, left)
		}
	}
	z.size = ar.Float64(up) + ar.Float64(down)
	var sure bool
	z.rest, sure = c.compare(up, down)
	return sure
}

// shortfall is 1 − q of a part, found once.
type shortfall[F, S any] struct {
	sum      S
	size     F
	positive bool // certainly
	powers   []F  // q^0, q^1, …, where all periods are gone through
}

// ratioOf is q of part i.
func (st *stream[F]) ratioOf(i int) F {
	q := &st.pieces[0].q
	return [3]F{q.time, q.order, q.basket}[i]
}

func (c *customer[A, F, S]) shortfall(st *stream[F], i int) *shortfall[F, S] {
	x, bit := &c.room.shortfalls[st.kind][i], uint16(1)<<(3*int(st.kind)+i)
	if c.short&bit == 0 {
		c.short |= bit
		x.sum = c.ar.SubSum(c.sum(c.one), c.sum(st.ratioOf(i)))
		sign, sure := c.ar.Sign(x.sum, bound.Unknown)
		x.size, x.positive, x.powers = c.ar.Magnitude(x.sum), sure && sign > 0, x.powers[:0]
	}
	return x
}

// ratioPower returns qⁿ of part i, whose shortfall is known. Where all periods are
// gone through each follows from the one before.
func (c *customer[A, F, S]) ratioPower(st *stream[F], i, n int) F {
	q := st.ratioOf(i)
	if !c.walking {
		return c.ar.Power(q, n)
	}
	x := &c.room.shortfalls[st.kind][i]
	if len(x.powers) == 0 {
		x.powers = append(x.powers, c.one)
	}
	for len(x.powers) <= n {
		x.powers = append(x.powers, c.ar.Mul(x.powers[len(x.powers)-1], q))
	}
	return x.powers[n]
}

// ratioBits is the length of the denominator that 1 ÷ (1 − q) brings, of part i.
func (c *customer[A, F, S]) ratioBits(i int) int {
	in := c.in
	places := in.rate.Places()
	if i > 0 {
		places += in.orderGrowth.Places()
	}
	if i > 1 {
		places += in.growth.Places()
	}
	return c.stepBits(ratio[F]{places: places})
}

// compare returns the sign of x − y where it is plain from their relative errors.
func (c *customer[A, F, S]) compare(x, y F) (sign int, sure bool) {
	ar := c.ar
	switch zeroX, zeroY := ar.Zero(x), ar.Zero(y); {
	case zeroX && zeroY:
		return 0, true
	case zeroY:
		return 1, true
	case zeroX:
		return -1, true
	}
	return ar.Sign(ar.SubSum(c.sum(ar.Quo(x, y)), c.sum(c.one)), bound.Unknown)
}

// limitSign is that of the sum, where its limit is certainly 0.
func (c *customer[A, F, S]) limitSign(z limited[F, S]) (sign int, sure bool) {
	if zero, proven := c.ar.Sign(z.sum, z.claim); !proven || zero != 0 {
		return 0, false
	}
	return -z.rest, true
}

// limitRound rounds the sum, where its limit is certainly a middle: half away from
// zero where nothing is left or the rest is on the far side of it, else down.
func (c *customer[A, F, S]) limitRound(z limited[F, S], places int) (Figure, bool) {
	if !(z.size < 1e-12) || !c.middle(z.limit, places) {
		return Figure{}, false
	}
	w := z.whole
	if w.Negative == (z.rest < 0) && z.rest != 0 { // towards zero: limit − rest
		if w.Lo--; w.Lo == ^uint64(0) {
			w.Hi--
		}
	}
	return Figure{Rounded: vocabulary.NewRounded(w.Negative, w.Hi, w.Lo, places), sure: true}, true
}

// middle reports whether a limit is certainly a middle and not too large, found once.
func (c *customer[A, F, S]) middle(z *limit[F, S], places int) bool {
	if z.asked {
		return z.middle
	}
	if z.asked = true; !c.ar.Middle(z.sum, places, z.claim) {
		return false
	}
	if above, sure := c.ar.Exceeds(z.sum, largest, bound.Unknown); !sure || above {
		return false
	}
	z.whole, z.middle = c.ar.Round(z.sum, places, z.claim)
	return z.middle
}

// smooth reports whether the stream is one geometric piece.
func (st *stream[F]) smooth() bool { return st.count == 1 && !st.pieces[0].head }

// sumFigure rounds a sum over n periods of a stream, less something else: as any
// other figure, and where that leaves it open by its limit. first is the claim of
// its first period.
func (c *customer[A, F, S]) sumFigure(s S, places int, m bound.Multiple, st *stream[F], n int, l linear[F], less S, first bound.Multiple) Figure {
	open := c.open
	f := c.figure(s, places, 0, m)
	if f.sure || !st.smooth() {
		return f
	}
	if z, ok := c.limit(l, st.pieces[0].at, st, n, less, first); ok {
		if g, ok := c.limitRound(z, places); ok {
			c.open = open
			return g
		}
	}
	return f
}
