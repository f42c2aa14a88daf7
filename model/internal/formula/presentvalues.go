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
	w, value := math.Exp(x), 0.0
	for i := f.count - 1; i >= 0; i-- {
		g, n := &f.pieces[i], f.to[i]-f.from[i]
		if i < f.count-1 {
			value *= floatPower(w, n)
		}
		sums, _ := floatGeometric([3]float64{g.q[0] * w, g.q[1] * w, g.q[2] * w}, n)
		value += g.term[0]*sums[0] + g.term[1]*sums[1] + g.term[2]*sums[2]
	}
	for t := len(f.head) - 1; t >= 0; t-- {
		value = value*w + f.head[t]
	}
	if f.offset > 0 {
		value *= math.Exp(x * f.offset)
	}
	return value - f.cost
}

// value returns the present value at w, the periods' offset being that power of it.
func (f *presentValues) value(w, offset float64) magnitude {
	var m magnitude
	for i := f.count - 1; i >= 0; i-- {
		g, n := &f.pieces[i], f.to[i]-f.from[i]
		if i < f.count-1 {
			m.put(floatPower(w, n), float64(n))
		}
		x := [3]float64{g.q[0] * w, g.q[1] * w, g.q[2] * w}
		sums, _ := floatGeometric(x, n)
		for j, sum := range sums {
			part := g.term[j] * sum
			m.value += part
			m.size += math.Abs(part)
			m.age += math.Abs(part) * meanAge(x[j], n)
		}
	}
	for t := len(f.head) - 1; t >= 0; t-- {
		m.put(w, 1)
		m.value += f.head[t]
		m.size += f.sizes[t]
	}
	m.put(offset, 0)
	m.value -= f.cost
	m.size += f.cost
	return m
}

// magnitude is a value with the magnitudes of all it is added up from, and those times the
// periods that each has behind it.
type magnitude struct{ value, size, age float64 }

// put puts so many periods before a value, with a factor for them.
func (m *magnitude) put(by, periods float64) {
	m.value *= by
	m.age = (m.age + m.size*periods) * by
	m.size *= by
}

// meanAge is at least the mean of 0 … n − 1 weighted by powers of x: with weights
// without an end it would be x/(1 − x), and with fewer it is less.
func meanAge(x float64, n int) float64 {
	if endless := 1.01 * x / (1 - x); x < 0.999 && endless < float64(n) {
		return endless
	}
	return float64(n)
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
// the greater of both units, each period costs a monomial behind it at most (2K + 2)u of
// itself: in a series by doubling 2K + 1 for the error of q·w and one for a product of
// powers; in Horner's rule K + 2. Over all monomials that is (2K + 2)u times their age, the sum of
// each times its periods. A term is a product of two numbers, and a flow has three parts:
// 2·once + 4. The offset and the sums of the doubling bring less than 64·(2K + 2)u more. What an addition loses is below u of the magnitudes added up so far; there are at most
// 64 for each monomial, and one for each period behind it. So the value is off by at most
// (2K + 4)u of age and 64 sizes, and 2·once·u of the size, and these are as near as that
// themselves; twice it leaves room for what is of second order.
//
// What is too small for a binary number is off by 2^−1073 at most, and nothing makes
// that more than 2^−400: w^N is below 2^100, and terms of series, which are at least 1,
// are no such numbers. A processor that fuses a product and a sum loses less.
func (f *presentValues) sign(w, offset, units float64) (sign int, sure bool) {
	units = max(units, f.units)
	if !(units < manyUnits && f.once < manyUnits) {
		return 0, false
	}
	m := f.value(w, offset)
	if f.faint || !(m.size < widest && m.age < widest) || w > 1 && !(floatPower(w, f.periods) < steepest) {
		return 0, false
	}
	switch off := f.off(m, units); {
	case m.value > off:
		return 1, true
	case m.value < -off:
		return -1, true
	}
	return 0, false
}

// off is how far a value may be from the true one, with ratios off by so many units.
func (f *presentValues) off(m magnitude, units float64) float64 {
	return ((m.age+64*m.size)*(2*units+4)+2*f.once*m.size)*0x1p-52 + 0x1p-400
}
