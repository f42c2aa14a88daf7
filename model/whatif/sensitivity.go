package whatif

import (
	"context"
	"slices"

	"blyant/model"
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// SensitivityRequest asks how far a metric moves with each of some inputs.
type SensitivityRequest struct {
	Scenario model.Scenario
	Metric   string              // net_lifetime_value unless given
	Change   decimal.NullDecimal // c, a tenth unless given
	Fields   []string            // all that are not zero unless given
}

// SensitivityResult is the tornado: the widest swing first.
type SensitivityResult struct {
	Scenario model.Scenario     // after defaults
	Request  SensitivityRequest // likewise
	Base     vocabulary.Rounded // the metric as the scenario stands
	Rows     []SensitivityRow
	Notes    []vocabulary.Note
}

// SensitivityRow is what one input does to the metric.
type SensitivityRow struct {
	Field        vocabulary.Field
	Value        vocabulary.Rounded // x
	Low, High    vocabulary.Rounded // x − c|x| and x + c|x|, within the field's range
	MetricAtLow  vocabulary.Rounded
	MetricAtHigh vocabulary.Rounded
	Swing        vocabulary.Rounded // |metric at high − metric at low|
	Elasticity   vocabulary.Rounded
}

// Tornado varies one input after another. The error is of type
// vocabulary.Faults, or the context's where it ends first.
func Tornado(ctx context.Context, req SensitivityRequest) (SensitivityResult, error) {
	if err := req.faults().OrNil(); err != nil {
		return SensitivityResult{}, err
	}
	full := req.withDefaults()
	var result SensitivityResult
	err := exact.Decide(full.Scenario.WithDefaults().Horizon.Int, func(a *exact.Arithmetic) error {
		s := full.Scenario.WithDefaults()
		r := worth.NewReport(a, s.Decimals.Int)
		full.Scenario.NoteAssumptions(r)
		v := varied{a: a, report: r, scenario: full.Scenario, metric: metricNamed(full.Metric), change: full.Change.Decimal}
		base, absent := v.of(evaluate(a, s))
		result = SensitivityResult{Scenario: s, Request: full}
		result.Base = r.Optional(largeIsNull(v.metric.Figure, "base"), base, absent)
		for _, name := range full.Fields {
			if err := ctx.Err(); err != nil {
				return err
			}
			result.Rows = append(result.Rows, v.row(name, number{base, absent.Code == ""}))
		}
		slices.SortStableFunc(result.Rows, widestFirst)
		result.Request.Scenario, result.Notes = s, r.Notes
		return nil
	})
	return result, err
}

// widestFirst orders rows by swing as reported, null ones last.
func widestFirst(x, y SensitivityRow) int {
	switch {
	case x.Swing.IsNull() || y.Swing.IsNull():
		return boolean(x.Swing.IsNull()) - boolean(y.Swing.IsNull())
	}
	return y.Swing.Decimal().Cmp(x.Swing.Decimal())
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

// shownPlaces is to how many decimals an input is given back.
const shownPlaces = 20

// shown is an input on its way to an answer.
func shown(x decimal.Decimal) vocabulary.Rounded {
	if x.Exponent() < -shownPlaces {
		x = x.Round(shownPlaces)
	}
	return vocabulary.RoundedDecimal(x)
}
