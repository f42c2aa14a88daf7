package calculator

import (
	"errors"
	"slices"

	"blyant/internal/answer"
	"blyant/model/purchase"
	"blyant/model/vocabulary"
)

// What was learnt from observed customers: parameters with their errors, and the
// block of uncertain fields that a simulation takes.

// learntFaults gives the faults of the packages that learn the type that all
// others have.
func learntFaults(err error) error {
	var faults purchase.Faults
	if !errors.As(err, &faults) {
		return err
	}
	out := make(vocabulary.Faults, len(faults))
	for i, f := range faults {
		out[i] = vocabulary.Fault{Field: f.Field, Code: vocabulary.Code(f.Code), Reason: f.Reason, Args: f.Args, Hint: f.Hint, Value: f.Value}
	}
	return out
}

// parameter is an estimate of a parameter of a model.
type parameter struct {
	Model, Name          string
	Value, StandardError float64
	Low, High            float64 // of the interval
}

// parameterColumns are columns of the parameters of these names, of a record
// that holds them.
func parameterColumns[R any](names []string, of func(*R) []parameter, figure func(parameter) float64) []answer.Column {
	var columns []answer.Column
	for _, name := range names {
		f := vocabulary.Estimate(name, vocabulary.UnitNumber).MayBeNull()
		columns = append(columns, answer.Computed(f, func(r *R) vocabulary.Rounded { return parameterFigure(of(r), name, figure) }))
	}
	return columns
}

// parameterFigure is a figure of the parameter of that name, null where the model
// has none.
func parameterFigure(all []parameter, name string, figure func(parameter) float64) vocabulary.Rounded {
	i := slices.IndexFunc(all, func(p parameter) bool { return p.Name == name })
	if i < 0 {
		return vocabulary.Rounded{}
	}
	return vocabulary.RoundedEstimate(figure(all[i]))
}

func estimate(p parameter) float64      { return p.Value }
func standardError(p parameter) float64 { return p.StandardError }

// parameterNames are those of a model, nil where it has none.
func parameterNames(all []parameter) []string {
	var names []string
	for _, p := range all {
		names = append(names, p.Name)
	}
	return names
}

// noted are notes of the codes, each about that field.
func noted(codes []string, field string, args ...string) []vocabulary.Note {
	notes := make([]vocabulary.Note, len(codes))
	for i, code := range codes {
		notes[i] = vocabulary.Note{Code: code, Field: field, Args: args}
	}
	return notes
}
