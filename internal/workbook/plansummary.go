package workbook

import (
	"slices"

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

// stocks are the lines that stand by year as in the year's last period.
var stocks = []string{"active_customers", "closing_cash"}

// writeYears writes the plan by year: flows added up, stocks as at its end.
func (p *business) writeYears() {
	s, row := p.years, firstRow
	s.say(titleRow, 1, lookTitle, p.text("title.plan_years"))
	s.put(introRow, 1, style{look: lookIntro}, p.moneySentence(s), p.moneyCached())
	year := `IF(NOT(ISNUMBER(@start)),[number],YEAR(@start)+[number]-1)`
	s.say(row, labelColumn, lookLabel, p.text("work.year"))
	s.share(row, periodColumn, p.yearColumns(), style{lookCell, formWhole}, p.all.render(parse(year), s, periodColumn), func(int) any { return nil })
	row++
	for _, spec := range p.monthLines() {
		figure, _ := vocabulary.FigureNamed(plan.ScheduleFigures(), spec.name)
		if spec.name == "period" || spec.name == "date" {
			continue
		}
		p.kinds[0].unit(s, row, spec.name, figure.Unit)
		s.say(row, labelColumn, lookLabel, p.lang.Label(spec.name))
		by := "year"
		if slices.Contains(stocks, spec.name) {
			by = "year_end"
		} else {
			s.put(row, totalColumn, style{lookTotal, spec.form}, `SUM(`+cellName(periodColumn, row)+`:`+cellName(periodColumn+p.yearColumns()-1, row)+`)`, nil)
		}
		flow := `SUMIF([` + by + `:],` + year + `,[` + spec.name + `:])`
		p.all.lines["year_"+spec.name] = line{s, row, periodColumn, periodColumn + p.yearColumns() - 1}
		s.share(row, periodColumn, p.yearColumns(), style{lookCell, spec.form}, p.all.render(parse(flow), s, periodColumn), func(int) any { return nil })
		row++
	}
	s.hideBeyond(firstRow, row-1, p.all.at(s, `IF(@last_plan_period=0,0,MAX([year:])-INDEX([year:],1,1)+1)`))
	s.shown, s.perColumn = len(p.planned.Years), p.months.perColumn+2
}

// yearColumns is how many years have a column: see valuation.yearColumns.
func (p *business) yearColumns() int {
	perYear := p.kinds[0].scenario.Period.PerYear()
	return max((p.periods+perYear-1)/perYear, leastPeriods)
}

// planChecks are the checks on the plan's sums.
var planChecks = []arithmetic{
	{"too_large", `IF(@last_plan_period=0,0,1-@figures_ready)`, `0`},
	{"cash_roll", `INDEX([closing_cash:],1,MAX(1,@last_plan_period))-IF(@last_plan_period=0,0,@opening_cash)-SUM([cash_flow:])`, `SUM([revenue:],[acquisition_cost:],[fixed_cost:],[initial_investment:])+IF(ISNUMBER(@opening_cash),ABS(@opening_cash),0)`},
	{"customer_roll", `IF(@last_plan_period=0,0,INDEX([active_customers:],1,MAX(1,@last_plan_period))-@opened-SUM([new_customers:])+SUM([lost_customers:]))`, `SUM([new_customers:])+SUM([active_customers:])`},
	{"flow_total", `SUM([revenue:])-(SUM([revenue:])-SUM([gross_margin:]))-SUM([service_cost:],[acquisition_cost:],[fixed_cost:],[initial_investment:])-SUM([cash_flow:])`, `SUM([revenue:],[acquisition_cost:],[fixed_cost:],[initial_investment:])`},
	{"years_total", `SUM([year_cash_flow:])-SUM([cash_flow:])`, `SUM([revenue:],[acquisition_cost:],[fixed_cost:],[initial_investment:])`},
}

// writeArithmetic writes the checks below those on the inputs, and at the top how
// many checks fail.
func (p *business) writeArithmetic() {
	s, row := p.check, p.in.ownEnds+2
	first := row + 1
	s.say(row, 1, lookGroup, p.text("title.arithmetic"))
	for _, x := range planChecks {
		row++
		s.say(row, 1, lookLabel, p.text("arithmetic."+x.key))
		s.put(row, firstCustomer, style{lookCell, formSpare}, p.all.at(s, x.settled()), 0)
	}
	p.failing = p.in.sumChecks(p.in.ownEnds, first, row)
}
