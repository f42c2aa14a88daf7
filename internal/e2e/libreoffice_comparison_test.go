//go:build e2e

package e2e

import (
	"fmt"

	"blyant/internal/golden"
	"blyant/model"
	"blyant/model/vocabulary"
)

type comparisonCase struct {
	Request    golden.Object
	Scenarios  []struct{ Summary golden.Object }
	Comparison []golden.Object
}

// comparisons recalculates the workbook of every reference comparison, then
// takes another baseline in it.
func (s *spreadsheet) comparisons() {
	for i, c := range golden.Read[comparisonCase](s.t, "comparison.json", 41) {
		if !s.mine(i) {
			continue
		}
		where := fmt.Sprintf("comparison %d", i)
		s.load("customers.xlsx", s.post("/v1/comparison?format=xlsx&decimal=point&lang="+s.lang, c.Request))
		s.recalculate(where)
		answer := decode(s.t, s.post("/v1/comparison", c.Request))
		list, _ := answer["scenarios"].([]any)
		var summaries []golden.Object
		for k, one := range c.Scenarios {
			result, _ := list[k].(map[string]any)
			summaries = append(summaries, asReferred(result["summary"], one.Summary))
		}
		s.compareSideBySide(where, model.SummaryFigures(), summaries)
		s.compareSideBySide(where, model.ComparisonFigures(), rowsAsReferred(answer["comparison"], c.Comparison))
		s.otherBaseline(where, c.Request)
	}
}

// compareSideBySide compares rows of the comparison's sheet, each with the
// figure's name, a column for each customer.
func (s *spreadsheet) compareSideBySide(where string, figures []vocabulary.Figure, want []golden.Object) {
	s.t.Helper()
	sheet := s.sheets()[2]
	for _, f := range figures {
		for i, c := range s.row(place{Sheet: sheet, Ref: f.Name}) {
			if !same(c, want[i][f.Name]) {
				s.t.Errorf("%s: %s of customer %d = %q (%v), want %v", where, f.Name, i+1, c.Text, c.Value, want[i][f.Name])
			}
		}
	}
}

// otherBaseline makes the last customer the baseline and raises its acquisition
// cost.
func (s *spreadsheet) otherBaseline(where string, request golden.Object) {
	s.t.Helper()
	otherBaseline(request, s.write)
	where += " with another baseline"
	s.recalculate(where)
	answer := decode(s.t, s.post("/v1/comparison", request))
	s.compareSideBySide(where, model.ComparisonFigures(), rowsAsReferred(answer["comparison"], nil))
}

func otherBaseline(request golden.Object, write func(at place, value any)) {
	scenarios, _ := request["scenarios"].([]any)
	last, _ := scenarios[len(scenarios)-1].(map[string]any)
	last["acquisition_cost"] = 321.5
	request["baseline"] = last["name"]
	write(place{Ref: "baseline"}, len(scenarios))
	write(place{Ref: "acquisition_cost", Column: len(scenarios) - 1}, 321.5)
}
