package workbook

import (
	"blyant/model/plan"
	"blyant/model/vocabulary"
)

var planFormulas = map[string]figureFormula{
	"break_even_period": {value: `@last_loss+1`, null: `@last_loss=@last_plan_period`},
	"payback_period":    {value: `@last_short+1`, null: `@last_short=@last_plan_period`},
	"peak_funding":      {value: `MAX(0,-MIN([surplus:]))`},
	"net_present_value": {value: `SUM([present_value:])`},
	"closing_customers": {value: `INDEX([active_customers:],1,MAX(1,@last_plan_period))`},
	"customer_equity":   {value: `@unrounded_equity`},
}

// planFormula is a figure's formula; a total that has none of its own adds up its
// line.
func planFormula(name string) figureFormula {
	if x, own := planFormulas[name]; own {
		return x
	}
	return figureFormula{value: `SUM([` + name + `:])`}
}

// writeSummary writes a row for each figure of the plan, the charts and the notes.
// A figure that shares its name with an input has it on this sheet only: elsewhere
// the name means the input.
func (p *business) writeSummary() {
	s, b := p.result, p.book
	title := b.lang.Label("plan")
	s.put(titleRow, 1, style{look: lookTitle}, p.kinds[0].at(s, words(title)+`&IF(@name="","",": "&@name)`), b.title)
	s.say(introRow, 1, lookIntro, b.text("note.null"))
	s.header(b.text("head.figure"), b.text("head.unit"), b.text("head.name"), b.text("head.value"), b.text("head.meaning"))
	s.say(headRow, firstCustomer, lookNumberHeader, b.text("head.value"))
	s.widths, s.portrait, s.tall = []float64{44, 16, 34, 19, meaningWidth}, true, 1
	row := firstRow
	for _, f := range plan.SummaryFigures() {
		value := f.Of(&p.planned.Summary)
		shown, scope := b.figureName(s, f.Name)
		s.say(row, labelColumn, lookLabel, b.lang.Label(f.Name))
		p.kinds[0].unit(s, row, f.Name, f.Unit)
		s.say(row, nameColumn, lookName, shown)
		formula := p.all.at(s, planFormula(f.Name).figure(f, `@decimals`, `@figures_ready=1`))
		s.put(row, firstCustomer, style{lookFigure, planForm(f)}, formula, cached(value))
		s.widen(firstCustomer, short(value))
		s.say(row, firstCustomer+1, lookWords, b.lang.Meaning(f.Name))
		s.height(row, linesOf(b.lang.Meaning(f.Name), meaningLine))
		b.define(scope, f.Name, s.address(firstCustomer, row, firstCustomer, row))
		row++
	}
	p.draw(row + 1)
	p.writeNotes(row + 1 + 2*chartRows)
}

// planForm is how a plan shows a figure: customers and orders with one decimal.
func planForm(f vocabulary.Figure) form {
	if f.Unit == vocabulary.UnitCustomers || f.Unit == vocabulary.UnitOrders {
		return formCustomers
	}
	return figureForm(f)
}

// draw draws the cash and, below it, the active customers.
func (p *business) draw(row int) {
	s, b, scenario := p.result, p.book, p.kinds[0].scenario
	axis := b.lang.Text("chart.axis." + string(scenario.Period))
	last := startColumn + len(p.planned.Schedule)
	chart := func(name string, first, row int, title, alternative string) {
		l := p.all.line(name)
		s.drawLines(cellName(1, row), title, axis, alternative, []series{{
			name:    p.months.address(labelColumn, l.row, labelColumn, l.row),
			periods: p.months.address(first, headRow, last, headRow),
			values:  p.months.address(first, l.row, last, l.row),
		}})
	}
	chart("closing_cash", startColumn, row, b.lang.TextWith("chart.axis.cash", "currency", string(scenario.Currency)), b.text("chart.cash", "sheet", p.months.name))
	chart("active_customers", periodColumn, row+chartRows, b.lang.Label("active_customers"), b.text("chart.customers", "sheet", p.months.name))
}

// writeNotes writes the answer's notes, which are about the inputs as they were.
func (p *business) writeNotes(row int) {
	s := p.result
	if len(p.planned.Notes) > 0 {
		s.say(row, 1, lookGroup, p.text("title.notes"))
		for _, n := range p.planned.Notes {
			row++
			s.say(row, 1, lookPlain, "• "+p.lang.Note(n))
		}
		row += 2
	}
	s.say(row, 1, lookIntro, p.text("note.rounded"))
	s.say(row+1, 1, lookIntro, p.text("note.precision"))
}
