package model_test

import (
	"testing"

	"blyant/internal/golden"
	"blyant/internal/golden/reference"
	"blyant/model"
	"blyant/model/vocabulary"
)

// The repository's own cases, whose figures are computed here and now in another
// way: a figure that no case from outside knows is held by these.
func TestOwnCases(t *testing.T) {
	for _, request := range golden.Read[golden.Object](t, "own.json", 5) {
		got, err := model.LifetimeValue(golden.Scenario(t, request))
		if err != nil {
			t.Errorf("%v: %v", request["name"], err)
			continue
		}
		for name, want := range reference.Summary(request) {
			if f, known := vocabulary.FigureNamed(model.SummaryFigures(), name); known {
				if figure := golden.Text(f.Of(&got.Summary)); figure != want {
					t.Errorf("%v: %s is %v, in another way %v", request["name"], name, figure, want)
				}
			}
		}
	}
}

// Every figure of a summary has a value to be held against: one from outside, or
// one that is computed in another way.
func TestFiguresHaveReferences(t *testing.T) {
	held := reference.Summary(golden.Read[golden.Object](t, "own.json", 5)[0])
	given := golden.Read[struct{ Summary golden.Object }](t, "lifetime_value.json", 186)[0].Summary
	for _, f := range model.SummaryFigures() {
		_, inside := held[f.Name]
		_, outside := given[f.Name]
		if !inside && !outside {
			t.Errorf("%s has no reference value", f.Name)
		}
	}
}
