package formula

import (
	"blyant/model/internal/bound"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// NearestBreakEven is FindBreakEven where the gain may be 0 at several rates: the
// change nearest to a given one, of two that are as near the smaller. It reports
// false where that leaves a doubt after 256 bits: a gain that touches 0 without
// changing sign, or comes that near to it; two rates as near as each other that no
// decimals tell apart.
func NearestBreakEven(base *Terms, p *Programme, given decimal.Decimal) (change Figure, sure bool) {
	if change, sure = nearestIn(bound.Fast{}, base, p, given); sure {
		return change, true
	}
	return nearestIn(&bound.Wide{Bits: widths[0]}, base, p, given)
}

func nearestIn[A bound.Arithmetic[F, S], F, S any](ar A, base *Terms, p *Programme, given decimal.Decimal) (change Figure, sure bool) {
	s, sure := newTurning[A, F, S](ar, base, p)
	if !sure {
		return Figure{}, false
	}
	roots, sure := s.brackets()
	if !sure || len(roots) == 0 {
		return Figure{}, sure
	}
	root, sure := s.nearest(roots, base.Rate.Add(given))
	if !sure {
		return Figure{}, false
	}
	k, sure := s.round(root)
	return Figure{Rounded: vocabulary.NewRounded(k < 0, 0, uint64(max(k, -k)), ratioPlaces)}, sure && !s.open
}

// bracket holds one root of the gain: the gain has the sign from at lo and the
// other one at hi; where the two are the same rate it is the root.
type bracket struct {
	lo, hi decimal.Decimal
	from   int
}

func (b *bracket) exact() bool { return b.lo.Equal(b.hi) }

// halvings is how often brackets are halved at the most: a unit of 10^−6 by then is
// below 10^−30, less than the decimals of the rates that people give leave room for.
const halvings = 90

// split narrows a bracket to one side of a rate inside it, or to that rate.
func (s *turning[A, F, S]) split(b *bracket, at decimal.Decimal) {
	switch s.sign(at) {
	case 0:
		b.lo, b.hi = at, at
	case b.from:
		b.lo = at
	default:
		b.hi = at
	}
}

func (s *turning[A, F, S]) halve(b *bracket) { s.split(b, b.lo.Add(b.hi).Mul(half)) }

var half = decimal.New(5, -1)

// nearest returns the bracket of the root that is nearest to x. Those that hold x are
// split there, so that each root is on one side of it; then the nearest ones of either
// side are narrowed until one is certainly nearer.
func (s *turning[A, F, S]) nearest(roots []bracket, x decimal.Decimal) (root bracket, sure bool) {
	var below, above *bracket
	for i := range roots {
		b := &roots[i]
		if b.lo.LessThan(x) && x.LessThan(b.hi) {
			s.split(b, x)
		}
		if !x.LessThan(b.hi) {
			below = b
		} else if above == nil {
			above = b
		}
	}
	switch {
	case s.open:
		return root, false
	case above == nil:
		return *below, true
	case below == nil:
		return *above, true
	}
	for range 2 * halvings {
		switch {
		case x.Sub(below.lo).LessThan(above.lo.Sub(x)), below.exact() && above.exact() && x.Sub(below.lo).Equal(above.lo.Sub(x)):
			return *below, !s.open
		case above.hi.Sub(x).LessThan(x.Sub(below.hi)):
			return *above, !s.open
		case below.hi.Sub(below.lo).LessThan(above.hi.Sub(above.lo)):
			s.halve(above)
		default:
			s.halve(below)
		}
	}
	return root, false
}

// round returns the change to a root in millionths, half away from zero. Where only
// one middle lies in the bracket the sign there decides.
func (s *turning[A, F, S]) round(b bracket) (k int64, sure bool) {
	nearest := func(x decimal.Decimal) int64 { return x.Sub(s.base).Round(ratioPlaces).Shift(ratioPlaces).IntPart() }
	for range halvings {
		low, high := nearest(b.lo), nearest(b.hi)
		switch {
		case low == high:
			return low, true
		case low+1 < high:
			s.halve(&b)
			continue
		}
		middle := s.base.Add(decimal.New(10*low+5, -ratioPlaces-1))
		switch s.sign(middle) {
		case 0:
			return nearest(middle), true
		case b.from:
			return high, true
		}
		return low, true
	}
	return 0, false
}
