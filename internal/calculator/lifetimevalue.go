package calculator

import (
	"context"

	"blyant/internal/answer"
	"blyant/internal/chart"
	"blyant/internal/locale"
	"blyant/internal/workbook"
	"blyant/model"
	"blyant/model/vocabulary"
)

// Sections of what one kind of customer is worth.
var (
	valueInputs   = answer.InputsOf(model.ScenarioFields(), func(r *model.Result) any { return &r.Scenario }).As("scenario")
	valueSummary  = answer.GroupOf("summary", answer.Figures(model.SummaryFigures()), func(r *model.Result) any { return &r.Summary }).As("summary")
	valueSchedule = answer.FiguresOf("schedule", "row", model.ScheduleFigures(), func(r *model.Result) []model.ScheduleRow { return r.Schedule },
		(*model.ScheduleRow).Figures).As("schedule")
	valueNotes    = answer.NotesOf(func(r *model.Result) []vocabulary.Note { return r.Notes })
	valueSections = append(heading(func(r *model.Result) *model.Scenario { return &r.Scenario }), valueInputs, valueSummary, valueSchedule, valueNotes)
)

var lifetimeValue = reusing(Calculator{
	Name:     "lifetime-value",
	effort:   effortBy(effortOfValue),
	Request:  scenarioShape,
	Sections: valueSections,
	Tables:   []answer.Section{valueSchedule, valueSummary, valueInputs, valueNotes},
	Figures:  whole(model.SummaryFigures(), func(r *model.Result) any { return &r.Summary }),
	Page:     "/",
	Chart: func(a answer.Answer, l locale.Language) chart.Picture {
		return chart.LifetimeValue(a.Result.(*model.Result), l)
	},
	Book: workbook.LifetimeValue,
	brief: func(_ context.Context, request any) (any, error) {
		result, err := model.Summarise(*request.(*model.Scenario))
		return &result, err
	},
	into: func(request, result any) error {
		return model.SummariseInto(result.(*model.Result), request.(*model.Scenario))
	},
}, func(_ context.Context, s *model.Scenario, r *model.Result) error {
	return model.LifetimeValueInto(r, s)
},
	func(r *model.Result) string { return r.Scenario.Name })
