package plan

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// Course is the cash of a plan before rounding, for those who ask what an input
// would have to be.
type Course struct {
	Surplus         []exact.Number // closing_cash_j − opening_cash, by period
	Closing         exact.Number   // closing_cash of the last period
	NetPresentValue exact.Number
	TooLarge        bool // word of mouth brings more customers than can be reported: the rest says nothing
}

// Course follows the cash of a request, which must be valid.
func (req Request) Course(a *exact.Arithmetic) Course {
	full := req.InFull()
	digits, periods := full.foretell()
	if periods < full.Periods.Int {
		return Course{TooLarge: true}
	}
	p := &planned{a: a, req: full}
	for _, kind := range full.kinds() {
		p.join(newCohorts(a, &full, kind, digits))
	}
	p.complete()
	return p.course()
}

// InFull is the request after defaults, each segment with what it inherits.
func (req Request) InFull() Request { return req.inherited().withDefaults() }

// Longest is the length of the longest chain of products in a request after
// defaults.
func (req *Request) Longest() int { return req.longest() }

// course is that of a plan worked out.
func (p *planned) course() Course {
	opening := exact.FromNull(p.req.OpeningCash)
	c := Course{Surplus: make([]exact.Number, len(p.flows))}
	for j := range p.flows {
		c.Surplus[j] = p.a.Sub(p.flows[j].closing, opening)
		c.NetPresentValue = p.a.Add(c.NetPresentValue, p.flows[j].present)
	}
	c.Closing = p.flows[len(p.flows)-1].closing
	return c
}

// PeakFunding is how far the surplus falls below 0 at the most:
//
//	max(0, −min_j (closing_cash_j − opening_cash))
func (c *Course) PeakFunding(a *exact.Arithmetic) exact.Number {
	var depth exact.Number
	for _, x := range c.Surplus {
		if below := x.Neg(); a.Cmp(below, depth) > 0 {
			depth = below
		}
	}
	return depth
}

// PaybackPeriod is the first period from which the surplus is never again below
// 0.
func (c *Course) PaybackPeriod(a *exact.Arithmetic) (exact.Number, worth.Absence) {
	return fromThenOn(a, c.Surplus, "plan_payback_not_reached")
}

// FigureNamed returns a figure of a plan's summary, or of its schedule.
func FigureNamed(name string) (vocabulary.Figure, bool) {
	if f, known := vocabulary.FigureNamed(SummaryFigures(), name); known {
		return f, true
	}
	return vocabulary.FigureNamed(ScheduleFigures(), name)
}
