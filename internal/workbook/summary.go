package workbook

import (
	"strconv"

	"blyant/model"
	"blyant/model/vocabulary"
)

func itoa(n int) string { return strconv.Itoa(n) }

// A figure's formula gives the unrounded value; the summary rounds it. Null
// figures say when they are.
type figureFormula struct {
	value string
	null  string // a condition; none where the figure always has a value
}

// crossing is the moment k − K_k ÷ c_k at which a running total K, which accrues
// evenly within a period, crosses zero in period k.
func crossing(row, total, flow string) string {
	at := func(column string) string { return `INDEX([` + column + `:],` + row + `)` }
	return `(` + row + `-` + at(total) + `/` + at(flow) + `)`
}

var summaryFormulas = map[string]figureFormula{
	"lifetime_revenue":          {value: `SUM([revenue:])`},
	"lifetime_contribution":     {value: `SUM([contribution:])`},
	"lifetime_value":            {value: `SUM([present_value:])`},
	"net_lifetime_value":        {value: `SUM([present_value:])-@acquisition_cost`},
	"expected_orders":           {value: `SUM([orders:])`},
	"expected_lifetime_periods": {value: `SUM([active_share:])`},
	"probability_of_profit":     {value: `SUMPRODUCT(([stay_value:]>=@acquisition_cost-@tolerance)*[leaving:])`},
	"word_of_mouth_value":       {value: `IF(SUM([spread:])=0,0,SUM([present_value:])*SUM([spread:]))`},
	"viral_coefficient":         {value: `@referrals_per_period*SUM([active_share:])`},
	"value_to_cost_ratio": {value: `SUM([present_value:])/@acquisition_cost`,
		null: `IF(@acquisition_cost=0,TRUE,ABS(SUM([present_value:])/@acquisition_cost)>1E+15)`},
	"payback_periods": {value: `IF(@acquisition_cost=0,0,` + crossing("@payback_row", "cumulative_contribution", "contribution") + `)`,
		null: `AND(@acquisition_cost>0,@payback_row=0)`},
	"payback_orders": {value: `IF(@acquisition_cost=0,0,SUMPRODUCT(([period:]<=@payback_row)*[orders:])-` +
		`INDEX([cumulative_contribution:],@payback_row)/INDEX([contribution:],@payback_row)*INDEX([orders:],@payback_row))`,
		null: `AND(@acquisition_cost>0,@payback_row=0)`},
	"discounted_payback_periods": {value: `IF(@acquisition_cost=0,0,` + crossing("@discounted_payback_row", "cumulative_present_value", "present_value") + `)`,
		null: `AND(@acquisition_cost>0,@discounted_payback_row=0)`},
	"internal_rate_of_return": {value: `EXP(INDEX([middle:],` + itoa(halvings+2) + `))-1`, null: `@rate_found=0`},
	"perpetual_lifetime_value": {value: `@endless_value`,
		null: `OR(@converges=0,ABS(@endless_value)>1E+15)`},
}

// figure returns the formula of a summary cell.
func (c *customer) figure(f vocabulary.Figure, on *sheet) string {
	x := summaryFormulas[f.Name]
	places := itoa(vocabulary.RatioDecimals)
	if f.Rounding == vocabulary.RoundMoney {
		places = "@decimals"
	}
	rounded := `ROUND(` + x.value + `,` + places + `)`
	if x.null != "" {
		rounded = `IF(` + x.null + `,"",` + rounded + `)`
	}
	return c.at(on, `IF(@figures_ready=0,"",`+rounded+`)`)
}

// figureForm is how a figure's number is shown.
func figureForm(f vocabulary.Figure) form {
	switch {
	case f.Rounding == vocabulary.RoundMoney:
		return formMoney
	case f.Rounding == vocabulary.RoundWhole:
		return formWhole
	case f.Unit == vocabulary.UnitShare, f.Unit == vocabulary.UnitSharePerYear:
		return formShare
	}
	return formSpare
}

// writeSummary writes a row for each figure, from the given row on.
func (c *customer) writeSummary(row int) {
	s, b := c.summary, c.book
	for _, f := range model.SummaryFigures() {
		s.say(row, 1, lookLabel, b.lang.Label(f.Name))
		s.put(row, valueColumn, style{lookFigure, figureForm(f)}, c.figure(f, s), cached(f.Of(&c.result.Summary)))
		s.widen(valueColumn, f.Of(&c.result.Summary))
		c.unit(s, row, f.Name, f.Unit)
		s.meaning(row, b.lang.Meaning(f.Name))
		s.say(row, nameColumn, lookName, f.Name)
		b.define(c.names, f.Name, s.address(valueColumn, row, valueColumn, row))
		switch f.Name {
		case "internal_rate_of_return":
			s.note(row, valueColumn, b.text("note.halving", "sheet", c.workings.name))
		case "perpetual_lifetime_value":
			s.note(row, valueColumn, b.text("note.closed_form", "sheet", c.workings.name))
		}
		row++
	}
}
