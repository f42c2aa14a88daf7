package calculator

import (
	"context"

	"blyant/internal/answer"
	"blyant/internal/chart"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/vocabulary"
	"blyant/model/whatif"
)

// axisShape is one input of a grid and its values.
var axisShape = input.Shape{Part: "axis", Fields: whatif.AxisFields(), Check: suggesting((*whatif.Axis).Validate)}

var (
	gridMetric = answer.Words("metric", func(r *whatif.GridResult) string { return r.Request.Metric }, whatif.Metrics()...)
	gridValues = answer.MatrixOf("values", "row", answer.Figures([]vocabulary.Figure{gridFigure})[0], squareOf)
	gridAsk    = answer.InputsOf(nil, func(r *whatif.GridResult) any { return &r.Request },
		variedInputs(func(q *whatif.GridRequest) any { return &q.Scenario }))
	gridNotes  = answer.NotesOf(func(r *whatif.GridResult) []vocabulary.Note { return r.Notes })
	gridFigure = vocabulary.Ratio("values", vocabulary.UnitAsNamed).MayBeNull().NullIfTooLarge()
)

var grid = computing(Calculator{
	Name:        "grid",
	effort:      effortBy(effortOfGrid),
	WithoutPage: whatIfWithoutPage,
	Request: input.Shape{
		Fields: whatif.GridFields(),
		Check:  suggesting((*whatif.GridRequest).Validate),
		Members: []input.Member{
			variedScenario(func(q *whatif.GridRequest) *model.Scenario { return &q.Scenario }, (*whatif.GridRequest).ValidateScenario),
			input.OneNamed("x", axisShape, func(q *whatif.GridRequest) any { return &q.X }),
			input.OneNamed("y", axisShape, func(q *whatif.GridRequest) any { return &q.Y }),
		},
	},
	Sections: answering(heading(func(r *whatif.GridResult) *model.Scenario { return &r.Scenario }), gridAsk, []answer.Section{
		answer.Single(gridMetric),
		axisAnswer("x", func(r *whatif.GridResult) any { return &r.Request.X }),
		axisAnswer("y", func(r *whatif.GridResult) any { return &r.Request.Y }),
		gridValues,
	}, gridNotes),
	Tables: []answer.Section{gridValues, gridAsk, gridNotes},
	Chart: func(a answer.Answer, l locale.Language) chart.Picture {
		return chart.Grid(a.Result.(*whatif.GridResult), l)
	},
}, func(ctx context.Context, q *whatif.GridRequest) (whatif.GridResult, error) {
	return whatif.Grid(ctx, *q)
}, func(r *whatif.GridResult) string { return r.Scenario.Name })

// axisAnswer gives an axis back: its field and all its values.
func axisAnswer(name string, at func(*whatif.GridResult) any) answer.Section {
	return answer.GroupOf(name, answer.Fields(chosenFields(whatif.AxisFields(), "field", "values")), at)
}

// squareOf is the table: a row for each value of y, headed by those of x. Its
// corner names both.
func squareOf(r *whatif.GridResult) answer.Square {
	metric := whatif.MetricFigure(r.Request.Metric)
	y, _ := vocabulary.FieldNamed(model.ScenarioFields(), r.Request.Y.Field)
	square := answer.Square{Corner: r.Request.Y.Field + "/" + r.Request.X.Field}
	for _, x := range r.Request.X.Values {
		square.Heads = append(square.Heads, answer.Digits(x))
	}
	for i, row := range r.Values {
		square.Sides = append(square.Sides, answer.Number(r.Request.Y.Values[i], y.Unit))
		cells := make([]answer.Cell, len(row))
		for j, value := range row {
			cells[j] = answer.FigureCell(metric, value)
		}
		square.Rows = append(square.Rows, cells)
	}
	return square
}
