package whatif

import (
	"slices"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// Uncertain is the distribution of one input. Mean and SD are those of the value
// itself, also where its logarithm is normal.
type Uncertain struct {
	Field                     string
	Distribution              string
	Low, Mode, High, Mean, SD decimal.NullDecimal
}

// Distributions.
const (
	uniform    = "uniform"
	triangular = "triangular"
	pert       = "pert"
	normal     = "normal"
	lognormal  = "lognormal"
	beta       = "beta"
)

// Distributions returns their names.
func Distributions() []string { return []string{uniform, triangular, pert, normal, lognormal, beta} }

// ParametersOf returns the names of a distribution's parameters in their order,
// nil of one that there is not.
func ParametersOf(distribution string) []string {
	switch distribution {
	case uniform:
		return []string{"low", "high"}
	case triangular, pert:
		return []string{"low", "mode", "high"}
	case normal, lognormal, beta:
		return []string{"mean", "sd"}
	}
	return nil
}

// UncertainFields returns the fields of a distribution.
func UncertainFields() []vocabulary.Field { return slices.Clone(uncertainFields) }

var uncertainFields = vocabulary.UnderAll(vocabulary.GroupCalculator, []vocabulary.Field{
	unsure(vocabulary.Choice("distribution", Distributions()...).Must(), func(u *Uncertain) any { return &u.Distribution }),
	unsure(signed(vocabulary.Number("low", vocabulary.UnitAsNamed, mostTarget)), func(u *Uncertain) any { return &u.Low }),
	unsure(signed(vocabulary.Number("mode", vocabulary.UnitAsNamed, mostTarget)), func(u *Uncertain) any { return &u.Mode }),
	unsure(signed(vocabulary.Number("high", vocabulary.UnitAsNamed, mostTarget)), func(u *Uncertain) any { return &u.High }),
	unsure(signed(vocabulary.Number("mean", vocabulary.UnitAsNamed, mostTarget)), func(u *Uncertain) any { return &u.Mean }),
	unsure(signed(vocabulary.Number("sd", vocabulary.UnitAsNamed, mostTarget)), func(u *Uncertain) any { return &u.SD }),
})

// unsure says where a distribution keeps the field, whose unit is that of the
// input.
func unsure(f vocabulary.Field, at func(*Uncertain) any) vocabulary.Field {
	f = vocabulary.Place(f, at)
	if f.Unit == vocabulary.UnitAsNamed {
		return vocabulary.MeasuredBy(f, func(u *Uncertain) vocabulary.Unit {
			of, _ := vocabulary.FieldNamed(variables, u.Field)
			return of.Unit
		})
	}
	return f
}
