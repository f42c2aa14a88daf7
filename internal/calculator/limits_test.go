package calculator_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
)

// many repeats a text of a number, from 1 on, with commas between.
func many(n int, text string) string {
	parts := make([]string, n)
	for i := range parts {
		parts[i] = strings.ReplaceAll(text, "#", strconv.Itoa(i+1))
	}
	return strings.Join(parts, ",")
}

const aShop = `"acquisition_cost":50,"basket_value":10,"margin_rate":0.4`

// within is a request of so many things, which a limit lets in or not.
type within struct {
	path, body string // # is replaced by what a number of them comes to
	of         func(n int) string
	inside     []int
	outside    []int
	fault      string
}

// Each limit of the model's tables is taken up to its end, and what lies beyond is refused
// with a fault that names it.
func TestLimitsOfRequests(t *testing.T) {
	number := strconv.Itoa
	each := func(text string) func(int) string { return func(n int) string { return many(n, text) } }
	for _, c := range []within{
		{"/v1/comparison", `{"defaults":{` + aShop + `,"repeat_purchase_rate":0.5,"horizon":2},"scenarios":[%s]}`, each(`{"name":"n#"}`), []int{2, 20}, []int{1, 21}, "scenarios"},
		{"/v1/programmes", `{"scenario":{` + aShop + `,"repeat_purchase_rate":0.5,"horizon":2},"programmes":[%s]}`, each(`{"name":"n#","cost_per_period":#}`), []int{1, 50}, []int{0, 51}, "programmes"},
		{"/v1/plan", `{"scenario":{` + aShop + `,"repeat_purchase_rate":0.5,"horizon":2},"new_customers_first":1,"plan_periods":%s}`, number, []int{1, 600}, []int{0, 601}, "plan_periods out_of_range"},
		{"/v1/plan", `{"scenario":{` + aShop + `,"repeat_purchase_rate":0.5,"horizon":2},"plan_periods":2,"segments":[%s]}`, each(`{"name":"n#","new_customers_first":1}`), []int{1, 20}, []int{21}, "segments"},
		{"/v1/plan", `{"scenario":{` + aShop + `,"repeat_purchase_rate":0.5,"horizon":2},"plan_periods":2,"new_customers_first":1,"seasonality":[%s]}`, each("1"), []int{1, 52}, []int{53}, "seasonality"},
		{"/v1/plan", `{"scenario":{` + aShop + `,"repeat_purchase_rate":0.5,"horizon":2},"plan_periods":2,"new_customers_first":1,"fixed_costs":[%s]}`, each("#"), []int{1, 600}, []int{601}, "fixed_costs"},
		{"/v1/plan", `{"scenario":{` + aShop + `,"repeat_purchase_rate":0.5,"horizon":2},"plan_periods":2,"new_customers":[%s]}`, each("#"), []int{1, 600}, nil, ""},
		{"/v1/lifetime-value", `{` + aShop + `,"repeat_purchase_rate":0.5,"horizon":%s}`, number, []int{1, 1200}, []int{0, -1, 1201}, "horizon out_of_range"},
		{"/v1/lifetime-value", `{` + aShop + `,"horizon":3,"retention_curve":[%s]}`, each("0.9"), []int{1, 1200}, []int{1201}, "retention_curve too_many"},
		{"/v1/lifetime-value", `{` + aShop + `,"horizon":3,"survival_curve":[%s]}`, each("0.9"), []int{1, 1200}, []int{1201}, "survival_curve too_many"},
		{"/v1/lifetime-value", `{` + aShop + `,"repeat_purchase_rate":0.5,"decimals":%s}`, number, []int{0, 10}, []int{-1, 11}, "decimals out_of_range"},
		{"/v1/grid", `{"scenario":{` + aShop + `,"horizon":2},"x":{"field":"repeat_purchase_rate","from":0,"to":1,"steps":%s},"y":{"field":"margin_rate","values":[0.4]}}`, number, []int{2, 51}, []int{1, 52}, "x.steps out_of_range"},
		{"/v1/simulation", `{"scenario":{` + aShop + `,"horizon":2},"uncertain":{"repeat_purchase_rate":{"distribution":"uniform","low":0,"high":1}},"draws":%s}`, number, []int{1000, 1001}, []int{999, 1_000_001}, "draws out_of_range"},
		{"/v1/retention-fit", `{"active":[100,90,85],"horizon":%s}`, number, []int{1, 1200}, []int{0, 1201}, "horizon out_of_range"},
	} {
		for _, n := range c.inside {
			if got := faultsTo(t, c.path, fmt.Sprintf(c.body, c.of(n))); got != "" {
				t.Errorf("%s: %d is refused: %s", c.path, n, got)
			}
		}
		for _, n := range c.outside {
			if got := faultsTo(t, c.path, fmt.Sprintf(c.body, c.of(n))); !strings.Contains(got, c.fault) {
				t.Errorf("%s: %d of %s: %q", c.path, n, c.fault, got)
			}
		}
	}
}

// The change of a tornado is above 0 and at most 1; every field it names has a row.
func TestLimitsOfChange(t *testing.T) {
	for change, taken := range map[string]bool{"0": false, "0.000001": true, "1": true, "1.000001": false, "-0.1": false} {
		body := `{"scenario":{` + aShop + `,"repeat_purchase_rate":0.5,"horizon":3},"fields":["margin_rate","basket_value"],"change":` + change + `}`
		got := faultsTo(t, "/v1/sensitivity", body)
		if taken != (got == "") || !taken && got != "change out_of_range" {
			t.Errorf("a change of %s: %q", change, got)
		}
		if taken && len(list(answerOf(t, "/v1/sensitivity", body)["rows"])) != 2 {
			t.Errorf("a change of %s has not two rows", change)
		}
	}
}
