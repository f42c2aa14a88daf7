package workbook

import (
	"strings"

	"blyant/model/plan"
)

// cohortSums are the columns that add a figure of one customer over all who have
// come so far:
//
//	Σ_{i≤j, j−i<N} w_i·(the customer's row j−i)
var cohortSums = map[string]string{
	"plan_active_customers": "back_active_share",
	"plan_orders":           "back_orders",
	"plan_revenue":          "back_revenue",
	"plan_gross_margin":     "back_gross_margin",
	"plan_service_cost":     "back_service_cost",
}

// planColumns are the figures of a period of the plan, in their order. Periods
// beyond the last one that counts are zero.
//
//	lost_j          = active_{j−1} + w_j − active_j
//	acquisition_j   = w_j·A
//	cash_flow_j     = contribution_j − acquisition_j − fixed_cost_j
//	present_value_j = contribution_j·D_j − (acquisition_j + fixed_cost_j)·(1+d)^(−j/p)
var planColumns = []columnSpec{
	{name: "plan_period", form: formWhole, first: `1`, next: `[plan_period^]+1`},
	{name: "plan_new_customers", form: formAmount,
		first: inPlan(`IF(@list_length>0,INDEX(@new_customers,1),@new_customers_first)`),
		next:  inPlan(`IF(@list_length>0,INDEX(@new_customers,MIN([plan_period],@list_length)),MIN(1E+20,[plan_new_customers^]*(1+@new_customers_growth_rate)))`)},
	{name: "plan_active_customers", form: formAmount},
	{name: "plan_lost_customers", form: formAmount, first: `0`,
		next: inPlan(`IF(ABS(` + lost + `)<=1E-12*([plan_active_customers^]+[plan_new_customers]),0,` + lost + `)`)},
	{name: "plan_orders", form: formAmount},
	{name: "plan_revenue", form: formMoney},
	{name: "plan_gross_margin", form: formMoney},
	{name: "plan_service_cost", form: formMoney},
	{name: "plan_contribution", form: formMoney, next: `[plan_gross_margin]-[plan_service_cost]`},
	{name: "plan_acquisition_cost", form: formMoney, next: inPlan(`[plan_new_customers]*@acquisition_cost`)},
	{name: "plan_fixed_cost", form: formMoney,
		first: inPlan(`@fixed_cost_per_period+0`),
		next:  inPlan(`MIN(1E+20,[plan_fixed_cost^]*(1+@fixed_cost_growth_rate))`)},
	{name: "plan_cash_flow", form: formMoney, next: `[plan_contribution]-[plan_acquisition_cost]-[plan_fixed_cost]`},
	{name: "plan_closing_cash", form: formMoney, next: `IF(@inputs_valid=0,0,@opening_cash+[surplus])`},
	{name: "plan_present_value", form: formMoney,
		next: `[plan_contribution]*[cash_factor]-([plan_acquisition_cost]+[plan_fixed_cost])*[start_factor]`},
}

const lost = `[plan_active_customers^]+[plan_new_customers]-[plan_active_customers]`

func inPlan(formula string) string {
	return `IF([plan_period]>@last_plan_period,0,` + formula + `)`
}

// writePlan writes the plan by period, whose cached values are the answer's.
func (p *businessPlan) writePlan() {
	s, b := p.plan, p.book
	s.say(titleRow, 1, lookTitle, b.text("title.plan"))
	s.put(introRow, 1, style{look: lookIntro}, p.moneySentence(s), p.moneyCached())
	p.status(s)
	var labels []string
	figures := plan.ScheduleFigures()
	for _, f := range figures {
		labels = append(labels, b.lang.Label(f.Name))
	}
	s.numberHeader(13, labels...)
	s.frozen, s.grid = 1, true
	for i, spec := range planColumns {
		cached := func(_, row int) any {
			value := figures[i].Of(&p.planned.Schedule[row])
			s.widen(i+1, value)
			return cached(value)
		}
		if back, summed := cohortSums[spec.name]; summed {
			p.fillSums(i+1, spec, back, cached)
			continue
		}
		p.fill(s, i+1, planColumns[i:i+1], cached)
	}
}

// fillSums writes a column of cohort sums.
func (p *businessPlan) fillSums(col int, spec columnSpec, back string, cached func(spec, row int) any) {
	for j := range p.periods {
		formula := p.render(parse(inPlan(`{sum}`)), p.plan, firstRow+j)
		formula = strings.Replace(formula, "{sum}", p.cohortSum(back, j), 1)
		p.plan.put(firstRow+j, col, style{lookCell, spec.form}, formula, cached(0, j))
	}
}

// cohortSum multiplies those who started in the periods up to j, from the oldest
// cohort that is not yet beyond its horizon on, with what one of them brings at
// the age that each has reached: the end of the column that begins with the last
// age.
func (p *businessPlan) cohortSum(back string, j int) string {
	n := min(j+1, p.rows)
	joining, figure := p.columns["joining"], p.columns[back]
	from := func(c column, last int) string {
		return p.workings.quoted() + "!$" + c.letters + "$" + itoa(last-n+1) + ":$" + c.letters + "$" + itoa(last)
	}
	return `SUMPRODUCT(` + from(joining, firstRow+j) + `,` + from(figure, figure.last) + `)`
}
