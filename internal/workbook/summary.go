package workbook

import (
	"blyant/model/vocabulary"
)

type figureFormula struct {
	value string
	null  string // a condition; none where the figure always has a value
}

// crossing is the moment k − K_k ÷ c_k at which a running total K, which accrues
// evenly within a period, crosses zero in period k.
func crossing(row, total, flow string) string {
	at := func(line string) string { return `INDEX([` + line + `:],1,` + row + `)` }
	return `(` + row + `-` + at(total) + `/` + at(flow) + `)`
}

var summaryFormulas = map[string]figureFormula{
	"lifetime_revenue":          {value: `SUM([revenue:])`},
	"lifetime_contribution":     {value: `SUM([contribution:])`},
	"lifetime_value":            {value: `SUM([present_value:])`},
	"net_lifetime_value":        {value: `SUM([present_value:])-@new_customer_cost`},
	"cost_per_new_customer":     {value: `@new_customer_cost`},
	"expected_orders":           {value: `SUM([orders:])`},
	"expected_lifetime_periods": {value: `SUM([active_share:])`},
	"probability_of_profit":     {value: `SUM([profit:])`},
	"word_of_mouth_value":       {value: `IF(SUM([spread:])=0,0,SUM([present_value:])*SUM([spread:]))`},
	"viral_coefficient":         {value: `@referrals_per_period*SUM([active_share:])`},
	"value_to_cost_ratio": {value: `SUM([present_value:])/@new_customer_cost`,
		null: `IF(@new_customer_cost=0,TRUE,ABS(SUM([present_value:])/@new_customer_cost)>1E+15)`},
	"payback_periods": {value: `IF(@new_customer_cost=0,0,` + crossing("@payback_row", "cumulative_contribution", "contribution") + `)`,
		null: `AND(@new_customer_cost>0,@payback_row=0)`},
	"payback_orders": {value: `IF(@new_customer_cost=0,0,SUMPRODUCT(([period:]<=@payback_row)*[orders:])-` +
		`INDEX([cumulative_contribution:],1,@payback_row)/INDEX([contribution:],1,@payback_row)*INDEX([orders:],1,@payback_row))`,
		null: `AND(@new_customer_cost>0,@payback_row=0)`},
	"discounted_payback_periods": {value: `IF(@new_customer_cost=0,0,` + crossing("@discounted_payback_row", "cumulative_present_value", "present_value") + `)`,
		null: `AND(@new_customer_cost>0,@discounted_payback_row=0)`},
	"internal_rate_of_return": {value: `EXP(INDEX([middle:],1,` + itoa(halvings+2) + `))-1`, null: `@rate_found=0`},
	"perpetual_lifetime_value": {value: `@endless_value`,
		null: `OR(@converges=0,ABS(@endless_value)>1E+15)`},
}

// figure returns the formula of a figure, rounded as it is reported, empty where
// the condition ready does not hold.
func (x figureFormula) figure(f vocabulary.Figure, decimals, ready string) string {
	places := itoa(vocabulary.RatioDecimals)
	switch f.Rounding {
	case vocabulary.RoundMoney:
		places = decimals
	case vocabulary.RoundWhole:
		places = "0"
	}
	rounded := `ROUND(` + x.value + `,` + places + `)`
	if x.null != "" {
		rounded = `IF(` + x.null + `,"",` + rounded + `)`
	}
	return `IF(` + ready + `,` + rounded + `,"")`
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
