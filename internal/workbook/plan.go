package workbook

import (
	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/plan"
)

// businessPlan is a plan's place in a book: the one customer that it follows,
// and what many of them bring.
//
// The plan is a convolution. On the workings' sheet one customer's figures stand
// a second time with the last period first, so that a period of the plan is the
// SUMPRODUCT of those who started with the end of that column: two ranges of one
// length, without matrix formulas or look-ups.
type businessPlan struct {
	*customer
	planned plan.Result
	plan    *sheet
	periods int // of the plan, at download
}

// planBook lays out the answer about a business plan: inputs, summary with its
// charts, the plan, one customer, workings.
func planBook(a answer.Answer, planned plan.Result, lang locale.Language) *book {
	one, err := model.LifetimeValue(planned.Request.Scenario)
	if err != nil { // one customer's figures are too large where nobody comes
		return tableBook(a, lang)
	}
	one.Notes = planned.Notes
	b := newBook(lang, one.Scenario.Decimals.Int)
	b.title = lang.Label(a.Resource)
	if a.Title != "" {
		b.title += ": " + a.Title
	}
	p := &businessPlan{customer: newCustomer(b, one), planned: planned, periods: len(planned.Schedule)}
	p.inputs, p.summary = b.sheet(b.text("sheet.inputs")), b.sheet(b.text("sheet.summary"))
	p.plan, p.schedule = b.sheet(b.text("sheet.plan")), b.sheet(b.text("sheet.customer"))
	p.workings = b.sheet(b.text("sheet.workings"))
	p.write()
	return b
}

// write fills the sheets.
func (p *businessPlan) write() {
	p.place(p.schedule, 1, scheduleColumns, p.rows)
	p.place(p.workings, 1, ageColumns, p.ages)
	p.place(p.plan, 1, planColumns, p.periods)
	p.place(p.workings, termColumn, termColumns, p.periods)
	p.place(p.workings, backColumn, backColumns, p.rows)
	p.headInputs()
	p.writeInputs(firstRow)
	p.writeCurve()
	p.writePlanInputs()
	p.writePlanSummary()
	p.writePlan()
	p.writeSchedule()
	p.schedule.say(titleRow, 1, lookTitle, p.book.text("title.customer"))
	p.writePlanWorkings()
	p.writeCashPoints()
	p.drawPlan(firstRow + len(plan.SummaryFigures()) + 1)
}
