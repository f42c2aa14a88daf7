package workbook

import (
	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/vocabulary"
)

// valuation is a book about what customers are worth: one, or several against one
// of them.
type valuation struct {
	*book
	results                                            []model.Result
	customers                                          []*customer
	in                                                 *inputs
	start, input, result, schedule, years, work, check *sheet
	periods                                            int // columns of the timeline
	workRow, workTop                                   int
	failing                                            area
	compared                                           *comparison
}

// newValues lays the sheets of such a book out.
func newValues(a answer.Answer, lang locale.Language, results []model.Result, names []string, resultTitle string) *valuation {
	b := newBook(lang, results[0].Scenario.Decimals.Int)
	b.answer = a
	v := &valuation{book: b, results: results, periods: leastPeriods}
	for _, r := range results {
		v.periods = max(v.periods, len(r.Schedule), len(r.Scenario.RetentionCurve), len(r.Scenario.SurvivalCurve))
	}
	v.start, v.input = b.part("start", ""), b.part("inputs", "")
	v.result, v.schedule = b.part("summary", resultTitle), b.part("schedule", "")
	v.years, v.work, v.check = b.part("years", ""), b.part("workings", ""), b.part("checks", "")
	for i := range results {
		v.customers = append(v.customers, &customer{scope: newScope(nil), book: b, scenario: results[i].Scenario, name: names[i], number: i + 1, work: v.work})
	}
	v.in = &inputs{book: b, sheet: v.input, checks: v.check, customers: v.customers, periods: v.periods, own: newScope(nil)}
	return v
}

// lifetimeValueBook lays out the answer for one customer.
func lifetimeValueBook(a answer.Answer, result model.Result, lang locale.Language) *book {
	name := result.Scenario.Name
	if name == "" {
		name = "1"
	}
	v := newValues(a, lang, []model.Result{result}, []string{name}, lang.Text("workbook.sheet.summary"))
	v.title = v.text("property.title")
	if result.Scenario.Name != "" {
		v.title += ": " + result.Scenario.Name
	}
	v.writeInputs()
	v.writeWork()
	row := v.headResult(v.text("title.summary"), v.text("note.null"))
	row = v.writeFigures(row)
	v.drawValues(row + 1)
	v.writeNotes(row+1+chartRows, result.Notes)
	v.finish()
	return v.book
}

// writeInputs writes the sheet of inputs and the checks on them.
func (v *valuation) writeInputs() {
	v.in.head()
	var records []any
	for i := range v.results {
		records = append(records, &v.results[i].Scenario)
	}
	v.in.scenarios(model.ScenarioFields(), records)
	v.in.ends = v.in.row - 1
	v.in.finish()
	v.in.writeChecks(model.ScenarioFields(), false)
}

// writeWork writes what follows from the inputs: schedule, workings and years.
func (v *valuation) writeWork() {
	v.schedule.headPeriods(v.periods, v.text("head.label"), v.text("head.unit"), v.text("head.total"))
	v.work.headPeriods(v.periods, v.text("head.label"), "", v.text("head.value"))
	v.years.headPeriods(v.yearColumns(), v.text("head.label"), v.text("head.unit"), v.text("head.total"))
	v.schedule.say(titleRow, 1, lookTitle, v.text("title.schedule"))
	v.years.say(titleRow, 1, lookTitle, v.text("title.years"))
	v.work.say(titleRow, 1, lookTitle, v.text("title.workings"))
	v.work.say(introRow, 1, lookIntro, v.text("note.workings")+" "+v.text("note.precision"))
	row, scheduleRow, yearRow := max(v.workTop, firstRow), firstRow, firstRow
	for i, c := range v.customers {
		c.row = row
		(&table{c.scope, v.schedule, scheduleRow + 1, v.periods}).place(scheduleLines)
		c.twice(func() { v.block(c) })
		row = c.row + 1
		v.writeSchedule(c, i, scheduleRow)
		scheduleRow += len(scheduleLines) + 2
		yearRow = v.writeYears(c, yearRow)
	}
	v.schedule.put(introRow, 1, style{look: lookIntro}, v.moneySentence(v.schedule), v.moneyCached())
	v.years.put(introRow, 1, style{look: lookIntro}, v.moneySentence(v.years), v.moneyCached())
	v.workRow = row
}

// block is the part of the workings that belongs to one customer.
func (v *valuation) block(c *customer) {
	c.heading(c.name, c.nameFormula(v.work))
	col := letters(v.in.column(c.number - 1))
	c.writeTerms(v.check.quoted() + "!$" + col + "$" + itoa(firstRow) + ":$" + col + "$" + itoa(v.in.ends))
	c.writeFigureTerms()
	c.heading(v.text("title.by_period"), "")
	c.table(workLines, v.periods)
	c.writePerpetuity()
	c.writeRateOfReturn()
	if v.compared != nil {
		c.heading(v.text("title.against"), "")
		c.table(againstLines, v.periods)
		c.derive("behind_until", formWhole, `MAX([behind:])`)
	}
}

// moneySentence says which currency the rows are in, as a formula.
func (v *valuation) moneySentence(s *sheet) string {
	return v.customers[0].at(s, `SUBSTITUTE(`+words(v.text("note.money"))+`,"{currency}",@currency)`)
}

func (v *valuation) moneyCached() string {
	return v.text("note.money", "currency", string(v.results[0].Scenario.Currency))
}

// writeSchedule writes the schedule of customer i, whose cached values are the
// answer's.
func (v *valuation) writeSchedule(c *customer, i, row int) {
	s, figures := v.schedule, model.ScheduleFigures()
	for col := 1; col <= startColumn; col++ {
		s.say(row, col, lookGroup, "")
	}
	s.put(row, 1, style{look: lookGroup}, c.nameFormula(s), c.name)
	t := &table{c.scope, s, row + 1, v.periods}
	rows := v.results[i].Schedule
	for j, f := range figures {
		c.unit(s, row+1+j, f.Name, f.Unit)
	}
	t.write(scheduleLines, func(spec lineSpec) string { return v.lang.Label(spec.name) }, func(j, period int) any {
		switch {
		case period == 0:
			return -v.results[i].Summary.CostPerNewCustomer.Float64()
		case period <= len(rows):
			value := figures[j].Of(&rows[period-1])
			s.widenPeriods(value)
			return cached(value)
		case scheduleLines[j].start != "":
			return cached(figures[j].Of(&rows[len(rows)-1]))
		}
		return 0
	})
	s.hideBeyond(row+1, row+len(scheduleLines), c.at(s, `@last_period`))
	v.printed(s, len(rows))
	v.printed(v.work, len(rows))
}

// printed has so many periods printed, and whole pages of them.
func (v *valuation) printed(s *sheet, periods int) { s.shown = max(s.shown, periods) }

// chartTitle names the amounts that a chart shows.
func (b *book) chartTitle(currency string) string {
	return b.lang.TextWith("chart.axis.value", "currency", currency)
}

// finish writes the sheets that are about all others.
func (v *valuation) finish() {
	v.writeArithmetic()
	v.writeStart(v.start, v.sheets[1:], v.failing)
	for _, s := range v.sheets[1:] {
		if s != v.check && (s != v.input || v.compared == nil) { // there the row is taken
			v.status(s, v.failing)
		}
	}
}

// figureName is a figure's name in the workbook: its own, or with its sheet where
// an input has it.
func (b *book) figureName(s *sheet, name string) (shown string, scope *sheet) {
	for _, n := range b.names {
		if n.name == name && n.scope == nil {
			return s.quoted() + "!" + name, s
		}
	}
	return name, nil
}

// describeFigure writes label, unit, name and meaning of a figure.
func (v *valuation) describeFigure(s *sheet, row int, f vocabulary.Figure) {
	shown, scope := v.figureName(s, f.Name)
	s.say(row, labelColumn, lookLabel, v.lang.Label(f.Name))
	v.customers[0].unit(s, row, f.Name, f.Unit)
	s.say(row, nameColumn, lookName, shown)
	last := v.in.checkColumn()
	s.say(row, last, lookWords, v.lang.Meaning(f.Name))
	s.height(row, linesOf(v.lang.Meaning(f.Name), meaningLine))
	v.define(scope, f.Name, s.address(firstCustomer, row, last-1, row))
}
