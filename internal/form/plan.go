package form

import (
	"slices"
	"strings"

	"blyant/internal/answer"
	"blyant/model/plan"
	"blyant/model/vocabulary"
)

// PlanPage is the page about the business plan: when the shop breaks even, and how
// much money it takes until then.
func PlanPage() Page {
	shown := []Section{
		{Title: "plan.plan", Fields: []string{"name", "plan_periods", "new_customers_first", "new_customers_growth_rate", "opening_customers", "acquisition_cost_growth_rate", "word_of_mouth", "seasonality"}},
		{Title: "plan.money", Fields: []string{"fixed_cost_per_period", "fixed_cost_growth_rate", "fixed_costs", "initial_investment", "opening_cash", "start"}},
		{Title: "customer", Fields: []string{"acquisition_cost", "basket_value", "vat_rate", "margin_rate", "orders_per_period", "repeat_purchase_rate"}},
		frame,
		{Title: "plan.list", Fields: []string{"new_customers"}, More: true},
	}
	return Page{
		Name:     "plan",
		Path:     "/plan",
		Answers:  []string{"/v1/plan"},
		Fields:   planFields(),
		Items:    plan.SegmentFields(),
		Alone:    true,
		Whole:    true,
		Sections: append(shown, moreSections(shown, "decimals")...),
		Sliders:  []Slider{growth("new_customers_growth_rate"), share("repeat_purchase_rate")},
		All:      plan.SummaryFigures(),
		Figures:  []string{"peak_funding", "break_even_period", "payback_period", "net_present_value", "closing_customers", "customer_equity"},
		Figure:   "peak_funding",
		Strip:    []string{"break_even_period", "peak_funding"},
		Table:    "summary",
		Rows:     "schedule",
		Files:    []string{"statement"},
		Wide:     Size{480, 600},
		Narrow:   Size{300, 560},
		parts:    func(a answer.Answer) []part { return []part{partOf(a.Body)} },
		tell:     (*viewer).tellPlan,
		paste:    (*viewer).pastePlan,
	}
}

// planFields are what a plan asks once: its name, and all that no kind of customers
// has of its own.
func planFields() []vocabulary.Field {
	name, _ := named(customerFields, "name")
	return append([]vocabulary.Field{name}, slices.DeleteFunc(plan.Fields(), func(f vocabulary.Field) bool {
		_, each := named(plan.SegmentFields(), f.Name)
		return each
	})...)
}

// twoYears of months are the longest plan whose schedule is unfolded.
const twoYears = 24

// tellPlan puts on the page when the shop breaks even and what it takes.
func (v *viewer) tellPlan(p *pageView) {
	p.Story = v.planStory(v.parts[0])
	p.Schedules = v.schedules(plan.ScheduleFigures())
	p.Schedules[0].Caption = v.word("schedule")
	dated(&p.Schedules[0], v.Lang.Label("date"), v.parts[0].schedule)
	p.Schedules = append(p.Schedules, v.planYears())
	if len(v.parts[0].schedule) > twoYears {
		p.Best = 1
	}
	p.Blocks = []blockView{v.figures(), v.segments(), {ID: "chart", Title: v.word("chart"), Charts: v.charts(), Fold: v.cashTable()}}
	p.Blocks = slices.DeleteFunc(p.Blocks, blockView.empty)
}

// cashTable is what the chart shows, as a table.
func (v *viewer) cashTable() tableView {
	p := v.parts[0]
	t := tableView{ID: "chart-data", Caption: v.Lang.Page("chart_table"), Head: v.Lang.Label("period"),
		Remark: v.Lang.Page("amounts", "currency", v.Lang.CurrencySign(p.currency)),
		Rest:   v.rest(len(p.schedule), v.maxRows()), Columns: []columnView{v.column("closing_cash"), v.column("active_customers")}}
	for _, row := range p.schedule[:min(len(p.schedule), v.maxRows())] {
		t.Rows = append(t.Rows, tableRow{Head: short(v.Lang, cell(row, "period")),
			Values: []valueView{v.among(cell(row, "closing_cash")), v.among(cell(row, "active_customers"))}})
	}
	return t
}

// planStory says when the shop breaks even, what it takes until then, when that is
// back, and what the customers are worth at the end.
func (v *viewer) planStory(p part) [][]phrase {
	length := duration(v.Lang, itoa(len(p.schedule)), p.period)
	first := []phrase{{Text: v.word("never", "length", length)}}
	if turns := p.figure("break_even_period"); turns.Kind != answer.Null {
		key := "turns"
		if turns.String() == "1" {
			key = "at_once"
		}
		first = strong(v.word(key, "period", emphasised+v.began(p, turns)), periodNumber(v, p, turns))
	}
	said := [][]phrase{first, {{Text: strings.TrimSpace(v.funding(p) + " " + v.paidBack(p, length))}},
		{{Text: v.equity(p, length)}}}
	if kinds := v.segmentsStory(p); kinds != "" {
		said = append(said, []phrase{{Text: kinds}})
	}
	return said
}

// periodNumber is which period it is, in words: month 17.
func periodNumber(v *viewer, p part, c answer.Cell) string {
	return v.Lang.Text("period."+p.period+".one") + noBreakSpace + v.Lang.Number(c.String())
}

// counting is a number of customers as one would say it.
func counting(v *viewer, c answer.Cell) string { return v.Lang.Number(number(c).StringFixed(0)) }

// equity says how many customers there are at the end, and what they are worth.
func (v *viewer) equity(p part, length string) string {
	money := spoken(v.Lang, p.figure("customer_equity").String(), p.currency)
	n := counting(v, p.figure("closing_customers"))
	if n == "1" {
		return v.word("equity.one", "length", length, "money", money)
	}
	return v.word("equity", "length", length, "n", n, "money", money)
}

// funding says how much money the plan takes, and whether it is there: sums that
// suffice.
func (v *viewer) funding(p part) string {
	need, cash := number(p.figure("peak_funding")), number(cell(p.inputs, "opening_cash"))
	money := func(digits string) string { return atLeast(v.Lang, digits, p.currency) }
	amount := money(p.figure("peak_funding").String())
	switch {
	case need.IsZero():
		return v.word("no_need")
	case !cash.IsPositive():
		return v.word("need", "money", amount)
	case need.GreaterThan(cash):
		short := need.Sub(cash).StringFixed(decimalsOf(p.figure("peak_funding")))
		return v.word("need.short", "money", amount, "short", money(short))
	}
	return v.word("need.covered", "money", amount)
}

// paidBack says when there is as much money again as at the start, where there
// was ever less.
func (v *viewer) paidBack(p part, length string) string {
	back := p.figure("payback_period")
	switch {
	case number(p.figure("peak_funding")).IsZero():
		return ""
	case back.Kind == answer.Null:
		return v.word("not_back", "length", length)
	}
	return v.word("back", "period", periodNumber(v, p, back)+v.began(p, back))
}
