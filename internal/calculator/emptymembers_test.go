package calculator_test

import (
	"fmt"
	"strings"
	"testing"
)

const oneShop = `"acquisition_cost":5,"basket_value":10,"repeat_purchase_rate":0.5,"horizon":4`

// What is null, empty text or an empty list is not given: the answer is that of a request
// without it, by body and by query.
func TestEmptyIsAbsent(t *testing.T) {
	_, want := replied("/v1/lifetime-value", "application/json", "{"+oneShop+"}")
	for _, empty := range []string{`"basket_cap":null`, `"basket_cap":""`, `"retention_curve":null`, `"retention_curve":[]`, `"retention_curve":""`, `"name":null`, `"name":""`,
		`"cost_per_prospect":"","conversion_rate":null`, `"margin_rate":null`, `"timing":""`, `"currency":null`, `"decimals":""`, `"survival_curve":[],"basket_cap":""`} {
		if status, got := replied("/v1/lifetime-value", "application/json", "{"+oneShop+","+empty+"}"); got != want {
			t.Errorf("with %s: %d %.300s", empty, status, got)
		}
		var query strings.Builder
		for _, pair := range strings.Split(empty, `,"`) {
			name, _, _ := strings.Cut(strings.Trim(pair, `"`), `"`)
			query.WriteString("&" + name + "=")
		}
		if status, got := replied("/v1/lifetime-value?acquisition_cost=5&basket_value=10&repeat_purchase_rate=0.5&horizon=4"+query.String(), "", ""); got != want {
			t.Errorf("with %s: %d %.300s", query.String(), status, got)
		}
	}
}

// A required field that is empty is missing, of whichever calculator: its fault has the place.
func TestEmptyIsMissing(t *testing.T) {
	for _, c := range []struct{ path, body, want string }{
		{"/v1/lifetime-value", `{}`, "acquisition_cost required, basket_value required, repeat_purchase_rate required"},
		{"/v1/lifetime-value", `{"acquisition_cost":null,"basket_value":"","repeat_purchase_rate":0.5}`, "acquisition_cost required, basket_value required"},
		{"/v1/comparison", `{"scenarios":null}`, "scenarios required"},
		{"/v1/comparison", `{"scenarios":[]}`, "scenarios required"},
		{"/v1/programmes", `{"scenario":{` + oneShop + `},"programmes":null}`, "programmes required"},
		{"/v1/plan", `{"scenario":null,"plan_periods":3,"new_customers_first":1}`, "scenario.acquisition_cost required, scenario.basket_value required, scenario.repeat_purchase_rate required"},
		{"/v1/plan", `{"scenario":{` + oneShop + `},"plan_periods":"","new_customers_first":1}`, "plan_periods required"},
		{"/v1/simulation", `{"scenario":{` + oneShop + `},"uncertain":{}}`, "uncertain required"},
		{"/v1/simulation", `{"scenario":{` + oneShop + `},"uncertain":null}`, "uncertain required"},
		{"/v1/retention-fit", `{"active":null,"cohorts":[]}`, "active required"},
		{"/v1/cohorts", `{"transactions":[]}`, "transactions required"},
		{"/v1/cohorts", `{"transactions":null}`, "transactions required"},
		{"/v1/purchase-fit", `{"customers":[],"transactions":null}`, "transactions required"},
	} {
		if got := faultsTo(t, c.path, c.body); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.path, c.body, got, c.want)
		}
	}
}

// What is given twice is a duplicate with its place, in a body and in a query; so are two of one
// name and a field that is named twice.
func TestDuplicates(t *testing.T) {
	item := `{"name":"A",` + oneShop + `}`
	for _, c := range []struct{ path, body, want string }{
		{"/v1/lifetime-value", `{` + oneShop + `,"horizon":4}`, "horizon duplicate"},
		{"/v1/comparison", `{"scenarios":[` + item + "," + item + `]}`, "scenarios[1].name duplicate"},
		{"/v1/comparison", `{"scenarios":[{` + oneShop + `},{"name":"1",` + oneShop + `}]}`, "scenarios[1].name duplicate"},
		{"/v1/programmes", `{"scenario":{` + oneShop + `},"programmes":[{"name":"A"},{"name":"A"}]}`, "programmes[1].name duplicate"},
		{"/v1/plan", `{"scenario":{` + oneShop + `},"plan_periods":3,"segments":[{"name":"A","new_customers_first":1},{"name":"A","new_customers_first":1}]}`, "segments[1].name duplicate"},
		{"/v1/sensitivity", `{"scenario":{` + oneShop + `},"fields":["margin_rate","margin_rate"]}`, "fields[1] duplicate"},
		{"/v1/simulation", `{"scenario":{` + oneShop + `},"uncertain":{"margin_rate":{"distribution":"uniform","low":0,"high":1}},"metrics":["lifetime_value","lifetime_value"]}`, "metrics[1] duplicate"},
		{"/v1/cohorts", `{"transactions":[{"customer":"a","customer":"b","date":"2027-01-01","amount":1}]}`, "transactions[0].customer duplicate"},
	} {
		if got := faultsTo(t, c.path, c.body); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.path, c.body, got, c.want)
		}
	}
	status, text := replied("/v1/lifetime-value?acquisition_cost=5&basket_value=10&repeat_purchase_rate=0.5&basket_value=11", "", "")
	if got := faultsOf(decoded(t, text)); status != 422 || got != "basket_value duplicate" {
		t.Errorf("in a query: %d %s", status, got)
	}
}

// Names that are none lead to one that there is: asked with the hint the request is answered.
func TestHintsLeadOn(t *testing.T) {
	for _, c := range []struct{ path, body, wrong string }{
		{"/v1/sensitivity", `{"scenario":{` + oneShop + `},"metric":"%s"}`, "ltv"},
		{"/v1/sensitivity", `{"scenario":{` + oneShop + `},"metric":"%s"}`, "irr"},
		{"/v1/sensitivity", `{"scenario":{` + oneShop + `},"fields":["%s"]}`, "margin_rat"},
		{"/v1/simulation", `{"scenario":{` + oneShop + `},"uncertain":{"margin_rate":{"distribution":"uniform","low":0,"high":1}},"metrics":["%s"]}`, "payback"},
		{"/v1/simulation", `{"scenario":{` + oneShop + `},"uncertain":{"margin_rate":{"distribution":"%s","low":0,"high":1}}}`, "unifrom"},
		{"/v1/break-even", `{"scenario":{` + oneShop + `},"solve_for":"%s","metric":"net_lifetime_value","target":1}`, "basket_valu"},
		{"/v1/break-even", `{"scenario":{` + oneShop + `},"question":"%s"}`, "three_to_on"},
		{"/v1/grid", `{"scenario":{` + oneShop + `},"x":{"field":"%s","values":[0,1]},"y":{"field":"margin_rate","values":[1]}}`, "repeat_purchas_rate"},
		{"/v1/lifetime-value", `{` + oneShop + `,"timing":"%s"}`, "strat"},
		{"/v1/comparison", `{"scenarios":[{"name":"Few visits",` + oneShop + `},{"name":"Many visits",` + oneShop + `}],"baseline":"%s"}`, "Manny visits"},
	} {
		status, text := replied(c.path, "application/json", fmt.Sprintf(c.body, c.wrong))
		if status != 422 {
			t.Errorf("%s with %s: %d", c.path, c.wrong, status)
			continue
		}
		faults := list(decoded(t, text)["errors"])
		hint, _ := at(faults[0], "hint").(string)
		if at(faults[0], "code") != "not_a_choice" || hint == "" {
			t.Errorf("%s with %s: %v", c.path, c.wrong, faults)
			continue
		}
		if got := faultsTo(t, c.path, fmt.Sprintf(c.body, hint)); got != "" {
			t.Errorf("%s with the hint %s: %s", c.path, hint, got)
		}
	}
}
