package form

import (
	"blyant/internal/answer"
	"blyant/model/service"
)

// pasteProgramme writes a programme: the customer without it, its effects and costs,
// the customer with it, and what it costs and gains. A curve has no room for it.
func (v *viewer) pasteProgramme(b *block, p part, name string) bool {
	if !b.inputs(p, name) || b.curve != nil {
		return false
	}
	var own answer.Record
	for _, r := range records(p.inputs.Get("programmes")) {
		if text(r, "name") == p.name {
			own = r
		}
	}
	for _, f := range service.ProgrammeFields() {
		if f.Numeric() {
			b.field(f, own, false)
		}
	}
	for _, f := range service.ProgrammesFields() {
		b.field(f, p.inputs, true)
	}
	without := b.put(b.lang.Page("block.exact"), "="+b.sum(b.value))
	with := b.changed()
	money := decimalPlaces(p)
	enrolment, fixed := b.ref("enrolment_cost", "0"), b.ref("fixed_cost", "0")
	value := with.put(b.lang.Page("block.exact_with"), "="+with.sum(with.value)+"-"+enrolment)
	cost := with.put(b.lang.Page("block.exact_cost"), "="+with.sum(func(t string) string { return with.programmeCost(b, t) })+"+"+enrolment)
	count := b.ref("customers", "1") + "*" + b.ref("participation_rate", "1") + "*"
	totalCost, totalGain := count+cost+"+"+fixed, count+"("+value+"-"+without+")-"+fixed
	b.lines = with.lines
	b.rounded("value_with", value, money)
	b.rounded("cost_per_participant", cost, money)
	b.rounded("gain_per_participant", value+"-"+without, money)
	b.rounded("total_cost", totalCost, money)
	b.rounded("total_gain", totalGain, money)
	if p.figure("return_on_cost").Kind != answer.Null {
		b.rounded("return_on_cost", "("+totalGain+")/("+totalCost+")", ratioPlaces)
	}
	return true
}

// programmeCost is what a programme costs for one participant in a period, discounted;
// without has the cells without it.
func (b *block) programmeCost(without *block, t string) string {
	order := b.basket(t) + "*" + without.used() + "+" + without.ref("cost_per_order", "0")
	return "(" + b.orders(t) + "*(" + order + ")+" + without.ref("cost_per_period", "0") + ")*" + b.discount(t)
}
