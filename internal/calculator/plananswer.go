package calculator

import (
	"slices"

	"blyant/internal/answer"
	"blyant/model/plan"
	"blyant/model/vocabulary"
)

var (
	planInputs = answer.InputsOf(plan.Fields(), func(r *plan.Result) any { return &r.Request },
		variedInputs(func(q *plan.Request) any { return &q.Scenario }),
		answer.RowsOf("segments", "segment", answer.Fields(plan.SegmentFields()),
			func(q *plan.Request, yield func(any) bool) { answer.Yield(q.Segments, yield) }))
	planSummary  = answer.GroupOf("summary", answer.Figures(plan.SummaryFigures()), func(r *plan.Result) any { return &r.Summary })
	planSegments = answer.RowsOf("segments", "segment",
		append([]answer.Column{answer.Words("name", func(r *plan.SegmentRow) string { return r.Name })}, answer.Figures(plan.SegmentFigures())...),
		func(r *plan.Result, yield func(any) bool) { answer.Yield(r.Segments, yield) })
	planSchedule = answer.RowsOf("schedule", "row",
		slices.Insert(answer.Figures(plan.ScheduleFigures()), 1, answer.Days("date", func(r *plan.Row) string { return r.Date })),
		eachPlanned).As("plan schedule")
	planYears = answer.RowsOf("years", "row", answer.Figures(plan.YearFigures()), eachYear)
	planNotes = answer.NotesOf(func(r *plan.Result) []vocabulary.Note { return r.Notes })
)

func eachPlanned(r *plan.Result, yield func(any) bool) { answer.Yield(r.Schedule, yield) }

func eachYear(r *plan.Result, yield func(any) bool) { answer.Yield(r.Years, yield) }

// Statement and years as accountants and planning tools take them in: lines down,
// time across.
var (
	statementTable = answer.CrossOf("statement", statementLines(plan.ScheduleFigures()), func(r *plan.Row) string {
		if r.Date != "" {
			return r.Date
		}
		return r.Period.String()
	}, eachPlanned)
	yearsTable = answer.CrossOf("years", statementLines(plan.YearFigures()), func(y *plan.YearRow) string { return y.Year.String() }, eachYear)
)

// statementLines are the lines of a statement as figures of other records.
func statementLines(figures []vocabulary.Figure) []answer.CrossLine {
	var lines []answer.CrossLine
	for _, line := range plan.Statement() {
		f, _ := vocabulary.FigureNamed(figures, line.Name)
		lines = append(lines, answer.CrossLine{Figure: f, Spent: line.Spent})
	}
	return lines
}
