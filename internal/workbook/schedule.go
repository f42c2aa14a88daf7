package workbook

// scheduleLines are the figures of a period, in their order. Periods beyond the
// last one that counts are zero.
//
//	orders_t        = S_t·n_t
//	revenue_t       = S_t·n_t·(b_t + a·v)
//	gross_margin_t  = S_t·n_t·(m·b_t + mₐ·a·v)
//	service_cost_t  = S_t·(n_t·s + k)
//	discount_t      = (1+d)^(−(t+o)/p)
var scheduleLines = []lineSpec{
	{name: "period", form: formWhole, next: `IF(` + periodNumber + `>@last_period,0,` + periodNumber + `)`},
	{name: "active_share", form: formShare, next: `IF([period]=0,0,[survival])`},
	{name: "orders", form: formAmount, next: `[active_share]*[orders_each]`, total: true},
	{name: "basket_value", form: formMoney,
		first: `IF([period]=0,0,MIN(@net_cap,@net_basket,1E+20))`,
		next:  `IF([period]=0,0,MIN(@net_cap,[basket_value^]*(1+@basket_growth_rate),1E+20))`},
	{name: "revenue", form: formMoney, total: true,
		next: `IF([period]=0,0,[orders]*([basket_value]+@add_on_rate*@net_add_on))`},
	{name: "gross_margin", form: formMoney, total: true,
		next: `IF([period]=0,0,[orders]*(@margin_rate*[basket_value]+@add_on_margin*@add_on_rate*@net_add_on))`},
	{name: "service_cost", form: formMoney, total: true,
		next: `IF([period]=0,0,[orders]*@service_cost_per_order+[active_share]*@service_cost_per_period)`},
	{name: "contribution", form: formMoney, next: `[gross_margin]-[service_cost]`, total: true},
	{name: "discount_factor", form: formFactor, next: `IF([period]=0,0,` + discountAfter(`[years]`) + `)`},
	{name: "present_value", form: formMoney, next: `[contribution]*[discount_factor]`, total: true},
	{name: "cumulative_contribution", form: formMoney, start: spentAtStart, next: `[cumulative_contribution^]+[contribution]`},
	{name: "cumulative_present_value", form: formMoney, start: spentAtStart, next: `[cumulative_present_value^]+[present_value]`},
	{name: "remaining_value", form: formMoney, next: `IF([period]=0,0,IF([anyone_left]=0,"",IF(ABS([remaining])*@first_factor>1E+15,"",[remaining]*@first_factor)))`},
}

const (
	spentAtStart = `IF(@inputs_valid=0,0,-@new_customer_cost)`
	periodNumber = `[number]`
)

// discountAfter is the factor (1+d)^−years: held where no answer can be, and 0
// where it is too small for the spreadsheet, which calls that an error.
func discountAfter(years string) string {
	exponent := `(` + years + `)*LN(1+@annual_discount_rate)`
	return `IF(` + exponent + `<-46,1E+20,IF(` + exponent + `>600,0,(1+@annual_discount_rate)^-(` + years + `)))`
}
