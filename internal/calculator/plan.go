package calculator

import (
	"context"

	"blyant/internal/answer"
	"blyant/internal/chart"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/internal/workbook"
	"blyant/model"
	"blyant/model/plan"
	"blyant/model/vocabulary"
)

var (
	planInputs = answer.InputsOf(plan.Fields(), func(r *plan.Result) any { return &r.Request },
		scenarioInputs(func(q *plan.Request) any { return &q.Scenario }))
	planSummary  = answer.GroupOf("summary", answer.Figures(plan.SummaryFigures()), func(r *plan.Result) any { return &r.Summary })
	planSchedule = answer.RowsOf("schedule", "row", answer.Figures(plan.ScheduleFigures()),
		func(r *plan.Result, yield func(any) bool) { answer.Yield(r.Schedule, yield) }).As("plan schedule")
	planNotes = answer.NotesOf(func(r *plan.Result) []vocabulary.Note { return r.Notes })
)

var plans = computing(Calculator{
	Name: "plan",
	Request: input.Shape{
		Fields: plan.Fields(),
		Check: func(record any, ignore ...string) vocabulary.Faults {
			return record.(*plan.Request).Validate(ignore...)
		},
		Members: []input.Member{scenarioIn(func(q *plan.Request) any { return &q.Scenario })},
	},
	Sections: append(heading(func(r *plan.Result) *model.Scenario { return &r.Request.Scenario }), planInputs, planSummary, planSchedule, planNotes),
	Tables:   []answer.Section{planSchedule, planSummary, planInputs, planNotes},
	Figures:  whole(plan.SummaryFigures(), func(r *plan.Result) any { return &r.Summary }),
	Page:     "/plan",
	Chart: func(a answer.Answer, l locale.Language) chart.Picture {
		return chart.Plan(a.Result.(*plan.Result), l)
	},
	Book: workbook.Plan,
}, func(ctx context.Context, q *plan.Request) (plan.Result, error) { return plan.Work(ctx, *q) },
	func(r *plan.Result) string { return r.Request.Scenario.Name })
