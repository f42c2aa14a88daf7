package workbook

import (
	"blyant/model"
	"blyant/model/vocabulary"
)

// againstFormulas hold customer i against the baseline. {x} is the number x of
// customer i on the workings' sheet and {x_0} that of the baseline.
//
//	net_difference = net_lifetime_value_i − net_lifetime_value_0
//	affordable_service_cost_per_order = net_difference ÷ Σ_t D_t·orders_t of i
var againstFormulas = map[string]figureFormula{
	"net_difference":                    {value: `{net}-{net_0}`},
	"value_multiple":                    {value: `{value}/{value_0}`, null: `IF({value_0}<={noise_0},TRUE,ABS({value}/{value_0})>1E+15)`},
	"overtakes_in_period":               {value: `{behind_until}+1`, null: `{behind_until}={longest}`},
	"affordable_service_cost_per_order": {value: `({net}-{net_0})/{discounted_orders}`, null: `{discounted_orders}=0`},
	"affordable_acquisition_cost":       {value: `{acquisition_cost}+({net}-{net_0})`},
}

// writeAgainst writes the figures of the comparison and returns the next row.
func (c *comparison) writeAgainst() int {
	heading := c.text("title.comparison")
	name := `INDEX(` + c.names() + `,1,` + c.one("baseline_in_use") + `)`
	c.group(againstRow, c.text("title.comparison", "baseline", c.result.Names[c.result.Baseline]),
		`SUBSTITUTE(`+words(heading)+`,"{baseline}",`+name+`)`)
	row := againstRow
	for _, f := range model.ComparisonFigures() {
		row++
		c.describe(row, f)
		for i := range c.customers {
			c.sheet.put(row, c.column(i), style{lookFigure, figureForm(f)}, c.against(f, i), cached(f.Of(&c.result.Comparison[i])))
		}
	}
	return row + 1
}

// names is the range of the customers' names.
func (c *comparison) names() string {
	return fixed(firstCustomer, customerRow) + ":" + fixed(c.column(len(c.customers))-1, customerRow)
}

// against returns the formula of a figure of customer i.
func (c *comparison) against(f vocabulary.Figure, i int) string {
	x := againstFormulas[f.Name]
	places := itoa(vocabulary.RatioDecimals)
	switch f.Rounding {
	case vocabulary.RoundMoney:
		places = c.customers[0].at(c.sheet, "@decimals")
	case vocabulary.RoundWhole:
		places = "0"
	}
	rounded := `ROUND(` + x.value + `,` + places + `)`
	if x.null != "" {
		rounded = `IF(` + x.null + `,"",` + rounded + `)`
	}
	return c.fillIn(`IF(OR({comparable}=0,{figures_ready}=0,{figures_ready_0}=0),"",`+rounded+`)`, i)
}
