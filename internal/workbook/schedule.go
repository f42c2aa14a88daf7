package workbook

import (
	"blyant/model"
)

// scheduleColumns are the figures of a schedule row, in their order. Rows beyond
// the last period that counts are zero.
//
//	orders_t        = S_t·n_t
//	revenue_t       = S_t·n_t·(b_t + a·v)
//	gross_margin_t  = S_t·n_t·(m·b_t + mₐ·a·v)
//	service_cost_t  = S_t·(n_t·s + k)
//	discount_t      = (1+d)^(−(t+o)/p)
var scheduleColumns = []columnSpec{
	{name: "period", form: formWhole, first: `1`, next: `[period^]+1`},
	{name: "active_share", form: formShare, next: `IF([period]>@last_period,0,[survival])`},
	{name: "orders", form: formAmount, next: `[active_share]*[orders_each]`},
	{name: "basket_value", form: formMoney,
		first: `IF([period]>@last_period,0,MIN(@basket_cap,@basket_value,1E+20))`,
		next:  `IF([period]>@last_period,0,MIN(@basket_cap,[basket_value^]*(1+@basket_growth_rate),1E+20))`},
	{name: "revenue", form: formMoney,
		next: `IF([period]>@last_period,0,[orders]*([basket_value]+@add_on_rate*@add_on_value))`},
	{name: "gross_margin", form: formMoney,
		next: `IF([period]>@last_period,0,[orders]*(@margin_rate*[basket_value]+@add_on_margin*@add_on_rate*@add_on_value))`},
	{name: "service_cost", form: formMoney,
		next: `IF([period]>@last_period,0,[orders]*@service_cost_per_order+[active_share]*@service_cost_per_period)`},
	{name: "contribution", form: formMoney, next: `[gross_margin]-[service_cost]`},
	{name: "discount_factor", form: formFactor,
		next: `IF([period]>@last_period,0,` + discountAfter(`[years]`) + `)`},
	{name: "present_value", form: formMoney, next: `[contribution]*[discount_factor]`},
	{name: "cumulative_contribution", form: formMoney,
		first: `IF([period]>@last_period,0,[contribution]-@acquisition_cost)`,
		next:  `[cumulative_contribution^]+[contribution]`},
	{name: "cumulative_present_value", form: formMoney,
		first: `IF([period]>@last_period,0,[present_value]-@acquisition_cost)`,
		next:  `[cumulative_present_value^]+[present_value]`},
}

// discountAfter is the factor (1+d)^−years: held where no answer can be, and 0
// where it is too small for the spreadsheet, which calls that an error.
func discountAfter(years string) string {
	exponent := `(` + years + `)*LN(1+@annual_discount_rate)`
	return `IF(` + exponent + `<-46,1E+20,IF(` + exponent + `>600,0,(1+@annual_discount_rate)^-(` + years + `)))`
}

// writeSchedule writes the schedule, whose cached values are the answer's.
func (c *customer) writeSchedule() {
	s, b := c.schedule, c.book
	s.say(titleRow, 1, lookTitle, b.text("title.schedule"))
	s.put(introRow, 1, style{look: lookIntro}, c.moneySentence(s), c.moneyCached())
	c.status(s)
	var labels []string
	for _, f := range model.ScheduleFigures() {
		labels = append(labels, b.lang.Label(f.Name))
	}
	s.numberHeader(13, labels...)
	s.frozen, s.grid = 1, true
	figures := model.ScheduleFigures()
	c.fill(s, 1, scheduleColumns, func(col, row int) any {
		value := figures[col].Of(&c.result.Schedule[row])
		s.widen(col+1, value)
		return cached(value)
	})
}

// moneySentence says which currency the rows are in, as a formula.
func (c *customer) moneySentence(s *sheet) string {
	return c.at(s, `SUBSTITUTE(`+words(c.book.text("note.money"))+`,"{currency}",@currency)`)
}

func (c *customer) moneyCached() string {
	return c.book.text("note.money", "currency", string(c.result.Scenario.Currency))
}

// status writes the line that tells why figures are empty.
func (c *customer) status(s *sheet) {
	invalid := c.book.text("check.invalid")
	if s != c.inputs {
		invalid = c.book.text("check.invalid_elsewhere", "sheet", c.inputs.name)
	}
	s.put(statusRow, 1, style{look: lookWarning}, c.at(s, `IF(@inputs_valid=0,`+words(invalid)+
		`,IF(@figures_ready=0,`+words(c.book.text("check.large"))+`,""))`), "")
}
