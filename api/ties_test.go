package api

import (
	"net/http"
	"strings"
	"testing"
)

// Where two things are exactly equal the specification says which counts. A
// calculation in binary numbers, or a comparison that is off by its equals sign,
// decides otherwise.

// A scenario overtakes from the period in which it is level: at or above the
// baseline, in it and in every later period (MODEL.md §6).
func TestLevelScenariosOvertake(t *testing.T) {
	h := New(Config{})
	for query, want := range map[string]string{
		// the same twice: level from the first period on
		"acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.5&a.name=A&b.name=B": "1",
		// 10, 10, 10 against −10, 0, 10: level in the third period, the last
		"horizon=3&a.acquisition_cost=0&a.basket_value=10&a.repeat_purchase_rate=0&b.acquisition_cost=20&b.basket_value=10&b.repeat_purchase_rate=1": "3",
		// 10, 19, 19 against 9.1, 19, 28.9: below, level, above
		"horizon=3&a.acquisition_cost=0&a.basket_value=10&a.retention_curve=0.9,0&b.acquisition_cost=0.8&b.basket_value=9.9&b.retention_curve=1,+1": "2",
		// 10, 20 against 10, 15: level, then below
		"horizon=2&a.acquisition_cost=0&a.basket_value=10&a.repeat_purchase_rate=1&b.acquisition_cost=0&b.basket_value=10&b.repeat_purchase_rate=0.5": "#N/A",
	} {
		if got := call(t, h, http.MethodGet, "/v1/comparison/overtakes_in_period?"+query, "").Body.String(); got != want {
			t.Errorf("%s: overtakes in %s, want %s", query, got, want)
		}
	}
}

// Of two changes that break even and are equally near to the change given, the
// smaller counts; of two that are not, the nearer (MODEL.md §11).
//
// A customer orders for 16, then 32, then 64, and costs 48 a period: they
// contribute −32, −16, 16. With a party for F and nothing else the gain at the
// rate ρ, from ½, is −16(ρ − ½) + 16(ρ² − ¼) − F = 16(ρ − ½)² − F: with F = 1
// it is 0 at ½ ± ¼.
func TestTheSmallerOfTwoBreakEvens(t *testing.T) {
	h := New(Config{})
	const question = `{"scenario":{"acquisition_cost":0,"basket_value":16,"margin_rate":1,"order_growth_rate":1,"service_cost_per_period":48,"horizon":3,"repeat_purchase_rate":0.5},
		"programmes":[{"name":"party","fixed_cost":1,"repeat_purchase_rate_change":CHANGE}]}`
	for change, want := range map[string]string{"0": "-0.250000", "0.0001": "0.250000", "-0.0001": "-0.250000"} {
		w := call(t, h, http.MethodPost, programmesPath, strings.Replace(question, "CHANGE", change, 1), "Content-Type", "application/json")
		got := decode[struct{ Programmes []map[string]any }](t, w.Body.String())
		if len(got.Programmes) != 1 || written(got.Programmes[0]["break_even_repeat_purchase_rate_change"]) != want {
			t.Errorf("given %s: %s, want %s", change, w.Body, want)
		}
	}
}

// A rate of return is rounded half away from zero, below zero too (MODEL.md §5):
// what costs 2,000,000 and gives 1,999,999 a year later returns −0.0000005.
func TestRatesOfReturnAtAHalf(t *testing.T) {
	h := New(Config{})
	for contribution, want := range map[string]string{
		"1999999": "-0.000001", "2000001": "0.000001", // ∓ half a millionth
		"1999999.01": "0.000000", "2000000.99": "0.000000", // just nearer to zero
		"1999998.99": "-0.000001", "2000001.01": "0.000001",
		"1999997": "-0.000002", "2000003": "0.000002", // ∓ one and a half
		"2000000": "0.000000",
	} {
		query := "acquisition_cost=2000000&horizon=1&timing=end&repeat_purchase_rate=0&basket_value=" + contribution
		if got := call(t, h, http.MethodGet, value+"/internal_rate_of_return?"+query, "").Body.String(); got != want {
			t.Errorf("2000000 for %s a year later returns %s, want %s", contribution, got, want)
		}
	}
}
