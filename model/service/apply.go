package service

import (
	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// step is one effect: the field of the programme, the field of the scenario it
// changes, and whether it is added or relative.
type step struct {
	effect, field vocabulary.Field
	relative      bool
}

var steps = []step{
	added("repeat_purchase_rate_change", "repeat_purchase_rate"),
	scaled("basket_value_change", "basket_value"),
	scaled("basket_value_change", "basket_cap"),
	scaled("orders_change", "orders_per_period"),
	added("basket_growth_rate_change", "basket_growth_rate"),
	added("add_on_rate_change", "add_on_rate"),
	added("referrals_change", "referrals_per_period"),
}

func added(effect, field string) step {
	e, _ := vocabulary.FieldNamed(programmeFields, effect)
	f, _ := vocabulary.FieldNamed(model.ScenarioFields(), field)
	return step{effect: e, field: f}
}

func scaled(effect, field string) step {
	st := added(effect, field)
	st.relative = true
	return st
}

// apply returns the scenario (after its defaults) as it is for those who take
// part, and whether values of its curve had to be held within 0 … 1.
func (p Programme) apply(s model.Scenario) (changed model.Scenario, held bool) {
	for _, st := range steps {
		if v, given := st.field.Get(&s); given {
			st.field.Set(&s, vocabulary.Value{Number: st.of(&p, v.Number)})
		}
	}
	curve := s.RetentionCurve
	if len(s.SurvivalCurve) > 0 && !p.RepeatPurchaseRateChange.Decimal.IsZero() {
		curve, s.SurvivalCurve = ratios(s.SurvivalCurve), nil
	}
	s.RetentionCurve = make([]decimal.Decimal, len(curve))
	for i, r := range curve {
		rate := r.Add(p.RepeatPurchaseRateChange.Decimal)
		within := decimal.Max(decimal.Zero, decimal.Min(one, rate))
		s.RetentionCurve[i], held = within, held || !within.Equal(rate)
	}
	return s, held
}

// ratioPlaces are the decimals of a ratio that does not divide evenly: far beyond
// those that any figure shows.
const ratioPlaces = 120

// ratios are the rates of a survival curve, r_t = S_t ÷ S_{t−1}, and 0 after a 0.
func ratios(survival []decimal.Decimal) []decimal.Decimal {
	rates, before := make([]decimal.Decimal, len(survival)), one
	for i, share := range survival {
		if !before.IsZero() {
			rates[i] = share.DivRound(before, ratioPlaces)
		}
		before = share
	}
	return rates
}

// of returns what the effect makes of a field's value.
func (st step) of(p *Programme, value decimal.Decimal) decimal.Decimal {
	by, _ := st.effect.Get(p)
	if st.relative {
		return value.Mul(one.Add(by.Number))
	}
	return value.Add(by.Number)
}

// effectFaults returns the effects that take a field of the scenario (after its
// defaults) out of its range.
func (p Programme) effectFaults(s model.Scenario) vocabulary.Faults {
	var faults vocabulary.Faults
	for _, st := range steps {
		v, given := st.field.Get(&s)
		if !given {
			continue
		}
		if result := st.of(&p, v.Number); result.LessThan(st.field.Min) || result.GreaterThan(st.field.Max) {
			by, _ := st.effect.Get(&p)
			faults = append(faults, vocabulary.Fault{Field: st.effect.Name, Code: vocabulary.CodeOutOfRange, Reason: "change_out_of_range",
				Args: []string{st.effect.Name, st.field.Name, result.String(), st.field.Min.String(), st.field.Max.String()}, Value: by.Number.String()})
		}
	}
	return faults
}
