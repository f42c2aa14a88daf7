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
	comparison                                         *comparison
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

// chartTitle names the amounts that a chart shows.
func (b *book) chartTitle(currency string) string {
	return b.lang.TextWith("chart.axis.value", "currency", currency)
}

// finish writes the sheets that are about all others.
func (v *valuation) finish() {
	v.writeArithmetic()
	v.writeStart(v.start, v.sheets[1:], v.failing)
	for _, s := range v.sheets[1:] {
		if s != v.check && (s != v.input || v.comparison == nil) { // there the row is taken
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
