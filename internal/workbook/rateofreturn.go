package workbook

// halvings is the number of times the interval for ln(1+i) is halved: enough for
// every bit of a double.
const halvings = 61

// rateColumns are the columns of the bisection on y = ln(1+i): the interval, its
// middle, and the net present value there,
//
//	Σ ±e^(ln|contribution_t| − y(t+o)/p − shift) − e^(ln A − shift)
//
// with the greatest exponent as the shift, so that nothing overflows.
var rateColumns = []string{"low", "high", "middle", "shift", "balance"}

// writeRateOfReturn writes the bisection. The first two rows look at the ends of
// the range that is searched, (−0.999999, 1e6]; the others halve it. By the sign
// rule there is a single root, and the net present value falls through it.
func (c *customer) writeRateOfReturn() {
	s := c.workings
	for i, name := range rateColumns {
		s.say(headRow, rateColumn+i, lookHeader, c.book.text("work."+name))
	}
	c.heading("title.rate_of_return")
	c.derive("rate_defined", formWhole, `IF(@inputs_valid=0,0,IF(AND(@acquisition_cost>0,SUM([change:])=1,INDEX([last_sign:],`+
		itoa(c.rows)+`)=1),1,0))`)
	c.derive("rate_found", formWhole, `IF(AND(@rate_defined=1,INDEX([balance:],1)>0,INDEX([balance:],2)<=0),1,0)`)
	defined := func(formula string) string { return `IF(@rate_defined=0,0,` + formula + `)` }
	shift := defined(`MAX(LN(@acquisition_cost),SUMPRODUCT(MAX([log:]-[years:]*[middle])))`)
	balance := defined(`SUMPRODUCT([sign:]*EXP([log:]-[years:]*[middle]-[shift]))-EXP(LN(@acquisition_cost)-[shift])`)
	for i := range halvings + 2 {
		low, high, middle := `IF([balance^]>0,[middle^],[low^])`, `IF([balance^]>0,[high^],[middle^])`, `([low]+[high])/2`
		switch i {
		case 0:
			low, high, middle = `LN(0.000001)`, `LN(1000001)`, `[low]`
		case 1:
			low, high, middle = `[low^]`, `[high^]`, `[high]`
		case 2:
			low, high = `[low^]`, `[high^]`
		}
		for j, f := range []string{low, high, middle, shift, balance} {
			row := firstRow + i
			s.put(row, rateColumn+j, style{lookCell, formFactor}, c.render(parse(f), s, row), nil)
		}
	}
}
