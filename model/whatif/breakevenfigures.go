package whatif

import (
	"slices"

	"blyant/model/vocabulary"
)

// BreakEvenFigures returns the figures of a break-even in the order of an
// answer. value has the unit of the field, the others but solutions that of the
// metric.
func BreakEvenFigures() []vocabulary.Figure { return slices.Clone(breakEvenFigures) }

var breakEvenFigures = []vocabulary.Figure{
	found(vocabulary.Ratio("value", vocabulary.UnitAsNamed), func(r *BreakEvenResult) *vocabulary.Rounded { return &r.Value }),
	found(vocabulary.Ratio("metric_at_value", vocabulary.UnitAsNamed).MayBeNull(), func(r *BreakEvenResult) *vocabulary.Rounded { return &r.MetricAtValue }),
	found(vocabulary.Figure{Name: "solutions", Unit: vocabulary.UnitCount, Rounding: vocabulary.RoundWhole}, func(r *BreakEvenResult) *vocabulary.Rounded { return &r.Solutions }),
	found(vocabulary.Ratio("metric_at_from", vocabulary.UnitAsNamed).MayBeNull(), func(r *BreakEvenResult) *vocabulary.Rounded { return &r.MetricAtFrom }),
	found(vocabulary.Ratio("metric_at_to", vocabulary.UnitAsNamed).MayBeNull(), func(r *BreakEvenResult) *vocabulary.Rounded { return &r.MetricAtTo }),
}

// found says where a break-even keeps the figure.
func found(f vocabulary.Figure, at func(*BreakEvenResult) *vocabulary.Rounded) vocabulary.Figure {
	return vocabulary.FigurePlace(f, at)
}

// UnitOf is the unit of a figure of the answer.
func (r *BreakEvenResult) UnitOf(f vocabulary.Figure) vocabulary.Unit {
	switch f.Name {
	case "value":
		field, _ := vocabulary.FieldNamed(solvable, r.Request.SolveFor)
		return field.Unit
	case "solutions":
		return f.Unit
	}
	return metricFigure(r.Request.Metric).Unit
}
