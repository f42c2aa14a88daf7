package workbook

// ageLines are what one customer of a kind brings at each age.
//
//	orders = S_t·n_t, goods = S_t·n_t·b_t
var ageLines = []lineSpec{
	{name: "retention", form: formFactor,
		next: retained},
	{name: "survival", form: formFactor, first: `1`, next: `[survival^]*[retention^]`},
	{name: "orders_each", form: formAmount,
		first: inHorizon(`@orders_per_period`),
		next:  inHorizon(`MIN(1E+200,[orders_each^]*(1+@order_growth_rate))`)},
	{name: "basket_each", form: formGiven,
		first: inHorizon(`MIN(@net_cap,@net_basket,1E+20)`),
		next:  inHorizon(`MIN(@net_cap,[basket_each^]*(1+@basket_growth_rate),1E+20)`)},
	{name: "active_each", form: formFactor, next: inHorizon(`[survival]`)},
	{name: "leaving_each", form: formFactor, next: inHorizon(`[survival]*(1-[retention])`)},
	{name: "orders_by_age", form: formAmount, next: `[active_each]*[orders_each]`},
	{name: "goods_by_age", form: formGiven, next: `[orders_by_age]*[basket_each]`},
	{name: "active_last_first", form: formFactor, next: lastFirst("active_each")},
	{name: "leaving_last_first", form: formFactor, next: lastFirst("leaving_each")},
	{name: "orders_last_first", form: formAmount, next: lastFirst("orders_by_age")},
	{name: "goods_last_first", form: formGiven, next: lastFirst("goods_by_age")},
}

func lastFirst(line string) string { return `INDEX([` + line + `:],1,@ages+1-[number])` }

// comingLines are who comes in each period: planned, and with those who were
// there before.
var comingLines = []lineSpec{
	{name: "planned", form: formCustomers,
		first: inPlan(`IF(@list_length>0,INDEX(@new_customers,1,1),@new_customers_first)`),
		next:  inPlan(`IF(@list_length>0,INDEX(@new_customers,MIN([number],@list_length),1),MIN(1E+20,[planned^]*(1+@new_customers_growth_rate)))`)},
	{name: "referred", form: formCustomers, first: `0`, next: inPlan(`IF(@by_mouth=0,0,MIN(1E+200,@referrals_per_period*[active^]))`)},
	{name: "deterred", form: formCustomers, first: `0`,
		next: inPlan(`IF(@by_mouth=0,0,MIN(@deterred_per_lost_customer*[left^],[planned]+[referred]))`)},
	{name: "won", form: formCustomers, next: `[planned]+[referred]-[deterred]`},
	{name: "joining", form: formCustomers, first: inPlan(`[won]+@opening_customers`), next: `[won]`},
}

// cohortSums are the lines that add up over all who have come so far what each
// brings at the age they have reached:
//
//	Σ_{i≤j, j−i<N} w_i·(the customer's row j−i)
var cohortSums = []struct{ name, back string }{
	{"active", "active_last_first"}, {"left", "leaving_last_first"}, {"bought", "orders_last_first"}, {"goods", "goods_last_first"},
}

// kindLines are what the customers of a kind bring in each period, to the last of
// them; costs fall at the start of a period, contributions at the timing's moment
// in it.
//
//	referred_j      = ρ·active_{j−1}, deterred_j = min(δ·left_{j−1}, u_j + referred_j)
//	lost_j          = active_{j−1} + w_j − active_j
//	acquisition_j   = u_j·A(1+h)^j
//	present_value_j = contribution_j·D_j − acquisition_j·(1+d)^(−j/p)
var kindLines = []lineSpec{
	{name: "lost", form: formCustomers, first: `0`,
		next: inPlan(`IF(ABS(` + lost + `)<=1E-12*([active^]+[joining]),0,` + lost + `)`)},
	{name: "sold", form: formCustomers, next: `[season]*[bought]`},
	{name: "revenue", form: formMoney, next: ifValid(`[season]*([goods]+[bought]*@add_on_rate*@net_add_on)`)},
	{name: "gross_margin", form: formMoney, next: ifValid(`[season]*(@margin_rate*[goods]+[bought]*@add_on_margin*@add_on_rate*@net_add_on)`)},
	{name: "service_cost", form: formMoney, next: ifValid(`[season]*[bought]*@service_cost_per_order+[active]*@service_cost_per_period`)},
	{name: "contribution", form: formMoney, next: `[gross_margin]-[service_cost]`},
	{name: "acquisition_cost_spent", form: formMoney, next: ifValid(`[planned]*@new_customer_cost*(1+@acquisition_cost_growth_rate)^([number]-1)`)},
	{name: "kind_present_value", form: formMoney,
		next: inPlan(`[contribution]*` + discountAfter(`([number]-1+@timing_offset)/@periods_per_year`) +
			`-[acquisition_cost_spent]*` + discountAfter(`([number]-1)/@periods_per_year`))},
	{name: "still_to_come", form: formMoney,
		next: ifValid(`IF([number]<=@last_plan_period,0,[contribution]*` + discountAfter(`([number]-1-@last_plan_period+@timing_offset)/@periods_per_year`) + `)`)},
}

const lost = `[active^]+[joining]-[active]`

func ifValid(formula string) string { return `IF(@inputs_valid=0,0,` + formula + `)` }

func inPlan(formula string) string {
	return `IF([number]>@last_plan_period,0,` + formula + `)`
}

// block is the part of the workings that belongs to one kind of customers.
func (p *business) block(c *customer) {
	long := p.ages + p.periods - 1
	c.heading(c.name, c.nameFormula(p.work))
	c.writeTerms(p.checksOf(c)...)
	c.derive("ages", formWhole, itoa(p.ages))
	c.derive("list_length", formWhole, `COUNT(@new_customers)`)
	c.heading(p.text("title.by_age"), "")
	c.table(ageLines, p.ages)
	c.heading(p.text("title.by_period"), "")
	c.table(comingLines, long)
	for _, x := range cohortSums {
		p.cohortLine(c, x.name, x.back, long)
	}
	c.table(kindLines, long)
	c.derive("kind_equity", formGeneral, `SUM([still_to_come:])`)
}

// cohortLine writes a line of cohort sums.
func (p *business) cohortLine(c *customer, name, back string, long int) {
	c.lines[name] = line{p.work, c.row, periodColumn, periodColumn + long - 1}
	if !c.only {
		form := formCustomers
		if name == "goods" {
			form = formGiven
		}
		p.work.say(c.row, labelColumn, lookLabel, p.text("work."+name))
		for q := 1; q <= long; q++ {
			p.work.put(c.row, periodColumn+q-1, style{lookCell, form}, p.cohortSum(c, back, q), nil)
		}
	}
	c.row++
}

// cohortSum multiplies those who started in the periods up to q, from the oldest
// cohort that is not yet beyond its last age on, with what one of them brings at
// the age that each has reached: in the line that begins with the last age, i
// stands beside the age q − i.
func (p *business) cohortSum(c *customer, back string, q int) string {
	from, to := max(1, q-p.ages+1), min(q, p.periods)
	cells := func(name string, first, last int) string {
		row := itoa(c.lines[name].row)
		return "$" + p.letters(periodColumn+first-1) + "$" + row + ":$" + p.letters(periodColumn+last-1) + "$" + row
	}
	return `SUMPRODUCT(` + cells("joining", from, to) + `,` + cells(back, p.ages-q+from, p.ages-q+to) + `)`
}
