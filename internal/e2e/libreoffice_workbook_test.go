//go:build e2e

package e2e

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"blyant/internal/golden"
	"blyant/model"
)

type lifetimeCase struct {
	Request  golden.Object
	Summary  golden.Object
	Schedule []golden.Object
}

// workbooks recalculates the workbook of every reference scenario and compares
// it with the reference values, then changes three inputs in it and compares it
// with the API's answer to the changed request.
func (s *spreadsheet) workbooks() {
	for i, c := range slices.Concat(golden.Read[lifetimeCase](s.t, "lifetime_value.json", 186),
		golden.Read[lifetimeCase](s.t, "lifetime_value_more.json", 60), golden.Read[lifetimeCase](s.t, "lifetime_value_third.json", 50)) {
		if !s.mine(i) {
			continue
		}
		where := fmt.Sprintf("case %d", i)
		s.load("customer.xlsx", s.post("/v1/lifetime-value?format=xlsx&decimal=point&lang="+s.lang, c.Request))
		s.recalculate(where)
		answer := decode(s.t, s.post("/v1/lifetime-value", c.Request))
		s.compareSummary(where, asReferred(answer["summary"], c.Summary))
		s.compareSchedule(where, rowsAsReferred(answer["schedule"], c.Schedule))
		s.changeThree(where, i, c.Request)
	}
}

// compareSummary compares the cells with the figures' names.
func (s *spreadsheet) compareSummary(where string, want golden.Object) {
	s.t.Helper()
	figures := model.SummaryFigures()
	places := make([]place, len(figures))
	for i, f := range figures {
		places[i] = place{Ref: f.Name}
	}
	for i, c := range s.read(places...) {
		if !same(c, want[figures[i].Name]) {
			s.t.Errorf("%s: %s = %q (%v), want %v", where, figures[i].Name, c.Text, c.Value, want[figures[i].Name])
		}
	}
}

// same reports whether a formula's cell shows the figure, to its last decimal. A
// figure without a value is an empty text. Figures of more than 13 digits are
// beyond a spreadsheet that adds up a long horizon: those must be right to that.
func same(c cell, want any) bool {
	if c.Type != "FORMULA" || c.Error != 0 {
		return false
	}
	if want == nil {
		return c.Text == ""
	}
	text := fmt.Sprint(want)
	_, decimals, _ := strings.Cut(text, ".")
	x, err := strconv.ParseFloat(text, 64)
	if err != nil || c.Text == "" {
		return false
	}
	if len(strings.TrimLeft(strings.NewReplacer(".", "", "-", "").Replace(text), "0")) > 13 {
		return math.Abs(c.Value-x) <= 1e-13*math.Abs(x)
	}
	return strconv.FormatFloat(c.Value+0, 'f', len(decimals), 64) == text || c.Value == x
}

// compareSchedule compares the rows, which are not rounded: each within half a
// unit of the last decimal, or of what 14 digits can tell.
func (s *spreadsheet) compareSchedule(where string, want []golden.Object) {
	s.t.Helper()
	if len(want) == 0 {
		return
	}
	figures := model.ScheduleFigures()
	lines := s.data(s.sheets()[3], across(6, len(figures), len(want)))
	for j, f := range figures {
		for i := range want {
			if !shows(lines[j][i], want[i][f.Name]) {
				s.t.Errorf("%s: period %d: %s = %v, want %v", where, i+1, f.Name, lines[j][i], want[i][f.Name])
			}
		}
	}
}

// shows reports whether a cell that is not rounded has the figure. One without a
// value is an empty text.
func shows(got, want any) bool {
	if want == nil {
		return got == ""
	}
	text := fmt.Sprint(want)
	_, decimals, _ := strings.Cut(text, ".")
	x, err := strconv.ParseFloat(text, 64)
	value, isNumber := got.(float64)
	return err == nil && isNumber && math.Abs(value-x) <= 0.5000001*math.Pow10(-len(decimals))+1e-13*math.Abs(x)
}

// changes are inputs to change, by turns.
var changes = []struct {
	field string
	value func(request golden.Object) any
}{
	{"acquisition_cost", func(golden.Object) any { return 75.5 }},
	{"basket_value", func(golden.Object) any { return 8.25 }},
	{"margin_rate", func(golden.Object) any { return 0.65 }},
	{"timing", func(r golden.Object) any {
		return map[any]string{nil: "end", "start": "mid", "mid": "end", "end": "start"}[r["timing"]]
	}},
	{"period", func(r golden.Object) any {
		return map[any]string{nil: "month", "year": "quarter", "quarter": "week", "week": "month", "month": "year"}[r["period"]]
	}},
	{"orders_per_period", func(golden.Object) any { return 4 }},
	{"annual_discount_rate", func(golden.Object) any { return 0.12 }},
	{"horizon", func(r golden.Object) any { return max(1, horizon(r)/2) }},
	{"horizon", func(r golden.Object) any { return max(horizon(r), min(horizon(r)+37, 120)) }},
	{"service_cost_per_order", func(golden.Object) any { return 0.75 }},
	{"referrals_per_period", func(golden.Object) any { return 0.1 }},
	{"basket_growth_rate", func(golden.Object) any { return 0.02 }},
	{"deterred_per_lost_customer", func(golden.Object) any { return 0.3 }},
	{"add_on_rate", func(golden.Object) any { return 0.4 }},
	{"add_on_value", func(golden.Object) any { return 15 }},
	{"order_growth_rate", func(golden.Object) any { return -0.03 }},
	{"service_cost_per_period", func(golden.Object) any { return 1.5 }},
	{"currency", func(golden.Object) any { return "KWD" }},
}

// horizon is that of the request, or ten years.
func horizon(r golden.Object) int {
	if n, given := r["horizon"].(float64); given {
		return int(n)
	}
	period, _ := r["period"].(string)
	return 10 * map[string]int{"": 1, "year": 1, "quarter": 4, "month": 12, "week": 52}[period]
}

// changeThree writes three inputs into the workbook that is open.
func (s *spreadsheet) changeThree(where string, i int, request golden.Object) {
	s.t.Helper()
	changed := maps.Clone(request)
	changed["horizon"] = horizon(request) // stays in its cell whatever the period becomes
	for k := range 3 {
		x := changes[(5*i+7*k)%len(changes)]
		value := x.value(request)
		switch {
		case x.field == "basket_value" && request["basket_cap"] != nil:
			x.field, value = "basket_cap", nil
		case x.field == "acquisition_cost" && request["cost_per_prospect"] != nil:
			x.field, value = "cost_per_prospect", 7.5
		}
		changed[x.field] = value
		s.write(place{Ref: x.field}, s.shown(x.field, value))
	}
	s.compareWithAPI(where+fmt.Sprintf(" with %v", changed), changed)
}

// limits are powers that are too small for a spreadsheet, which calls them an
// error unless the formulas see to it.
func (s *spreadsheet) limits() {
	for i, limit := range []golden.Object{
		{"repeat_purchase_rate": 0.0000001, "period": "week"},
		{"repeat_purchase_rate": 0.9, "basket_cap": 20, "basket_growth_rate": 0.000001},
		{"repeat_purchase_rate": 0.9, "annual_discount_rate": "999%", "horizon": 1200},
		{"retention_curve": []any{0.5, 0.0001}, "order_growth_rate": -0.9, "horizon": 400},
	} {
		if !s.mine(i) {
			continue
		}
		request := maps.Clone(limit)
		maps.Copy(request, golden.Object{"acquisition_cost": 50, "basket_value": 10, "margin_rate": 0.4})
		s.load("limit.xlsx", s.post("/v1/lifetime-value?format=xlsx&lang="+s.lang, request))
		s.compareWithAPI(fmt.Sprint(limit), request)
	}
}

// compareWithAPI recalculates the workbook and compares it with the API's answer.
func (s *spreadsheet) compareWithAPI(where string, request golden.Object) {
	s.t.Helper()
	s.recalculate(where)
	answer := decode(s.t, s.post("/v1/lifetime-value", request))
	s.compareSummary(where, figuresOf(answer["summary"]))
	s.compareSchedule(where, rowsAsReferred(answer["schedule"], nil))
}

// asReferred are the figures that the API answers, with the reference's values
// where it has them: references may be older than a figure.
func asReferred(answer any, reference golden.Object) golden.Object {
	figures := golden.Object{}
	maps.Copy(figures, figuresOf(answer))
	maps.Copy(figures, reference)
	return figures
}

// rowsAsReferred does so row by row.
func rowsAsReferred(answer any, reference []golden.Object) []golden.Object {
	list, _ := answer.([]any)
	rows := make([]golden.Object, len(list))
	for i, row := range list {
		rows[i] = asReferred(row, nil)
		if i < len(reference) {
			maps.Copy(rows[i], reference[i])
		}
	}
	return rows
}

func figuresOf(node any) golden.Object {
	record, _ := node.(map[string]any)
	for name, value := range record {
		if number, isNumber := value.(json.Number); isNumber {
			record[name] = string(number)
		}
	}
	return record
}
