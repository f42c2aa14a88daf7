package whatif

import (
	"context"

	"blyant/model"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// GridRequest asks for a metric over two inputs at once.
type GridRequest struct {
	Scenario model.Scenario
	Metric   string // net_lifetime_value unless given
	X, Y     Axis
}

// GridResult is the two-way table: Values has a row for each value of Y, and in
// it a number for each value of X.
type GridResult struct {
	Scenario model.Scenario // after defaults; the varied fields as they were given
	Request  GridRequest    // after defaults, with the values of the axes
	Values   [][]vocabulary.Rounded
	Notes    []vocabulary.Note
}

// Grid computes the metric at every pair. A pair that excludes each other, a
// basket above its cap, is null. The error is of type vocabulary.Faults, or the
// context's where it ends first.
func Grid(ctx context.Context, req GridRequest) (GridResult, error) {
	if err := req.faults().OrNil(); err != nil {
		return GridResult{}, err
	}
	g := grid{request: req.withDefaults()}
	g.metric = metricNamed(g.request.Metric)
	g.x, _ = vocabulary.FieldNamed(axes, g.request.X.Field)
	g.y, _ = vocabulary.FieldNamed(axes, g.request.Y.Field)
	g.report = worth.NewReport(nil, g.request.Scenario.WithDefaults().Decimals.Int)
	g.at(g.request.X.Values[0], g.request.Y.Values[0]).NoteAssumptions(g.report)
	result := GridResult{Request: g.request}
	for _, y := range g.request.Y.Values {
		row := make([]vocabulary.Rounded, len(g.request.X.Values))
		for i, x := range g.request.X.Values {
			if err := ctx.Err(); err != nil {
				return GridResult{}, err
			}
			row[i] = g.cell(g.at(x, y))
		}
		result.Values = append(result.Values, row)
	}
	result.Scenario = g.request.Scenario.WithDefaults()
	result.Request.Scenario, result.Notes = result.Scenario, g.report.Notes
	return result, nil
}

// grid is a table being computed.
type grid struct {
	request GridRequest
	metric  worth.Metric
	x, y    vocabulary.Field
	report  *worth.Report
}

// at is the scenario, before its defaults, with a value for each axis.
func (g grid) at(x, y decimal.Decimal) model.Scenario {
	s := g.request.Scenario
	g.x.Set(&s, vocabulary.Value{Number: x})
	g.y.Set(&s, vocabulary.Value{Number: y})
	return s
}

// cell is the metric of a scenario, null where the basket is above its cap or
// the metric is null or too large.
func (g grid) cell(s model.Scenario) vocabulary.Rounded {
	if s.BasketCap.Valid && s.BasketCap.Decimal.LessThan(s.BasketValue.Decimal) {
		return vocabulary.Rounded{}
	}
	value, tooLarge := roundedMetric(s.WithDefaults(), g.metric)
	if tooLarge {
		g.report.Note("figure_too_large", "values")
	}
	return value
}
