package api

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"blyant/internal/locale"
)

// heavyCustomer has everything that can be typed, in figures of seven digits.
const heavyCustomer = "period=month&horizon=120&acquisition_cost=1234567&vat_rate=0.25&basket_value=150000&margin_rate=0.4&orders_per_period=12" +
	"&annual_discount_rate=0.08&basket_growth_rate=0.001&order_growth_rate=0.001&add_on_rate=0.3&add_on_value=1234.5&service_cost_per_order=3.5" +
	"&service_cost_per_period=12.5&referrals_per_period=0.01&deterred_per_lost_customer=0.1&decimal=point"

// heavyPages are pages with the most that they have room for.
func heavyPages() map[string]string {
	named := func(n int, others string) string {
		var query strings.Builder
		for i := range n {
			fmt.Fprintf(&query, "&k%d.name=Kundeforholdsutviklingsprosjektet+%d&k%d.repeat_purchase_rate=0.9%d", i, i, i, i%10)
			if others != "" {
				fmt.Fprintf(&query, "&k%d.%s", i, others)
			}
		}
		return query.String()
	}
	plan := "/plan?" + heavyCustomer + "&start=2027-01&seasonality=1,1,1,1,1,1,1,1,1,1,1.5,2&word_of_mouth=on&opening_cash=2500000&initial_investment=2000000&fixed_cost_per_period=800000"
	return map[string]string{
		"four customers":   "/?" + heavyCustomer + named(4, ""),
		"five customers":   "/?" + heavyCustomer + named(5, ""),
		"twenty customers": "/?" + heavyCustomer + named(20, ""),
		"one customer":     "/?" + heavyCustomer + "&repeat_purchase_rate=0.987",
		"what if":          "/what-if?" + heavyCustomer + "&repeat_purchase_rate=0.987",
		"promise": "/service-promise?" + heavyCustomer + "&exceeded_share=0.15&met_share=0.73&noticed_share=0.5&doubted_share=0.1&taken_as_standard_share=0.25" +
			"&repeat_rate_exceeded=0.9&repeat_rate_met=0.82&repeat_rate_missed=0.45",
		"programmes":  "/programmes?" + heavyCustomer + "&repeat_purchase_rate=0.9&customers=800" + programmesOf(4),
		"plan of one": plan + "&plan_periods=120&repeat_purchase_rate=0.95&new_customers_first=100",
		"plan to paste": "/plan?" + heavyCustomer + "&plan_periods=60&repeat_purchase_rate=0.95&new_customers_first=100&new_customers_growth_rate=0.01" +
			"&acquisition_cost_growth_rate=0.01&fixed_cost_per_period=800000&fixed_cost_growth_rate=0.001&opening_customers=10&opening_cash=2500000&initial_investment=2000000",
		"plan of four": plan + "&plan_periods=120" + named(4, "new_customers_first=100"),
		"long plan":    plan + "&plan_periods=600" + named(4, "new_customers_first=100"),
		"many kinds":   plan + "&plan_periods=120" + named(20, "new_customers_first=100"),
		"own data":     "/data?sample=on",
		"figures":      "/docs/figures?",
		"decisions":    "/docs/decisions?",
		"advice":       "/advice?",
	}
}

// programmesOf are so many programmes as parameters.
func programmesOf(n int) string {
	var query strings.Builder
	for i := range n {
		fmt.Fprintf(&query, "&k%d.name=Bonuskort+med+gratis+hvert+tiende+kj%%C3%%B8p+%d&k%d.repeat_purchase_rate_change=0.0%d&k%d.orders_change=0.08&k%d.cost_per_period=0.5&k%d.fixed_cost=400000", i, i, i, i+1, i, i, i)
	}
	return query.String()
}

// loadedByPages are the style and the scripts that a page asks for.
var loadedByPages = regexp.MustCompile(`(?:href|src)="(/assets/[a-z]+\.[0-9a-f]+\.(?:css|js))"`)

// What a browser has to load for a page with the most it may hold is below 60 KB: the
// page as it is sent, its style and its scripts.
func TestHeaviestPagesAreLight(t *testing.T) {
	h := New(Config{})
	for name, target := range heavyPages() {
		for _, l := range []locale.Language{locale.Swedish} { // whose pages are the longest
			plain := call(t, h, http.MethodGet, target+"&lang="+string(l), "")
			if plain.Code != http.StatusOK {
				t.Errorf("%s is answered %d", name, plain.Code)
				continue
			}
			length := func(path string) int {
				return call(t, h, http.MethodGet, path, "", "Accept-Encoding", "gzip").Body.Len()
			}
			total := length(target + "&lang=" + string(l))
			parts := loadedByPages.FindAllStringSubmatch(plain.Body.String(), -1)
			for _, part := range parts {
				total += length(part[1])
			}
			if total > 60_000 || len(parts) == 0 {
				t.Errorf("%s, %s: %d bytes with %d parts", name, l, total, len(parts))
			}
			t.Logf("%s, %s: %d bytes", name, l, total)
		}
	}
}
