package workbook

import "strings"

// compared are the numbers of each customer that the comparison builds on, not
// rounded: from the customer's own sheets, then from the table of cumulative
// present values.
var compared = []struct{ name, formula, label string }{
	{"inputs_valid", `@inputs_valid`, "inputs_valid"},
	{"figures_ready", `@figures_ready`, "figures_ready"},
	{"net", `@unrounded_net`, "unrounded_net"},
	{"value", `@unrounded_value`, "unrounded_value"},
	{"discounted_orders", `@discounted_orders`, "discounted_orders"},
	{"acquisition_cost", `IF(@inputs_valid=0,0,@acquisition_cost)`, ""},
	{"noise", `1E-13*SUM([revenue:],[service_cost:])+1E-13*{acquisition_cost}`, "tolerance"},
	{"behind_until", ``, "behind_until"},
}

const comparedRow = firstRow

// writeWorkings writes the numbers of compared, what holds for all customers, and
// the cumulative present values by period, from which the chart is drawn and the
// last period is found in which a customer is behind the baseline. A schedule
// that ends earlier is continued flat.
func (c *comparison) writeWorkings() {
	s := c.workings
	s.say(titleRow, 1, lookTitle, c.text("title.workings"))
	s.say(introRow, 1, lookIntro, c.text("note.workings"))
	s.grid, s.wide, s.frozen = true, 1, 1
	labels := []string{c.lang.Label("value")}
	s.numberHeader(14, append(labels, c.result.Names...)...)
	s.widths[0] = 54
	for i, x := range compared {
		c.rows[x.name] = comparedRow + i
	}
	c.rows["comparable"] = comparedRow + len(compared)
	c.rows["baseline_valid"] = c.rows["comparable"] + 1
	c.rows["baseline_in_use"] = c.rows["comparable"] + 2
	c.rows["longest"] = c.rows["comparable"] + 3
	c.rows["cumulative"] = c.rows["comparable"] + 6
	c.writeCompared()
	c.writeCommon()
	c.writeCumulative()
}

func (c *comparison) writeCompared() {
	s, first, last := c.workings, c.rows["cumulative"]+1, c.rows["cumulative"]+c.longest
	for j, x := range compared {
		label := c.text("work." + x.label)
		if x.label == "" {
			label = c.lang.Label(x.name)
		}
		s.say(comparedRow+j, 1, lookLabel, label)
		for i, one := range c.customers {
			formula := strings.ReplaceAll(x.formula, "{acquisition_cost}", cellName(2+i, c.rows["acquisition_cost"]))
			if x.name == "behind_until" {
				column := letters(c.behindColumn(i))
				formula = `MAX(` + column + itoa(first) + `:` + column + itoa(last) + `)`
			}
			s.put(comparedRow+j, 2+i, style{lookCell, formGeneral}, one.at(s, formula), nil)
		}
	}
}

// writeCommon writes what holds for all customers.
func (c *comparison) writeCommon() {
	s := c.workings
	same := []string{}
	for _, field := range []string{"currency", "period", "decimals"} {
		for _, one := range c.customers[1:] {
			same = append(same, c.customers[0].at(s, "@"+field)+"="+one.at(s, "@"+field))
		}
	}
	baseline := c.sheet.quoted() + "!baseline"
	n := itoa(len(c.customers))
	in := `IF(ISNUMBER(` + baseline + `),IF(OR(` + baseline + `<1,` + baseline + `>` + n + `,` + baseline + `<>INT(` + baseline + `)),0,1),0)`
	put := func(name, formula string) {
		s.say(c.rows[name], 1, lookLabel, c.text("work."+name))
		s.put(c.rows[name], 2, style{lookCell, formGeneral}, formula, nil)
	}
	put("comparable", c.fillIn(`IF({baseline_valid}=0,0,IF(MIN(`+c.row("inputs_valid")+`)=0,0,IF(AND(`+strings.Join(same, ",")+`),1,0)))`, 0))
	put("baseline_valid", in)
	put("baseline_in_use", c.fillIn(`IF({baseline_valid}=0,1,`+baseline+`)`, 0))
	put("longest", itoa(c.longest))
}

// behindColumn is where the periods stand in which customer i is behind.
func (c *comparison) behindColumn(i int) int { return len(c.customers) + 3 + i }

func (c *comparison) writeCumulative() {
	s, top := c.workings, c.rows["cumulative"]
	s.say(top-1, 1, lookHeader, c.lang.Label("period"))
	for i, one := range c.customers {
		s.put(top-1, 2+i, style{look: lookNumberHeader}, c.nameFormula(i), c.result.Names[i])
		s.say(top-1, c.behindColumn(i), lookNumberHeader, c.text("work.behind", "name", c.result.Names[i]))
		s.put(top, 2+i, style{lookCell, formMoney}, `-`+cellName(2+i, c.rows["acquisition_cost"]), -one.result.Scenario.AcquisitionCost.Decimal.InexactFloat64())
	}
	for len(s.widths) < c.behindColumn(len(c.customers)) {
		s.widths = append(s.widths, 14)
	}
	for t := 0; t <= c.longest; t++ {
		row := top + t
		s.put(row, 1, style{lookCell, formWhole}, "", t)
		for i, one := range c.customers {
			if t > 0 {
				formula, value := one.cumulative(s, t, cellName(2+i, row-1))
				s.put(row, 2+i, style{lookCell, formMoney}, formula, value)
				c.writeBehind(row, i)
			}
		}
	}
}

// cumulative returns the formula and value of the cumulative present value after
// t periods; before is the cell of the period before.
func (c *customer) cumulative(s *sheet, t int, before string) (formula string, value any) {
	last := c.result.Schedule[min(t, c.rows)-1].CumulativePresentValue.Float64()
	if t > c.rows {
		return before, last
	}
	return c.render(parse(`[cumulative_present_value]`), s, firstRow+t-1), last
}

// writeBehind writes the period's number where customer i is behind the baseline,
// else zero.
func (c *comparison) writeBehind(row, i int) {
	line := "$" + letters(2) + itoa(row) + ":$" + letters(1+len(c.customers)) + itoa(row)
	f := c.fillIn(`IF(`+cellName(2+i, row)+`-INDEX(`+line+`,1,{baseline_in_use})<-{noise}-{noise_0},$A`+itoa(row)+`,0)`, i)
	f = strings.ReplaceAll(f, c.workings.quoted()+"!", "")
	c.workings.put(row, c.behindColumn(i), style{lookCell, formWhole}, f, nil)
}

// row is the range of a number of compared over all customers.
func (c *comparison) row(name string) string {
	return c.workings.address(2, c.rows[name], 1+len(c.customers), c.rows[name])
}

// one is the cell of a number that all customers share.
func (c *comparison) one(name string) string {
	return c.workings.address(2, c.rows[name], 2, c.rows[name])
}

// fillIn replaces {x} by the cell of number x of customer i, and {x_0} by that of
// the baseline.
func (c *comparison) fillIn(formula string, i int) string {
	for _, x := range compared {
		formula = strings.ReplaceAll(formula, "{"+x.name+"}", c.workings.address(2+i, c.rows[x.name], 2+i, c.rows[x.name]))
		formula = strings.ReplaceAll(formula, "{"+x.name+"_0}", `INDEX(`+c.row(x.name)+`,`+c.one("baseline_in_use")+`)`)
	}
	for _, name := range []string{"comparable", "baseline_valid", "baseline_in_use", "longest"} {
		formula = strings.ReplaceAll(formula, "{"+name+"}", c.one(name))
	}
	return formula
}
