package workbook

// monthLines are the figures of a period of the plan, in their order: those of
// all kinds of customers added up, then costs and cash.
//
//	cash_flow_j     = contribution_j − acquisition_j − fixed_cost_j − I_j
//	present_value_j = Σ contribution_j·D_j − (acquisition_j + fixed_cost_j + I_j)·(1+d)^(−j/p)
func (p *business) monthLines() []lineSpec {
	summed := func(line string) string { return inPlan(`{` + line + `}`) }
	given := `IF(@fixed_length>0,INDEX(@fixed_costs,MIN([number],@fixed_length),1),`
	return []lineSpec{
		{name: "period", form: formWhole, next: inPlan(`[number]`)},
		{name: "date", form: formDate, next: `IF(OR(NOT(ISNUMBER(@start)),[number]>@last_plan_period),"",` + firstDay + `)`},
		{name: "new_customers", form: formCustomers, next: summed("won"), total: true},
		{name: "referred_customers", form: formCustomers, next: summed("referred"), total: true},
		{name: "deterred_customers", form: formCustomers, next: summed("deterred"), total: true},
		{name: "active_customers", form: formCustomers, next: summed("active")},
		{name: "lost_customers", form: formCustomers, next: summed("lost"), total: true},
		{name: "orders", form: formCustomers, next: summed("sold"), total: true},
		{name: "revenue", form: formMoney, next: summed("revenue"), total: true},
		{name: "cost_of_goods", form: formMoney, next: `[revenue]-[gross_margin]`, total: true},
		{name: "gross_margin", form: formMoney, next: summed("gross_margin"), total: true},
		{name: "service_cost", form: formMoney, next: summed("service_cost"), total: true},
		{name: "contribution", form: formMoney, next: `[gross_margin]-[service_cost]`, total: true},
		{name: "acquisition_cost", form: formMoney, next: summed("acquisition_cost_spent"), total: true},
		{name: "fixed_cost", form: formMoney, total: true,
			first: inPlan(given + `@fixed_cost_per_period+0)`),
			next:  inPlan(given + `MIN(1E+20,[fixed_cost^]*(1+@fixed_cost_growth_rate)))`)},
		{name: "initial_investment", form: formMoney, next: inPlan(`IF([number]=1,@initial_investment+0,0)`), total: true},
		{name: "cash_flow", form: formMoney, next: `[contribution]-[acquisition_cost]-[fixed_cost]-[initial_investment]`, total: true},
		{name: "closing_cash", form: formMoney, start: `IF(@last_plan_period=0,0,@opening_cash+0)`, next: `[closing_cash^]+[cash_flow]`},
		{name: "present_value", form: formMoney, total: true,
			next: inPlan(`{kind_present_value}-([fixed_cost]+[initial_investment])*` + discountAfter(`([number]-1)/@periods_per_year`))},
	}
}

// firstDay is the first day of a period: weeks after the start, or months after
// it on the same day or the month's last.
const (
	monthsOn = `MONTH(@start)+12/@periods_per_year*([number]-1)`
	firstDay = `IF(@periods_per_year=52,@start+7*([number]-1),DATE(YEAR(@start),` + monthsOn + `,MIN(DAY(@start),DAY(DATE(YEAR(@start),` + monthsOn + `+1,0)))))`
)

// allLines are what the figures need by period beside them. Cash that rounding
// noise alone makes negative is none.
var allLines = []lineSpec{
	{name: "surplus", form: formMoney, start: `0`, next: `[surplus^]+[cash_flow]`},
	{name: "volume", form: formMoney, start: `0`, next: `[volume^]+` + turnover},
	{name: "loss", form: formWhole, next: inPlan(`IF([cash_flow]<-1E-12*(` + turnover + `),[number],0)`)},
	{name: "year", form: formWhole, next: inPlan(`IF(NOT(ISNUMBER(@start)),1+INT(([number]-1)/@periods_per_year),YEAR([date]))`)},
	{name: "year_end", form: formWhole, next: inPlan(`IF(OR([number]=@last_plan_period,[year>]<>[year]),[year],0)`)},
	{name: "short", form: formWhole, next: inPlan(`IF([surplus]<-1E-12*[volume],[number],0)`)},
}

// seasonLines multiply what is bought in a period of the plan, and after it.
var seasonLines = []lineSpec{
	{name: "season", form: formFactor, next: `IF(@season_length=0,1,INDEX(@seasonality,MOD([number]-1,@season_length)+1,1))`},
}

const turnover = `([revenue]+[service_cost]+[acquisition_cost]+[fixed_cost]+[initial_investment])`
