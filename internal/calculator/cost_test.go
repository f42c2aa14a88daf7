package calculator

import (
	"errors"
	"testing"

	"blyant/internal/admission"
	"blyant/internal/option"
	"blyant/model"
	"blyant/model/plan"
	"blyant/model/service"
	"blyant/model/vocabulary"
	"blyant/model/whatif"

	"github.com/shopspring/decimal"
)

func horizon(n int) model.Scenario { return model.Scenario{Horizon: vocabulary.Count(n)} }

// What there is to do grows with what is asked: periods, scenarios, programmes,
// segments, cells and draws, each as the estimate says; what is left out counts as
// its default.
func TestEfforts(t *testing.T) {
	ten, month := horizon(10), model.Scenario{Period: model.Month}
	uncertain := make([]whatif.Uncertain, 2)
	for name, c := range map[string]struct {
		got  effort
		want effort
	}{
		"a value":            {effortOfValue(&ten), effort{work: 30, rows: 10}},
		"ten years by month": {effortOfValue(&month), effort{work: 360, rows: 120}},
		"two scenarios":      {effortOfComparison(&comparisonRequest{ComparisonRequest: model.ComparisonRequest{Scenarios: []model.Scenario{ten, month}}}), effort{work: 260, rows: 130}},
		"a promise":          {effortOfPromise(&service.Promise{Scenario: ten}), effort{work: 200}},
		"three programmes":   {effortOfProgrammes(&service.ProgrammesRequest{Scenario: ten, Programmes: make([]service.Programme, 3)}), effort{work: 80, rows: 3}},
		"a plan":             {effortOfPlan(&plan.Request{Periods: vocabulary.Count(12)}), effort{work: 396, rows: 12, sheets: 1}},
		"of two kinds":       {effortOfPlan(&plan.Request{Periods: vocabulary.Count(12), Segments: make([]plan.Segment, 2)}), effort{work: 792, rows: 24, sheets: 2}},
		"a break-even":       {effortOfBreakEven(&whatif.BreakEvenRequest{Scenario: ten}), effort{work: 2500}},
		"of a plan":          {effortOfBreakEven(&whatif.BreakEvenRequest{Scenario: ten, SolveFor: "margin_rate", Plan: plan.Request{Periods: vocabulary.Count(12)}}), effort{work: 4 * (396 + 30)}},
		"searched for":       {effortOfBreakEven(&whatif.BreakEvenRequest{Scenario: ten, SolveFor: "basket_cap", Plan: plan.Request{Periods: vocabulary.Count(12)}}), effort{work: 200 * (396 + 30)}},
		"with word of mouth": {effortOfBreakEven(&whatif.BreakEvenRequest{Scenario: ten, SolveFor: "margin_rate", Plan: plan.Request{Periods: vocabulary.Count(12), WordOfMouth: plan.On}}), effort{work: 200 * (396 + 30)}},
		"a grid by steps":    {effortOfGrid(&whatif.GridRequest{X: whatif.Axis{Steps: vocabulary.Count(5)}, Y: whatif.Axis{Steps: vocabulary.Count(3)}}), effort{work: 450, rows: 15}},
		"a grid by values":   {effortOfGrid(&whatif.GridRequest{X: whatif.Axis{Values: make([]decimal.Decimal, 4)}, Y: whatif.Axis{}}), effort{work: 120, rows: 4}},
		"draws":              {effortOfSimulation(&whatif.SimulationRequest{Scenario: ten, Uncertain: uncertain}), effort{work: 10_000 * 0.9, rows: 100, held: 70_000}},
		"draws of a rate":    {effortOfSimulation(&whatif.SimulationRequest{Scenario: ten, Uncertain: uncertain, Draws: vocabulary.Count(1000), Metrics: []string{"internal_rate_of_return"}}), effort{work: 1000 * 4.7, rows: 50, held: 6_000}},
	} {
		near := func(x, y float64) bool { return x-y < 1e-6 && y-x < 1e-6 }
		if !near(c.got.work, c.want.work) || c.got.rows != c.want.rows || c.got.sheets != c.want.sheets || c.got.held != c.want.held {
			t.Errorf("%s: %+v, want %+v", name, c.got, c.want)
		}
	}
}

// A tornado of few fields is a part of one of all; metrics without a closed form are
// dearer, the more so the longer.
func TestEffortOfSensitivity(t *testing.T) {
	of := func(metric string, n int, fields ...string) float64 {
		return effortOfSensitivity(&whatif.SensitivityRequest{Scenario: horizon(n), Metric: metric, Fields: fields}).work
	}
	all := float64(len(whatif.VariableNames()))
	if one, whole := of("", 100, "margin_rate"), of("", 100); one*all-whole > 1e-6 || whole-one*all > 1e-6 || whole != 4900 {
		t.Errorf("one field %v, all %v", one, whole)
	}
	for metric, want := range map[string]float64{"internal_rate_of_return": 310_000, "payback_periods": 78_000, "payback_orders": 78_000, "probability_of_profit": 39_000, "net_lifetime_value": 4_900} {
		if got := of(metric, 100); got != want {
			t.Errorf("%s: %v, want %v", metric, got, want)
		}
	}
}

// The cost of an answer is that of its work and of writing it: of rows, of sheets, of
// the dots of a picture.
func TestCostByFormat(t *testing.T) {
	calc := &Calculator{effort: func(any) effort { return effort{work: 1000, rows: 100, sheets: 2, held: 10} }}
	for medium, want := range map[string]float64{
		option.JSON: 1000 + 50 + 500, option.CSV: 1100, option.TSV: 1100, option.XML: 2000, option.Text: 1000, option.HTML: 1000 + 5000 + 2000,
		option.XLSX: 1000 + 15_000 + 3600 + 10_000, option.SVG: 1000 + 2000 + 100, option.PNG: 1000 + 2000 + 100 + 3400,
	} {
		if got, expected := calc.Cost(nil, medium, 100_000), admission.Of(want, 80); got != expected {
			t.Errorf("%s: %v, want %v", medium, got, expected)
		}
	}
	unsaid := &Calculator{}
	if got, want := unsaid.Cost(nil, option.Text, 0), admission.Of(20_000, 0); got != want {
		t.Errorf("of a calculator that does not say: %v, want %v", got, want)
	}
	for _, calc := range All() {
		if calc.effort == nil {
			t.Errorf("%s does not say what it takes", calc.Name)
		}
		for _, medium := range calc.Media() {
			if perRow[medium] == 0 {
				t.Errorf("nobody knows what a row as %s takes", medium)
			}
		}
	}
}

// A row that costs more than any request may is refused, with both in milliseconds,
// rounded up.
func TestAffordable(t *testing.T) {
	dear := &Calculator{effort: func(any) effort { return effort{work: 1e12} }}
	var faults vocabulary.Faults
	if err := dear.affordable(nil); !errors.As(err, &faults) || faults[0].Code != vocabulary.CodeTooMany || faults[0].Reason != "too_dear" || len(faults[0].Args) != 2 {
		t.Errorf("%v", err)
	}
	cheap := &Calculator{effort: func(any) effort { return effort{work: 10} }}
	if err := cheap.affordable(nil); err != nil {
		t.Errorf("%v", err)
	}
	for cost, want := range map[admission.Cost]string{1: "1", 1000: "1", 1001: "2", 0: "0", 1_500_000: "1500"} {
		if got := milliseconds(cost); got != want {
			t.Errorf("%d microseconds are %s milliseconds", cost, got)
		}
	}
	for rows, want := range map[int]effort{0: {work: 500}, 10: {work: 700, rows: 10}, 475: {work: 10_000, rows: 475}, 5000: {work: 10_000, rows: 1000}} {
		if got := effortOfLearning(rows); got != want {
			t.Errorf("%d rows: %+v, want %+v", rows, got, want)
		}
	}
}
