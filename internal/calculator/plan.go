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

// segmentShape is one of several kinds of customers.
var segmentShape = input.Shape{Part: "segment", Fields: plan.SegmentFields(),
	Check: func(record any, ignore ...string) vocabulary.Faults {
		return record.(*plan.Segment).Validate(ignore...)
	}}

var plans = computing(Calculator{
	Name:   "plan",
	effort: effortBy(effortOfPlan),
	Request: input.Shape{
		Fields: plan.Fields(),
		Check: func(record any, ignore ...string) vocabulary.Faults {
			return record.(*plan.Request).Validate(ignore...)
		},
		Members: []input.Member{
			input.Alone("scenario", scenarioShape, func(q *plan.Request) any { return &q.Scenario }),
			input.Many("segments", "segment", plan.MostSegments, segmentShape, func(q *plan.Request, key string) any {
				q.Keys = append(q.Keys, key)
				return input.Grow(&q.Segments, plan.MostSegments)
			}),
		},
	},
	Sections: append(heading(func(r *plan.Result) *model.Scenario { return &r.Request.Scenario }), planInputs, planSummary, planSegments, planSchedule, planYears, planNotes),
	Tables:   []answer.Section{planSchedule, planSummary, planSegments, statementTable, yearsTable, planInputs, planNotes},
	Figures:  Addressed{Own: plan.SummaryFigures(), Item: plan.SegmentFigures(), find: findPlanned},
	Page:     "/plan",
	Chart: func(a answer.Answer, l locale.Language) chart.Picture {
		return chart.Plan(a.Result.(*plan.Result), l)
	},
	Book: workbook.Plan,
	brief: func(ctx context.Context, request any) (any, error) {
		result, known, err := plan.Summarise(ctx, *request.(*plan.Request))
		if !known {
			return nil, err
		}
		return &result, err
	},
}, func(ctx context.Context, q *plan.Request) (plan.Result, error) { return plan.Work(ctx, *q) },
	func(r *plan.Result) string { return r.Request.Scenario.Name })

// findPlanned finds a figure of the whole plan, or of the segment that of= names.
func findPlanned(result any, f vocabulary.Figure, of string) (any, vocabulary.Figure, error) {
	r := result.(*plan.Result)
	own, known := vocabulary.FigureNamed(plan.SegmentFigures(), f.Name)
	if of == "" {
		return &r.Summary, f, nil
	}
	names := make([]string, len(r.Segments))
	for i := range names {
		names[i] = r.Segments[i].Name
	}
	i, err := chosen(of, names, r.Request.Keys, "unknown_segment")
	switch {
	case err != nil:
		return nil, f, err
	case !known:
		return nil, f, &NoFigureError{Name: f.Name, Known: figureNames(plan.SegmentFigures())}
	}
	return &r.Segments[i], own, nil
}

func figureNames(figures []vocabulary.Figure) []string {
	names := make([]string, len(figures))
	for i, f := range figures {
		names[i] = f.Name
	}
	return names
}
