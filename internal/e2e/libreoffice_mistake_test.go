//go:build e2e

package e2e

import (
	"fmt"
	"maps"
	"strings"

	"blyant/internal/golden"
	"blyant/model"
)

// mistakes puts what is not allowed into the input cells: the figures are empty,
// the first sheet says why, and no cell shows an error.
func (s *spreadsheet) mistakes() {
	request := golden.Object{"acquisition_cost": 50, "basket_value": 10, "basket_cap": 12, "repeat_purchase_rate": 0.8, "horizon": 8}
	file := s.post("/v1/lifetime-value?format=xlsx&lang="+s.lang, request)
	for i, wrong := range []map[string]any{
		{"basket_value": "much"}, {"basket_value": nil}, {"basket_value": 13}, {"repeat_purchase_rate": 1.5}, {"repeat_purchase_rate": nil},
		{"horizon": 121}, {"horizon": 2.5}, {"horizon": 0}, {"period": "day"}, {"period": nil}, {"timing": 3}, {"currency": "XAU"}, {"currency": nil},
		{"annual_discount_rate": -1}, {"basket_growth_rate": -5}, {"decimals": 11}, {"margin_rate": "=1/0"}, {"retention_curve": 0.5}, {"acquisition_cost": "=NA()"},
		{"retention_curve": 2, "repeat_purchase_rate": nil}, {"retention_curve": "x", "repeat_purchase_rate": nil},
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
			if e[len(e)-4:] != "=1/0" && e[len(e)-5:] != "=NA()" { // the mistake itself
				s.t.Errorf("%v: error in %s", wrong, e)
			}
		}
		nulls := golden.Object{}
		s.compareSummary(fmt.Sprint(wrong), nulls)
		if status := s.status(); status.Text == "" {
			s.t.Errorf("%v: nothing says what is wrong", wrong)
		}
	}
}

// status is the line above the figures that says whether a check fails.
func (s *spreadsheet) status() cell {
	s.t.Helper()
	return s.read(place{Sheet: s.sheets()[2], Ref: "A3"})[0]
}

// comparisonMistakes does the same in a comparison, whose customers must agree.
func (s *spreadsheet) comparisonMistakes() {
	customer := func(name string) any {
		return golden.Object{"name": name, "acquisition_cost": 50, "basket_value": 10, "repeat_purchase_rate": 0.8}
	}
	file := s.post("/v1/comparison?format=xlsx&lang="+s.lang, golden.Object{"scenarios": []any{customer("one"), customer("two")}})
	for i, wrong := range []struct {
		column int
		field  string
		value  any
	}{{0, "baseline", 3}, {0, "baseline", "two"}, {0, "baseline", nil}, {1, "basket_value", "much"}, {1, "currency", "SEK"}, {0, "period", "month"}, {0, "horizon", 0}, {1, "decimals", 3}} {
		if !s.mine(i) {
			continue
		}
		s.load("wrong.xlsx", file)
		s.write(place{Ref: wrong.field, Column: wrong.column}, s.shown(wrong.field, wrong.value))
		s.recalculate(fmt.Sprint(wrong))
		s.compareSideBySide(fmt.Sprint(wrong), model.ComparisonFigures(), []golden.Object{{}, {}})
		if status := s.status(); status.Text == "" {
			s.t.Errorf("%v: nothing says what is wrong", wrong)
		}
	}
}

// curve turns a customer with a constant rate into one with a curve and back.
func (s *spreadsheet) curve() {
	request := golden.Object{"acquisition_cost": 50, "basket_value": 10, "repeat_purchase_rate": 0.8, "horizon": 8, "annual_discount_rate": 0.07}
	s.load("curve.xlsx", s.post("/v1/lifetime-value?format=xlsx&lang="+s.lang, request))
	s.write(place{Ref: "repeat_purchase_rate"}, nil)
	for i, rate := range []float64{0.5, 0.9, 0.7} {
		s.write(place{Ref: "retention_curve", Row: i}, rate)
	}
	s.recalculate("a curve filled in")
	curved := maps.Clone(request)
	delete(curved, "repeat_purchase_rate")
	curved["retention_curve"] = []float64{0.5, 0.9, 0.7}
	s.compareSummary("a curve filled in", figuresOf(decode(s.t, s.post("/v1/lifetime-value", curved))["summary"]))
	if n := len(s.data("", "retention_curve")); n != 120 {
		s.t.Errorf("the curve has room for %d values, want 120", n)
	}
	for i := range 3 {
		s.write(place{Ref: "retention_curve", Row: i}, nil)
	}
	s.write(place{Ref: "repeat_purchase_rate"}, 0.8)
	s.recalculate("a rate again")
	s.compareSummary("a rate again", figuresOf(decode(s.t, s.post("/v1/lifetime-value", request))["summary"]))
}

// dangerous are names that a careless spreadsheet takes for formulas. Blanks
// around a name are not part of it.
var dangerous = []string{"=1+1", "+1+1", "-1+1", "@SUM(1)", `"=2+2"`, "\t=3+1", "=HYPERLINK(\"http://localhost\")", "'=1", "a\nb", "[x]:*?/\\", "æøå <&>"}

// injection wants customers' names to stay words in a workbook.
func (s *spreadsheet) injection() {
	for i, name := range dangerous {
		if !s.mine(i) {
			continue
		}
		request := golden.Object{"name": name, "acquisition_cost": 50, "basket_value": 10, "repeat_purchase_rate": 0.8}
		s.load("name.xlsx", s.post("/v1/lifetime-value?format=xlsx&lang="+s.lang, request))
		s.recalculate(name)
		if c := s.read(place{Ref: "name"})[0]; c.Type != "TEXT" || c.Text != strings.TrimSpace(name) {
			s.t.Errorf("the name %q became %s %q", name, c.Type, c.Text)
		}
		title := s.read(place{Sheet: s.sheets()[2], Ref: "D4"})[0]
		if title.Text != strings.TrimSpace(name) {
			s.t.Errorf("the title of %q is %q", name, title.Text)
		}
	}
	scenarios := []any{}
	for _, name := range dangerous {
		scenarios = append(scenarios, golden.Object{"name": name, "acquisition_cost": 50, "basket_value": 10, "repeat_purchase_rate": 0.8})
	}
	s.load("names.xlsx", s.post("/v1/comparison?format=xlsx&lang="+s.lang, golden.Object{"scenarios": scenarios}))
	s.recalculate("names")
	for i, c := range s.row(place{Sheet: s.sheets()[2], Ref: fmt.Sprintf("D4:%c4", 'D'+len(dangerous)-1)}) {
		if c.Text != strings.TrimSpace(dangerous[i]) {
			s.t.Errorf("customer %d is called %q, want %q", i+1, c.Text, dangerous[i])
		}
	}
	if n := len(model.SummaryFigures()); len(s.row(place{Ref: "lifetime_value"})) != len(dangerous) || n == 0 {
		s.t.Error("customers are missing")
	}
}
