package form

import (
	"strings"

	"blyant/internal/answer"
	"blyant/model/service"
	"blyant/model/vocabulary"
)

// field writes the value of a field of a record under its label, where it is given or
// always wanted.
func (b *block) field(f vocabulary.Field, r answer.Record, always bool) {
	c := cell(r, f.Name)
	if c.Kind == answer.Null || (!always && c.String() == f.Default) {
		return
	}
	b.at[f.Name] = b.put(b.lang.Label(f.Name), b.digits(c.String()))
}

// pastePromise writes a promise: the shares and what customers perceive, the rate at
// which they come back, and what they are worth. The third share is what the others
// leave.
func (v *viewer) pastePromise(b *block, p part, name string) bool {
	if !b.inputs(p, name) {
		return false
	}
	for _, f := range service.PromiseFields() {
		switch {
		case f.Name == "missed_share":
			b.at[f.Name] = b.put(b.lang.Label(f.Name), "=1-"+b.at["exceeded_share"]+"-"+b.at["met_share"])
		case f.Name == "deterred_per_missed" && v.entry.common(f.Name) == "":
			b.at[f.Name] = b.put(b.lang.Label(f.Name), "=10*"+b.at["referrals_per_exceeded"])
		default:
			b.field(f, p.inputs, true)
		}
	}
	exceeded := b.at["exceeded_share"] + "*" + b.at["noticed_share"]
	unnoticed := b.at["exceeded_share"] + "*(1-" + b.at["noticed_share"] + ")"
	met := unnoticed + "*(1-" + b.at["taken_as_standard_share"] + ")+" + b.at["met_share"] + "*(1-" + b.at["doubted_share"] + ")"
	missed := b.at["missed_share"] + "+" + b.at["met_share"] + "*" + b.at["doubted_share"] + "+" + unnoticed + "*" + b.at["taken_as_standard_share"]
	b.at["repeat_purchase_rate"] = b.put(b.lang.Page("block.rate"),
		"="+exceeded+"*"+b.at["repeat_rate_exceeded"]+"+("+met+")*"+b.at["repeat_rate_met"]+"+("+missed+")*"+b.at["repeat_rate_missed"])
	money := decimalPlaces(p)
	b.rounded("perceived_exceeded", exceeded, ratioPlaces)
	b.rounded("perceived_met", met, ratioPlaces)
	b.rounded("perceived_missed", missed, ratioPlaces)
	b.rounded("repeat_purchase_rate", b.at["repeat_purchase_rate"], ratioPlaces)
	exact := b.put(b.lang.Page("block.exact"), "="+b.sum(b.value))
	b.rounded("lifetime_value", exact, money)
	b.rounded("net_lifetime_value", exact+"-"+b.acquisition(), money)
	spread := exceeded + "*" + b.at["referrals_per_exceeded"] + "-(" + missed + ")*" + b.at["deterred_per_missed"]
	b.rounded("promise_word_of_mouth", exact+"*"+b.sum(b.discount)+"*("+spread+")", money)
	return true
}

// used is the share of baskets that a programme gives back, z.
func (b *block) used() string {
	var back []string
	if rebate, has := b.at["rebate_rate"]; has {
		back = append(back, rebate)
	}
	if free, has := b.at["free_every"]; has {
		back = append(back, "1/"+free)
	}
	if len(back) == 0 {
		return "0"
	}
	return b.ref("redemption_rate", "1") + "*(" + strings.Join(back, "+") + ")"
}

// changed is the customer with the programme: the same cells, and lines for those that
// it changes.
func (b *block) changed() *block {
	with := *b
	with.at = map[string]string{}
	for name, at := range b.at {
		with.at[name] = at
	}
	line := func(field, formula string) {
		with.at[field] = with.put(b.lang.Page("block.with", "field", b.lang.Label(field)), "="+formula)
	}
	for _, c := range []struct{ field, change, otherwise string }{
		{"repeat_purchase_rate", "repeat_purchase_rate_change", "0"}, {"basket_growth_rate", "basket_growth_rate_change", "0"},
		{"add_on_rate", "add_on_rate_change", "0"}, {"service_cost_per_order", "cost_per_order", "0"}, {"service_cost_per_period", "cost_per_period", "0"},
	} {
		if change, has := b.at[c.change]; has {
			line(c.field, b.ref(c.field, c.otherwise)+"+"+change)
		}
	}
	for _, c := range []struct{ field, change string }{
		{"basket_value", "basket_value_change"}, {"basket_cap", "basket_value_change"}, {"orders_per_period", "orders_change"},
	} {
		_, capped := b.at[c.field]
		if change, has := b.at[c.change]; has && (capped || c.field != "basket_cap") {
			line(c.field, b.ref(c.field, "1")+"*(1+"+change+")")
		}
	}
	if z := b.used(); z != "0" {
		if _, own := b.at["add_on_margin_rate"]; !own { // add-ons are given back nothing of
			with.at["add_on_margin_rate"] = b.ref("margin_rate", "1")
		}
		line("margin_rate", b.ref("margin_rate", "1")+"-"+z)
	}
	return &with
}
