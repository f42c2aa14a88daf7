package plan

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// surplus is the cash at the end of a period beyond what the plan opened with.
func (c *cohorts) surplus(f *flow) exact.Number {
	return c.a.Sub(f.closing, exact.FromNull(c.req.OpeningCash))
}

func breakEven(c *cohorts, flows []flow) (exact.Number, worth.Absence) {
	return c.fromThenOn(flows, func(f *flow) exact.Number { return f.cash }, "break_even_not_reached")
}

func payback(c *cohorts, flows []flow) (exact.Number, worth.Absence) {
	return c.fromThenOn(flows, c.surplus, "plan_payback_not_reached")
}

// fromThenOn returns the first period from which the figure is never again
// below 0, absent with that note where there is none.
func (c *cohorts) fromThenOn(flows []flow, figure func(*flow) exact.Number, note string) (exact.Number, worth.Absence) {
	period := 0
	for j := range flows {
		switch {
		case c.a.Sign(figure(&flows[j])) < 0:
			period = 0
		case period == 0:
			period = j + 1
		}
	}
	if period == 0 {
		return exact.Number{}, worth.Absence{Code: note}
	}
	return exact.FromInt(period), worth.Absence{}
}

// deepest returns how far the figure falls below 0 at the most.
func (c *cohorts) deepest(flows []flow, figure func(*flow) exact.Number) exact.Number {
	var depth exact.Number
	for j := range flows {
		if below := figure(&flows[j]).Neg(); c.a.Cmp(below, depth) > 0 {
			depth = below
		}
	}
	return depth
}

// survival rounds the active share of one customer by age.
func (c *cohorts) survival(r *worth.Report) []vocabulary.Rounded {
	rows := c.worth.Rows[:min(len(c.worth.Rows), len(c.wins))]
	shares := make([]vocabulary.Rounded, len(rows))
	for t, row := range rows {
		shares[t] = r.Figure(survivalFigure, row.Active)
	}
	return shares
}

var survivalFigure = vocabulary.Ratio("active_share", vocabulary.UnitShare)
