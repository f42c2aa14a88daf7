package model_test

import (
	"context"
	"slices"
	"strconv"
	"testing"

	"blyant/internal/golden"
	"blyant/model"
	"blyant/model/vocabulary"
)

type lifetimeCase struct {
	Request  golden.Object
	Summary  golden.Object
	Schedule []golden.Object
	Note     string
}

// lifetimeFiles are the files of reference cases with the number of each.
var lifetimeFiles = []struct {
	name  string
	cases int
}{{"lifetime_value.json", 186}, {"lifetime_value_more.json", 60}, {"lifetime_value_third.json", 50}}

func lifetimeCases(t *testing.T) []lifetimeCase {
	t.Helper()
	var all []lifetimeCase
	for _, f := range lifetimeFiles {
		all = append(all, golden.Read[lifetimeCase](t, f.name, f.cases)...)
	}
	return all
}

func TestLifetimeValueGolden(t *testing.T) {
	for i, c := range lifetimeCases(t) {
		where := "case " + strconv.Itoa(i)
		got, err := model.LifetimeValue(golden.Scenario(t, c.Request))
		if err != nil {
			t.Errorf("%s: %v", where, err)
			continue
		}
		golden.Equal(t, where, model.SummaryFigures(), &got.Summary, c.Summary)
		if c.Note != "" && !slices.ContainsFunc(got.Notes, func(n vocabulary.Note) bool { return n.Code == c.Note }) {
			t.Errorf("%s: no note %s in %v", where, c.Note, got.Notes)
		}
		if c.Schedule != nil && len(c.Schedule) != len(got.Schedule) {
			t.Errorf("%s: %d rows, want %d", where, len(got.Schedule), len(c.Schedule))
			continue
		}
		for j, row := range c.Schedule {
			golden.Equal(t, where, model.ScheduleFigures(), &got.Schedule[j], row)
		}
	}
}

func TestCompareGolden(t *testing.T) {
	type comparisonCase struct {
		Request struct {
			Scenarios []golden.Object
			Baseline  string
		}
		Scenarios  []struct{ Summary golden.Object }
		Comparison []golden.Object
	}
	for i, c := range golden.Read[comparisonCase](t, "comparison.json", 41) {
		where := "case " + strconv.Itoa(i)
		req := model.ComparisonRequest{Baseline: c.Request.Baseline}
		for _, s := range c.Request.Scenarios {
			req.Scenarios = append(req.Scenarios, golden.Scenario(t, s))
		}
		got, err := model.Compare(context.Background(), req)
		if err != nil {
			t.Errorf("%s: %v", where, err)
			continue
		}
		for j := range c.Scenarios {
			golden.Equal(t, where, model.SummaryFigures(), &got.Scenarios[j].Summary, c.Scenarios[j].Summary)
			golden.Equal(t, where, model.ComparisonFigures(), &got.Comparison[j], c.Comparison[j])
		}
	}
}
