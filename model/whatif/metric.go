package whatif

import (
	"slices"

	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// metrics are the figures of a summary, in its order.
var metrics = worth.Metrics

// Metrics returns the names of the figures that can be asked about.
func Metrics() []string {
	names := make([]string, len(metrics))
	for i, m := range metrics {
		names[i] = m.Name
	}
	return names
}

// SolvableMetrics returns the names of those that can be solved for: all but the
// two that jump from value to value.
func SolvableMetrics() []string {
	return slices.DeleteFunc(Metrics(), func(name string) bool {
		return name == worth.ProbabilityOfProfit.Name || name == worth.PaybackOrders.Name
	})
}

// metricNamed returns the metric of that name, which has been checked.
func metricNamed(name string) worth.Metric {
	return metrics[slices.IndexFunc(metrics, func(m worth.Metric) bool { return m.Name == name })]
}

// MetricFigure returns the figure of that name with its unit and rounding.
func MetricFigure(name string) vocabulary.Figure { return metricNamed(name).Figure }

// metricFigure is that of a scenario's metric or of a plan's; empty where there is
// none of that name.
func metricFigure(name string) vocabulary.Figure {
	if m, of := planMetricNamed(name); of {
		return m.Figure
	}
	if !slices.Contains(Metrics(), name) {
		return vocabulary.Figure{}
	}
	return MetricFigure(name)
}

// largeIsNull is the figure as these calculators report it: null above 1e15,
// whatever a summary would do.
func largeIsNull(f vocabulary.Figure, name string) vocabulary.Figure {
	f.Name, f.Nullable, f.NullIfLarge = name, true, true
	return f
}
