package calculator

import (
	"math"
	"slices"

	"blyant/internal/answer"
	"blyant/model/purchase"
)

// fittedModel is one model of the answer: of purchases, or of their value.
type fittedModel struct {
	name          string
	parameters    []parameter // nil where there is no maximum
	logLikelihood float64
	of            *purchase.ModelResult // nil of the model of value
}

// models are all, the one of value last.
func (r *purchaseResult) models() []fittedModel {
	var all []fittedModel
	for i := range r.Models {
		m := &r.Models[i]
		one := fittedModel{name: m.Name, logLikelihood: math.NaN(), of: m}
		if f := m.Fitted; f != nil {
			one.logLikelihood = f.LogLikelihood
			one.parameters = parametersOf(m.Name, f.Model.Parameters(), f.StandardErrors, f.Intervals)
		}
		all = append(all, one)
	}
	value := fittedModel{name: purchase.ModelGammaGamma, logLikelihood: math.NaN()}
	if s := r.Spend; s != nil {
		value.logLikelihood = s.LogLikelihood
		value.parameters = parametersOf(value.name, []float64{s.Model.P, s.Model.Q, s.Model.Gamma}, s.StandardErrors[:], s.Intervals[:])
	}
	return append(all, value)
}

func parametersOf(model string, values, deviations []float64, intervals [][2]float64) []parameter {
	var all []parameter
	for i, name := range purchase.ParameterNames(model) {
		all = append(all, parameter{model, name, values[i], deviations[i], intervals[i][0], intervals[i][1]})
	}
	return all
}

func (m *fittedModel) names() []string { return parameterNames(m.parameters) }

// eachModel goes through the models, eachOwn through the rows of each.
func eachModel(r *purchaseResult, yield func(any) bool) { answer.Yield(r.models(), yield) }

// modelRow is a row of a model's own list.
type modelRow[T any] struct {
	model string
	row   *T
}

// ownRows is a list within each model, and the same as a table of all.
func ownRows[T any](name string, columns []answer.Column, list func(*purchase.ModelResult) []T) (within, table answer.Section) {
	within = answer.RowsOf(name, "row", columns, func(m *fittedModel, yield func(any) bool) {
		if m.of != nil {
			answer.Yield(list(m.of), yield)
		}
	}).As(name)
	table = answer.RowsOf(name, "row", slices.Concat(
		[]answer.Column{answer.Words("model", func(r *modelRow[T]) string { return r.model })},
		answer.Inside(columns, func(r *modelRow[T]) any { return r.row })),
		func(r *purchaseResult, yield func(any) bool) {
			for i := range r.Models {
				rows := list(&r.Models[i])
				for j := range rows {
					if !yield(&modelRow[T]{r.Models[i].Name, &rows[j]}) {
						return
					}
				}
			}
		})
	return within, table
}

func parametersIn(m *fittedModel) []parameter { return m.parameters }
