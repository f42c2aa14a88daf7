package workbook

import (
	"testing"

	"blyant/model"
)

// Each figure that a workbook shows is worked out in its cell: a figure without a
// formula would leave a sum of nothing there.
func TestFiguresHaveFormulas(t *testing.T) {
	for _, f := range model.SummaryFigures() {
		if summaryFormulas[f.Name].value == "" {
			t.Errorf("%s has no formula", f.Name)
		}
	}
	for _, f := range model.ComparisonFigures() {
		if comparisonFormulas[f.Name].value == "" {
			t.Errorf("%s has no formula", f.Name)
		}
	}
}
