package workbook

// arithmetic is a check on the workbook's own sums: a difference that is zero.
type arithmetic struct {
	key     string // of its label
	formula string // of the difference
	scale   string // of what it is a difference of
}

// valueChecks are those of a customer.
var valueChecks = []arithmetic{
	{"too_large", `IF(@inputs_valid=0,0,1-@figures_ready)`, `0`},
	{"value_total", `INDEX([cumulative_present_value:],1,MAX(1,@last_period))-SUM([present_value:])+IF(@inputs_valid=0,0,@new_customer_cost)`, `SUM([revenue:],[service_cost:])`},
	{"contribution_total", `SUM([revenue:])-SUM([contribution:])-(SUM([revenue:])-SUM([gross_margin:]))-SUM([service_cost:])`, `SUM([revenue:],[service_cost:])`},
	{"leaving_total", `IF(@inputs_valid=0,0,1-SUM([leaving:]))`, `1`},
	{"years_total", `SUM([year_contribution:])-SUM([contribution:])`, `SUM([revenue:],[service_cost:])`},
}

// writeArithmetic writes the checks below those on the inputs, a column for each
// customer, and at the top how many checks fail.
func (v *valuation) writeArithmetic() {
	s, row := v.check, v.in.ends+2
	for col := 1; col <= v.in.checkColumn()-1; col++ {
		s.say(row, col, lookGroup, "")
	}
	s.say(row, 1, lookGroup, v.text("title.arithmetic"))
	for _, x := range valueChecks {
		row++
		s.say(row, 1, lookLabel, v.text("arithmetic."+x.key))
		for i, c := range v.customers {
			s.put(row, v.in.column(i), style{lookCell, formSpare}, c.at(s, x.withoutNoise()), 0)
		}
	}
	if v.comparison != nil {
		row++
		s.say(row, 1, lookLabel, v.text("check.differ"))
		s.put(row, firstCustomer, style{lookCell, formSpare}, v.comparison.common.at(s, `1-@comparable`), 0)
	}
	v.failing = v.in.sumChecks(v.in.ends, v.in.ends+3, row)
}

// withoutNoise is the difference without the noise of the spreadsheet's arithmetic.
func (x arithmetic) withoutNoise() string {
	return `IF(ABS(` + x.formula + `)<=1E-9*(` + x.scale + `)+1E-9,0,` + x.formula + `)`
}

// sumChecks writes how many checks fail, 0 where all is well, and returns the
// cell: those on inputs to the row ends, those on sums from first to last.
func (in *inputs) sumChecks(ends, first, last int) area {
	s := in.checks
	right := letters(in.column(len(in.customers) - 1))
	wrong := `SUMPRODUCT(($D$` + itoa(firstRow) + `:$` + right + `$` + itoa(ends) + `<>"")*1)`
	sums := `SUMPRODUCT(($D$` + itoa(first) + `:$` + right + `$` + itoa(last) + `<>0)*1)`
	s.say(statusRow, 1, lookLabel, in.text("title.failing"))
	s.put(statusRow, firstCustomer, style{lookFigure, formWhole}, wrong+`+`+sums, 0)
	return area{s, firstCustomer, statusRow, firstCustomer, statusRow}
}
