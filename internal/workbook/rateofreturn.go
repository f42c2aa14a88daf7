package workbook

// halvings is the number of times the interval for ln(1+i) is halved: enough for
// every bit of a double.
const halvings = 61

// rateLines are the bisection on y = ln(1+i), a column for each step: the
// interval, its middle, and the net present value there, counted from the first
// period with a gain and in units of the greatest flow,
//
//	Σ ±e^(ln|contribution_t| − L − (t+o−g)/p·y) − e^(ln A − L + g/p·y)
//
// in which exponents beyond ±600 are held there, so that nothing overflows: both
// sides cannot be so large. A power of e works it out for a whole line in every
// spreadsheet; EXP does not in Gnumeric. The first two columns look at the ends of the range
// that is searched, (−0.999999, 1e6]; the others halve it. By the sign rule
// there is a single root, and the net present value falls through it.
var rateLines = []lineSpec{
	{name: "low", form: formFactor, first: `LN(0.000001)`, next: `IF([number]<4,[low^],IF([balance^]>0,[middle^],[low^]))`},
	{name: "high", form: formFactor, first: `LN(1000001)`, next: `IF([number]<4,[high^],IF([balance^]>0,[high^],[middle^]))`},
	{name: "middle", form: formFactor, next: `IF([number]=1,[low],IF([number]=2,[high],([low]+[high])/2))`},
	{name: "balance", form: formFactor,
		next: `IF(@rate_defined=0,0,SUMPRODUCT([sign:]*EXP(1)^(` + exponent + `-(` + exponent + `>600)*(` + exponent + `-600)-(` + exponent + `<-600)*(` + exponent + `+600)))` +
			`-EXP(MAX(-600,MIN(600,LN(@new_customer_cost)-@greatest_log+@gain_years*[middle]))))`},
}

const exponent = `([log:]-@greatest_log-([years:]-@gain_years)*[middle])`

// writeRateOfReturn writes the bisection.
func (c *customer) writeRateOfReturn() {
	c.heading(c.book.text("title.rate_of_return"), "")
	c.derive("rate_defined", formWhole, `IF(@inputs_valid=0,0,IF(AND(@new_customer_cost>0,SUM([change:])=1,INDEX([last_sign:],1,@last_period)=1),1,0))`)
	c.derive("greatest_log", formFactor, `MAX([log:])`)
	c.derive("gain_years", formFactor, `IF(@rate_defined=0,0,INDEX([years:],1,MATCH(1,[sign:],0)))`)
	row := c.row
	c.row++
	c.table(rateLines, halvings+2)
	after := c.row
	c.row = row
	c.derive("rate_found", formWhole, `IF(AND(@rate_defined=1,INDEX([balance:],1,1)>0,INDEX([balance:],1,2)<=0),1,0)`)
	c.row = after
}
