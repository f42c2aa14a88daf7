package workbook

// workColumns are what the figures need by period beside the schedule.
//
//	V_j    = Σ_{t<j} D_t·(n_t(m·b_t + mₐ·a·v − s) − k)
//	spread = D_t·(ρ·S_t − δ(S_t − S_{t+1}))
//
// The last five carry the products of a customer without end, whatever the
// horizon, to where the rates begin to repeat.
var workColumns = []columnSpec{
	{name: "age", form: formWhole, first: `1`, next: `[age^]+1`},
	{name: "retention", form: formFactor,
		next: `IF(@inputs_valid=0,0,IF(@curve_length>0,INDEX(@retention_curve,MIN([age],@curve_length)),@repeat_purchase_rate))`},
	{name: "survival", form: formFactor, first: `1`, next: `[survival^]*[retention^]`},
	{name: "orders_each", form: formAmount, horizon: true,
		first: `IF([age]>@last_period,0,@orders_per_period)`,
		next:  `IF([age]>@last_period,0,MIN(1E+200,[orders_each^]*(1+@order_growth_rate)))`},
	{name: "years", form: formFactor, horizon: true,
		next: `IF([age]>@last_period,0,([age]-1+@timing_offset)/@periods_per_year)`},
	{name: "stay_value", form: formMoney, horizon: true,
		first: `IF([age]>@last_period,0,` + stayed + `)`,
		next:  `IF([age]>@last_period,[stay_value^],[stay_value^]+` + stayed + `)`},
	{name: "leaving", form: formFactor, horizon: true,
		next: `IF([age]>@last_period,0,IF([age]=@last_period,[survival],[survival]*(1-[retention])))`},
	{name: "sign", form: formWhole, horizon: true,
		next: `IF(ABS([contribution])<=1E-12*([revenue]+[service_cost]),0,SIGN([contribution]))`},
	{name: "log", form: formFactor, horizon: true, next: `IF([sign]=0,-1E+6,LN(ABS([contribution])))`},
	{name: "last_sign", form: formWhole, horizon: true,
		first: `IF(@inputs_valid=0,0,IF(@timing_offset>0,IF([sign]=0,-1,[sign]),` +
			`IF(ABS([contribution]-@acquisition_cost)<=1E-12*@acquisition_cost,0,SIGN([contribution]-@acquisition_cost))))`,
		next: `IF([sign]=0,[last_sign^],[sign])`},
	{name: "change", form: formWhole, horizon: true,
		first: `IF(AND(@timing_offset>0,[last_sign]>0),1,0)`,
		next:  `IF([last_sign^]*[last_sign]<0,1,0)`},
	{name: "earned", form: formWhole, horizon: true,
		next: `IF([age]>@last_period,0,IF([cumulative_contribution]>=-@tolerance,1,0))`},
	{name: "earned_discounted", form: formWhole, horizon: true,
		next: `IF([age]>@last_period,0,IF([cumulative_present_value]>=-@tolerance,1,0))`},
	{name: "spread", form: formFactor, horizon: true,
		next: `IF([age]>@last_period,0,[discount_factor]*[survival]*(@referrals_per_period-@deterred_per_lost_customer*(1-[retention])))`},
	{name: "endless_basket", form: formMoney,
		first: `IF(@inputs_valid=0,0,MIN(@basket_cap,@basket_value,1E+20))`,
		next:  `IF(@inputs_valid=0,0,MIN(@basket_cap,[endless_basket^]*(1+@basket_growth_rate),1E+20))`},
	{name: "endless_orders", form: formFactor,
		first: `IF(@inputs_valid=0,0,@orders_per_period*@period_factor^@timing_offset)`,
		next:  `IF(@inputs_valid=0,0,MIN(1E+200,[endless_orders^]*[retention^]*(1+@order_growth_rate)*@period_factor))`},
	{name: "endless_active", form: formFactor,
		first: `IF(@inputs_valid=0,0,@period_factor^@timing_offset)`,
		next:  `IF(@inputs_valid=0,0,MIN(1E+200,[endless_active^]*[retention^]*@period_factor))`},
	{name: "head_value", form: formMoney,
		next: `IF([age]>@head_periods,0,[endless_orders]*(@margin_rate*[endless_basket]+@per_order)-[endless_active]*@service_cost_per_period)`},
}

// stayed is what a customer who is still there brings in one period, discounted.
const stayed = `[discount_factor]*([orders_each]*(@margin_rate*[basket_value]+@per_order)-@service_cost_per_period)`

// writeWorkings writes the helper columns. They carry no cached values: the
// answer has none for them, and a spreadsheet works them out on opening.
func (c *customer) writeWorkings() {
	s, b := c.workings, c.book
	s.say(titleRow, 1, lookTitle, b.text("title.workings"))
	s.say(introRow, 1, lookIntro, b.text("note.workings")+" "+b.text("note.precision"))
	labels := []string{b.lang.Label("period")}
	for _, spec := range workColumns[1:] {
		labels = append(labels, b.text("work."+spec.name))
	}
	s.numberHeader(12, labels...)
	s.frozen, s.grid, s.wide = 1, true, 3
	s.widths = append(s.widths, 3, 62, 20, 3, 13, 13, 13, 13, 13, 3, 12, 16)
	c.fill(s, 1, workColumns, func(int, int) any { return nil })
}

// writeChartPoints writes what the chart draws: the cumulative present value from
// period 0, where only the acquisition cost has been spent.
func (c *customer) writeChartPoints() {
	s := c.workings
	s.say(headRow, chartColumn, lookHeader, c.book.text("work.chart_period"))
	s.say(headRow, chartColumn+1, lookHeader, c.book.text("work.chart_value"))
	at := func(row, col int, form form, formula string, value any) {
		s.put(row, col, style{lookCell, form}, c.at(s, formula), value)
	}
	at(firstRow, chartColumn, formWhole, `0`, 0)
	at(firstRow, chartColumn+1, formMoney, `IF(@inputs_valid=0,0,-@acquisition_cost)`, -c.result.Scenario.AcquisitionCost.Decimal.InexactFloat64())
	period, value := parse(`[period]`), parse(`[cumulative_present_value]`)
	for i, row := range c.result.Schedule {
		s.put(firstRow+1+i, chartColumn, style{lookCell, formWhole}, c.render(period, s, firstRow+i), row.Period.Int())
		s.put(firstRow+1+i, chartColumn+1, style{lookCell, formMoney}, c.render(value, s, firstRow+i), row.CumulativePresentValue.Float64())
	}
}
