package service

import (
	"slices"

	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

var (
	one  = decimal.NewFromInt(1)
	many = decimal.New(1, 3) // most customers won or turned away by one
)

// PromiseFields returns the fields of a promise beside its scenario.
func PromiseFields() []vocabulary.Field { return slices.Clone(promiseFields) }

var promiseFields = vocabulary.UnderAll(vocabulary.GroupCalculator, []vocabulary.Field{
	promised(vocabulary.Share("exceeded_share"), func(p *Promise) any { return &p.ExceededShare }),
	promised(vocabulary.Share("met_share"), func(p *Promise) any { return &p.MetShare }),
	promised(vocabulary.Share("missed_share"), func(p *Promise) any { return &p.MissedShare }),
	promised(vocabulary.Share("noticed_share").Defaults("1"), func(p *Promise) any { return &p.NoticedShare }),
	promised(vocabulary.Share("doubted_share").Defaults("0"), func(p *Promise) any { return &p.DoubtedShare }),
	promised(vocabulary.Share("taken_as_standard_share").Defaults("0"), func(p *Promise) any { return &p.TakenAsStandardShare }),
	promised(vocabulary.Share("repeat_rate_exceeded").Must(), func(p *Promise) any { return &p.RepeatRateExceeded }),
	promised(vocabulary.Share("repeat_rate_met").Must(), func(p *Promise) any { return &p.RepeatRateMet }),
	promised(vocabulary.Share("repeat_rate_missed").Must(), func(p *Promise) any { return &p.RepeatRateMissed }),
	promised(vocabulary.Number("referrals_per_exceeded", vocabulary.UnitCustomers, many).Defaults("0"), func(p *Promise) any { return &p.ReferralsPerExceeded }),
	promised(vocabulary.Number("deterred_per_missed", vocabulary.UnitCustomers, many), func(p *Promise) any { return &p.DeterredPerMissed }),
})

// promised says where a promise keeps the field.
func promised(f vocabulary.Field, at func(*Promise) any) vocabulary.Field {
	return vocabulary.Place(f, at)
}

// withDefaults fills in what was left out; good news spreads a tenth as fast as bad.
func (p Promise) withDefaults() Promise {
	p.Scenario = p.Scenario.WithDefaults()
	vocabulary.FillDefaults(&p, promiseFields)
	sum, absent := p.outcomes()
	for _, f := range absent { // one at the most: what is left of 1
		f.Set(&p, vocabulary.Value{Number: one.Sub(sum)})
	}
	if !p.DeterredPerMissed.Valid {
		p.DeterredPerMissed = decimal.NewNullDecimal(p.ReferralsPerExceeded.Decimal.Shift(1))
	}
	return p
}

// faults returns every fault of the request; those of the scenario are under
// "scenario.".
func (p Promise) faults() vocabulary.Faults {
	return append(ValidateScenario(&p.Scenario).Under("scenario."), p.Validate()...)
}

// RateFields names the fields of a scenario that say who comes back. A promise's
// scenario gives none of them: that is what the promise is for.
func RateFields() []string {
	return []string{"repeat_purchase_rate", "retention_curve", "survival_curve"}
}

// ValidateScenario returns the faults of a promise's scenario. ignore holds
// fields whose fault is known already.
func ValidateScenario(s *model.Scenario, ignore ...string) vocabulary.Faults {
	faults := s.Validate(append(slices.Clone(ignore), "repeat_purchase_rate")...)
	for _, f := range model.ScenarioFields() {
		if slices.Contains(RateFields(), f.Name) && f.Has(s) {
			faults = append(faults, vocabulary.Fault{Field: f.Name, Code: vocabulary.CodeConflict, Reason: "scenario_gives_rate"})
		}
	}
	return faults
}

// Validate returns the faults of the promise's own fields; ignore likewise.
func (p *Promise) Validate(ignore ...string) vocabulary.Faults {
	faults := vocabulary.CheckRecord(p, promiseFields, ignore...)
	for _, fault := range faults {
		ignore = append(slices.Clone(ignore), fault.Field)
	}
	if slices.ContainsFunc(shareNames, func(name string) bool { return slices.Contains(ignore, name) }) {
		return faults // shares that are wrong one by one are not added up
	}
	return append(faults, p.shareFaults()...)
}

// shareNames are the shares of the three outcomes, which sum to 1.
var shareNames = []string{"exceeded_share", "met_share", "missed_share"}

// outcomes returns the sum of the shares that are given and the fields of those
// that are not.
func (p *Promise) outcomes() (sum decimal.Decimal, absent []vocabulary.Field) {
	for _, name := range shareNames {
		f, _ := vocabulary.FieldNamed(promiseFields, name)
		if v, given := f.Get(p); given {
			sum = sum.Add(v.Number)
		} else {
			absent = append(absent, f)
		}
	}
	return sum, absent
}

// shareFaults looks at the three shares together: one may be left out, being
// the rest.
func (p *Promise) shareFaults() vocabulary.Faults {
	sum, absent := p.outcomes()
	switch {
	case len(absent) > 1:
		var faults vocabulary.Faults
		for _, f := range absent {
			faults = append(faults, vocabulary.Fault{Field: f.Name, Code: vocabulary.CodeRequired, Reason: "two_shares_of_three"})
		}
		return faults
	case len(absent) == 1 && sum.GreaterThan(one):
		return p.tooMuch(sum)
	case len(absent) == 0 && !sum.Equal(one):
		return vocabulary.Faults{{Field: "exceeded_share", Code: vocabulary.CodeConflict, Reason: "shares_not_one",
			Args: []string{sum.String()}, Value: p.ExceededShare.Decimal.String()}}
	}
	return nil
}

// tooMuch is the fault of two shares that leave less than nothing for the third:
// of the second, with what the first leaves.
func (p *Promise) tooMuch(sum decimal.Decimal) vocabulary.Faults {
	for _, name := range slices.Backward(shareNames) {
		f, _ := vocabulary.FieldNamed(promiseFields, name)
		v, given := f.Get(p)
		if given {
			return vocabulary.Faults{{Field: name, Code: vocabulary.CodeOutOfRange, Reason: "shares_above_one",
				Args: []string{sum.String()}, Hint: one.Sub(sum.Sub(v.Number)).String(), Value: v.Number.String()}}
		}
	}
	return nil
}
