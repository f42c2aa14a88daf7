package workbook

import (
	"slices"
	"strings"
	"unicode/utf8"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// The plan's workings stand side by side on their sheet: one customer by age,
// the plan by period, the chart's points, derived numbers, and one customer with
// the last age first.
const (
	termColumn  = 7
	pointColumn = 17
	backColumn  = 23
)

// ageColumns are those of a customer's workings that the schedule builds on.
var ageColumns = slices.DeleteFunc(slices.Clone(workColumns), func(c columnSpec) bool {
	return !slices.Contains([]string{"age", "retention", "survival", "orders_each", "years"}, c.name)
})

// termColumns are what the plan needs by period beside its figures. Costs fall at
// the start of a period, contributions at the timing's moment in it. Cash that
// rounding noise alone makes negative is none.
var termColumns = []columnSpec{
	{name: "term", form: formWhole, next: `[plan_period]`},
	{name: "joining", form: formAmount,
		first: inPlan(`[plan_new_customers]+@opening_customers`), next: `[plan_new_customers]`},
	{name: "start_factor", form: formFactor, next: inPlan(discountAfter(`([term]-1)/@periods_per_year`))},
	{name: "cash_factor", form: formFactor, next: inPlan(discountAfter(`([term]-1+@timing_offset)/@periods_per_year`))},
	{name: "surplus", form: formMoney, first: `[plan_cash_flow]`, next: `[surplus^]+[plan_cash_flow]`},
	{name: "volume", form: formMoney, first: turnover, next: `[volume^]+` + turnover},
	{name: "loss", form: formWhole, next: inPlan(`IF([plan_cash_flow]<-1E-12*(` + turnover + `),[term],0)`)},
	{name: "short", form: formWhole, next: inPlan(`IF([surplus]<-1E-12*[volume],[term],0)`)},
	{name: "to_come", form: formMoney,
		next: inPlan(`IF(@last_plan_period-[term]+1>=@ages,0,INDEX([value_ahead:],@ages-@last_plan_period+[term]-1))`)},
}

const turnover = `[plan_revenue]+[plan_service_cost]+[plan_acquisition_cost]+[plan_fixed_cost]`

// backColumns are one customer with the last age first. What is still to come at
// the start of an age, discounted to that moment, follows from the next age's:
//
//	E_t = contribution_t·(1+d)^(−o/p) + E_{t+1}·(1+d)^(−1/p)
var backColumns = []columnSpec{
	{name: "back_period", form: formWhole},
	{name: "back_active_share", form: formShare},
	{name: "back_orders", form: formAmount},
	{name: "back_revenue", form: formMoney},
	{name: "back_gross_margin", form: formMoney},
	{name: "back_service_cost", form: formMoney},
	{name: "back_contribution", form: formMoney},
	{name: "value_ahead", form: formMoney, first: `[back_contribution]*@cash_delay`,
		next: `MAX(-1E+200,MIN(1E+200,[back_contribution]*@cash_delay+[value_ahead^]*@period_factor))`},
}

// writePlanWorkings writes the helper columns and the numbers that follow from
// the inputs. They carry no cached values.
func (p *businessPlan) writePlanWorkings() {
	s, b := p.workings, p.book
	s.say(titleRow, 1, lookTitle, b.text("title.workings"))
	s.say(introRow, 1, lookIntro, b.text("note.workings")+" "+b.text("note.precision"))
	s.frozen, s.grid, s.wide, s.headStays = 1, true, 3, true
	p.headWorkings(1, b.text("sheet.customer"), ageColumns)
	p.headWorkings(termColumn, b.text("sheet.plan"), termColumns)
	p.headWorkings(backColumn, b.text("work.last_first"), backColumns)
	s.widths[workColumn-1], s.widths[workColumn] = 62, 20
	p.fill(s, 1, ageColumns, nothing)
	p.fill(s, termColumn, termColumns, nothing)
	p.fillBack()
	p.widenSums()
	p.writeTerms()
	p.derive("list_length", formWhole, `COUNT(@new_customers)`)
	p.derive("last_plan_period", formWhole, `IF(@inputs_valid=0,0,@plan_periods)`)
	p.derive("ages", formWhole, itoa(p.rows))
	p.derive("period_factor", formFactor, `IF(@inputs_valid=0,0,(1+@annual_discount_rate)^(-1/@periods_per_year))`)
	p.derive("cash_delay", formFactor, `IF(@inputs_valid=0,0,@period_factor^@timing_offset)`)
	p.derive("last_loss", formWhole, `MAX([loss:])`)
	p.derive("last_short", formWhole, `MAX([short:])`)
	p.derive("unrounded_equity", formGeneral, `SUMPRODUCT([joining:],[to_come:])`)
	p.derive("figures_ready", formWhole, p.readyFormula())
}

func nothing(int, int) any { return nil }

// headWorkings writes the header of a table of the workings, and what it is about
// in the line above.
func (p *businessPlan) headWorkings(from int, about string, specs []columnSpec) {
	s, b := p.workings, p.book
	s.say(statusRow, from, lookLabel, about)
	for len(s.widths) < from+len(specs) {
		s.widths = append(s.widths, 3)
	}
	for i, spec := range specs {
		label := b.text("work." + spec.name)
		if figure, twice := strings.CutPrefix(spec.name, "back_"); twice {
			label = b.lang.Label(figure)
		} else if spec.form == formWhole && i == 0 {
			label = b.lang.Label("period")
		}
		width := 16.0
		for _, word := range strings.Fields(label) {
			width = max(width, 1.25*float64(utf8.RuneCountInString(word))+2)
		}
		s.widths[from+i-1] = width
		s.say(headRow, from+i, lookNumberHeader, label)
		s.height(headRow, linesOf(label, width/1.25))
	}
}

// fillBack writes the columns with the last age first.
func (p *businessPlan) fillBack() {
	s, last := p.workings, len(backColumns)-1
	for i, spec := range backColumns[:last] {
		figure := parse(`[` + strings.TrimPrefix(spec.name, "back_") + `]`)
		for m := range p.rows {
			s.put(firstRow+m, backColumn+i, style{lookCell, spec.form}, p.render(figure, s, firstRow+p.rows-1-m), nil)
		}
	}
	p.fill(s, backColumn+last, backColumns[last:], nothing)
}

// readyFormula tells whether the inputs are allowed and no figure is too large.
func (p *businessPlan) readyFormula() string {
	var columns, totals []string
	for _, c := range planColumns {
		columns = append(columns, `[`+c.name+`:]`)
	}
	for _, name := range []string{"new_customers", "revenue", "contribution", "acquisition_cost", "fixed_cost", "cash_flow", "present_value"} {
		totals = append(totals, `ABS(SUM([plan_`+name+`:]))`)
	}
	all := strings.Join(columns, ",")
	return `IF(@inputs_valid=0,0,IF(MAX(MAX(` + all + `),-MIN(` + all + `),` + strings.Join(totals, ",") + `,ABS(@unrounded_equity))>1E+15,0,1))`
}

// widenSums makes the running sums' columns wide enough for the totals.
func (p *businessPlan) widenSums() {
	total := p.planned.Summary
	spent := total.Revenue.Decimal().Add(total.AcquisitionCost.Decimal()).Add(total.FixedCost.Decimal())
	for i, spec := range termColumns {
		if spec.form == formMoney {
			p.workings.widen(termColumn+i, vocabulary.RoundedDecimal(spent.Mul(decimal.NewFromInt(-2))))
		}
	}
}

// writeCashPoints writes what the chart of cash draws: the opening cash at period
// 0, then the cash at the end of each period.
func (p *businessPlan) writeCashPoints() {
	s, b := p.workings, p.book
	s.say(headRow, pointColumn, lookNumberHeader, b.text("work.chart_period"))
	s.say(headRow, pointColumn+1, lookNumberHeader, b.lang.Label("closing_cash"))
	s.widths[pointColumn-1], s.widths[pointColumn] = 12, 18
	s.put(firstRow, pointColumn, style{lookCell, formWhole}, `0`, 0)
	s.put(firstRow, pointColumn+1, style{lookCell, formMoney}, p.at(s, `IF(@inputs_valid=0,0,@opening_cash+0)`),
		p.planned.Request.OpeningCash.Decimal.InexactFloat64())
	period, cash := parse(`[plan_period]`), parse(`[plan_closing_cash]`)
	for j, row := range p.planned.Schedule {
		s.put(firstRow+1+j, pointColumn, style{lookCell, formWhole}, p.render(period, s, firstRow+j), row.Period.Int())
		s.put(firstRow+1+j, pointColumn+1, style{lookCell, formMoney}, p.render(cash, s, firstRow+j), row.ClosingCash.Float64())
		s.widen(pointColumn+1, row.ClosingCash)
	}
}
