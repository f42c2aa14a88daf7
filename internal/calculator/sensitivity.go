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

var (
	sensitivityMetric = answer.Words("metric", func(r *whatif.SensitivityResult) string { return r.Request.Metric }, whatif.Metrics()...)
	sensitivityBase   = answer.Measured(whatif.SensitivityBase(), func(r *whatif.SensitivityResult) vocabulary.Unit { return whatif.MetricFigure(r.Request.Metric).Unit },
		func(r *whatif.SensitivityResult) vocabulary.Rounded { return r.Base })
	sensitivityRows = answer.RowsOf("rows", "row", sensitivityColumns(), eachSwing).As("sensitivity")
	sensitivityAsk  = answer.InputsOf(chosenFields(whatif.SensitivityFields(), "change", "fields"), func(r *whatif.SensitivityResult) any { return &r.Request },
		scenarioInputs(func(q *whatif.SensitivityRequest) any { return &q.Scenario }))
	sensitivityNotes = answer.NotesOf(func(r *whatif.SensitivityResult) []vocabulary.Note { return r.Notes })
)

var sensitivity = computing(Calculator{
	Name:   "sensitivity",
	Page:   "/what-if",
	effort: effortBy(effortOfSensitivity),
	Request: input.Shape{
		Fields:  whatif.SensitivityFields(),
		Check:   suggesting((*whatif.SensitivityRequest).Validate),
		Members: []input.Member{scenarioIn(func(q *whatif.SensitivityRequest) any { return &q.Scenario })},
	},
	Sections: answering(heading(func(r *whatif.SensitivityResult) *model.Scenario { return &r.Scenario }), sensitivityAsk,
		append(singles([]answer.Column{sensitivityMetric, sensitivityBase}), sensitivityRows), sensitivityNotes),
	Tables: []answer.Section{
		sensitivityRows,
		answer.RowsOf("summary", "row", []answer.Column{sensitivityMetric, sensitivityBase}, func(r *whatif.SensitivityResult, yield func(any) bool) { yield(r) }),
		sensitivityAsk,
		sensitivityNotes,
	},
	Chart: func(a answer.Answer, l locale.Language) chart.Picture {
		return chart.Sensitivity(a.Result.(*whatif.SensitivityResult), l)
	},
	Figures: whole([]vocabulary.Figure{whatif.SensitivityBase()}, func(r *whatif.SensitivityResult) any { return r }),
}, func(ctx context.Context, q *whatif.SensitivityRequest) (whatif.SensitivityResult, error) {
	return whatif.Tornado(ctx, *q)
}, func(r *whatif.SensitivityResult) string { return r.Scenario.Name })

// swing is a row of the tornado and the unit of its metric.
type swing struct {
	row  *whatif.SensitivityRow
	unit vocabulary.Unit
}

func eachSwing(r *whatif.SensitivityResult, yield func(any) bool) {
	unit := whatif.MetricFigure(r.Request.Metric).Unit
	for i := range r.Rows {
		if !yield(&swing{&r.Rows[i], unit}) {
			return
		}
	}
}

// sensitivityColumns are the columns of a row, each figure with the unit that it
// has there.
func sensitivityColumns() []answer.Column {
	columns := []answer.Column{answer.Words("field", func(s *swing) string { return s.row.Field.Name }, whatif.VariableNames()...)}
	for _, f := range whatif.SensitivityFigures() {
		unit := func(s *swing) vocabulary.Unit { return s.unit }
		switch f.Name {
		case "value", "low", "high":
			unit = func(s *swing) vocabulary.Unit { return s.row.Field.Unit }
		case "elasticity":
			unit = func(*swing) vocabulary.Unit { return f.Unit }
		}
		columns = append(columns, answer.Measured(f, unit, func(s *swing) vocabulary.Rounded { return f.Of(s.row) }))
	}
	return columns
}
