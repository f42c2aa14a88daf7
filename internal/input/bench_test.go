package input

import (
	"testing"

	"blyant/model"
)

// BenchmarkFromParams reads the query of one cell formula.
func BenchmarkFromParams(b *testing.B) {
	const query = pencil + "&margin_rate=0.4&orders_per_period=12&basket_growth_rate=0.05&service_cost_per_order=0.5&annual_discount_rate=0.08"
	b.ReportAllocs()
	for b.Loop() {
		var s model.Scenario
		if faults := fromQuery(flat, &s, query, false); faults != nil {
			b.Fatal(faults)
		}
	}
}

// BenchmarkFromJSON reads the same customer from a body.
func BenchmarkFromJSON(b *testing.B) {
	body := []byte(pencilJSON + `, "margin_rate": 0.4, "orders_per_period": 12, "basket_growth_rate": 0.05, "service_cost_per_order": 0.5, "annual_discount_rate": 0.08}`)
	b.ReportAllocs()
	for b.Loop() {
		var s model.Scenario
		if faults := FromJSON(flat, body, Dialect{}, &s); faults != nil {
			b.Fatal(faults)
		}
	}
}

// BenchmarkUnknownNames reads as many wrong names as a query can hold: looking
// for what they were meant as must not be a way to keep the server busy.
func BenchmarkUnknownNames(b *testing.B) {
	var params Params
	for i := range maxParameters {
		params = append(params, Param{Name: "repeat_purchase_rates_and_more_of_it" + string(rune('a'+i%26)) + string(rune('a'+i/26)), Value: "1"})
	}
	b.ReportAllocs()
	for b.Loop() {
		var s model.Scenario
		if faults := FromParams(flat, params, Dialect{}, &s); len(faults) != maxFaults+1 {
			b.Fatal(len(faults))
		}
	}
}
