package calculator

import (
	"math"
	"slices"

	"blyant/internal/answer"
	"blyant/model/retention"
	"blyant/model/vocabulary"
)

// aged is a row of a table by age, with a value for each model.
type aged struct {
	period   int
	observed float64
	models   [3]float64
}

// byAge are rows from an age on, of series that may end or be missing.
func byAge(r *retentionResult, first int, observed []float64, series func(*retention.Estimate) []float64, yield func(any) bool) {
	length := len(observed)
	for i := range r.Models {
		length = max(length, len(series(&r.Models[i])))
	}
	for i := range length {
		row := aged{period: first + i, observed: at(observed, i)}
		for j := range r.Models {
			row.models[j] = at(series(&r.Models[j]), i)
		}
		if !yield(&row) {
			return
		}
	}
}

// at is a value of a series, no number beyond its end.
func at(series []float64, i int) float64 {
	if i < len(series) {
		return series[i]
	}
	return math.NaN()
}

// orNaN is a standard error, no number where there is none.
func orNaN(x float64) float64 {
	if x == 0 {
		return math.NaN()
	}
	return x
}

// lifetimes are periods, no number where they are infinite; nil where there are
// none.
func lifetimes(list []retention.Lifetime) []float64 {
	var out []float64
	for _, l := range list {
		out = append(out, l.Periods)
	}
	return out
}

var agePeriod = answer.Counts(vocabulary.PeriodNumber("period"), func(a *aged) int { return a.period })

// modelColumns are one for each model.
func modelColumns(like vocabulary.Figure) []answer.Column {
	var columns []answer.Column
	for i, name := range retentionModels {
		columns = append(columns, answer.Floats(namedFigure(like, name).MayBeNull(), func(a *aged) float64 { return a.models[i] }))
	}
	return columns
}

// Tables of the answer.
var (
	retentionSurvival = answer.RowsOf("survival", "row", slices.Concat([]answer.Column{agePeriod,
		answer.Floats(retentionObserved.MayBeNull(), func(a *aged) float64 { return a.observed })},
		modelColumns(vocabulary.Estimate("", vocabulary.UnitShare))),
		func(r *retentionResult, yield func(any) bool) {
			byAge(r, 0, r.Observed, func(e *retention.Estimate) []float64 { return e.Survival }, yield)
		})
	retentionCurves = answer.RowsOf("retention_curve", "row", append([]answer.Column{agePeriod}, modelColumns(vocabulary.Ratio("", vocabulary.UnitSharePerPeriod))...),
		func(r *retentionResult, yield func(any) bool) {
			byAge(r, 1, nil, func(e *retention.Estimate) []float64 { return e.RetentionCurve }, yield)
		})
	retentionLifetimes = answer.RowsOf("residual_lifetimes", "row", append([]answer.Column{agePeriod}, modelColumns(residualLifetime)...),
		func(r *retentionResult, yield func(any) bool) {
			byAge(r, 1, nil, func(e *retention.Estimate) []float64 { return lifetimes(e.ResidualLifetimes) }, yield)
		})
	retentionParameters = answer.RowsOf("parameters", "row", []answer.Column{
		answer.Words("model", func(p *fittedParameter) string { return p.Model }),
		answer.Words("parameter", func(p *fittedParameter) string { return p.Name }),
		answer.Floats(vocabulary.Estimate("estimate", vocabulary.UnitNumber), func(p *fittedParameter) float64 { return p.Value }),
		answer.Floats(vocabulary.Estimate("standard_error", vocabulary.UnitNumber), func(p *fittedParameter) float64 { return p.StandardError }),
		answer.Floats(logLikelihood, func(p *fittedParameter) float64 { return p.logLikelihood }),
		answer.Floats(aic, func(p *fittedParameter) float64 { return p.aic }),
	}, func(r *retentionResult, yield func(any) bool) {
		for i := range r.Models {
			for _, p := range estimated(&r.Models[i]) {
				if !yield(&fittedParameter{p, r.Models[i].LogLikelihood, r.Models[i].AIC}) {
					return
				}
			}
		}
	})
)

// fittedParameter is a parameter with the figures of its model.
type fittedParameter struct {
	parameter
	logLikelihood, aic float64
}
