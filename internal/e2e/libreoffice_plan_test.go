//go:build e2e

package e2e

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"blyant/internal/golden"
	"blyant/model"
	"blyant/model/plan"
	"blyant/model/vocabulary"
)

type planCase struct {
	Request  golden.Object
	Summary  golden.Object
	Schedule []golden.Object
}

// plans recalculates the workbook of every reference plan and compares it with
// the reference values, then changes three inputs in it and compares it with the
// API's answer to the changed request.
func (s *spreadsheet) plans() {
	compared := 0
	for i, c := range golden.Read[planCase](s.t, "plan.json", 30) {
		if c.Request["plan_periods"].(float64) > 60 { // every case has it
			continue
		}
		compared++
		if !s.mine(i) {
			continue
		}
		where := fmt.Sprintf("plan %d", i)
		s.load("plan.xlsx", s.post("/v1/plan?format=xlsx&decimal=point&lang="+s.lang, c.Request))
		s.recalculate(where)
		answer := decode(s.t, s.post("/v1/plan", c.Request))
		s.comparePlan(where, asReferred(answer["summary"], c.Summary), rowsAsReferred(answer["schedule"], c.Schedule))
		s.changePlan(where, i, c.Request)
	}
	if compared < 30 {
		s.t.Errorf("only %d plans have at most 60 periods", compared)
	}
}

// richerPlans recalculates the workbooks of plans with segments, seasons, word of
// mouth, an investment, a date, and compares them with the reference values and,
// row by row, with the API's answer, and once more after three changed inputs.
func (s *spreadsheet) richerPlans() {
	compared := 0
	for i, c := range slices.Concat(golden.Read[planCase](s.t, "plan_more.json", 60), golden.Read[planCase](s.t, "plan_third.json", 50)) {
		if c.Request["plan_periods"].(float64) > 60 {
			continue
		}
		compared++
		if !s.mine(i) {
			continue
		}
		where := fmt.Sprintf("richer plan %d", i)
		s.load("plan.xlsx", s.post("/v1/plan?format=xlsx&decimal=point&lang="+s.lang, c.Request))
		s.recalculate(where)
		answer := decode(s.t, s.post("/v1/plan", c.Request))
		s.comparePlan(where, asReferred(answer["summary"], c.Summary), rowsAsReferred(answer["schedule"], nil))
		s.changePlan(where, i, c.Request)
	}
	if compared < 60 {
		s.t.Errorf("only %d plans have at most 60 periods", compared)
	}
}

// comparePlanWithAPI compares the workbook with the API's answer to a request.
func (s *spreadsheet) comparePlanWithAPI(where string, request golden.Object) {
	s.t.Helper()
	answer := decode(s.t, s.post("/v1/plan", request))
	rows := rowsAsReferred(answer["schedule"], nil)
	if len(rows) == 0 {
		s.t.Fatalf("%s: the answer has no schedule", where)
	}
	s.comparePlan(where, figuresOf(answer["summary"]), rows)
}

// comparePlan compares the cells with the figures' names, which two of them have
// on the sheet of the summary only, and the rows, which are not rounded.
func (s *spreadsheet) comparePlan(where string, summary golden.Object, rows []golden.Object) {
	s.t.Helper()
	sheets, figures := s.sheets(), plan.SummaryFigures()
	places := make([]place, len(figures))
	for i, f := range figures {
		places[i] = place{Sheet: sheets[2], Ref: f.Name}
	}
	for i, c := range s.read(places...) {
		want := summary[figures[i].Name]
		if whole, is := want.(float64); is {
			want = strconv.FormatFloat(whole, 'f', -1, 64)
		}
		if !same(c, want) {
			s.t.Errorf("%s: %s = %q (%v), want %v", where, figures[i].Name, c.Text, c.Value, want)
		}
	}
	if len(rows) == 0 {
		return
	}
	columns := plan.ScheduleFigures()
	lines := s.data(sheets[3], across(5, len(columns)+1, len(rows)))
	for j, f := range columns {
		for i := range rows {
			got := lines[j+min(j, 1)][i] // the date is no figure
			if !shows(got, rows[i][f.Name]) {
				s.t.Errorf("%s: period %d: %s = %v, want %v", where, i+1, f.Name, got, rows[i][f.Name])
			}
		}
	}
}

// planMistakes puts what is not allowed into the input cells, and turns a plan
// with a growth rate into one with a list and back.
func (s *spreadsheet) planMistakes() {
	scenario := golden.Object{"name": "=1+1", "acquisition_cost": 50, "basket_value": 10, "repeat_purchase_rate": 0.8, "horizon": 5}
	request := golden.Object{"scenario": scenario, "plan_periods": 8, "new_customers_first": 20, "fixed_cost_per_period": 30}
	file := s.post("/v1/plan?format=xlsx&lang="+s.lang, request)
	for i, wrong := range []map[string]any{
		{"plan_periods": 121}, {"plan_periods": 0}, {"plan_periods": 1.5}, {"plan_periods": nil}, {"new_customers_first": nil},
		{"new_customers_first": -1}, {"new_customers": 5}, {"new_customers": "many", "new_customers_first": nil}, {"new_customers": -5, "new_customers_first": nil},
		{"new_customers_growth_rate": 1.5}, {"opening_customers": "x"}, {"fixed_cost_per_period": -1}, {"opening_cash": 1e12 + 0.5}, {"opening_cash": "none"},
		{"horizon": 121}, {"basket_value": "much"}, {"timing": nil}, {"fixed_cost_growth_rate": -1}, {"new_customers": "=1/0", "new_customers_first": nil}, {"plan_periods": "=NA()"},
	} {
		if !s.mine(i) {
			continue
		}
		s.load("wrong.xlsx", file)
		for field, value := range wrong {
			s.write(place{Ref: field}, value)
		}
		s.ask("recalculate", nil, nil)
		var errors []string
		s.ask("errors", nil, &errors)
		for _, e := range errors {
			if !strings.HasSuffix(e, "=1/0") && !strings.HasSuffix(e, "=NA()") { // the mistake itself
				s.t.Errorf("%v: error in %s", wrong, e)
			}
		}
		s.comparePlan(fmt.Sprint(wrong), golden.Object{}, nil)
		if status := s.status(); status.Text == "" {
			s.t.Errorf("%v: nothing says what is wrong", wrong)
		}
	}
	s.planByList(file, request)
}

// planLimits are plans at the limits of a spreadsheet: the longest there is, one
// whose discount factors are too small for it, one without a discount to speak
// of, one where nobody comes. Then everything grows beyond all bounds.
func (s *spreadsheet) planLimits() {
	for i, limit := range []golden.Object{
		{"plan_periods": 600, "new_customers_first": 100, "new_customers_growth_rate": 0.001, "opening_cash": 99999999999.25, "horizon": 600},
		{"plan_periods": 600, "new_customers_first": 9, "new_customers_growth_rate": -0.05, "horizon": 1200, "period": "year", "annual_discount_rate": "999%"},
		{"plan_periods": 40, "new_customers_first": 7.3, "opening_customers": 12, "horizon": 50, "timing": "mid", "annual_discount_rate": -0.95},
		{"plan_periods": 30, "new_customers_first": 0, "opening_customers": 0, "horizon": 2},
	} {
		if !s.mine(i) {
			continue
		}
		scenario := golden.Object{"acquisition_cost": 50, "basket_value": 10, "margin_rate": 0.4, "repeat_purchase_rate": 0.95, "period": "month"}
		request := golden.Object{"scenario": scenario}
		for name, value := range limit {
			if _, is := vocabulary.FieldNamed(model.ScenarioFields(), name); is {
				scenario[name] = value
			} else {
				request[name] = value
			}
		}
		where := fmt.Sprint(limit)
		s.load("limit.xlsx", s.post("/v1/plan?format=xlsx&lang="+s.lang, request))
		s.recalculate(where)
		s.comparePlanWithAPI(where, request)
		for name, value := range map[string]any{
			"order_growth_rate": 1, "basket_growth_rate": 1, "annual_discount_rate": -0.99, "new_customers_growth_rate": 1,
			"new_customers_first": 1e9, "fixed_cost_per_period": 1e9, "fixed_cost_growth_rate": 1,
		} {
			s.write(place{Ref: name}, value)
		}
		s.recalculate(where + " beyond all bounds")
		s.comparePlan(where+" beyond all bounds", golden.Object{}, nil)
	}
}

// planByList fills in the list of new customers instead of the first number.
func (s *spreadsheet) planByList(file []byte, request golden.Object) {
	s.load("list.xlsx", file)
	if c := s.read(place{Ref: "name"})[0]; c.Type != "TEXT" || c.Text != "=1+1" {
		s.t.Errorf("the name =1+1 became %s %q", c.Type, c.Text)
	}
	s.write(place{Ref: "new_customers_first"}, nil)
	given := []any{7, 0, 12.5}
	for i, n := range given {
		s.write(place{Ref: "new_customers", Row: i}, n)
	}
	s.recalculate("a list filled in")
	listed := maps.Clone(request)
	delete(listed, "new_customers_first")
	listed["new_customers"] = given
	s.comparePlanWithAPI("a list filled in", listed)
	for i := range given {
		s.write(place{Ref: "new_customers", Row: i}, nil)
	}
	s.write(place{Ref: "new_customers_first"}, 20)
	s.recalculate("a first number again")
	s.comparePlanWithAPI("a first number again", request)
	inputs := s.names()
	for _, f := range slices.Concat(model.ScenarioFields(), plan.Fields()) {
		if !slices.Contains(inputs, f.Name) {
			s.t.Errorf("no cell is called %s", f.Name)
		}
	}
}

// names are the defined names of the whole workbook.
func (s *spreadsheet) names() []string {
	s.t.Helper()
	var names []string
	s.ask("names", nil, &names)
	return names
}
