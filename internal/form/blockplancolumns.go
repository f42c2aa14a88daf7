package form

import "strconv"

// planColumn is a column of a plan to paste: its head, and its cell in a period.
type planColumn struct {
	name, head string
	cell       func(j int, r planRow) string
}

// columns are those of the plan. Rows hold no name of a function and no decimal mark of
// their own, so that they are the same in all spreadsheets.
func (w *planBlock) columns() []planColumn {
	label := w.lang.Label
	all := []planColumn{
		{"period", label("period"), func(j int, _ planRow) string { return strconv.Itoa(j + 1) }},
		{"new_customers", label("new_customers"), w.comers},
		{"active_customers", label("active_customers"), w.follows("active_customers", "block.stay", "1")},
		{"turnover", w.lang.Page("block.turnover"), w.follows("turnover", "block.stay_turnover", w.cells["block.first_turnover"])},
		{"orders", label("orders"), w.follows("orders", "block.stay_orders", w.ref("orders_per_period", "1"))},
		{"contribution", label("contribution"), w.contribution},
		{"acquisition_cost", label("acquisition_cost"), w.spent},
		{"fixed_cost", label("fixed_cost"), w.fixedCost},
		{"cash_flow", label("cash_flow"), w.cashFlow},
		{"closing_cash", label("closing_cash"), func(j int, r planRow) string {
			if j == 0 {
				return "=" + w.ref("opening_cash", "0") + "+" + r.here("cash_flow")
			}
			return "=" + r.before("closing_cash") + "+" + r.here("cash_flow")
		}},
		{"flow_run", w.lang.Page("block.flow_run"), run("flow_run", func(r planRow) string { return r.here("cash_flow") })},
		{"cash_run", w.lang.Page("block.cash_run"), run("cash_run", func(r planRow) string { return r.here("closing_cash") + "-" + w.ref("opening_cash", "0") })},
	}
	for i, s := range w.sums {
		name := "sum" + strconv.Itoa(i)
		all = append(all, planColumn{name, w.lang.Page("block.sum", "n", strconv.Itoa(i+1)), func(j int, r planRow) string {
			if j == 0 {
				return "=" + w.rest(s.discounted)
			}
			return "=" + r.before(name) + "*" + s.discounted + "+1"
		}})
	}
	return all
}

// comers are the new customers of a period.
func (w *planBlock) comers(j int, r planRow) string {
	switch growth, grows := w.at["new_customers_growth_rate"]; {
	case w.newest != nil:
		return w.newest[j]
	case j == 0:
		return "=" + w.ref("new_customers_first", "0")
	case grows:
		return "=" + r.before("new_customers") + "*(1+" + growth + ")"
	}
	return "=" + r.before("new_customers")
}

// follows is what is left of the period before, and what each new customer adds; in the
// first period, what all who are there add.
func (w *planBlock) follows(name, rate, each string) func(int, planRow) string {
	return func(j int, r planRow) string {
		if j > 0 {
			return "=" + r.before(name) + "*" + w.cells[rate] + "+" + r.here("new_customers") + times(each)
		}
		if opening, has := w.at["opening_customers"]; has {
			return "=(" + r.here("new_customers") + "+" + opening + ")" + times(each)
		}
		return "=" + r.here("new_customers") + times(each)
	}
}

// times multiplies, but by 1.
func times(factor string) string {
	if factor == "1" {
		return ""
	}
	return "*" + factor
}

// contribution is what the customers bring in a period.
func (w *planBlock) contribution(_ int, r planRow) string {
	sum := "=" + r.here("turnover") + times(w.ref("margin_rate", "1")) + "+" + r.here("orders") + "*" + w.cells["block.order_extra"]
	if k, has := w.at["service_cost_per_period"]; has {
		sum += "-" + r.here("active_customers") + "*" + k
	}
	return sum
}

// spent is what the new customers cost, who may get dearer.
func (w *planBlock) spent(_ int, r planRow) string {
	cost := "=" + r.here("new_customers") + "*" + w.acquisition()
	if dearer, has := w.at["acquisition_cost_growth_rate"]; has {
		cost += "*(1+" + dearer + ")^(" + r.here("period") + "-1)"
	}
	return cost
}

// fixedCost is rent and wages of a period.
func (w *planBlock) fixedCost(j int, r planRow) string {
	switch growth, grows := w.at["fixed_cost_growth_rate"]; {
	case w.fixed != nil:
		return w.fixed[j]
	case j == 0:
		return "=" + w.ref("fixed_cost_per_period", "0")
	case grows:
		return "=" + r.before("fixed_cost") + "*(1+" + growth + ")"
	}
	return "=" + r.before("fixed_cost")
}

// cashFlow is what is left of a period; what is invested is spent in the first.
func (w *planBlock) cashFlow(j int, r planRow) string {
	flow := "=" + r.here("contribution") + "-" + r.here("acquisition_cost") + "-" + r.here("fixed_cost")
	if at, invested := w.at["initial_investment"]; invested && j == 0 {
		flow += "-" + at
	}
	return flow
}

// run counts the periods in a row in which a value is not below 0, but for what binary
// numbers leave of a 0.
func run(name string, value func(planRow) string) func(int, planRow) string {
	return func(j int, r planRow) string {
		holds := "(" + value(r) + ">-1/10^6)"
		if j == 0 {
			return "=1*" + holds
		}
		return "=(" + r.before(name) + "+1)*" + holds
	}
}
