package input

// otherName says what other sources call one of ours; after follows our name in
// the hint, before the name that was written. Of several of ours the first that
// is known where the name was written is meant.
type otherName = struct{ field, after, others string }

// figuresElsewhere are the figures by the names of the trade.
var figuresElsewhere = []otherName{
	{"lifetime_value", "", "ltv clv cltv customer_lifetime_value lifetime_customer_value customer_value"},
	{"net_present_value", "", "npv"},
	{"net_lifetime_value", "", "net_ltv net_clv nltv npv net_present_value net_value customer_profit"},
	{"return_on_cost", "", "roi romi roas return_on_investment return"},
	{"return_on_acquisition", "", "return_on_cac roac"},
	{"value_to_cost_ratio", " = 1 + ", "roi romi return_on_investment"},
	{"value_to_cost_ratio", "", "ltv_cac ltv_to_cac ltv_cac_ratio ltv_to_cac_ratio clv_cac clv_to_cac clv_cac_ratio cac_ratio cac_to_ltv value_to_cost"},
	{"payback_period", "", "payback payback_time pbp payback_periods"},
	{"payback_periods", "", "payback payback_time pbp payback_period cac_payback cac_payback_period months_to_payback break_even breakeven break_even_period"},
	{"discounted_payback_periods", "", "discounted_payback discounted_payback_period dpp dpbp"},
	{"break_even_period", "", "break_even breakeven break_even_point bep"},
	{"break_even_repeat_purchase_rate_change", "", "break_even breakeven break_even_point"},
	{"internal_rate_of_return", "", "irr rate_of_return internal_return"},
	{"probability_of_profit", "", "profit_probability chance_of_profit"},
	{"expected_orders", "", "orders purchases expected_purchases lifetime_orders"},
	{"expected_lifetime_periods", "", "lifetime customer_lifetime expected_lifetime average_lifetime lifespan"},
	{"viral_coefficient", "", "k k_factor viral_factor virality"},
	{"perpetual_lifetime_value", "", "perpetuity perpetual_value terminal_value infinite_ltv"},
	{"word_of_mouth_value", "", "wom wom_value word_of_mouth referral_value"},
	{"lifetime_revenue", "", "revenue turnover sales ltr"},
	{"lifetime_contribution", "", "contribution contribution_margin gross_profit"},
	{"total_gain", "", "gain net_gain profit"},
	{"total_cost", "", "cost programme_cost"},
	{"net_difference", "", "difference uplift lift gain"},
	{"value_multiple", "", "multiple"},
	{"affordable_acquisition_cost", "", "max_cac allowable_cac target_cac"},
	{"peak_funding", "", "funding funding_need cash_need capital_need peak_cash max_drawdown"},
	{"customer_equity", "", "equity"},
	{"closing_customers", "", "customers active_customers"},
	{"revenue", "", "turnover sales"},
	{"cash_flow", "", "cashflow net_cash_flow"},
}

// choicesElsewhere are words for choices and formats.
var choicesElsewhere = []otherName{
	{"week", "", "weekly"},
	{"month", "", "monthly"},
	{"quarter", "", "quarterly"},
	{"year", "", "yearly annual annually"},
	{"start", "", "beginning begin advance due"},
	{"mid", "", "middle half midpoint"},
	{"end", "", "arrears ordinary"},
	{"xlsx", "", "excel xls spreadsheet workbook"},
	{"text", "", "txt plain"},
	{"html", "", "htm page"},
	{"png", "", "image picture chart"},
}
