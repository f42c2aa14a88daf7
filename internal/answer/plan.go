package answer

import (
	"blyant/internal/locale"
	"blyant/model/plan"
)

// Plan is the answer about many customers over a business plan.
func Plan(r plan.Result, lang locale.Language) Answer {
	summary := Figures(plan.SummaryFigures(), r.Summary.Values())
	schedule := Table{Name: "schedule", Columns: Columns(plan.ScheduleFigures())}
	for _, row := range r.Schedule {
		schedule.Rows = append(schedule.Rows, Cells(plan.ScheduleFigures(), row.Values()))
	}
	inputs := nested(&r.Request.Scenario, Inputs(&r.Request, plan.Fields()))
	return Answer{
		Resource: "plan",
		Title:    r.Request.Scenario.Name,
		Body: Record{
			{"name", String(r.Request.Scenario.Name)},
			{"currency", String(string(r.Request.Scenario.Currency))},
			{"inputs", inputs},
			{"summary", summary},
			{"schedule", schedule.List("row")},
			{"notes", Notes(r.Notes, lang)},
		},
		Tables:  []Table{schedule, TableOf("summary", summary), inputsTable(inputs), notesTable(r.Notes, lang)},
		Figures: summary,
		Result:  r,
	}
}
