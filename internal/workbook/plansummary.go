package workbook

import (
	"slices"

	"blyant/model"
	"blyant/model/plan"
	"blyant/model/vocabulary"
)

var planFormulas = map[string]figureFormula{
	"break_even_period": {value: `@last_loss+1`, null: `@last_loss=@last_plan_period`},
	"payback_period":    {value: `@last_short+1`, null: `@last_short=@last_plan_period`},
	"peak_funding":      {value: `MAX(0,-MIN([surplus:]))`},
	"net_present_value": {value: `SUM([plan_present_value:])`},
	"closing_customers": {value: `INDEX([plan_active_customers:],@last_plan_period)`},
	"customer_equity":   {value: `@unrounded_equity`},
	"new_customers":     {value: `SUM([plan_new_customers:])`},
	"revenue":           {value: `SUM([plan_revenue:])`},
	"contribution":      {value: `SUM([plan_contribution:])`},
	"acquisition_cost":  {value: `SUM([plan_acquisition_cost:])`},
	"fixed_cost":        {value: `SUM([plan_fixed_cost:])`},
	"cash_flow":         {value: `SUM([plan_cash_flow:])`},
}

// planFigure returns the formula of a summary cell.
func (p *businessPlan) planFigure(f vocabulary.Figure) string {
	x, places := planFormulas[f.Name], itoa(vocabulary.RatioDecimals)
	switch f.Rounding {
	case vocabulary.RoundMoney:
		places = "@decimals"
	case vocabulary.RoundWhole:
		places = "0"
	}
	rounded := `ROUND(` + x.value + `,` + places + `)`
	if x.null != "" {
		rounded = `IF(` + x.null + `,"",` + rounded + `)`
	}
	return p.at(p.summary, `IF(@figures_ready=0,"",`+rounded+`)`)
}

// writePlanSummary writes a row for each figure. A figure that shares its name
// with an input has it on this sheet only: elsewhere the name means the input.
func (p *businessPlan) writePlanSummary() {
	s, b := p.summary, p.book
	p.headSummary()
	title, name := b.lang.Label("plan"), p.result.Scenario.Name
	s.put(titleRow, 1, style{look: lookTitle}, p.at(s, words(title)+`&IF(@name="","",": "&@name)`), title+withColon(name))
	s.portrait = true
	for i, f := range plan.SummaryFigures() {
		row, value := firstRow+i, f.Of(&p.planned.Summary)
		s.say(row, 1, lookLabel, b.lang.Label(f.Name))
		s.put(row, valueColumn, style{lookFigure, figureForm(f)}, p.planFigure(f), cached(value))
		s.widen(valueColumn, value)
		p.unit(s, row, f.Name, f.Unit)
		s.meaning(row, b.lang.Meaning(f.Name))
		shown, scope := f.Name, (*sheet)(nil)
		if isInput(f.Name) {
			shown, scope = s.quoted()+"!"+f.Name, s
		}
		s.say(row, nameColumn, lookName, shown)
		b.define(scope, f.Name, s.address(valueColumn, row, valueColumn, row))
		if f.Name == "customer_equity" {
			s.note(row, valueColumn, b.text("note.equity", "sheet", p.workings.name))
		}
	}
}

func withColon(name string) string {
	if name == "" {
		return ""
	}
	return ": " + name
}

// isInput tells whether a cell of the inputs has this name.
func isInput(name string) bool {
	all := slices.Concat(model.ScenarioFields(), plan.Fields())
	return slices.ContainsFunc(all, func(f vocabulary.Field) bool { return f.Name == name })
}

// drawPlan draws the cash and, below it, the active customers, and writes the
// notes below both.
func (p *businessPlan) drawPlan(row int) {
	s, b, scenario := p.summary, p.book, p.result.Scenario
	axis := b.lang.Text("chart.axis." + string(scenario.Period))
	s.lines(cellName(1, row), b.lang.TextWith("chart.axis.cash", "currency", string(scenario.Currency)), axis,
		b.text("chart.cash", "sheet", p.workings.name), []series{{
			name:    p.workings.address(pointColumn+1, headRow, pointColumn+1, headRow),
			periods: p.workings.address(pointColumn, firstRow, pointColumn, firstRow+p.periods),
			values:  p.workings.address(pointColumn+1, firstRow, pointColumn+1, firstRow+p.periods),
		}})
	active := slices.IndexFunc(planColumns, func(c columnSpec) bool { return c.name == "plan_active_customers" }) + 1
	last := firstRow + p.periods - 1
	s.lines(cellName(1, row+chartRows), b.lang.Label("active_customers"), axis,
		b.text("chart.customers", "sheet", p.plan.name), []series{{
			name:    p.plan.address(active, headRow, active, headRow),
			periods: p.plan.address(1, firstRow, 1, last),
			values:  p.plan.address(active, firstRow, active, last),
		}})
	p.writeNotes(s, row+2*chartRows)
}
