package whatif

import (
	"slices"

	"blyant/model/internal/exact"
)

// planScanned is the number of values at which a plan is looked at whose cash is
// no straight line of the field. Between two of them each least is taken to
// change its sign once at the most; each change is refined to RootPlaces
// decimals.
const planScanned = 128

// scan looks for changes of sign of the leasts.
func (p *planProblem) scan() []critical {
	values := append(spread(p.request.From.Decimal, p.request.To.Decimal, planScanned), p.from, p.to)
	if here, given := p.present(); given && p.compare(here, p.from) >= 0 && p.compare(here, p.to) <= 0 {
		values = append(values, here)
	}
	slices.SortFunc(values, p.compare)
	values = slices.CompactFunc(values, func(x, y exact.Number) bool { return p.compare(x, y) == 0 })
	var found []critical
	before := p.signs(values[0])
	for i, x := range values[1:] {
		signs := p.signs(x)
		for g := range min(len(before), len(signs)) {
			found = append(found, p.change(g, values[i], x, before[g], signs[g])...)
		}
		if before == nil != (signs == nil) {
			found = append(found, critical{x: p.edge(values[i], x, func(signs []int) bool { return (signs == nil) == (before == nil) })})
		}
		before = signs
	}
	return found
}

// change is where least g goes from one sign to another between low and high.
func (p *planProblem) change(g int, low, high exact.Number, from, to int) []critical {
	switch {
	case from == to:
		return nil
	case from*to < 0:
		at := func(x exact.Number) exact.Number {
			c := p.course(x)
			if c.TooLarge {
				return exact.FromInt(to) // beyond the root: the plan grows
			}
			return p.leasts(&c)[g]
		}
		return []critical{{p.a.Between(at, low, high, from), []int{g}}}
	}
	stays := func(signs []int) bool { return signs != nil && signs[g] == from }
	return []critical{{p.edge(low, high, stays), []int{g}}}
}

// edge halves to the value up to which the signs stay as they are at low: the end
// of a stretch on which a least is 0.
func (p *planProblem) edge(low, high exact.Number, stays func(signs []int) bool) exact.Number {
	for p.a.Exceeds(p.a.Sub(high, low), -exact.RootPlaces) {
		middle := exact.FromDecimal(p.a.Mul(exact.FromDecimal(half), p.a.Add(low, high)).Cut(placeToLook))
		if stays(p.signs(middle)) {
			low = middle
		} else {
			high = middle
		}
	}
	return low
}
