package formula

import (
	"math"
	"math/bits"
)

// presentValues is the present value of what a customer brings, less A, as a
// function of w = (1+i)^(−1/p), in binary numbers.
type presentValues struct {
	cost, offset, scale float64
	head, sizes         []float64 // contribution_t, and the magnitudes of its parts together
	pieces              [2]guesses
	from, to            [2]int
	count, periods      int
	faint               bool    // a term of a piece may be too small for a binary number
	units, once         float64 // by how many units of 2^−53 ratios may be off, and all else
}

func (c *customer[A, F, S]) presentValues() presentValues {
	f := presentValues{offset: float64(c.in.halfPeriods) / 2}
	f.cost, f.once = c.ar.Binary(c.ar.Magnitude(c.cost))
	f.scale = f.cost
	for i := range c.plainly.count {
		p := &c.plainly.pieces[i]
		f.periods = p.to
		if p.head {
			c.readFlows(&f, p.to)
			f.head, f.sizes = c.room.flows, c.room.sizes
			continue
		}
		f.pieces[f.count], f.from[f.count], f.to[f.count] = c.guesses(p), p.from, p.to
		f.units, f.once = max(f.units, f.pieces[f.count].units), max(f.once, f.pieces[f.count].once)
		for j, there := range [3]bool{c.hasMargin, c.hasOrder, c.in.perPeriod.Sign() != 0} {
			f.faint = f.faint || there && !(math.Abs(f.pieces[f.count].term[j]) >= faintest)
		}
		f.count++
	}
	return f
}

// readFlows forms the contributions of n periods of the head.
func (c *customer[A, F, S]) readFlows(p *presentValues, n int) {
	r := c.room
	f := func(x F) float64 {
		near, units := c.ar.Binary(x)
		p.once = max(p.once, units)
		return near
	}
	r.flows, r.sizes = sized(r.flows, n), sized(r.sizes, n)
	at, parts := &c.headOf(plain).at, c.ofWorth()
	perPeriod, order, margin := f(parts.weight[0]), f(parts.weight[1]), f(parts.weight[2])
	for t := range n {
		flow, size := 0.0, 0.0
		if perPeriod != 0 {
			size = perPeriod * f(at.time[t])
			flow = -size
		}
		if order != 0 {
			part := order * f(at.order[t])
			size += part
			flow += signed(part, parts.negative[1])
		}
		if margin != 0 {
			part := margin * f(at.basket[t])
			size += part
			flow += signed(part, parts.negative[2])
		}
		r.flows[t], r.sizes[t] = flow, size
	}
}

func signed(x float64, negative bool) float64 {
	if negative {
		return -x
	}
	return x
}

// at returns the present value at w = e^x, a guess.
func (f *presentValues) at(x float64) float64 {
	offset := 1.0
	if f.offset > 0 {
		offset = math.Exp(x * f.offset)
	}
	value, _ := f.value(math.Exp(x), offset)
	return value
}

// value returns the present value at w, the periods' offset being that power of
// it, and the magnitudes of all it is added up from.
func (f *presentValues) value(w, offset float64) (value, size float64) {
	for i := f.count - 1; i >= 0; i-- {
		g, n := &f.pieces[i], f.to[i]-f.from[i]
		if i < f.count-1 {
			by := floatPower(w, n)
			value, size = value*by, size*by
		}
		sums, _ := floatGeometric([3]float64{g.q[0] * w, g.q[1] * w, g.q[2] * w}, n)
		for j, sum := range sums {
			value += g.term[j] * sum
			size += math.Abs(g.term[j]) * sum
		}
	}
	for t := len(f.head) - 1; t >= 0; t-- {
		value, size = value*w+f.head[t], size*w+f.sizes[t]
	}
	return value*offset - f.cost, size*offset + f.cost
}

func floatPower(x float64, n int) float64 {
	power := 1.0
	for i := bits.Len(uint(n)) - 1; i >= 0; i-- {
		if power *= power; n>>i&1 == 1 {
			power *= x
		}
	}
	return power
}

const (
	faintest = 0x1p-900 // terms below this are not looked at in binary numbers
	widest   = 0x1p500  // nor values above this,
	steepest = 0x1p99   // nor where w^N is

	manyUnits = 1 << 20 // nor numbers that are off by that many units of 2^−53
)

// sign returns the sign of the value at w, and whether it is certain. Both arguments
// are within so many units u = 2^−53 of the true ones, ratios within f.units, and what A,
// terms and flows of the head are products of within once: that is what Binary says of them.
//
// The value is a sum of monomials, a term times ratios times w's, of either sign. With K
// the greater of both units, of N periods each one costs a monomial behind it at most
// (2K + 2)u of itself: in a series by doubling 2K + 1 for the error of q·w and one for a
// product of powers; in Horner's rule K + 2. A term is a product of two numbers, and a flow
// has three parts: 2·once + 4. The offset and the sums of the doubling bring less than
// 64·(2K + 2)u more. What an addition loses is below u of the magnitudes added up so far,
// and is among that. So the value is off by at most (N + 64)·(2K + 4)u and 2·once·u of the
// magnitudes together, and they themselves are; twice that leaves room for what is of second order.
//
// What is too small for a binary number is off by 2^−1073 at most, and nothing makes
// that more than 2^−400: w^N is below 2^100, and terms of series, which are at least 1,
// are no such numbers. A processor that fuses a product and a sum loses less.
func (f *presentValues) sign(w, offset, units float64) (sign int, sure bool) {
	units = max(units, f.units)
	if !(units < manyUnits && f.once < manyUnits) {
		return 0, false
	}
	value, size := f.value(w, offset)
	if f.faint || !(size < widest) || w > 1 && !(floatPower(w, f.periods) < steepest) {
		return 0, false
	}
	switch off := f.off(size, units); {
	case value > off:
		return 1, true
	case value < -off:
		return -1, true
	}
	return 0, false
}

// off is how far a value may be from the true one, with ratios off by so many units.
func (f *presentValues) off(size, units float64) float64 {
	return (float64(f.periods+64)*(2*units+4)+2*f.once)*0x1p-52*size + 0x1p-400
}
