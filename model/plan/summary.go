package plan

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

func breakEven(p *planned) (exact.Number, worth.Absence) {
	cash := make([]exact.Number, len(p.flows))
	for j := range cash {
		cash[j] = p.flows[j].cash
	}
	return fromThenOn(p.a, cash, "break_even_not_reached")
}

func payback(p *planned) (exact.Number, worth.Absence) {
	c := p.course()
	return c.PaybackPeriod(p.a)
}

func peak(p *planned) exact.Number {
	c := p.course()
	return c.PeakFunding(p.a)
}

// fromThenOn returns the first period from which the figure is never again
// below 0, absent with that note where there is none.
func fromThenOn(a *exact.Arithmetic, figures []exact.Number, note string) (exact.Number, worth.Absence) {
	period := 0
	for j, x := range figures {
		switch {
		case a.Sign(x) < 0:
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

// equity is what all kinds of customers at hand will still bring.
func (p *planned) equity() exact.Number {
	var sum exact.Number
	for _, c := range p.segments {
		sum = p.a.Add(sum, c.left)
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
