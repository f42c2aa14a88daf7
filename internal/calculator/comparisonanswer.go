package calculator

import (
	"blyant/internal/answer"
	"blyant/model"
	"blyant/model/vocabulary"
)

// comparedScenario is one scenario of a comparison: its own answer and how it stands
// against the baseline.
type comparedScenario struct {
	result *model.Result
	row    *model.ComparisonRow
}

// comparedPeriod is one of its periods.
type comparedPeriod struct {
	name string
	row  *model.ScheduleRow
}

func eachComparedScenario(r *model.ComparisonResult, yield func(any) bool) {
	for i := range r.Scenarios {
		if !yield(&comparedScenario{&r.Scenarios[i], &r.Comparison[i]}) {
			return
		}
	}
}

func eachComparedPeriod(r *model.ComparisonResult, yield func(any) bool) {
	for i := range r.Scenarios {
		for j := range r.Scenarios[i].Schedule {
			if !yield(&comparedPeriod{r.Comparison[i].Name, &r.Scenarios[i].Schedule[j]}) {
				return
			}
		}
	}
}

var (
	comparedName    = answer.Words("name", func(c *comparedScenario) string { return c.row.Name })
	comparedSummary = answer.Inside(answer.Figures(model.SummaryFigures()), func(c *comparedScenario) any { return &c.result.Summary })
	comparedFigures = answer.Inside(answer.Figures(model.ComparisonFigures()), func(c *comparedScenario) any { return c.row })

	comparisonRows = answer.RowsOf("comparison", "row",
		append([]answer.Column{answer.Words("name", func(r *model.ComparisonRow) string { return r.Name })}, answer.Figures(model.ComparisonFigures())...),
		func(r *model.ComparisonResult, yield func(any) bool) { answer.Yield(r.Comparison, yield) })
	comparisonNotes = answer.NotesOf(func(r *model.ComparisonResult) []vocabulary.Note { return r.Notes })
)
