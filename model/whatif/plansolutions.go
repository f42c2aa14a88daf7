package whatif

import (
	"slices"

	"blyant/model/internal/exact"

	"github.com/shopspring/decimal"
)

// critical is a value of the field at which the metric may begin or cease to be
// the target, and which of the leasts are 0 there: a root is good to so many
// decimals only.
type critical struct {
	x     exact.Number
	zeros []int
}

// stretch is a solution of a plan. Of a figure that jumps an end may belong to
// the next value already.
type stretch struct {
	solution
	openLow, openHigh bool
}

// solutions returns the values of the field in the range at which the metric is
// the target, rising. Between two critical values next to each other no sign
// changes, so one look tells.
func (p *planProblem) solutions() []stretch {
	points := p.criticals()
	var found []stretch
	holding, always := false, len(points) > 1
	for i, c := range points {
		here := p.holdsAt(c)
		always = always && here
		switch {
		case here && !holding:
			found = append(found, stretch{solution: point(c.x)})
		case !here && holding:
			found[len(found)-1].openHigh = true
		}
		if i+1 == len(points) {
			break
		}
		next := points[i+1].x
		between := p.holds(p.signs(p.a.Mul(exact.FromDecimal(half), p.a.Add(c.x, next))))
		always = always && between
		switch {
		case between && !here:
			found = append(found, stretch{solution{low: c.x, high: next}, true, false})
		case between:
			found[len(found)-1].high = next
		}
		holding = between
	}
	if always {
		found[0].whole = true
	}
	return found
}

// nearest is the solution nearest to the present value, rounded. Where it is the
// end of a stretch that does not belong to it, it is the last value before.
func (p *planProblem) nearest(found []stretch) decimal.Decimal {
	here, given := p.present()
	all := make([]solution, len(found))
	for i, s := range found {
		all[i] = s.solution
	}
	x, digits := nearest(p.a, all, here, given), places(p.field)
	value, step := p.a.Round(x, int(digits)), decimal.New(1, -digits)
	off := p.compare(exact.FromDecimal(value), x)
	for _, s := range found {
		switch {
		case s.openHigh && p.compare(x, s.high) == 0 && off >= 0 && p.compare(exact.FromDecimal(value.Sub(step)), s.low) > 0:
			return value.Sub(step)
		case s.openLow && p.compare(x, s.low) == 0 && off <= 0 && p.compare(exact.FromDecimal(value.Add(step)), s.high) < 0:
			return value.Add(step)
		}
	}
	return value
}

// holdsAt reports whether the metric is the target at a critical value.
func (p *planProblem) holdsAt(c critical) bool {
	signs := p.signs(c.x)
	for _, i := range c.zeros {
		if signs != nil {
			signs[i] = 0
		}
	}
	return p.holds(signs)
}

// holds reports whether the metric is the target where the leasts have these
// signs; it is null where there are none.
func (p *planProblem) holds(signs []int) bool { return signs != nil && p.metric.holds(p, signs) }

// same is below which power of ten two roots are one.
const same = -25

// criticals are the ends of the range and the critical values between, rising.
func (p *planProblem) criticals() []critical {
	points := []critical{{x: p.from}, {x: p.to}}
	for _, c := range p.found() {
		if p.a.Sign(p.a.Sub(c.x, p.from)) >= 0 && p.a.Sign(p.a.Sub(p.to, c.x)) >= 0 {
			points = append(points, c)
		}
	}
	slices.SortStableFunc(points, func(u, v critical) int { return p.compare(u.x, v.x) })
	kept := points[:1]
	for _, c := range points[1:] {
		if last := &kept[len(kept)-1]; p.compare(last.x, c.x) == 0 {
			last.zeros = append(last.zeros, c.zeros...)
		} else {
			kept = append(kept, c)
		}
	}
	return kept
}

func (p *planProblem) compare(x, y exact.Number) int {
	if d := p.a.Sub(x, y); p.a.Exceeds(d, same) {
		return p.a.Sign(d)
	}
	return 0
}

func (p *planProblem) found() []critical {
	if p.lines != nil {
		return p.crossings()
	}
	return p.scan()
}
