package service

import (
	"blyant/model"
	"blyant/model/internal/formula"
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
// part, but for a curve of it.
func (p Programme) apply(s model.Scenario) model.Scenario {
	for _, st := range steps {
		if v, given := st.field.Get(&s); given {
			st.field.Set(&s, vocabulary.Value{Number: st.of(&p, v.Number)})
		}
	}
	return s
}

// curveOfParticipants changes the rates of a curve, r_t or S_t ÷ S_{t−1} (0 after
// a 0), and holds them within 0 … 1:
//
//	r'_t = ( S_t + change·S_{t−1} ) ÷ S_{t−1}
//
// It reports whether any had to be held.
func (p Programme) curveOfParticipants(t *formula.Terms) (held bool) {
	change := p.RepeatPurchaseRateChange.Decimal
	if change.IsZero() {
		return false
	}
	curve, before := t.Retention, one
	if len(t.Survival) > 0 {
		curve = t.Survival
		t.RetentionOver = make([]decimal.Decimal, len(curve))
	}
	rates := make([]decimal.Decimal, len(curve))
	for i, x := range curve {
		over := before
		if over.IsZero() {
			over = one
		}
		rates[i] = x.Add(change.Mul(over))
		switch {
		case rates[i].Sign() < 0:
			rates[i], held = decimal.Zero, true
		case rates[i].GreaterThan(over):
			rates[i], over, held = one, one, true
		}
		if len(t.Survival) > 0 {
			t.RetentionOver[i], before = over, x
		}
	}
	t.Retention, t.Survival = rates, nil
	return held
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
