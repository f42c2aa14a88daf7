package workbook

import (
	"strings"

	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/plan"
)

// business is a book about a plan: the kinds of customers that come, what one of
// each brings by age, and what all of them bring by period.
//
// A plan is a convolution. In the workings what one customer brings stands a
// second time with the last age first, so that a period of the plan is the
// SUMPRODUCT of those who started with the end of that line: two ranges of one
// length, without matrix formulas or look-ups. The lines go on beyond the plan
// until the last customer has left, for what the customers at hand still bring.
type business struct {
	*book
	planned                                          plan.Result
	records                                          []any // a segment for each kind
	kinds                                            []*customer
	all                                              *scope // the plan's own inputs, totals and lines
	in                                               *inputs
	start, input, result, months, years, work, check *sheet
	ages, periods                                    int // columns: of one customer, of the plan
	failing                                          area
}

// planBook lays out the answer about a business plan.
func planBook(a answer.Answer, planned plan.Result, lang locale.Language) *book {
	kinds := kindsOf(&planned.Request)
	b := newBook(lang, kinds[0].Decimals.Int)
	b.answer, b.spare = a, 0
	b.title = lang.Label(a.Resource)
	if a.Title != "" {
		b.title += ": " + a.Title
	}
	p := &business{book: b, planned: planned, all: newScope(nil), periods: max(leastPeriods, len(planned.Schedule)), ages: leastPeriods}
	for _, k := range kinds {
		p.ages = max(p.ages, k.Horizon.Int, len(k.RetentionCurve), len(k.SurvivalCurve))
		p.records = append(p.records, k)
	}
	p.start, p.input, p.result = b.part("start", ""), b.part("inputs", ""), b.part("summary", "")
	p.months, p.years = b.part("plan", ""), b.part("plan_years", "")
	p.work, p.check = b.part("workings", ""), b.part("checks", "")
	for i, k := range kinds {
		p.kinds = append(p.kinds, &customer{scope: newScope(p.all), book: b, scenario: k.Scenario, name: nameOr(k.Scenario, itoa(i+1)), number: i + 1, work: p.work})
	}
	p.in = &inputs{book: b, sheet: p.input, checks: p.check, customers: p.kinds, own: p.all, periods: p.ages, planned: p.periods}
	p.write()
	return b
}

func nameOr(s model.Scenario, name string) string {
	if s.Name != "" {
		return s.Name
	}
	return name
}

// write fills the sheets.
func (p *business) write() {
	p.writeInputs()
	p.work.headPeriods(p.ages+p.periods-1, p.text("head.label"), "", p.text("head.value"))
	p.months.headPeriods(p.periods, p.text("head.label"), p.text("head.unit"), p.text("head.total"))
	p.years.headPeriods(p.yearColumns(), p.text("head.label"), p.text("head.unit"), p.text("head.total"))
	p.work.say(titleRow, 1, lookTitle, p.text("title.workings"))
	p.work.say(introRow, 1, lookIntro, p.text("note.workings")+" "+p.text("note.precision"))
	(&table{p.all, p.months, firstRow, p.periods}).place(p.monthLines())
	row := p.writeAll()
	for _, c := range p.kinds {
		c.row = row
		c.twice(func() { p.block(c) })
		row = c.row + 1
	}
	p.writeAll() // once more, now that the kinds have their places
	p.writeMonths()
	p.writeYears()
	p.writeSummary()
	p.writeArithmetic()
	p.writeStart(p.start, p.sheets[1:], p.failing)
	for _, s := range p.sheets[1:] {
		if s != p.check {
			p.status(s, p.failing)
		}
	}
}

// sum adds a cell of all kinds.
func (p *business) sum(formula string, on *sheet, col int) string {
	all := make([]string, len(p.kinds))
	for i, c := range p.kinds {
		all[i] = c.render(parse(formula), on, col)
	}
	return strings.Join(all, "+")
}
