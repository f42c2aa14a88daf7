package formula

import (
	"math"
	"math/bits"

	"blyant/model/internal/bound"
)

// total returns the running total of a stream over the first n periods.
func (c *customer[A, F, S]) total(st *stream[F], n int) S {
	return c.worth(c.moment(st, n, want{}).sum)
}

// reaches returns the sign of the running total over n periods less A.
func (c *customer[A, F, S]) reaches(st *stream[F], n int) int {
	if n == 0 {
		return -c.in.cost.Sign()
	}
	return c.decide(st, n, c.ar.SubSum(c.total(st, n), c.cost))
}

// decide returns the sign of s, the running total over n periods less A. What it
// is a multiple of, and its limit, are looked at only where that matters.
func (c *customer[A, F, S]) decide(st *stream[F], n int, s S) int {
	sign, sure := c.ar.Sign(s, bound.Unknown)
	if sure {
		return sign
	}
	if sign, sure = c.ar.Sign(s, c.lessCostClaim(st.kind, n)); sure {
		return sign
	}
	if st.smooth() {
		if z, ok := c.limit(c.ofWorth(), st.pieces[0].at, st, n, c.cost, c.lessCostClaim(st.kind, 1)); ok {
			if sign, sure = c.limitSign(z); sure {
				return sign
			}
		}
	}
	c.open = true
	return 0
}

// lessCostClaim is the claim of a running total less A: the greater of the decimals,
// over both denominators.
func (c *customer[A, F, S]) lessCostClaim(k kind, n int) bound.Multiple {
	return c.totalClaim(k, n).Beside(c.in.costClaim())
}

// crossing is the first period n in from < n ≤ to of a run after which the running
// total has come to the other side of A: at least A where it rises, below where it
// falls. The totals over from and to periods are on either side, and between them
// they go one way, so n is certain where the total over n periods is there and
// that over n − 1 is not.
func (c *customer[A, F, S]) crossing(st *stream[F], r run) int {
	low, high := r.from, r.to
	if high-low == 1 {
		return high
	}
	crossed := func(n int) bool { return c.reaches(st, n) >= 0 == (r.sign > 0) }
	try := c.guessCrossing(st, r)
	if try > low && try <= high { // most often both totals follow from one
		m := c.moment(st, try-1, want{powers: true})
		before := c.ar.SubSum(c.worth(m.sum), c.cost)
		after := c.ar.AddSum(before, c.worth(m.at))
		switch there := c.decide(st, try, after) >= 0 == (r.sign > 0); {
		case !there:
			low, try = try, try+1
		case try-1 == low || c.decide(st, try-1, before) >= 0 != (r.sign > 0):
			c.kept, c.keptAt, c.keptKind = m, try-1, st.kind
			return try
		default:
			high, try = try-1, try-2
		}
	}
	for stride := 0; high-low > 1 && !c.open; {
		n := try
		if n <= low || n >= high {
			n = low + (high-low)/2
		}
		if crossed(n) {
			high, try = n, n-1-stride
		} else {
			low, try = n, n+1+stride
		}
		stride = 2*stride + 1
	}
	return high
}

// guessCrossing looks for the crossing in binary numbers, thirty-two periods at a
// time and then one by one.
func (c *customer[A, F, S]) guessCrossing(st *stream[F], r run) int {
	if r.to-r.from < 3 {
		return r.from + 1
	}
	cost := c.ar.Guess(c.cost)
	rising := r.sign > 0
	for i := range st.count {
		p := &st.pieces[i]
		if p.to <= r.from {
			continue
		}
		if p.head {
			if c.headCrosses(st, min(p.to, r.to), cost, rising) {
				return c.headCrossing(st, r.from, min(p.to, r.to), cost, rising)
			}
			continue
		}
		g := c.guesses(p)
		if n := g.crossing(r, p.from, min(p.to, r.to), cost); n > 0 {
			return n
		}
	}
	return r.to
}

func (c *customer[A, F, S]) headCrosses(st *stream[F], n int, cost float64, rising bool) bool {
	return (c.ar.Guess(c.total(st, n)) >= cost) == rising
}

// headCrossing halves the head, whose totals are at hand.
func (c *customer[A, F, S]) headCrossing(st *stream[F], low, high int, cost float64, rising bool) int {
	for high-low > 1 {
		if middle := low + (high-low)/2; c.headCrosses(st, middle, cost, rising) {
			high = middle
		} else {
			low = middle
		}
	}
	return high
}

// guesses is a geometric piece in binary numbers, a term but for the products that it
// is made of.
type guesses struct {
	total float64    // running total before it
	term  [3]float64 // signed terms in its first period
	q     [3]float64
	// By how many units of 2^−53 a ratio may be off, at most, and what a term is made of.
	units, once float64
}

func (c *customer[A, F, S]) guesses(p *piece[F]) guesses {
	g := guesses{total: c.ar.Guess(c.worth(p.sum))}
	f := func(x F, units *float64) float64 {
		near, off := c.ar.Binary(x)
		*units = max(*units, off)
		return near
	}
	q, once := &g.units, &g.once
	g.q = [3]float64{f(p.q.basket, q), f(p.q.order, q), f(p.q.time, q)}
	if c.hasMargin {
		g.term[0] = float64(signOf(c.marginLoss)) * f(c.margin, once) * f(p.at.basket, once)
	}
	if c.hasOrder {
		g.term[1] = float64(signOf(c.orderLoss)) * f(c.order, once) * f(p.at.order, once)
	}
	g.term[2] = -f(c.perPeriod, once) * f(p.at.time, once)
	return g
}

// block is how many periods are passed at a time.
const block = 32

// crossing returns where the total crosses the cost within a piece, 0 where it
// does not seem to.
func (g guesses) crossing(r run, from, to int, cost float64) int {
	rising := r.sign > 0
	crossed := func(total float64) bool { return (total >= cost) == rising }
	sums, powers := floatGeometric(g.q, block)
	total, term, n := g.total, g.term, from
	for n+block <= to {
		next := total + term[0]*sums[0] + term[1]*sums[1] + term[2]*sums[2]
		if n+block > r.from && crossed(next) {
			break
		}
		total, n = next, n+block
		for i := range term {
			term[i] *= powers[i]
		}
	}
	for n < to {
		total += term[0] + term[1] + term[2]
		n++
		if n > r.from && crossed(total) {
			return n
		}
		for i := range term {
			term[i] *= g.q[i]
		}
	}
	return 0
}

// floatGeometric returns 1 + q + … + q^(n−1) and qⁿ for each q, in binary numbers.
func floatGeometric(q [3]float64, n int) (sums, powers [3]float64) {
	sums, powers = [3]float64{1, 1, 1}, q
	top := bits.Len(uint(n)) - 1
	for i := top - 1; i >= 0; i-- {
		for j := range q {
			sums[j] += sums[j] * powers[j]
			powers[j] *= powers[j]
		}
		if n>>i&1 == 1 {
			for j := range q {
				sums[j] += powers[j]
				powers[j] *= q[j]
			}
		}
	}
	return sums, powers
}

// logAbove returns a power of two that |s| does not exceed.
func logAbove(x float64) int {
	if math.IsInf(x, 0) || math.IsNaN(x) {
		return 1 << 20 // that of a number beyond them: no claim is of use
	}
	_, exponent := math.Frexp(x)
	return exponent + 1
}
