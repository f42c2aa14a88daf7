package workbook

// writeTerms writes the numbers that follow from the inputs once and for all: how
// many periods count, the periods of a year, the offset of the cash in its period.
// valid is the range of the checks on the customer's inputs.
func (c *customer) writeTerms(checks ...string) {
	b := c.book
	c.derive("inputs_valid", formWhole, `IF(`+wrongInputs(checks)+`=0,1,0)`)
	c.derive("last_period", formWhole, `IF(@inputs_valid=0,0,@horizon)`)
	c.derive("periods_per_year", formWhole, `IF(@inputs_valid=0,1,CHOOSE(MATCH(@period,`+array(b.choiceWords("period"))+`,0),52,12,4,1))`)
	c.derive("timing_offset", formGeneral, `IF(@inputs_valid=0,0,(MATCH(@timing,`+array(b.choiceWords("timing"))+`,0)-1)/2)`)
	valid := func(formula string) string { return `IF(@inputs_valid=0,0,` + formula + `)` }
	c.derive("new_customer_cost", formGeneral, valid(`IF(ISBLANK(@cost_per_prospect),@acquisition_cost,@cost_per_prospect/@conversion_rate)`))
	c.derive("net_basket", formGeneral, valid(`@basket_value/(1+@vat_rate)`))
	c.derive("net_cap", formGeneral, valid(`IF(ISBLANK(@basket_cap),1E+20,@basket_cap/(1+@vat_rate))`))
	c.derive("net_add_on", formGeneral, valid(`@add_on_value/(1+@vat_rate)`))
	c.derive("survival_length", formWhole, `COUNT(@survival_curve)`)
	c.derive("curve_length", formWhole, `COUNT(@retention_curve)`)
	c.derive("last_rate", formFactor, valid(`IF(@survival_length>1,`+lastRatio+`,IF(@survival_length=1,INDEX(@survival_curve,1,1),`+
		`IF(@curve_length>0,INDEX(@retention_curve,@curve_length,1),@repeat_purchase_rate)))`))
	c.derive("add_on_margin", formRate, `IF(@inputs_valid=0,0,IF(ISBLANK(@add_on_margin_rate),@margin_rate,@add_on_margin_rate))`)
	c.derive("period_factor", formGeneral, `IF(@inputs_valid=0,0,(1+@annual_discount_rate)^(-1/@periods_per_year))`)
	c.derive("first_factor", formGeneral, `IF(@inputs_valid=0,0,@period_factor^@timing_offset)`)
}

// lastRatio is the share of a survival curve that is kept in the end.
const lastRatio = `IF(INDEX(@survival_curve,@survival_length-1,1)=0,0,INDEX(@survival_curve,@survival_length,1)/INDEX(@survival_curve,@survival_length-1,1))`

// retained is the share kept from the period to the next: the constant rate, the
// curve's, or that of a survival curve, S_{t+1} ÷ S_t. The last one repeats.
const retained = `IF(@inputs_valid=0,0,IF(@survival_length>0,IF([survival]=0,0,IF([number]<=@survival_length,INDEX(@survival_curve,[number],1)/[survival],@last_rate)),` +
	`IF(@curve_length>0,INDEX(@retention_curve,MIN([number],@curve_length),1),@repeat_purchase_rate)))`

// wrongInputs counts the inputs that are not allowed.
func wrongInputs(checks []string) string {
	formula := ""
	for i, cells := range checks {
		if i > 0 {
			formula += "+"
		}
		formula += `SUMPRODUCT((` + cells + `<>"")*1)`
	}
	return formula
}

// figureTerms are the numbers behind the figures of one customer.
var figureTerms = []struct {
	name    string
	form    form
	formula string
}{
	{"per_order", formGeneral, `IF(@inputs_valid=0,0,IF(ABS(` + addOn + `-@service_cost_per_order)<=1E-12*@service_cost_per_order,0,` + addOn + `-@service_cost_per_order))`},
	{"tolerance", formGeneral, `IF(@inputs_valid=0,0,MIN(@new_customer_cost/2,1E-12*@new_customer_cost+1E-15*SUM([revenue:],[service_cost:])))`},
	{"payback_row", formWhole, `IF(SUM([earned:])=0,0,MATCH(1,[earned:],0))`},
	{"discounted_payback_row", formWhole, `IF(SUM([earned_discounted:])=0,0,MATCH(1,[earned_discounted:],0))`},
	{"unrounded_value", formGeneral, `SUM([present_value:])`},
	{"unrounded_net", formGeneral, `IF(@inputs_valid=0,0,@unrounded_value-@new_customer_cost)`},
	{"discounted_orders", formGeneral, `SUMPRODUCT([discount_factor:],[orders:])`},
	{"noise", formGeneral, `IF(@inputs_valid=0,0,1E-13*SUM([revenue:],[service_cost:])+1E-13*@new_customer_cost)`},
	{"figures_ready", formWhole, `IF(@inputs_valid=0,0,IF(MAX(SUM([revenue:]),SUM([orders:]),` +
		`ABS(@unrounded_value*SUM([spread:])),MAX(` + everyLine + `),-MIN(` + everyLine + `))>1E+15,0,1))`},
}

const (
	addOn     = `@add_on_margin*@add_on_rate*@net_add_on`
	everyLine = `[active_share:],[orders:],[basket_value:],[revenue:],[gross_margin:],[service_cost:],[contribution:],[discount_factor:],` +
		`[present_value:],[cumulative_contribution:],[cumulative_present_value:]`
)

// writeFigureTerms writes them.
func (c *customer) writeFigureTerms() {
	for _, x := range figureTerms {
		c.derive(x.name, x.form, x.formula)
	}
}
