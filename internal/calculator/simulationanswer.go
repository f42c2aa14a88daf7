package calculator

import (
	"blyant/internal/answer"
	"blyant/model/vocabulary"
	"blyant/model/whatif"
)

// metricResult is what the draws say of one metric.
type metricResult struct {
	*whatif.Distribution
	uncertain []whatif.Uncertain
}

// bin is a column of the histogram of one metric.
type bin struct {
	metric string
	*whatif.Bin
}

func (m *metricResult) unit() vocabulary.Unit { return whatif.MetricFigure(m.Metric).Unit }

func eachMetric(r *whatif.SimulationResult, yield func(any) bool) {
	for i := range r.Results {
		if !yield(&metricResult{&r.Results[i], r.Request.Uncertain}) {
			return
		}
	}
}

func eachBin(m *metricResult, yield func(any) bool) {
	for i := range m.Histogram {
		if !yield(&bin{m.Metric, &m.Histogram[i]}) {
			return
		}
	}
}

var (
	simulationAsk = answer.InputsOf(chosenFields(whatif.SimulationFields(), "metrics"), func(r *whatif.SimulationResult) any { return &r.Request },
		variedInputs(func(q *whatif.SimulationRequest) any { return &q.Scenario }),
		answer.RowsOf("uncertain", "distribution", append([]answer.Column{answer.Words("field", func(u *whatif.Uncertain) string { return u.Field }, whatif.VariableNames()...)},
			answer.Fields(whatif.UncertainFields())...), func(q *whatif.SimulationRequest, yield func(any) bool) { answer.Yield(q.Uncertain, yield) }))
	simulationCounts  = answer.Inside(answer.Fields(chosenFields(whatif.SimulationFields(), "draws", "seed")), func(r *whatif.SimulationResult) any { return &r.Request })
	simulationColumns = append([]answer.Column{answer.Words("metric", func(m *metricResult) string { return m.Metric }, whatif.Metrics()...)}, distributionColumns()...)
	simulationBins    = answer.RowsOf("histogram", "bin", binColumns(), eachBin)
	correlation       = vocabulary.Ratio("rank_correlations", vocabulary.UnitRatio).MayBeNull()
	correlations      = answer.KeyedOf("rank_correlations", answer.Figures([]vocabulary.Figure{correlation})[0], func(m *metricResult) answer.Record {
		var r answer.Record
		for i, u := range m.uncertain {
			r = append(r, answer.Member{Name: u.Field, Value: answer.FigureCell(correlation, m.RankCorrelations[i])})
		}
		return r
	})
	clipped = answer.KeyedOf("clipped", answer.Figures([]vocabulary.Figure{whatif.Count("clipped")})[0], func(r *whatif.SimulationResult) answer.Record {
		var record answer.Record
		for i, u := range r.Request.Uncertain {
			record = append(record, answer.Member{Name: u.Field, Value: answer.Int(r.Clipped[i])})
		}
		return record
	})
	simulationNotes = answer.NotesOf(func(r *whatif.SimulationResult) []vocabulary.Note { return r.Notes })
)

// distributionColumns are the figures of a metric, each with the unit that it has
// in the answer.
func distributionColumns() []answer.Column {
	var columns []answer.Column
	for _, f := range whatif.DistributionFigures() {
		unit := func(*metricResult) vocabulary.Unit { return f.Unit }
		if f.Unit == vocabulary.UnitAsNamed {
			unit = (*metricResult).unit
		}
		columns = append(columns, answer.Measured(f, unit, func(m *metricResult) vocabulary.Rounded { return f.Of(m.Distribution) }))
	}
	return columns
}

func binColumns() []answer.Column {
	var columns []answer.Column
	for _, f := range whatif.BinFigures() {
		unit := func(b *bin) vocabulary.Unit { return whatif.MetricFigure(b.metric).Unit }
		if f.Name == "count" {
			unit = func(*bin) vocabulary.Unit { return f.Unit }
		}
		columns = append(columns, answer.Measured(f, unit, func(b *bin) vocabulary.Rounded { return f.Of(b.Bin) }))
	}
	return columns
}

// rankCorrelation is that of one metric with one field.
type rankCorrelation struct {
	metric, field string
	value         vocabulary.Rounded
}

var correlationColumns = []answer.Column{
	answer.Words("metric", func(c *rankCorrelation) string { return c.metric }),
	answer.Words("field", func(c *rankCorrelation) string { return c.field }),
	answer.Measured(vocabulary.Ratio("rank_correlation", vocabulary.UnitRatio).MayBeNull(), func(*rankCorrelation) vocabulary.Unit { return vocabulary.UnitRatio },
		func(c *rankCorrelation) vocabulary.Rounded { return c.value }),
}

func eachCorrelation(r *whatif.SimulationResult, yield func(any) bool) {
	for _, d := range r.Results {
		for i, u := range r.Request.Uncertain {
			if !yield(&rankCorrelation{d.Metric, u.Field, d.RankCorrelations[i]}) {
				return
			}
		}
	}
}
