package plan

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// surplus is the cash at the end of a period beyond what the plan opened with.
func (p *planned) surplus(f *flow) exact.Number {
	return p.a.Sub(f.closing, exact.FromNull(p.req.OpeningCash))
}

func breakEven(p *planned) (exact.Number, worth.Absence) {
	return p.fromThenOn(func(f *flow) exact.Number { return f.cash }, "break_even_not_reached")
}

func payback(p *planned) (exact.Number, worth.Absence) {
	return p.fromThenOn(p.surplus, "plan_payback_not_reached")
}

// fromThenOn returns the first period from which the figure is never again
// below 0, absent with that note where there is none.
func (p *planned) fromThenOn(figure func(*flow) exact.Number, note string) (exact.Number, worth.Absence) {
	period := 0
	for j := range p.flows {
		switch {
		case p.a.Sign(figure(&p.flows[j])) < 0:
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
func (p *planned) deepest(figure func(*flow) exact.Number) exact.Number {
	var depth exact.Number
	for j := range p.flows {
		if below := figure(&p.flows[j]).Neg(); p.a.Cmp(below, depth) > 0 {
			depth = below
		}
	}
	return depth
}

// equity is what all kinds of customers at hand will still bring.
func (p *planned) equity() exact.Number {
	var sum exact.Number
	for _, c := range p.segments {
		sum = p.a.Add(sum, c.equity())
	}
	return sum
}

// sum adds a figure up over periods.
func sum(a *exact.Arithmetic, flows []flow, of func(*flow) exact.Number) exact.Number {
	var total exact.Number
	for j := range flows {
		total = a.Add(total, of(&flows[j]))
	}
	return total
}

// survival rounds the active share of one customer by age, of a plan of one kind.
func (p *planned) survival(r *worth.Report) []vocabulary.Rounded {
	if len(p.req.Segments) > 0 {
		return nil
	}
	c := p.segments[0]
	rows := c.worth.Rows[:min(len(c.worth.Rows), c.periods)]
	shares := make([]vocabulary.Rounded, len(rows))
	for t, row := range rows {
		shares[t] = r.Figure(survivalFigure, row.Active)
	}
	return shares
}

var survivalFigure = vocabulary.Ratio("active_share", vocabulary.UnitShare)
