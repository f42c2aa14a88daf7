package calculator

import (
	"context"
	"slices"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/chart"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/internal/workbook"
	"blyant/model"
	"blyant/model/vocabulary"
)

// comparisonRequest is what is asked of the model, and what its scenarios share.
type comparisonRequest struct {
	model.ComparisonRequest
	defaults model.Scenario
}

var comparison = computing(Calculator{
	Name:   "comparison",
	effort: effortBy(effortOfComparison),
	Request: input.Shape{
		Fields: []vocabulary.Field{vocabulary.Place(vocabulary.Text("baseline", 80).Under(vocabulary.GroupCalculator), func(q *comparisonRequest) any { return &q.Baseline })},
		Members: []input.Member{
			input.Shared("defaults", scenarioShape, func(q *comparisonRequest) any { return &q.defaults }),
			input.Many("scenarios", "scenario", model.MostScenarios, scenarioShape, func(q *comparisonRequest, key string) any {
				q.Keys = append(q.Keys, key)
				return input.Grow(&q.Scenarios, model.MostScenarios)
			}),
		},
	},
	Sections: []answer.Section{
		answer.Single(answer.Words("baseline", func(r *model.ComparisonResult) string { return r.Names[r.Baseline] })),
		answer.NestedOf("scenarios", "scenario", valueSections, func(r *model.ComparisonResult, yield func(any) bool) { answer.Yield(r.Scenarios, yield) }).As("lifetime-value"),
		comparisonRows,
		comparisonNotes,
	},
	Tables: []answer.Section{
		answer.RowsOf("comparison", "row", slices.Concat([]answer.Column{comparedName}, comparedFigures, comparedSummary), eachComparedScenario),
		answer.RowsOf("summary", "row", slices.Concat([]answer.Column{comparedName}, comparedSummary), eachComparedScenario),
		answer.RowsOf("schedule", "row", append([]answer.Column{answer.Words("name", func(p *comparedPeriod) string { return p.name })},
			answer.Inside(answer.Figures(model.ScheduleFigures()), func(p *comparedPeriod) any { return p.row })...), eachComparedPeriod),
		comparisonNotes,
	},
	Figures: Addressed{Item: model.ComparisonFigures(), find: func(result any, f vocabulary.Figure, of string) (any, vocabulary.Figure, error) {
		r := result.(*model.ComparisonResult)
		i, err := chosen(of, r.Names, r.Keys, "unknown_scenario")
		if err != nil {
			return nil, f, err
		}
		return &r.Comparison[i], f, nil
	}},
	Page: "/",
	Chart: func(a answer.Answer, l locale.Language) chart.Picture {
		return chart.Comparison(a.Result.(*model.ComparisonResult), l)
	},
	Book: workbook.Comparison,
	brief: func(ctx context.Context, request any) (any, error) {
		result, err := model.CompareBriefly(ctx, request.(*comparisonRequest).ComparisonRequest)
		return &result, hinting(err)
	},
}, func(ctx context.Context, q *comparisonRequest) (model.ComparisonResult, error) {
	result, err := model.Compare(ctx, q.ComparisonRequest)
	return result, hinting(err)
}, func(r *model.ComparisonResult) string { return strings.Join(r.Names, ", ") })

// chosen is the item that of= names, by name or key; the last one where it names
// none.
func chosen(of string, names, keys []string, reason string) (int, error) {
	if of == "" {
		return len(names) - 1, nil
	}
	i := model.Named(of, names, keys)
	if i < 0 {
		return 0, vocabulary.Faults{{Field: "of", Code: vocabulary.CodeNotAChoice, Reason: reason,
			Args: []string{of, strings.Join(names, ", ")}, Hint: input.Nearest(of, names), Value: of}}
	}
	return i, nil
}
