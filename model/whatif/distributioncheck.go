package whatif

import (
	"math"
	"slices"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

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
