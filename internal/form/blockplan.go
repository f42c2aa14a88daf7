package form

import (
	"strconv"
	"strings"

	"blyant/internal/answer"
	"blyant/model/plan"
)

// longestPlan is the longest plan that is written out.
const longestPlan = 60

// planBlock writes a plan of one kind of customers, a row for each period. All who came
// stay at one rate and buy more or less at another, so that a row follows from the one
// before it and from who is new:
//
//	active_j = active_{j−1}·r + new_j
//
// and likewise what they buy, with r(1+f)(1+g), and how often, with r(1+f).
type planBlock struct {
	*block
	p       part
	periods int
	first   int                   // the row of the first period
	newest  []string              // customers, where each period has its own number
	fixed   []string              // fixed costs, likewise
	cells   map[string]string     // what is worked out once
	sums    []endSum              // what customers at hand bring after the plan
	column  map[string]columnName // by what stands there
}

// columnName is the letter of a column.
type columnName string

// endSum is a part of what one customer brings in a period: its size in the first, the
// cell of its growth from one to the next, and that of the growth of its present value.
type endSum struct{ size, growth, discounted string }

// pastePlan writes a plan; false where a row does not follow from the one before it: with
// several kinds of customers, seasons, word of mouth, a curve, a cap, or customers who
// leave at their horizon before the plan ends.
func (v *viewer) pastePlan(b *block, p part, name string) bool {
	w := planBlock{block: b, p: p, periods: len(p.schedule), cells: map[string]string{}, column: map[string]columnName{}}
	if !w.fits() || !b.inputs(p, name) {
		return false
	}
	for _, f := range plan.Fields() {
		if f.Numeric() && f.Name != "plan_periods" && len(list(p.inputs, f.Name)) == 0 {
			b.field(f, p.inputs, f.Name == "opening_cash" || f.Name == "fixed_cost_per_period")
		}
	}
	w.once()
	w.table()
	w.figures()
	return true
}

// fits reports whether a row of the plan follows from the one before it.
func (w *planBlock) fits() bool {
	horizon := number(cell(w.p.scenario, "horizon")).IntPart()
	capped := cell(w.p.scenario, "basket_cap").Kind != answer.Null
	curved := len(list(w.p.scenario, "retention_curve"))+len(list(w.p.scenario, "survival_curve")) > 0
	rich := len(records(w.p.inputs.Get("segments"))) > 0 || len(list(w.p.inputs, "seasonality")) > 0 || text(w.p.inputs, "word_of_mouth") == plan.On
	return w.periods <= longestPlan && horizon >= int64(w.periods) && !capped && !curved && !rich
}

// once writes what is the same in all rows.
func (w *planBlock) once() {
	line := func(key, formula string) {
		w.cells[key] = w.put(w.lang.Page(key), "="+formula)
	}
	growth := func(name string) string {
		if at, grows := w.at[name]; grows {
			return "*(1+" + at + ")"
		}
		return ""
	}
	n := w.ref("orders_per_period", "1")
	line("block.stay", w.ref("repeat_purchase_rate", "0")+"/("+w.at["horizon"]+">="+strconv.Itoa(w.periods)+")")
	line("block.stay_orders", w.cells["block.stay"]+growth("order_growth_rate"))
	line("block.stay_turnover", w.cells["block.stay_orders"]+growth("basket_growth_rate"))
	line("block.money_later", "(1+"+w.ref("annual_discount_rate", "0")+")^(-1/"+w.at["periods"]+")")
	line("block.first_turnover", n+"*"+w.net("basket_value"))
	each := "-" + w.ref("service_cost_per_order", "0")
	if add, has := w.at["add_on_rate"]; has {
		each = w.ref("add_on_margin_rate", w.ref("margin_rate", "1")) + "*" + add + "*" + w.net("add_on_value") + each
	}
	line("block.order_extra", each)
	later := func(key string) string { return w.cells[key] + "*" + w.cells["block.money_later"] }
	w.sums = []endSum{
		{w.ref("margin_rate", "1") + "*" + w.cells["block.first_turnover"], w.cells["block.stay_turnover"], later("block.stay_turnover")},
		{n + "*" + w.cells["block.order_extra"], w.cells["block.stay_orders"], later("block.stay_orders")},
	}
	if k, has := w.at["service_cost_per_period"]; has {
		w.sums = append(w.sums, endSum{"-" + k, w.cells["block.stay"], later("block.stay")})
	}
	w.newest, w.fixed = w.listed("new_customers"), w.listed("fixed_costs")
}

// listed are the values of a list for each period, the last of which repeats.
func (w *planBlock) listed(name string) []string {
	values := list(w.p.inputs, name)
	if len(values) == 0 {
		return nil
	}
	all := make([]string, w.periods)
	for j := range all {
		all[j] = w.digits(answer.Digits(values[min(j, len(values)-1)]))
	}
	return all
}

// table writes the heads of the columns, and a row for each period.
func (w *planBlock) table() {
	columns := w.columns()
	heads := make([]string, len(columns))
	for i, c := range columns {
		heads[i] = plainText(c.head)
		w.column[c.name] = columnName(rune('A' + i))
	}
	w.lines = append(w.lines, strings.Join(heads, "\t"))
	w.first = len(w.lines) + 1
	for j := range w.periods {
		cells := make([]string, len(columns))
		for i, c := range columns {
			cells[i] = c.cell(j, w.row(j))
		}
		w.lines = append(w.lines, strings.Join(cells, "\t"))
	}
}

// row names the cells of a period, and of the one before it.
func (w *planBlock) row(j int) planRow { return planRow{w.column, w.first + j} }

// planRow is a row of the table.
type planRow struct {
	column map[string]columnName
	row    int
}

func (r planRow) here(name string) string   { return string(r.column[name]) + strconv.Itoa(r.row) }
func (r planRow) before(name string) string { return string(r.column[name]) + strconv.Itoa(r.row-1) }

// whole is a column of the table, from its first row to its last.
func (w *planBlock) whole(name string) string {
	c := "$" + string(w.column[name]) + "$"
	return c + strconv.Itoa(w.first) + ":" + c + strconv.Itoa(w.first+w.periods-1)
}

// decimals is how many decimals a figure has.
func (w *planBlock) decimals(figure string) string {
	return strconv.Itoa(int(decimalsOf(w.p.figure(figure))))
}

// planTotals are figures that are the sum of a column.
var planTotals = []string{"new_customers", "orders", "contribution", "acquisition_cost", "fixed_cost", "cash_flow"}

// figures writes the figures of the plan.
func (w *planBlock) figures() {
	last := w.row(w.periods - 1)
	opening := w.ref("opening_cash", "0")
	w.since("break_even_period", last.here("flow_run"))
	w.since("payback_period", last.here("cash_run"))
	lacking := "(" + opening + "-MIN(" + w.whole("closing_cash") + "))"
	w.rounded("peak_funding", "("+lacking+"+ABS("+lacking+"))/2", w.decimals("peak_funding"))
	w.rounded("net_present_value", w.presentValue(), w.decimals("net_present_value"))
	w.rounded("closing_customers", last.here("active_customers"), w.decimals("closing_customers"))
	w.rounded("customer_equity", w.equity(), w.decimals("customer_equity"))
	for _, name := range planTotals {
		w.put(w.lang.Page("block.total", "field", w.lang.Label(name)), "="+w.Round+"("+w.total(name)+w.separator+w.decimals(name)+")")
	}
}

// since writes from which period on something has held to the end; a dash where it does
// not hold there.
func (w *planBlock) since(figure, run string) {
	w.put(w.lang.Label(figure), "="+w.If+"("+run+">0"+w.separator+strconv.Itoa(w.periods+1)+"-"+run+w.separator+`"–")`)
}

// total is the sum of a column.
func (w *planBlock) total(name string) string { return w.SumProduct + "(" + w.whole(name) + ")" }

// presentValue is what the plan is worth today.
func (w *planBlock) presentValue() string {
	later, age := w.cells["block.money_later"], "("+w.whole("period")+"-1)"
	value := w.SumProduct + "(" + w.whole("contribution") + "*" + later + "^(" + age + "+" + w.ref("offset", "0") + "))-" +
		w.SumProduct + "((" + w.whole("acquisition_cost") + "+" + w.whole("fixed_cost") + ")*" + later + "^" + age + ")"
	if at, invested := w.at["initial_investment"]; invested {
		value += "-" + at
	}
	return value
}

// equity is what the customers at hand bring after the plan, each to the end of its own
// horizon.
func (w *planBlock) equity() string {
	came := w.whole("new_customers")
	if opening, has := w.at["opening_customers"]; has {
		came = "(" + came + "+(" + w.whole("period") + "=1)*" + opening + ")"
	}
	age := "(" + strconv.Itoa(w.periods+1) + "-" + w.whole("period") + ")"
	var each []string
	for i, s := range w.sums {
		each = append(each, "("+s.size+")*"+s.growth+"^"+age+"*"+w.whole("sum"+strconv.Itoa(i)))
	}
	return w.SumProduct + "(" + came + "*(" + strings.Join(each, "+") + "))*" + w.cells["block.money_later"] + "^" + w.ref("offset", "0")
}

// rest is the sum of a rate to the powers 0, 1, … for the periods between the end of the
// plan and the horizon of those who came in its first.
func (w *planBlock) rest(rate string) string {
	t := "(" + w.Row + "($A$1:$A$" + strconv.Itoa(w.over) + ")-" + w.Row + "($A$1))"
	below := "(" + t + "<" + w.at["horizon"] + "-" + strconv.Itoa(w.periods) + ")"
	return w.SumProduct + "(" + below + "*" + raised("("+rate+")", "("+t+"*"+below+")") + ")/(" + w.at["horizon"] + "<=" + strconv.Itoa(w.over) + ")"
}
