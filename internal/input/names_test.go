package input

import (
	"strings"
	"testing"

	"blyant/model"
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
