package whatif

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
)

// solution is a value at which the metric equals the target, or a stretch of
// such values.
type solution struct {
	low, high exact.Number
	whole     bool // the stretch is the whole range
}

func point(x exact.Number) solution { return solution{low: x, high: x} }

// nearest returns the solution's point nearest to the present value, without one
// its smallest.
func (s solution) nearest(a *exact.Arithmetic, here exact.Number, given bool) exact.Number {
	switch {
	case !given || a.Cmp(here, s.low) <= 0:
		return s.low
	case a.Cmp(here, s.high) >= 0:
		return s.high
	}
	return here
}

// everywhere is the solution that is the whole range.
func (p *problem) everywhere() []solution { return []solution{{p.from, p.to, true}} }

// points are the solutions at those of some values that are in the range.
func (p *problem) points(values []exact.Number) []solution {
	var found []solution
	for _, x := range values {
		if p.within(x) {
			found = append(found, point(x))
		}
	}
	return found
}

// accepted leaves out what makes the excess zero and yet is no solution: values
// at which the metric is null, or its running total was there before.
func (p *problem) accepted(found []solution) []solution {
	here, given := p.present()
	var kept []solution
	for _, s := range found {
		if p.accepts(s.nearest(p.a, here, given)) {
			kept = append(kept, s)
		}
	}
	return kept
}

func (p *problem) accepts(x exact.Number) bool {
	switch p.metric.Name {
	case worth.ValueToCostRatio.Name, worth.InternalRateOfReturn.Name, worth.PerpetualLifetimeValue.Name:
		value, tooLarge := roundedMetric(with(p.scenario, p.field, x.Cut(placeToLook)), p.metric)
		return tooLarge || !value.IsNull()
	case worth.PaybackPeriods.Name, worth.DiscountedPaybackPeriods.Name:
		return p.firstCrossing(p.at(x.Cut(placeToLook)))
	}
	return true
}

// placeToLook is to how many decimals a solution is taken where a customer is
// evaluated there: more than it is good to.
const placeToLook = exact.RootPlaces + 4

// alike is below which power of ten a running total and the acquisition cost
// are taken to be equal at a solution, which is good to RootPlaces decimals.
const alike = -18

// firstCrossing reports whether the running total is below the acquisition cost
// at every end of a period before the target. Within a period it is straight,
// so it then reaches the cost at the target for the first time.
func (p *problem) firstCrossing(w *worth.Worth) bool {
	var total exact.Number
	for i := range int(p.request.Target.Decimal.Ceil().IntPart()) {
		if p.a.Sign(exact.Vague(p.a.Sub(total, w.Terms.Acquisition), alike)) >= 0 {
			return false
		}
		total = p.a.Add(total, p.excess.term(w, i))
	}
	return true
}
