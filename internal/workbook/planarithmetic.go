package workbook

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
		s.put(row, firstCustomer, style{lookCell, formSpare}, p.all.at(s, x.withoutNoise()), 0)
	}
	p.failing = p.in.sumChecks(p.in.ownEnds, first, row)
}
