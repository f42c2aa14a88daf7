package formula

import (
	"math"

	"blyant/model/internal/bound"
	"blyant/model/vocabulary"
)

// The internal rate of return is searched in (−0.999999, 1e6], counted here in
// units of the last place that is reported.
const millionths = 1_000_000

// unit is how many of them are 1.
func (in *inputs) unit() int64 {
	unit := int64(1)
	for range in.ratios {
		unit *= 10
	}
	return unit
}

func (in *inputs) leastReturn() int64    { return -in.unit() / millionths * (millionths - 1) }
func (in *inputs) greatestReturn() int64 { return in.unit() * millionths }

// rateOfReturn finds the annual rate i with
//
//	Σ contribution_t·(1+i)^(−(t+o)/p) = A
//
// or the reason why there is none. Where the flows −A, contribution_0, … change
// sign exactly once, from negative to positive, their present value has a single
// root by Descartes' rule; it is guessed in binary numbers and certain by the
// signs half a unit to either side.
func (c *customer[A, F, S]) rateOfReturn(out *Summary) {
	out.InternalRateOfReturn = Figure{}
	if out.NoReturn = c.signRule(); out.NoReturn != "" || c.open {
		return
	}
	f := c.presentValues()
	k := c.nearestReturn(&f, c.guessReturn(&f))
	least, greatest := c.in.leastReturn(), c.in.greatestReturn()
	if k <= least && c.npvSign(&f, 2*least) <= 0 || k >= greatest && c.npvSign(&f, 2*greatest) > 0 {
		out.NoReturn = ReasonOutside
		return
	}
	out.InternalRateOfReturn.Rounded = vocabulary.NewRounded(k < 0, 0, uint64(max(k, -k)), c.in.ratios)
}

// signRule looks at the signs of the flows; an empty reason is a single change
// from negative to positive. Those of contribution_t are those of the runs. At
// the start of a period the first one is netted with −A.
func (c *customer[A, F, S]) signRule() Reason {
	if c.in.cost.Sign() == 0 {
		return ReasonNoCost
	}
	from, last := 0, -1
	if c.in.halfPeriods == 0 {
		from, last = 1, c.reaches(&c.plainly, 1)
	}
	if last > 0 {
		return ReasonFromPositive
	}
	changes := 0
	for _, r := range c.runs[:c.count] {
		switch {
		case r.sign == 0 || r.to <= from:
		case last == 0 && r.sign > 0:
			return ReasonFromPositive
		case last != 0 && r.sign != last:
			changes++
			last = r.sign
		default:
			last = r.sign
		}
	}
	switch changes {
	case 0:
		return ReasonNoChange
	case 1:
		return ""
	}
	return ReasonManyChanges
}

// npvSign returns the sign of Σ contribution_t·(1+i)^(−(t+o)/p) − A at i, given in
// halves of a unit. It falls from positive to negative at the root.
//
// An odd number of halves makes 1+i an odd number over 2^(k+1)·5^k, k the places of a
// ratio, which is no power of a fraction: beside a root nothing is known of the value. Without one it is
// discounted by 1+i itself. Where binary numbers are sure of the sign it is theirs.
func (c *customer[A, F, S]) npvSign(f *presentValues, halves int64) int {
	ar, in := c.ar, c.in
	annual := bound.Scaled(uint64(2*in.unit()+halves)*5, in.ratios+1) // below 2^64 with 12 places
	claim := bound.Unknown
	step := ar.Number(annual)
	if in.discount.order > 1 {
		step = ar.Root(step, in.discount.order)
	} else {
		n := in.active
		claim = c.lessCostClaim(plain, n)
		claim = claim.Over(in.exponent(n-1) * annual.Lowest())
	}
	step = ar.Quo(c.one, step)
	w := step
	if in.halfPeriods == 1 {
		w = ar.Mul(step, step)
	}
	if sign, sure := c.binarySign(f, w, step); sure {
		return sign
	}
	sum := c.atRate(w)
	if in.halfPeriods > 0 {
		sum = triple[F]{ar.Mul(sum.time, step), ar.Mul(sum.order, step), ar.Mul(sum.basket, step)}
	}
	return c.sign(ar.SubSum(c.worth(sum), c.cost), claim)
}

// binarySign is the sign in binary numbers, at w = step or its square.
func (c *customer[A, F, S]) binarySign(f *presentValues, w, step F) (sign int, sure bool) {
	at, units := c.ar.Binary(w)
	offset, more := 1.0, 0.0
	if c.in.halfPeriods > 0 {
		offset, more = c.ar.Binary(step)
	}
	return f.sign(at, offset, max(units, more))
}

// atRate returns the parts of Σ contribution_t·w^t: each piece a geometric series
// with its ratios times w, put behind the head by Horner's rule.
func (c *customer[A, F, S]) atRate(w F) triple[F] {
	ar := c.ar
	by := triple[F]{w, w, w}
	var sum triple[F]
	for i := c.plainly.count - 1; i >= 0; i-- {
		p := &c.plainly.pieces[i]
		n := p.to - p.from
		if p.head {
			c.horner(&sum, w, n)
			continue
		}
		if i < c.plainly.count-1 {
			power := ar.Power(w, n)
			sum = c.scaled(sum, triple[F]{power, power, power})
		}
		q := *p
		q.sum = triple[F]{}
		q.q = c.scaled(p.q, by)
		sum = c.plus(sum, c.ahead(&q, n, want{}).sum)
	}
	return sum
}

// horner puts n periods of the head before a sum, part by part as far as they
// count.
func (c *customer[A, F, S]) horner(sum *triple[F], w F, n int) {
	ar, at := c.ar, &c.headOf(plain).at
	time, order, basket := c.in.perPeriod.Sign() != 0, c.hasOrder, c.hasMargin
	for t := n - 1; t >= 0; t-- {
		if time {
			sum.time = ar.Add(ar.Mul(sum.time, w), at.time[t])
		}
		if order {
			sum.order = ar.Add(ar.Mul(sum.order, w), at.order[t])
		}
		if basket {
			sum.basket = ar.Add(ar.Mul(sum.basket, w), at.basket[t])
		}
	}
}

// guessReturn looks for the root in x = ln w. Where all that flows in is above 0
// the logarithm of its present value is nearly straight in x, and the secant method
// is there in a few steps; else a bracket around 0 is narrowed by the Illinois
// method. What it returns is only where to look first.
func (c *customer[A, F, S]) guessReturn(f *presentValues) int64 {
	x, found := f.secant(c.ar.Float64(c.end(&c.plainly).time))
	if !found {
		x = f.illinois()
	}
	i := math.Expm1(-x*float64(c.in.perYear)) * float64(c.in.unit())
	least, greatest := c.in.leastReturn(), c.in.greatestReturn()
	if !(i > float64(least)) {
		return least
	}
	if i > float64(greatest) {
		return greatest
	}
	return int64(math.Round(i))
}

// secant solves ln(present value) = ln A, beginning with a slope of so many
// periods.
func (f *presentValues) secant(periods float64) (x float64, found bool) {
	last, y := 0.0, math.Log((f.at(0)+f.cost)/f.cost)
	x = -y / (periods + f.offset)
	for range 12 {
		next := math.Log((f.at(x) + f.cost) / f.cost)
		if !(math.Abs(next) < 1e6) || next == y {
			return x, math.Abs(next) < 1e-13
		}
		step := next * (x - last) / (next - y)
		last, y = x, next
		x -= step
		if math.Abs(step) < 1e-7 { // what is left is of the order of its product with the step before
			return x, true
		}
	}
	return x, false
}

// illinois narrows a bracket.
func (f *presentValues) illinois() float64 {
	low, high := 0.0, 0.0 // f(low) < 0 ≤ f(high)
	atLow := f.at(0)
	atHigh := atLow
	for stride := 0.02; atHigh < 0 && high < 14; stride *= 3 {
		low, atLow = high, atHigh
		high += stride
		atHigh = f.at(high)
	}
	for stride := 0.02; atLow >= 0 && low > -15; stride *= 3 {
		high, atHigh = low, atLow
		low -= stride
		atLow = f.at(low)
	}
	side := 0
	for range 80 {
		x := low - atLow*(high-low)/(atHigh-atLow)
		if !(x > low && x < high) {
			x = low + (high-low)/2
		}
		y := f.at(x)
		if high-low < 1e-13 || math.Abs(y) < f.scale*1e-15 {
			return x
		}
		if y < 0 {
			if low, atLow = x, y; side < 0 {
				atHigh /= 2
			}
			side = -1
		} else {
			if high, atHigh = x, y; side > 0 {
				atLow /= 2
			}
			side = 1
		}
	}
	return low
}

// nearestReturn returns the root to the nearest unit, half away from zero,
// with each sign certain; it starts from a guess and doubles its stride away
// from it.
func (c *customer[A, F, S]) nearestReturn(f *presentValues, guess int64) int64 {
	low := func(k int64) bool { // the root rounds to k or more
		s := c.npvSign(f, 2*k-1)
		return s > 0 || s == 0 && k > 0
	}
	least, greatest := c.in.leastReturn(), c.in.greatestReturn()
	guess = min(max(guess, least), greatest)
	under, over := guess, guess+1
	for stride := int64(1); under > least && !c.open && !low(under); stride *= 2 {
		over = under
		under = max(under-stride, least)
	}
	for stride := int64(1); over <= greatest && over > guess && !c.open && low(over); stride *= 2 {
		under = over
		over = min(over+stride, greatest+1)
	}
	for over-under > 1 && !c.open {
		if middle := under + (over-under)/2; low(middle) {
			under = middle
		} else {
			over = middle
		}
	}
	return under
}
