package input

import (
	"slices"
	"strings"
	"testing"

	"blyant/model"
	"blyant/model/plan"
	"blyant/model/service"
	"blyant/model/vocabulary"
)

// TestElsewhereLeadsToFields guards the table of other names: each leads to a
// field that there is, and none is a field itself.
func TestElsewhereLeadsToFields(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range elsewhere {
		if _, ok := scenarioField(e.field); !ok {
			t.Errorf("there is no field %s", e.field)
		}
		for _, other := range strings.Fields(e.others) {
			if _, ok := scenarioField(other); ok || seen[other] {
				t.Errorf("%s is a field, or comes twice", other)
			}
			seen[other] = true
		}
	}
}

// Figures by the names of the trade lead to figures that there are, each to the
// one of the calculator where it was written.
func TestFiguresElsewhereLeadToFigures(t *testing.T) {
	value, programme, plans := figureNames(model.SummaryFigures()), figureNames(service.ProgrammeFigures(), service.ProgrammesFigures()), figureNames(plan.SummaryFigures())
	all := slices.Concat(value, programme, plans, figureNames(model.ComparisonFigures(), service.PromiseFigures(), service.LeverFigures(), plan.ScheduleFigures()))
	for _, e := range figuresElsewhere {
		if !slices.Contains(all, e.field) {
			t.Errorf("there is no figure %s", e.field)
		}
	}
	for _, c := range []struct {
		known         []string
		written, want string
	}{
		{value, "ltv", "lifetime_value"}, {value, "CLV", "lifetime_value"}, {value, "irr", "internal_rate_of_return"}, {value, "payback", "payback_periods"},
		{value, "npv", "net_lifetime_value"}, {value, "cac_ratio", "value_to_cost_ratio"}, {value, "LTV:CAC", "value_to_cost_ratio"}, {value, "k-factor", "viral_coefficient"},
		{value, "roi", "value_to_cost_ratio = 1 + roi"}, {programme, "roi", "return_on_cost"}, {plans, "npv", "net_present_value"}, {plans, "payback", "payback_period"},
		{plans, "break_even", "break_even_period"}, {value, "paybackPeriod", "payback_periods"}, {value, "net-lifetime-value", "net_lifetime_value"}, {value, "weather", ""},
	} {
		if got := Nearest(c.written, c.known); got != c.want {
			t.Errorf("%s leads to %q, want %q", c.written, got, c.want)
		}
	}
}

func figureNames(lists ...[]vocabulary.Figure) []string {
	var names []string
	for _, f := range slices.Concat(lists...) {
		names = append(names, f.Name)
	}
	return names
}

func TestNearest(t *testing.T) {
	var known []string
	for _, f := range model.ScenarioFields() {
		known = append(known, f.Name)
	}
	for written, want := range map[string]string{
		"basket_value":       "basket_value",
		"basketValue":        "basket_value",
		"Basket-Value":       "basket_value",
		"baskte_value":       "basket_value",
		"basket_values":      "basket_value",
		"horison":            "horizon",
		"ten.horison":        "horizon",
		"aquisition_cost":    "acquisition_cost",
		"retention_rate":     "repeat_purchase_rate",
		"churn_rate":         "repeat_purchase_rate = 1 - churn_rate",
		"CAC":                "acquisition_cost",
		"aov":                "basket_value",
		"margin":             "margin_rate",
		"gross_margin":       "margin_rate",
		"purchase_frequency": "orders_per_period",
		"currency_code":      "currency",
		"discountRate":       "annual_discount_rate",
		"deterred":           "deterred_per_lost_customer",
		"add_on":             "", // three fields begin so
		"x":                  "",
		"":                   "",
		"weather_tomorrow":   "",
		"æøå":                "",

		strings.Repeat("basket_value", 1000): "",
	} {
		if got := Nearest(written, known); got != want {
			t.Errorf("Nearest(%.40q) = %q, want %q", written, got, want)
		}
	}
	if got := Nearest("cac", []string{"payback_periods"}); got != "" {
		t.Errorf("a name that is not known here: %q", got)
	}
}

// Names and codes that people gave keep their capitals: so short a name is near to
// another although one of its letters is a capital.
func TestNearestOfNamesWithCapitals(t *testing.T) {
	names := []string{"One", "Many", "Blåbær", "NOK", "Ten years of pencils"}
	for written, want := range map[string]string{
		"Manny": "Many", "many": "Many", "Mnay": "Many", "one": "One", "nok": "NOK", "NKO": "NOK", "Nok": "NOK",
		"Blabar": "Blåbær", "blåbæret": "Blåbær", "ten years of pencil": "Ten years of pencils", "Ten Years Of Pencils": "Ten years of pencils",
		"Few": "", "N": "",
	} {
		if got := Nearest(written, names); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", written, got, want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "abc", 3}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"kitten", "sitting", 3}, {"ca", "abc", 3}, {"ø", "o", 1},
	} {
		if got, back := distance(c.a, c.b), distance(c.b, c.a); got != c.want || back != c.want {
			t.Errorf("distance(%q, %q) = %d and %d, want %d", c.a, c.b, got, back, c.want)
		}
	}
}
