//go:build e2e

package e2e

import (
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"strings"

	"blyant/internal/locale"
)

// planBlocks are plans with everything that a block can hold.
var planBlocks = []string{
	"margin_rate=0.4&period=month&basket_value=50&acquisition_cost=60&repeat_purchase_rate=0.95&orders_per_period=1&plan_periods=36&new_customers_first=100" +
		"&opening_cash=25000&fixed_cost_per_period=1500&opening_customers=80",
	"cost_per_prospect=4&conversion_rate=0.05&basket_value=125&vat_rate=0.25&basket_growth_rate=0.02&margin_rate=0.45&orders_per_period=1.5&order_growth_rate=-0.01" +
		"&repeat_purchase_rate=0.9&add_on_rate=0.4&add_on_value=60&add_on_margin_rate=0.6&service_cost_per_order=3&service_cost_per_period=1.25&annual_discount_rate=0.08" +
		"&timing=mid&period=quarter&horizon=24&plan_periods=24&new_customers_first=40&new_customers_growth_rate=0.03&acquisition_cost_growth_rate=0.01" +
		"&opening_customers=12.5&fixed_cost_per_period=1000&fixed_cost_growth_rate=0.005&initial_investment=20000&opening_cash=-500",
	"acquisition_cost=150000&basket_value=1946618.98&margin_rate=0.5&repeat_purchase_rate=0&period=year&horizon=9&plan_periods=5&new_customers=3,%200,%202.5&fixed_costs=1000000,%20900000&timing=end&annual_discount_rate=0.1",
	"acquisition_cost=1&basket_value=2&repeat_purchase_rate=1&period=week&plan_periods=60&new_customers_first=1&currency=JPY&decimals=3",
	"acquisition_cost=500&basket_value=10&repeat_purchase_rate=0.5&horizon=1&plan_periods=1&new_customers_first=4",
}

// planBlockChanges are cells to change, one after the other, to what is typed.
var planBlockChanges = [][2]string{
	{"basket_value", "62.5"}, {"margin_rate", "0.35"}, {"repeat_purchase_rate", "0.97"}, {"new_customers_first", "55"}, {"opening_cash", "7500"},
	{"fixed_cost_per_period", "900"}, {"annual_discount_rate", "0.05"}, {"horizon", "130"}, {"initial_investment", "12000"}, {"opening_customers", "30"},
}

// planTables wants what the plan gives to paste to work out the API's figures and the
// cash of every period, also after cells are changed to what a user of the locale types.
func (s *spreadsheet) planTables() {
	lang, _ := locale.Parse(s.lang)
	for i, query := range planBlocks {
		rows := s.block("/plan", query)
		s.agreesWithPlan(rows, query)
		changed := 0
		for _, change := range planBlockChanges {
			field, value := change[0], change[1]
			row, has := rows[lang.Label(field)]
			if !has {
				continue
			}
			changed++
			if old := regexp.MustCompile(`(^|&)` + field + `=[^&]*`); old.MatchString(query) {
				query = old.ReplaceAllString(query, "${1}"+field+"="+value)
			} else {
				query += "&" + field + "=" + value
			}
			s.ask("write", map[string]any{"at": place{Ref: fmt.Sprintf("B%d", row)}, "local": strings.Replace(value, ".", lang.DecimalMark(), 1)}, nil)
			s.recalculate(query)
			s.agreesWithPlan(rows, query)
		}
		if changed < 5 {
			s.t.Errorf("plan %d: only %d cells were changed", i, changed)
		}
	}
	s.refusesShorterHorizon(lang)
}

// refusesShorterHorizon: a horizon below the length of the plan, which the rows do not
// follow, gives errors and no figure.
func (s *spreadsheet) refusesShorterHorizon(lang locale.Language) {
	s.t.Helper()
	rows := s.block("/plan", planBlocks[0])
	s.ask("write", map[string]any{"at": place{Ref: fmt.Sprintf("B%d", rows[lang.Label("horizon")])}, "local": "35"}, nil)
	s.ask("recalculate", nil, nil)
	for _, figure := range []string{"net_present_value", "customer_equity", "closing_customers", "peak_funding"} {
		if got := s.read(place{Ref: fmt.Sprintf("B%d", rows[lang.Label(figure)])})[0]; got.Error == 0 {
			s.t.Errorf("%s of 36 periods with customers of 35 is %q", figure, got.Text)
		}
	}
}

// agreesWithPlan compares all figures of the block, and its rows, with the API's.
func (s *spreadsheet) agreesWithPlan(rows map[string]int, query string) {
	s.t.Helper()
	lang, _ := locale.Parse(s.lang)
	var answer struct {
		Summary  map[string]*json.Number
		Schedule []map[string]json.Number
		Inputs   struct{ Scenario struct{ Decimals int } }
	}
	must(s.t, json.Unmarshal(s.get("/v1/plan?"+query), &answer))
	labels := map[string]string{}
	for _, figure := range []string{"break_even_period", "payback_period", "peak_funding", "net_present_value", "closing_customers", "customer_equity"} {
		labels[figure] = lang.Label(figure)
	}
	for _, figure := range []string{"new_customers", "orders", "contribution", "acquisition_cost", "fixed_cost", "cash_flow"} {
		labels[figure] = lang.Page("block.total", "field", lang.Label(figure))
	}
	var figures []string
	var places []place
	for figure, label := range labels {
		row, has := rows[label]
		if !has {
			s.t.Fatalf("%s: there is no %q in %v", query, label, rows)
		}
		figures, places = append(figures, figure), append(places, place{Ref: fmt.Sprintf("B%d", row)})
	}
	for i, got := range s.read(places...) {
		figure, want := figures[i], answer.Summary[figures[i]]
		if want == nil {
			if got.Text != "–" || got.Error != 0 {
				s.t.Errorf("%s of %s is %q (error %d), the API has none", figure, query, got.Text, got.Error)
			}
			continue
		}
		if digits, err := want.Float64(); err != nil || got.Type != "FORMULA" || got.Error != 0 || got.Value != digits {
			s.t.Errorf("%s of %s is %s %q (error %d), the API says %s", figure, query, got.Type, got.Text, got.Error, *want)
		}
	}
	s.agreesByPeriod(rows, query, answer.Schedule, answer.Inputs.Scenario.Decimals)
}

// agreesByPeriod compares the rows, which are not rounded, with those of the API, which
// are: amounts to so many decimals, customers and orders to six.
func (s *spreadsheet) agreesByPeriod(rows map[string]int, query string, schedule []map[string]json.Number, money int) {
	s.t.Helper()
	first := rows["1"]
	table := s.data(s.sheets()[0], fmt.Sprintf("A%d:J%d", first, first+len(schedule)-1))
	for _, c := range []struct {
		column   int
		figure   string
		decimals int
	}{
		{1, "new_customers", 6}, {2, "active_customers", 6}, {4, "orders", 6}, {5, "contribution", money},
		{6, "acquisition_cost", money}, {7, "fixed_cost", money}, {8, "cash_flow", money}, {9, "closing_cash", money},
	} {
		for j, period := range schedule {
			want, err := period[c.figure].Float64()
			must(s.t, err)
			got, is := table[j][c.column].(float64)
			if !is || math.Abs(got-want) > 0.5000001*math.Pow10(-c.decimals)+1e-12*math.Abs(want) {
				s.t.Errorf("period %d of %s: %s is %v, the API says %v", j+1, query, c.figure, table[j][c.column], want)
			}
		}
	}
}
