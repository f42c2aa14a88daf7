package api

import (
	"net/http"
	"strings"
	"testing"
)

// A figure with an address is refused where it is too large itself, whatever else
// of the answer would be.
func TestFiguresLookAtThemselves(t *testing.T) {
	h := New(Config{})
	const (
		customer = "acquisition_cost=0&basket_value=1000000000000&orders_per_period=1000000&margin_rate=0&repeat_purchase_rate=0"
		shop     = "acquisition_cost=0&basket_value=1000000000000&margin_rate=0&repeat_purchase_rate=0&new_customers_first=1000000&plan_periods="
		two      = "acquisition_cost=0&basket_value=1000000000000&orders_per_period=1000000&repeat_purchase_rate=0&a.margin_rate=0&b.margin_rate=0"
		rows     = "acquisition_cost=1&basket_value=1&basket_growth_rate=1&repeat_purchase_rate=0.1&horizon=60" // baskets of 2^59 that nobody buys
	)
	for _, c := range []struct {
		path   string
		status int
		answer string
	}{
		{"/v1/lifetime-value/lifetime_value?" + customer, 200, "0.00"},
		{"/v1/lifetime-value/lifetime_revenue?" + customer, 422, `"field":"lifetime_revenue","code":"result_out_of_range"`},
		{"/v1/lifetime-value?" + customer, 422, "lifetime_revenue"},
		{"/v1/lifetime-value/lifetime_value?" + rows, 200, "1.25"},
		{"/v1/lifetime-value?" + rows, 422, "basket_value"},
		{"/v1/plan/break_even_period?" + shop + "3", 200, "1"},
		{"/v1/plan/contribution?" + shop + "3", 200, "0.00"},
		{"/v1/plan/revenue?" + shop + "3", 422, `"field":"revenue","code":"result_out_of_range"`},
		{"/v1/plan?" + shop + "3", 422, "revenue"},
		{"/v1/plan/revenue?" + shop + "600&word_of_mouth=on&referrals_per_period=1000", 422, ""},
		{"/v1/comparison/net_difference?" + two, 200, "0.00"},
		{"/v1/comparison?" + two, 422, "lifetime_revenue"},
		{"/v1/comparison/net_difference?" + strings.Replace(two, "b.margin_rate=0", "b.margin_rate=1", 1), 422, `"field":"net_difference"`},
	} {
		w := call(t, h, http.MethodGet, c.path, "")
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.answer) || c.status == 200 && w.Body.String() != c.answer {
			t.Errorf("%s: %d %s, want %d %s", c.path, w.Code, w.Body, c.status, c.answer)
		}
	}
}
