package workbook

// writeTerms writes the numbers that follow from the inputs once and for all: how
// many periods count, the periods of a year through a look-up, the offset of the
// cash in its period.
func (c *customer) writeTerms() {
	checks := c.inputs.address(checkColumn, c.checks[0], checkColumn, c.checks[1])
	c.workings.say(headRow, workColumn, lookHeader, c.book.text("title.constants"))
	c.workings.say(headRow, workColumn+1, lookHeader, "")
	c.derive("inputs_valid", formWhole, `IF(SUMPRODUCT(LEN(`+checks+`))=0,1,0)`)
	c.derive("last_period", formWhole, `IF(@inputs_valid=0,0,@horizon)`)
	c.derive("periods_per_year", formWhole, `IF(@inputs_valid=0,1,CHOOSE(MATCH(@period,`+array(choices("period"))+`,0),52,12,4,1))`)
	c.derive("timing_offset", formGeneral, `IF(@inputs_valid=0,0,(MATCH(@timing,`+array(choices("timing"))+`,0)-1)/2)`)
	c.derive("curve_length", formWhole, `COUNT(@retention_curve)`)
	c.derive("add_on_margin", formRate, `IF(@inputs_valid=0,0,IF(ISBLANK(@add_on_margin_rate),@margin_rate,@add_on_margin_rate))`)
}

// writeConstants writes the terms, and the numbers behind the figures of one
// customer.
func (c *customer) writeConstants() {
	c.writeTerms()
	add := `@add_on_margin*@add_on_rate*@add_on_value`
	c.derive("per_order", formGeneral, `IF(@inputs_valid=0,0,IF(ABS(`+add+`-@service_cost_per_order)<=1E-12*@service_cost_per_order,0,`+add+`-@service_cost_per_order))`)
	c.derive("tolerance", formGeneral, `IF(@inputs_valid=0,0,MIN(@acquisition_cost/2,1E-12*@acquisition_cost+1E-15*SUM([revenue:],[service_cost:])))`)
	c.derive("payback_row", formWhole, `IF(SUM([earned:])=0,0,MATCH(1,[earned:],0))`)
	c.derive("discounted_payback_row", formWhole, `IF(SUM([earned_discounted:])=0,0,MATCH(1,[earned_discounted:],0))`)
	c.derive("unrounded_value", formGeneral, `SUM([present_value:])`)
	c.derive("unrounded_net", formGeneral, `IF(@inputs_valid=0,0,@unrounded_value-@acquisition_cost)`)
	c.derive("discounted_orders", formGeneral, `SUMPRODUCT([discount_factor:],[orders:])`)
	all := `[active_share:],[orders:],[basket_value:],[revenue:],[gross_margin:],[service_cost:],[contribution:],[discount_factor:],` +
		`[present_value:],[cumulative_contribution:],[cumulative_present_value:]`
	c.derive("figures_ready", formWhole, `IF(@inputs_valid=0,0,IF(MAX(SUM([revenue:]),SUM([orders:]),`+
		`ABS(@unrounded_value*SUM([spread:])),MAX(`+all+`),-MIN(`+all+`))>1E+15,0,1))`)
}
