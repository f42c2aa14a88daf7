package formula

import (
	"cmp"
	"math"
	"slices"

	"blyant/model/internal/bound"

	"github.com/shopspring/decimal"
)

// turning is the gain P as a polynomial in the rate, of a customer whose terms change
// sign several times.
//
// Between two roots of the derivative of P(ρ)/ρ^j the polynomial has at most one
// root, and with j at a change of sign of its terms that derivative has one such
// change less than P (Rolle's theorem and Descartes' rule). So the roots are told
// apart by those of simpler ones, down to one without a change of sign; where P is
// nearly 0 at such a place, more bits say which sign it has.
type turning[A bound.Arithmetic[F, S], F, S any] struct {
	*gainAt[A, F, S]
	signs          []int // of the terms k_0 − K, k_1, …, each certain
	binary         polynomial
	size           []F // of the terms, once they are needed
	powers, result []F
	customer       *customer[A, F, S] // whose rate is 1
}

// newTurning forms the terms; it reports false where a sign is not certain.
func newTurning[A bound.Arithmetic[F, S], F, S any](ar A, base *Terms, p *Programme) (s *turning[A, F, S], sure bool) {
	g, c := newGain[A, F, S](ar, base, p)
	s = &turning[A, F, S]{gainAt: g, customer: c, signs: make([]int, c.in.horizon)}
	for _, r := range c.runs[:c.count] {
		for t := r.from; t < r.to; t++ {
			s.signs[t] = r.sign
		}
	}
	s.signs[0] = s.sign(decimal.Zero)
	s.binary = c.presentTerms(ar.Guess(g.worth.value))
	return s, !s.open
}

// point is a root of a polynomial that tells those of another one apart, or the end
// of the range.
type point struct {
	low, at, high float64 // it is between low and high
	of            polynomial
	exact         decimal.Decimal // what at stands for
}

// brackets returns the roots in [0, 1], rising.
func (s *turning[A, F, S]) brackets() (roots []bracket, sure bool) {
	if !slices.ContainsFunc(s.signs, func(sign int) bool { return sign != 0 }) {
		return nil, true // nothing changes it
	}
	places, last, sure := s.places(s.binary)
	if !sure {
		return nil, false
	}
	if s.signs[0] == 0 { // no constant term
		roots = append(roots, bracket{})
	}
	for _, p := range places {
		b := bracket{p.from.exact, p.to.exact, p.sign}
		if s.sign(b.hi) != -b.from || !b.lo.IsZero() && s.sign(b.lo) != b.from { // a place that was not looked at closely
			return nil, false
		}
		s.tighten(&b, p.at)
		roots = append(roots, b)
	}
	if last == 0 {
		one := decimal.NewFromInt(1)
		roots = append(roots, bracket{lo: one, hi: one})
	}
	return roots, !s.open
}

// tighten narrows a bracket to a millionth of a millionth beside where its root
// seems to be, where it is there.
func (s *turning[A, F, S]) tighten(b *bracket, root float64) {
	for _, at := range [2]decimal.Decimal{decimal.NewFromFloat(root - 1e-9), decimal.NewFromFloat(root + 1e-9)} {
		if b.lo.LessThan(at) && at.LessThan(b.hi) {
			s.split(b, at)
		}
	}
}

// place is a change of sign of a polynomial, from a sign, between two points.
type place struct {
	from, to point
	sign     int
	at       float64 // where it seems to be
}

// places returns where a polynomial changes sign in (0, 1), and its sign at 1. It
// reports false where one of the signs that decide is not certain.
func (s *turning[A, F, S]) places(p polynomial) (places []place, last int, sure bool) {
	turn, first := s.turn(p)
	last = s.signOf(p, first)
	if turn == 0 {
		return nil, last, true
	}
	if len(p.without) == mostTurns {
		return nil, 0, false
	}
	simpler := p.derived(turn)
	turns, _, sure := s.places(simpler)
	if !sure {
		return nil, 0, false
	}
	points := make([]point, 0, len(turns)+1)
	for _, t := range turns {
		points = append(points, point{t.from.at, t.at, t.to.at, simpler, decimal.NewFromFloat(t.at)})
	}
	points = append(points, point{at: 1, exact: decimal.NewFromInt(1)})
	low := point{}
	for _, high := range points {
		sign, sure := s.signAt(p, &high)
		if !sure || sign == 0 && high.at < 1 {
			return nil, 0, false
		}
		if sign != 0 && sign != last {
			places = append(places, place{low, high, last, p.between(low.at, high.at, last)})
		}
		low, last = high, sign
	}
	return places, last, true
}

// signOf is the sign of a term of a polynomial.
func (s *turning[A, F, S]) signOf(p polynomial, t int) int {
	sign := s.signs[t]
	for _, j := range p.without {
		sign *= cmp.Compare(t, j)
	}
	return sign
}

// turn returns the index of the first term whose sign differs from that of one
// before it, 0 where none does, and the index of the first that is not 0.
func (s *turning[A, F, S]) turn(p polynomial) (turn, first int) {
	last := 0
	for t := range s.signs {
		switch sign := s.signOf(p, t); {
		case sign == 0:
		case last == 0:
			last, first = sign, t
		case sign != last:
			return t, first
		}
	}
	return 0, first
}

// signAt returns the sign of a polynomial at a point: by binary numbers where the value is
// far from 0 in comparison with what it is added up from, else by as many bits as the
// arithmetic has.
//
// A point x is off from the root x* that it stands for by δ at most. There P(x)/x^j has
// its derivative 0, so that it differs from its value at x* by δ²/2 times the second
// derivative, and that is at most (N+1)²/x² times the sum of the magnitudes of P's
// terms: a P(x) that is farther from 0 than (N+1)²·(δ/x)² times that has the sign of P(x*).
func (s *turning[A, F, S]) signAt(p polynomial, x *point) (sign int, sure bool) {
	if value, size := p.at(x.at); math.Abs(value) > doubtful*size {
		return signOf(math.Signbit(value)), true
	}
	ar := s.ar
	if x.at == 1 {
		if len(p.without) == 0 {
			return s.sign(x.exact), !s.open
		}
		n := s.customer.in.active
		return ar.Sign(s.value(p, x.exact), s.customer.totalClaim(later, n).Beside(s.worth.claim))
	}
	if !s.refine(x) {
		return 0, false
	}
	_, size := p.at(x.at)
	off := float64(len(s.signs)+1) * within / x.at
	reach := size * off * off
	if !(reach < 1e15) || x.at < 1e-6 {
		return 0, false
	}
	value, margin := s.value(p, x.exact), ar.Number(bound.FromDecimal(decimal.NewFromFloat(reach)))
	if sign, sure := ar.Sign(ar.Plus(value, true, margin), bound.Unknown); sure && sign > 0 {
		return 1, true
	}
	sign, sure = ar.Sign(ar.Plus(value, false, margin), bound.Unknown)
	return sign, sure && sign < 0
}

const (
	within       = 1e-24 // how near a point is brought to its root
	pointPlaces  = 30
	withinPlaces = 24
)

// refine brings a point to its root, by Newton's method or, where that fails, by
// halves; opposite signs to either side make it certain.
func (s *turning[A, F, S]) refine(x *point) bool {
	at := x.exact
	for range 3 {
		step := s.ar.Guess(s.value(x.of, at)) / x.of.slope(at.InexactFloat64())
		if !(math.Abs(step) < 1e-3) {
			break
		}
		at = at.Sub(decimal.NewFromFloat(step)).Round(pointPlaces)
	}
	reach := decimal.New(1, -withinPlaces)
	low, high := at.Sub(reach), at.Add(reach)
	if low.Sign() > 0 && s.opposite(x.of, low, high) {
		x.exact, x.at = at, at.InexactFloat64()
		return true
	}
	return s.refineByHalves(x)
}

// opposite reports whether a polynomial certainly has opposite signs at two places.
func (s *turning[A, F, S]) opposite(p polynomial, low, high decimal.Decimal) bool {
	a, sureA := s.ar.Sign(s.value(p, low), bound.Unknown)
	b, sureB := s.ar.Sign(s.value(p, high), bound.Unknown)
	return sureA && sureB && a*b < 0
}

func (s *turning[A, F, S]) refineByHalves(x *point) bool {
	low, high := decimal.NewFromFloat(x.low), decimal.NewFromFloat(x.high)
	if !s.opposite(x.of, low, high) {
		return false
	}
	from, _ := s.ar.Sign(s.value(x.of, low), bound.Unknown)
	for range halvings {
		middle := low.Add(high).Mul(half).Round(pointPlaces)
		sign, sure := s.ar.Sign(s.value(x.of, middle), bound.Unknown)
		switch {
		case !sure:
			return false
		case sign == from:
			low = middle
		default:
			high = middle
		}
	}
	x.exact, x.at = low, low.InexactFloat64()
	return high.Sub(low).LessThan(decimal.New(1, -withinPlaces))
}

// value returns a polynomial at a rate, by as many bits as the arithmetic has.
func (s *turning[A, F, S]) value(p polynomial, rate decimal.Decimal) S {
	ar := s.ar
	s.readTerms()
	ar.Powers(s.customer.one, ar.Number(bound.FromDecimal(rate)), s.powers)
	ar.Products(s.size, s.powers, s.result)
	var sum S
	for t, x := range s.result {
		sign := s.signOf(p, t)
		if sign == 0 {
			continue
		}
		for _, j := range p.without {
			x = ar.Mul(x, ar.Number(bound.Integer(t-j)))
		}
		sum = ar.Plus(sum, sign < 0, x)
	}
	return sum
}

// readTerms forms the sizes of the terms, once.
func (s *turning[A, F, S]) readTerms() {
	if s.size != nil {
		return
	}
	c, n := s.customer, len(s.signs)
	s.size, s.powers, s.result = make([]F, n), make([]F, n), make([]F, n)
	c.stay(n)
	discounts := make([]F, n)
	s.ar.Powers(c.first, c.discount, discounts)
	for t, d := range discounts {
		term := c.worth(c.scaled(triple[F]{c.one, c.room.each[t], c.room.spend[t]}, triple[F]{d, d, d}))
		if t == 0 {
			term = s.ar.SubSum(term, s.worth.value)
		}
		s.size[t] = s.ar.Magnitude(term)
	}
}
