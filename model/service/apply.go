package service

import (
	"blyant/model"

	"github.com/shopspring/decimal"
)

// step is one effect: the field of the programme, the field of the scenario it
// changes, and whether it is added or relative.
type step struct {
	effect, field string
	relative      bool
}

var steps = []step{
	{"repeat_purchase_rate_change", "repeat_purchase_rate", false},
	{"basket_value_change", "basket_value", true},
	{"basket_value_change", "basket_cap", true},
	{"orders_change", "orders_per_period", true},
	{"basket_growth_rate_change", "basket_growth_rate", false},
	{"add_on_rate_change", "add_on_rate", false},
	{"referrals_change", "referrals_per_period", false},
}

// apply returns the scenario (after its defaults) as it is for those who take
// part, and whether values of its retention curve had to be held within 0 … 1.
func (p Programme) apply(s model.Scenario) (changed model.Scenario, held bool) {
	for _, st := range steps {
		if v, given := model.Read(s.Slot(st.field)); given {
			model.Assign(s.Slot(st.field), model.Value{Number: st.of(&p, v.Number)})
		}
	}
	curve := make([]decimal.Decimal, len(s.RetentionCurve))
	for i, r := range s.RetentionCurve {
		curve[i] = r.Add(p.RepeatPurchaseRateChange.Decimal)
		if within := decimal.Max(decimal.Zero, decimal.Min(one, curve[i])); !within.Equal(curve[i]) {
			curve[i], held = within, true
		}
	}
	s.RetentionCurve = curve
	return s, held
}

// of returns what the effect makes of a field's value.
func (st step) of(p *Programme, value decimal.Decimal) decimal.Decimal {
	by, _ := model.Read(p.Slot(st.effect))
	if st.relative {
		return value.Mul(one.Add(by.Number))
	}
	return value.Add(by.Number)
}

// effectFaults returns the effects that take a field of the scenario (after its
// defaults) out of its range.
func (p Programme) effectFaults(s model.Scenario) model.Faults {
	var faults model.Faults
	for _, st := range steps {
		v, given := model.Read(s.Slot(st.field))
		if !given {
			continue
		}
		field, _ := model.ScenarioField(st.field)
		if result := st.of(&p, v.Number); result.LessThan(field.Min) || result.GreaterThan(field.Max) {
			by, _ := model.Read(p.Slot(st.effect))
			faults = append(faults, model.Fault{Field: st.effect, Code: model.CodeOutOfRange, Reason: "change_out_of_range",
				Args: []string{st.effect, st.field, result.String(), field.Min.String(), field.Max.String()}, Value: by.Number.String()})
		}
	}
	return faults
}
