package service

import (
	"slices"

	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// faults returns every fault of the request; those of the scenario are under
// "scenario.".
func (p Promise) faults() vocabulary.Faults {
	return append(ValidateScenario(&p.Scenario).Under("scenario."), p.Validate()...)
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
