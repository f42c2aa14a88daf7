package workbook

// writePerpetuity writes the lifetime value without end in closed form. Up to
// where the rates repeat the periods are added one by one (head_value); from there
// each part is geometric, with the ratios
//
//	r(1+g)(1+f)v    r(1+f)v    r·v    where v = (1+d)^(−1/p)
//
// and has a sum where (ratio÷v)^p < 1+d, compared in logarithms. Parts whose coefficient is zero do not
// count. A ceiling that growth reaches turns the basket part, from the period
// ⌈ln(cap/b) ÷ ln(1+g)⌉ on, into one that goes with orders.
func (c *customer) writePerpetuity() {
	c.heading(c.book.text("title.perpetuity"), "")
	valid := func(formula string) string { return `IF(@inputs_valid=0,0,` + formula + `)` }
	c.derive("head_periods", formWhole, valid(`MAX(0,@curve_length-1,@survival_length-1)`))
	c.derive("time_ratio", formGeneral, `@last_rate*@period_factor`)
	c.derive("order_ratio", formGeneral, valid(`@time_ratio*(1+@order_growth_rate)`))
	c.derive("basket_ratio", formGeneral, valid(`@order_ratio*(1+@basket_growth_rate)`))
	sum := func(rate string) string {
		return valid(`IF(` + rate + `=0,1,IF(@periods_per_year*LN(` + rate + `)<LN(1+@annual_discount_rate)-1E-12,1,0))`)
	}
	c.derive("basket_converges", formWhole, sum(`@last_rate*(1+@order_growth_rate)*(1+@basket_growth_rate)`))
	c.derive("order_converges", formWhole, sum(`@last_rate*(1+@order_growth_rate)`))
	c.derive("time_converges", formWhole, sum(`@last_rate`))
	c.derive("tail_basket", formGeneral, `INDEX([endless_basket:],1,@head_periods+1)`)
	c.derive("tail_orders", formGeneral, `INDEX([endless_orders:],1,@head_periods+1)`)
	c.derive("tail_active", formGeneral, `INDEX([endless_active:],1,@head_periods+1)`)
	c.derive("cap_grows", formWhole, valid(`IF(OR(@net_cap>=1E+20,@net_basket=0,1+@basket_growth_rate<=1),0,1)`))
	c.derive("until_cap", formGeneral, `IF(@cap_grows=0,0,MAX(0,ROUNDUP(LN(@net_cap/@tail_basket)/LN(1+@basket_growth_rate),0)))`)
	c.writeRests(valid)
}

// writeRests adds up the three geometric parts.
func (c *customer) writeRests(valid func(string) string) {
	endless := func(part, ratio, converges string) string {
		return valid(`IF(OR(` + part + `=0,` + converges + `=0),0,` + part + `/(1-` + ratio + `))`)
	}
	// The first L terms of a geometric series, without loss where the ratio is near 1.
	growing := `@tail_basket*IF(@basket_ratio=0,1,IF(ABS(@until_cap*LN(@basket_ratio))<0.00001,` +
		`@until_cap*(1+(@until_cap-1)*LN(@basket_ratio)/2),(1-` + power(`@basket_ratio`, `@until_cap`) + `)/(1-@basket_ratio)))`
	capped := `@net_cap*IF(@until_cap=0,1,IF(@order_ratio=0,0,` + power(`@order_ratio`, `@until_cap`) + `))/(1-@order_ratio)`
	start := `@margin_rate*@tail_basket*@tail_orders`
	c.derive("basket_rest", formGeneral, valid(`IF(`+start+`=0,0,IF(@cap_grows=0,IF(@basket_converges=0,0,`+start+`/(1-@basket_ratio)),`+
		`IF(@order_converges=0,0,@margin_rate*@tail_orders*(IF(@until_cap=0,0,`+growing+`)+`+capped+`))))`))
	c.derive("order_rest", formGeneral, endless(`@per_order*@tail_orders`, `@order_ratio`, `@order_converges`))
	c.derive("time_rest", formGeneral, endless(`@service_cost_per_period*@tail_active`, `@time_ratio`, `@time_converges`))
	c.derive("converges", formWhole, valid(`IF(AND(OR(`+start+`=0,IF(@cap_grows=0,@basket_converges,@order_converges)=1),`+
		`OR(@per_order*@tail_orders=0,@order_converges=1),OR(@service_cost_per_period*@tail_active=0,@time_converges=1)),1,0)`))
	c.derive("endless_value", formGeneral, valid(`SUM([head_value:])+@basket_rest+@order_rest-@time_rest`))
}

// power is base^exponent for a base above 0: 0 where it is too small for the
// spreadsheet, which calls that an error.
func power(base, exponent string) string {
	return `IF(` + exponent + `*LN(` + base + `)<-600,0,` + base + `^` + exponent + `)`
}
