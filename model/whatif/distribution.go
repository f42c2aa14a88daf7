package whatif

import (
	"math"
	"slices"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat/distuv"
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

// Validate returns the faults of a distribution; ignore holds the fields whose
// fault is known already.
func (u *Uncertain) Validate(ignore ...string) vocabulary.Faults {
	faults := vocabulary.CheckRecord(u, uncertainFields, ignore...)
	takes := ParametersOf(u.Distribution)
	if takes == nil {
		return faults
	}
	for _, f := range uncertainFields[1:] {
		switch {
		case slices.Contains(ignore, f.Name):
		case slices.Contains(takes, f.Name) && !f.Has(u):
			faults = append(faults, vocabulary.Fault{Field: f.Name, Code: vocabulary.CodeRequired, Reason: "required"})
		case !slices.Contains(takes, f.Name) && f.Has(u):
			faults = append(faults, vocabulary.Fault{Field: f.Name, Code: vocabulary.CodeConflict, Reason: "not_of_distribution", Args: []string{f.Name, u.Distribution}})
		}
	}
	if len(faults) > 0 || len(ignore) > 0 {
		return faults
	}
	return u.possible()
}

// possible looks at the parameters beside one another and the range of the field.
func (u *Uncertain) possible() vocabulary.Faults {
	f, known := vocabulary.FieldNamed(variables, u.Field)
	if !known {
		return nil
	}
	if u.Low.Valid {
		faults := append(outside("low", u.Low, f.Min, f.Max), outside("high", u.High, f.Min, f.Max)...)
		switch {
		case len(faults) > 0:
			return faults
		case u.Low.Decimal.GreaterThan(u.High.Decimal):
			return refuse("low", "low_above_high", u.Low, u.High.Decimal.String(), u.High.Decimal.String())
		case u.Mode.Valid && (u.Mode.Decimal.LessThan(u.Low.Decimal) || u.Mode.Decimal.GreaterThan(u.High.Decimal)):
			middle := u.Low.Decimal.Add(u.High.Decimal).Mul(decimal.New(5, -1))
			return refuse("mode", "mode_outside", u.Mode, middle.String(), u.Low.Decimal.String(), u.High.Decimal.String())
		}
		return nil
	}
	return u.possibleMoments(f)
}

func (u *Uncertain) possibleMoments(f vocabulary.Field) vocabulary.Faults {
	mean, sd := u.Mean.Decimal, u.SD.Decimal
	tenth := mean.Abs().Mul(decimal.New(1, -1))
	switch {
	case sd.Sign() <= 0:
		return refuse("sd", "sd_not_positive", u.SD, tenth.String())
	case mean.LessThan(f.Min) || mean.GreaterThan(f.Max):
		return outside("mean", u.Mean, f.Min, f.Max)
	case u.Distribution == lognormal && mean.Sign() <= 0:
		return refuse("mean", "mean_not_positive", u.Mean, "normal")
	case u.Distribution == beta && (mean.Sign() <= 0 || mean.GreaterThanOrEqual(one)):
		return refuse("mean", "mean_not_between", u.Mean, "normal")
	case u.Distribution == beta && sd.Mul(sd).GreaterThanOrEqual(mean.Mul(one.Sub(mean))):
		most := math.Sqrt(mean.Mul(one.Sub(mean)).InexactFloat64())
		return refuse("sd", "sd_too_large", u.SD, decimal.NewFromFloat(most/2).Round(6).String(), decimal.NewFromFloat(most).Round(6).String())
	}
	return nil
}

// refuse is the fault of a parameter that cannot be.
func refuse(field, reason string, x decimal.NullDecimal, hint string, args ...string) vocabulary.Faults {
	return vocabulary.Faults{{Field: field, Code: vocabulary.CodeOutOfRange, Reason: reason,
		Args: append([]string{x.Decimal.String()}, args...), Hint: hint, Value: x.Decimal.String()}}
}

// quantile is the value below which a share p of the draws lie.
func (u Uncertain) quantile() func(p float64) float64 {
	low, mode, high := u.Low.Decimal.InexactFloat64(), u.Mode.Decimal.InexactFloat64(), u.High.Decimal.InexactFloat64()
	mean, sd := u.Mean.Decimal.InexactFloat64(), u.SD.Decimal.InexactFloat64()
	switch {
	case u.Low.Valid && low == high:
		return func(float64) float64 { return low }
	case u.Distribution == uniform:
		return func(p float64) float64 { return low + p*(high-low) }
	case u.Distribution == triangular:
		return distuv.NewTriangle(low, high, mode, nil).Quantile
	case u.Distribution == pert:
		first, second := 1+4*(mode-low)/(high-low), 1+4*(high-mode)/(high-low)
		inverse := betaQuantile(first, second)
		return func(p float64) float64 { return low + (high-low)*inverse(p) }
	case u.Distribution == lognormal:
		variance := math.Log1p(sd * sd / (mean * mean))
		return distuv.LogNormal{Mu: math.Log(mean) - variance/2, Sigma: math.Sqrt(variance)}.Quantile
	case u.Distribution == beta:
		together := mean*(1-mean)/(sd*sd) - 1
		return betaQuantile(mean*together, (1-mean)*together)
	}
	return distuv.Normal{Mu: mean, Sigma: sd}.Quantile
}

// betaQuantile is the inverse of the regularised incomplete beta function.
func betaQuantile(first, second float64) func(p float64) float64 {
	return func(p float64) float64 { return mathext.InvRegIncBeta(first, second, p) }
}
