package whatif

import (
	"blyant/model"
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// number is a metric that may have no value.
type number struct {
	exact.Number
	there bool
}

// varied computes the metric of a scenario in which one input is changed.
type varied struct {
	a        *exact.Arithmetic
	report   *worth.Report
	scenario model.Scenario // before its defaults
	metric   worth.Metric
	change   decimal.Decimal
}

func (v varied) at(f vocabulary.Field, x decimal.Decimal) number {
	value, absent := v.of(evaluate(v.a, with(v.scenario, f, x)))
	return number{value, absent.Code == ""}
}

// of is the metric, exact also where a summary only ever finds it to the last
// place that is reported.
func (v varied) of(w *worth.Worth) (exact.Number, worth.Absence) {
	if v.metric.Name == worth.InternalRateOfReturn.Name {
		return exactReturn(v.a, w)
	}
	return v.metric.Of(v.a, w)
}

// row varies one field.
func (v varied) row(name string, base number) SensitivityRow {
	f, _ := vocabulary.FieldNamed(variables, name)
	s := v.scenario.WithDefaults()
	given, _ := f.Get(&s)
	x := given.Number
	least, most := rangeOf(&s, f)
	low, high := around(x, v.change, least, most)
	if row, sure := v.fastRow(f, x, low, high, least, most); sure {
		return row
	}
	return v.exactRow(f, x, low, high, base)
}

// exactRow is the row by the exact projection.
func (v varied) exactRow(f vocabulary.Field, x, low, high decimal.Decimal, base number) SensitivityRow {
	s := v.scenario.WithDefaults()
	least, most := rangeOf(&s, f)
	atLow, atHigh := v.at(f, low), v.at(f, high)
	row := SensitivityRow{Field: f, Value: shown(x), Low: shown(low), High: shown(high)}
	row.MetricAtLow, row.MetricAtHigh = v.rounded("metric_at_low", atLow), v.rounded("metric_at_high", atHigh)
	if !row.MetricAtLow.IsNull() && !row.MetricAtHigh.IsNull() {
		swing := v.rounded("swing", number{v.a.Sub(atHigh.Number, atLow.Number), true})
		row.Swing = magnitude(swing) // half away from zero on either side of it: no digits are needed for the sign
	}
	row.Elasticity = v.elasticity(f, x, base, least, most)
	return row
}

// elasticity is ((M(x₂) − M(x₁)) ÷ M(x)) ÷ ((x₂ − x₁) ÷ x) with x₁ and x₂ a
// hundredth below and above x.
func (v varied) elasticity(f vocabulary.Field, x decimal.Decimal, base number, least, most decimal.Decimal) vocabulary.Rounded {
	low, high := around(x, decimal.New(1, -2), least, most)
	if x.IsZero() || low.Equal(high) || !base.there || v.a.Sign(base.Number) == 0 {
		return vocabulary.Rounded{}
	}
	atLow, atHigh := v.at(f, low), v.at(f, high)
	if !atLow.there || !atHigh.there {
		return vocabulary.Rounded{}
	}
	if x.Sign() < 0 { // x₁ = 0.99x is the higher
		low, high, atLow, atHigh = high, low, atHigh, atLow
	}
	moved := v.a.Quo(v.a.Sub(atHigh.Number, atLow.Number), base.Number)
	by := v.a.Quo(exact.FromDecimal(high.Sub(low)), exact.FromDecimal(x))
	return v.report.Figure(elasticityFigure, v.a.Quo(moved, by))
}

// magnitude is |x|.
func magnitude(x vocabulary.Rounded) vocabulary.Rounded {
	if x.Sign() >= 0 {
		return x
	}
	return vocabulary.RoundedDecimal(x.Decimal().Neg())
}

// rounded reports a metric: null where it is not there, or above 1e15.
func (v varied) rounded(name string, x number) vocabulary.Rounded {
	if !x.there {
		return vocabulary.Rounded{}
	}
	return v.report.Figure(largeIsNull(v.metric.Figure, name), x.Number)
}

// around is x − c|x| and x + c|x|, within a range.
func around(x, c, least, most decimal.Decimal) (low, high decimal.Decimal) {
	step := c.Mul(x.Abs())
	return decimal.Max(x.Sub(step), least), decimal.Min(x.Add(step), most)
}
