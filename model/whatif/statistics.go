package whatif

import (
	"context"

	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// Distribution is what the draws say of one metric.
type Distribution struct {
	Metric string
	Mean, StandardDeviation, StandardError,
	P5, P10, P25, P50, P75, P90, P95,
	Minimum, Maximum,
	ProbabilityNegative, ProbabilityNever vocabulary.Rounded
	Undefined        vocabulary.Rounded   // draws in which the metric is null
	Histogram        []Bin                // of the draws in which it is a number
	RankCorrelations []vocabulary.Rounded // with each uncertain field, Spearman's
}

// Bin is a column of a histogram: how many draws are from From up to To, the
// last one with its end.
type Bin struct{ From, To, Count vocabulary.Rounded }

// percentiles are those that are reported.
var percentiles = []struct {
	share float64
	at    func(*Distribution) *vocabulary.Rounded
}{
	{0.05, func(d *Distribution) *vocabulary.Rounded { return &d.P5 }},
	{0.10, func(d *Distribution) *vocabulary.Rounded { return &d.P10 }},
	{0.25, func(d *Distribution) *vocabulary.Rounded { return &d.P25 }},
	{0.50, func(d *Distribution) *vocabulary.Rounded { return &d.P50 }},
	{0.75, func(d *Distribution) *vocabulary.Rounded { return &d.P75 }},
	{0.90, func(d *Distribution) *vocabulary.Rounded { return &d.P90 }},
	{0.95, func(d *Distribution) *vocabulary.Rounded { return &d.P95 }},
}

// summarise says what the draws say of each metric. In the end ranks stand in
// the place of all draws: a column less in memory for each.
func (s *simulation) summarise(ctx context.Context, r *worth.Report, decimals int) ([]Distribution, error) {
	o := newOrderer(s.request.Draws.Int)
	for _, input := range s.inputs {
		rank(input, o.sort(input))
	}
	results := make([]Distribution, len(s.metrics))
	for i, name := range s.request.Metrics {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		t := tally{name: name, report: r, orderer: o, places: decimals, values: s.values[i]}
		if MetricFigure(name).Rounding != vocabulary.RoundMoney {
			t.places = vocabulary.RatioDecimals
		}
		results[i] = t.distribution()
		for j, u := range s.request.Uncertain {
			results[i].RankCorrelations = append(results[i].RankCorrelations, t.correlation(u.Field, s.inputs[j]))
		}
	}
	return results, nil
}
