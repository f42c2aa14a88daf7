package whatif

import (
	"slices"

	"blyant/model/vocabulary"
)

// DistributionFigures returns the figures of one metric in the order of an
// answer. Those up to maximum have the unit of the metric.
func DistributionFigures() []vocabulary.Figure { return slices.Clone(distributionFigures) }

var distributionFigures = []vocabulary.Figure{
	ofMetric("mean", func(d *Distribution) *vocabulary.Rounded { return &d.Mean }),
	ofMetric("standard_deviation", func(d *Distribution) *vocabulary.Rounded { return &d.StandardDeviation }),
	ofMetric("standard_error", func(d *Distribution) *vocabulary.Rounded { return &d.StandardError }),
	ofMetric("p5", func(d *Distribution) *vocabulary.Rounded { return &d.P5 }),
	ofMetric("p10", func(d *Distribution) *vocabulary.Rounded { return &d.P10 }),
	ofMetric("p25", func(d *Distribution) *vocabulary.Rounded { return &d.P25 }),
	ofMetric("p50", func(d *Distribution) *vocabulary.Rounded { return &d.P50 }),
	ofMetric("p75", func(d *Distribution) *vocabulary.Rounded { return &d.P75 }),
	ofMetric("p90", func(d *Distribution) *vocabulary.Rounded { return &d.P90 }),
	ofMetric("p95", func(d *Distribution) *vocabulary.Rounded { return &d.P95 }),
	ofMetric("minimum", func(d *Distribution) *vocabulary.Rounded { return &d.Minimum }),
	ofMetric("maximum", func(d *Distribution) *vocabulary.Rounded { return &d.Maximum }),
	drawnFigure(vocabulary.Ratio("probability_negative", vocabulary.UnitShare).MayBeNull(), func(d *Distribution) *vocabulary.Rounded { return &d.ProbabilityNegative }),
	drawnFigure(vocabulary.Ratio("probability_never", vocabulary.UnitShare).MayBeNull(), func(d *Distribution) *vocabulary.Rounded { return &d.ProbabilityNever }),
	drawnFigure(Count("undefined"), func(d *Distribution) *vocabulary.Rounded { return &d.Undefined }),
}

func ofMetric(name string, at func(*Distribution) *vocabulary.Rounded) vocabulary.Figure {
	return drawnFigure(vocabulary.Ratio(name, vocabulary.UnitAsNamed).MayBeNull(), at)
}

// drawnFigure says where a distribution keeps the figure.
func drawnFigure(f vocabulary.Figure, at func(*Distribution) *vocabulary.Rounded) vocabulary.Figure {
	return vocabulary.FigurePlace(f, at)
}

// Count is a figure that counts draws.
func Count(name string) vocabulary.Figure {
	return vocabulary.Figure{Name: name, Unit: vocabulary.UnitCount, Rounding: vocabulary.RoundWhole}
}

// BinFigures returns the figures of a column of a histogram.
func BinFigures() []vocabulary.Figure {
	return []vocabulary.Figure{
		vocabulary.FigurePlace(vocabulary.Ratio("from", vocabulary.UnitAsNamed), func(b *Bin) *vocabulary.Rounded { return &b.From }),
		vocabulary.FigurePlace(vocabulary.Ratio("to", vocabulary.UnitAsNamed), func(b *Bin) *vocabulary.Rounded { return &b.To }),
		vocabulary.FigurePlace(Count("count"), func(b *Bin) *vocabulary.Rounded { return &b.Count }),
	}
}
