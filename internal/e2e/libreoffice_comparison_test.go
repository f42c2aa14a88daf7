//go:build e2e

package e2e

import (
	"fmt"
	"maps"

	"blyant/internal/golden"
	"blyant/model"
	"blyant/model/vocabulary"
)

type comparisonCase struct {
	Request    golden.Object
	Scenarios  []struct{ Summary golden.Object }
	Comparison []golden.Object
}

// comparisons recalculates the workbook of every reference comparison, and once
// more after three changed inputs.
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
		s.changeComparison(where, c.Request)
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

// changeComparison makes the last customer the baseline, raises its acquisition cost
// and lengthens its horizon in place.
func (s *spreadsheet) changeComparison(where string, request golden.Object) {
	s.t.Helper()
	changeComparison(request, s.write)
	where += fmt.Sprintf(" with %v", request)
	s.recalculate(where)
	answer := decode(s.t, s.post("/v1/comparison", request))
	list, _ := answer["scenarios"].([]any)
	var summaries []golden.Object
	for _, one := range list {
		summaries = append(summaries, figuresOf(one.(golden.Object)["summary"]))
	}
	s.compareSideBySide(where, model.SummaryFigures(), summaries)
	s.compareSideBySide(where, model.ComparisonFigures(), rowsAsReferred(answer["comparison"], nil))
}

func changeComparison(request golden.Object, write func(at place, value any)) {
	scenarios, _ := request["scenarios"].([]any)
	column := len(scenarios) - 1
	last, _ := scenarios[column].(golden.Object)
	given := golden.Object{}
	if defaults, is := request["defaults"].(golden.Object); is {
		maps.Copy(given, defaults)
	}
	maps.Copy(given, last)
	longer := max(horizon(given), min(horizon(given)+37, 120))
	last["acquisition_cost"], last["horizon"], request["baseline"] = 321.5, longer, last["name"]
	write(place{Ref: "baseline"}, len(scenarios))
	write(place{Ref: "acquisition_cost", Column: column}, 321.5)
	write(place{Ref: "horizon", Column: column}, longer)
}
