package input

import (
	"slices"
	"strings"
	"unicode/utf8"

	"blyant/model/vocabulary"
)

// name is a name that could have been written, and how it is written here.
type name struct{ bare, full string }

// fieldNames are the names of fields, written with a prefix.
func fieldNames(fields []vocabulary.Field, prefix string) []name {
	names := make([]name, len(fields))
	for i, f := range fields {
		names[i] = name{f.Name, prefix + f.Name}
	}
	return names
}

// elsewhere is what other sources call our fields.
var elsewhere = []otherName{
	{"repeat_purchase_rate", " = 1 - ", "churn churn_rate attrition attrition_rate"},
	{"repeat_purchase_rate", "", "retention retention_rate repeat_rate loyalty_rate repurchase_rate"},
	{"retention_curve", "", "retention_rates curve"},
	{"survival_curve", "", "survival survival_rates survivors"},
	{"cost_per_prospect", "", "cpl cost_per_lead cost_per_visitor cost_per_contact"},
	{"conversion_rate", "", "conversion close_rate hit_rate"},
	{"vat_rate", "", "vat moms mva tax_rate sales_tax"},
	{"acquisition_cost", "", "cac cpa customer_acquisition_cost cost_of_acquisition cost_per_acquisition"},
	{"basket_value", "", "aov average_order_value order_value basket average_basket arpu price"},
	{"basket_growth_rate", "", "growth growth_rate basket_growth"},
	{"annual_discount_rate", "", "discount_rate discount interest interest_rate wacc cost_of_capital"},
	{"margin_rate", "", "margin gross_margin gross_margin_rate profit_margin contribution_margin"},
	{"orders_per_period", "", "frequency purchase_frequency order_frequency orders purchases_per_period orders_per_year orders_per_month"},
	{"horizon", "", "periods years months lifetime lifespan customer_lifetime"},
	{"currency", "", "currency_code"},
	{"period", "", "period_length interval"},
	{"service_cost_per_order", "", "service_cost cost_to_serve"},
	{"add_on_rate", "", "addon_rate upsell_rate cross_sell_rate"},
	{"referrals_per_period", "", "referrals referral_rate"},
	{"name", "", "label title"},
}

var allElsewhere = slices.Concat(elsewhere, figuresElsewhere, choicesElsewhere)

// suggest returns what a name was probably meant as, empty where nothing known
// is near it. A name from elsewhere counts for more than one spelt alike.
func suggest(written string, known []name) string {
	if utf8.RuneCountInString(written) > 60 {
		return ""
	}
	plain := plainName(written)
	for _, other := range allElsewhere {
		i := slices.IndexFunc(known, func(n name) bool { return n.bare == other.field })
		if i < 0 || !slices.Contains(strings.Fields(other.others), plain) {
			continue
		}
		if other.after != "" {
			return known[i].full + other.after + written
		}
		return known[i].full
	}
	letters := utf8.RuneCountInString(plain)
	hint, least := "", letters/3+1
	for _, n := range known {
		if near := letters - utf8.RuneCountInString(n.bare); near > least || -near > least {
			continue
		}
		if d := distance(plain, n.bare); d < least || (d == 0 && hint == "") {
			hint, least = n.full, d
		}
	}
	if hint == "" {
		return onlyPartOf(plain, known)
	}
	return hint
}
