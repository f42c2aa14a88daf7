package formula

import (
	"math"

	"blyant/model/internal/bound"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// BreakEven is the change of the repeat-purchase rate at which a programme's total
// gain is 0.
type BreakEven struct {
	Change Figure // null where there is none within −r … 1 − r
	Many   bool   // there may be several, or one at a rate of 0: not looked for here
}

// FindBreakEven looks for the rate ρ after the change at which
//
//	P(ρ) = Σ_t k_t·ρ^t − K,  k_t = D_t·c'_t,
//	K = enrolment_cost + lifetime_value + fixed_cost ÷ participants
//
// is 0. P(ρ) is the lifetime value of the scenario at that rate, less K. Where its
// coefficients k_0 − K, k_1, … change sign once it has one root above 0 (Descartes),
// which is certain by the signs half a millionth to either side; where they do not
// it has none. The participants are above 0.
func FindBreakEven(base *Terms, p *Programme) BreakEven {
	var out BreakEven
	var in inputs
	in.read(base)
	rational := in.discount.rational
	l := ladder{
		fast: func(ar bound.Fast) bool { return breakEvenIn(ar, base, p, &out) },
		wide: func(ar *bound.Wide) bool { return breakEvenIn(ar, base, p, &out) },
	}
	if rational {
		l.fractions = func(ar bound.Rational) bool { return breakEvenIn(ar, base, p, &out) }
	}
	l.climb()
	return out
}

// gainAt is P in an arithmetic.
type gainAt[A bound.Arithmetic[F, S], F, S any] struct {
	ar    A
	p     *Programme
	base  decimal.Decimal // r of the base
	worth claimed[S]      // K
	open  bool
	exact bool // the arithmetic is that of fractions

	in   inputs // of the rate that was looked at last, and the customer with it
	at   customer[A, F, S]
	room room[F, S]
}

// newGain forms K, and the customer after the effects whose rate is 1, so that
// every period counts.
func newGain[A bound.Arithmetic[F, S], F, S any](ar A, base *Terms, p *Programme) (*gainAt[A, F, S], *customer[A, F, S]) {
	var in inputs
	in.read(base)
	b := enter[A, F, S](ar, &in)
	value, claim := b.value()
	part := bound.FromDecimal(p.Participants)
	fixed := claimed[S]{ar.Quotient(b.number(bound.FromDecimal(p.Fixed)), b.number(part)),
		bound.Tenths(bound.FromDecimal(p.Fixed).Places()).Over(part.Bits())}
	g := &gainAt[A, F, S]{ar: ar, p: p, exact: b.exact, base: base.Rate, open: b.open,
		worth: b.added(b.given(p.Enrolment), b.added(claimed[S]{value, claim}, fixed))}

	terms := p.With
	terms.Rate = decimal.NewFromInt(1)
	var all inputs
	all.read(&terms)
	c := enter[A, F, S](ar, &all)
	g.open = g.open || c.open
	return g, c
}

func breakEvenIn[A bound.Arithmetic[F, S], F, S any](ar A, base *Terms, p *Programme, out *BreakEven) bool {
	*out = BreakEven{}
	g, c := newGain[A, F, S](ar, base, p)
	first := g.sign(decimal.Zero) // k_0 − K
	changes, last := 0, first
	for i, r := range c.runs[:c.count] {
		if r.sign == 0 || i == 0 && r.to == 1 {
			continue
		}
		if last != 0 && r.sign != last {
			changes++
		}
		last = r.sign
	}
	switch {
	case g.open:
		return false
	case changes > 1 || first == 0:
		out.Many = true
		return true
	case changes == 0:
		return true
	}
	if one := g.sign(decimal.NewFromInt(1)); !g.open && (one == 0 || one == last) {
		k := g.settle(last, guessGain(base, p, last))
		out.Change = Figure{Rounded: vocabulary.NewRounded(k < 0, 0, uint64(max(k, -k)), ratioPlaces)}
	}
	return !g.open
}

// sign is that of P at a rate of 0 or more.
func (g *gainAt[A, F, S]) sign(rate decimal.Decimal) int {
	terms := g.p.With
	terms.Rate = rate
	g.in.read(&terms)
	c := &g.at
	c.init(g.ar, &g.in, &g.room, g.exact)
	value, claim := c.value()
	s := c.sign(g.ar.SubSum(value, g.worth.value), claim.Beside(g.worth.claim))
	g.open = g.open || c.open
	return s
}

// low reports whether the change rounds to k millionths or more; last is the sign
// of P beyond its root.
func (g *gainAt[A, F, S]) low(k int64, last int) bool {
	rate := g.base.Add(decimal.New((2*k-1)*5, -7))
	if rate.Sign() < 0 {
		return true
	}
	s := g.sign(rate) * last
	return s < 0 || s == 0 && k > 0
}

// settle returns the change to the nearest millionth, half away from zero; last is
// the sign of P beyond its root.
func (g *gainAt[A, F, S]) settle(last int, guess int64) int64 {
	low := func(k int64) bool { return g.low(k, last) }
	under, over := guess, guess+1
	for stride := int64(1); !g.open && !low(under); stride *= 2 {
		under, over = under-stride, under
	}
	for stride := int64(1); !g.open && over > guess && low(over); stride *= 2 {
		under, over = over, over+stride
	}
	for over-under > 1 && !g.open {
		if middle := under + (over-under)/2; low(middle) {
			under = middle
		} else {
			over = middle
		}
	}
	return under
}

// guessGain halves the rates from 0 to 1 in binary numbers and returns the change.
func guessGain(base *Terms, p *Programme, last int) int64 {
	f := func(t Terms) float64 {
		var in inputs
		in.read(&t)
		c := enter[bound.Fast, bound.Float, bound.Sum](bound.Fast{}, &in)
		value, _ := c.value()
		leave(c)
		return value.Float64()
	}
	share, _ := p.Participants.Float64()
	enrolment, _ := p.Enrolment.Float64()
	fixed, _ := p.Fixed.Float64()
	worth := enrolment + f(*base) + fixed/share
	low, high := int64(0), int64(1)<<30
	for high-low > 1 {
		middle := low + (high-low)/2
		terms := p.With
		terms.Rate = decimal.NewFromFloat(float64(middle) / (1 << 30))
		if (f(terms)-worth)*float64(last) < 0 {
			low = middle
		} else {
			high = middle
		}
	}
	rate, _ := base.Rate.Float64()
	return int64(math.Round((float64(high)/(1<<30) - rate) * 1e6))
}
