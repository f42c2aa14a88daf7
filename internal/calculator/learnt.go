package calculator

import (
	"errors"
	"slices"

	"blyant/internal/answer"
	"blyant/model/purchase"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
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

// normal is an uncertain field of a simulation, normal around an estimate.
type normal struct {
	Field    string
	Mean, SD float64
}

// uncertainOf is the section that a simulation takes as it is: of the fields
// named, those that have an uncertainty.
func uncertainOf[R any](fields []string, of func(*R) []normal) answer.Section {
	var sections []answer.Section
	for _, field := range fields {
		sections = append(sections, answer.GroupOf(field, append([]answer.Column{
			answer.Words("distribution", func(*normal) string { return "normal" }, "normal"),
		}, answer.Floats(vocabulary.Estimate("mean", vocabulary.UnitNumber), func(n *normal) float64 { return n.Mean }),
			answer.Floats(vocabulary.Estimate("sd", vocabulary.UnitNumber), func(n *normal) float64 { return n.SD })),
			func(r *R) any {
				all := of(r)
				i := slices.IndexFunc(all, func(n normal) bool { return n.Field == field })
				if i < 0 {
					return &normal{}
				}
				return &all[i]
			}).As("estimated"))
	}
	return answer.MapOf("uncertain", nil, sections, func(r *R) []string {
		var names []string
		for _, n := range of(r) {
			names = append(names, n.Field)
		}
		return names
	})
}

// float is a number that may be absent, 0 then.
func float(d decimal.NullDecimal) float64 { return d.Decimal.InexactFloat64() }

// uncertainTable has a row for each uncertain field.
func uncertainTable[R any](of func(*R) []normal) answer.Section {
	return answer.RowsOf("uncertain", "row", []answer.Column{
		answer.Words("field", func(n *normal) string { return n.Field }),
		answer.Words("distribution", func(*normal) string { return "normal" }),
		answer.Floats(vocabulary.Estimate("mean", vocabulary.UnitNumber), func(n *normal) float64 { return n.Mean }),
		answer.Floats(vocabulary.Estimate("sd", vocabulary.UnitNumber), func(n *normal) float64 { return n.SD }),
	}, func(r *R, yield func(any) bool) { answer.Yield(of(r), yield) })
}

// noted are notes of the codes, each about that field.
func noted(codes []string, field string, args ...string) []vocabulary.Note {
	notes := make([]vocabulary.Note, len(codes))
	for i, code := range codes {
		notes[i] = vocabulary.Note{Code: code, Field: field, Args: args}
	}
	return notes
}
