package whatif

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// pencil is a customer who buys for 10 kroner a year, and half of whom come back.
func pencil() model.Scenario {
	return model.Scenario{AcquisitionCost: vocabulary.Given("5"), BasketValue: vocabulary.Given("10"), RepeatPurchaseRate: vocabulary.Given("0.5")}
}

// capped10 is the same with a cap, prospected one won by way of prospects, curved
// one with a curve.
func capped10() model.Scenario {
	s := pencil()
	s.BasketCap, s.BasketGrowthRate = vocabulary.Given("20"), vocabulary.Given("0.1")
	return s
}

func prospected() model.Scenario {
	s := pencil()
	s.AcquisitionCost, s.CostPerProspect, s.ConversionRate = decimal.NullDecimal{}, vocabulary.Given("1"), vocabulary.Given("0.2")
	return s
}

func curved() model.Scenario {
	s := pencil()
	s.RepeatPurchaseRate, s.RetentionCurve = decimal.NullDecimal{}, []decimal.Decimal{decimal.New(5, -1)}
	return s
}

// reasons are fields, codes and reasons of an error's faults.
func reasons(err error) string {
	var faults vocabulary.Faults
	if err == nil || !errors.As(err, &faults) {
		return ""
	}
	list := make([]string, len(faults))
	for i, f := range faults {
		list[i] = f.Field + " " + f.Reason + " " + strings.Join(f.Args, ",") + " " + f.Hint
	}
	return strings.Join(list, "; ")
}

// What a break-even may be asked, and what it says where it may not.
func TestBreakEvenRefuses(t *testing.T) {
	value := vocabulary.Given
	for _, c := range []struct {
		name string
		req  BreakEvenRequest
		want string
	}{
		{"nothing asked", BreakEvenRequest{Scenario: pencil()}, "solve_for required_either question "},
		{"question and field", BreakEvenRequest{Scenario: pencil(), Question: "three_to_one", SolveFor: "margin_rate"}, "solve_for question_says_it solve_for,three_to_one "},
		{"question and target", BreakEvenRequest{Scenario: pencil(), Question: "three_to_one", Target: value("1")}, "target question_says_it target,three_to_one "},
		{"a metric without a target", BreakEvenRequest{Scenario: pencil(), SolveFor: "margin_rate", Metric: "lifetime_value"}, "target required  "},
		{"a rate beside a curve", BreakEvenRequest{Scenario: curved(), SolveFor: "repeat_purchase_rate"}, "solve_for cannot_vary_beside repeat_purchase_rate,retention_curve "},
		{"a cost beside prospects", BreakEvenRequest{Scenario: prospected(), SolveFor: "acquisition_cost"}, "solve_for cannot_vary_beside acquisition_cost,cost_per_prospect cost_per_prospect"},
		{"prospects beside a cost", BreakEvenRequest{Scenario: pencil(), SolveFor: "cost_per_prospect"}, "solve_for cannot_vary_beside cost_per_prospect,acquisition_cost acquisition_cost"},
		{"conversion beside a cost", BreakEvenRequest{Scenario: pencil(), SolveFor: "conversion_rate"}, "solve_for cannot_vary_beside conversion_rate,acquisition_cost acquisition_cost"},
		{"a question beside a curve", BreakEvenRequest{Scenario: curved(), Question: "repeat_purchase_rate"}, "question cannot_vary_beside repeat_purchase_rate,retention_curve "},
		{"the wrong way round", BreakEvenRequest{Scenario: pencil(), SolveFor: "margin_rate", From: value("0.5"), To: value("0.4")}, "from from_above_to 0.5,0.4 "},
		{"beyond the field", BreakEvenRequest{Scenario: pencil(), SolveFor: "repeat_purchase_rate", From: value("-0.5")}, "from out_of_range -0.5,0,1 0"},
		{"beyond its other end", BreakEvenRequest{Scenario: pencil(), SolveFor: "repeat_purchase_rate", To: value("2")}, "to out_of_range 2,0,1 1"},
		{"a basket above the cap", BreakEvenRequest{Scenario: capped10(), SolveFor: "basket_value", To: value("21")}, "to out_of_range 21,0,20 20"},
		{"a cap below the basket", BreakEvenRequest{Scenario: capped10(), SolveFor: "basket_cap", From: value("9")}, "from out_of_range 9,10,1000000000000 10"},
		{"a metric that jumps", BreakEvenRequest{Scenario: pencil(), SolveFor: "margin_rate", Metric: "probability_of_profit", Target: value("1")},
			"metric not_a_choice probability_of_profit," + strings.Join(append(SolvableMetrics(), PlanMetrics()...), ", ") + " "},
		{"the scenario's own", BreakEvenRequest{Scenario: model.Scenario{BasketValue: value("10"), RepeatPurchaseRate: value("2")}, SolveFor: "margin_rate"},
			"scenario.acquisition_cost required_either cost_per_prospect ; scenario.repeat_purchase_rate out_of_range 2,0,1 0.02 or 2%"},
	} {
		if _, err := BreakEven(t.Context(), c.req); reasons(err) != c.want {
			t.Errorf("%s: %q, want %q", c.name, reasons(err), c.want)
		}
	}
}

// What is solved for may be left out of the scenario, and the range is the
// field's own unless it is given.
func TestBreakEvenFillsIn(t *testing.T) {
	without := pencil()
	without.RepeatPurchaseRate = decimal.NullDecimal{}
	for _, c := range []struct {
		req                                BreakEvenRequest
		solveFor, metric, target, from, to string
	}{
		{BreakEvenRequest{Scenario: without, SolveFor: "repeat_purchase_rate", Metric: "lifetime_value", Target: vocabulary.Given("12")}, "repeat_purchase_rate", "lifetime_value", "12", "0", "1"},
		{BreakEvenRequest{Scenario: pencil(), Question: "acquisition_cost"}, "acquisition_cost", "net_lifetime_value", "0", "0", "1000000000000"},
		{BreakEvenRequest{Scenario: prospected(), Question: "acquisition_cost"}, "cost_per_prospect", "net_lifetime_value", "0", "0", "1000000000000"},
		{BreakEvenRequest{Scenario: prospected(), Question: "three_to_one"}, "cost_per_prospect", "value_to_cost_ratio", "3", "0", "1000000000000"},
		{BreakEvenRequest{Scenario: pencil(), Question: "service_cost_per_order"}, "service_cost_per_order", "net_lifetime_value", "0", "0", "1000000000000"},
		{BreakEvenRequest{Scenario: capped10(), SolveFor: "basket_value", Target: vocabulary.Given("2")}, "basket_value", "net_lifetime_value", "2", "0", "20"},
		{BreakEvenRequest{Scenario: capped10(), SolveFor: "basket_cap", Metric: "lifetime_revenue", Target: vocabulary.Given("21"), To: vocabulary.Given("30")}, "basket_cap", "lifetime_revenue", "21", "10", "30"},
	} {
		got, err := BreakEven(t.Context(), c.req)
		if err != nil {
			t.Errorf("%+v: %v", c.req, err)
			continue
		}
		q := got.Request
		if q.SolveFor != c.solveFor || q.Metric != c.metric || q.Target.Decimal.String() != c.target || q.From.Decimal.String() != c.from || q.To.Decimal.String() != c.to {
			t.Errorf("%s of %s = %s in %s … %s, want %+v", q.SolveFor, q.Metric, q.Target.Decimal, q.From.Decimal, q.To.Decimal, c)
		}
		units := map[string]vocabulary.Unit{"value": q.unitOfSolution(), "metric_at_from": q.unitOfMetric(), "solutions": vocabulary.UnitCount}
		for name, unit := range units {
			f, _ := vocabulary.FigureNamed(BreakEvenFigures(), name)
			if got.UnitOf(f) != unit || unit == "" {
				t.Errorf("%s is in %s, not %s", name, got.UnitOf(f), unit)
			}
		}
	}
}

// What a tornado may be asked.
func TestTornadoRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		req  SensitivityRequest
		want string
	}{
		{"no change", SensitivityRequest{Scenario: pencil(), Change: vocabulary.Given("0")}, "change above_zero 0 0.1"},
		{"too much", SensitivityRequest{Scenario: pencil(), Change: vocabulary.Given("1.5")}, "change out_of_range 1.5,0,1 0.015 or 1.5%"},
		{"no field", SensitivityRequest{Scenario: pencil(), Fields: []string{"horizon"}}, "fields[0] not_a_choice horizon," + strings.Join(VariableNames(), ", ") + " "},
		{"twice", SensitivityRequest{Scenario: pencil(), Fields: []string{"margin_rate", "basket_value", "margin_rate"}}, "fields[2] named_twice margin_rate "},
		{"beside another", SensitivityRequest{Scenario: curved(), Fields: []string{"repeat_purchase_rate"}}, "fields[0] cannot_vary_beside repeat_purchase_rate,retention_curve "},
		{"not there", SensitivityRequest{Scenario: pencil(), Fields: []string{"basket_cap"}}, "fields[0] nothing_to_vary basket_cap "},
		{"without a partner", SensitivityRequest{Scenario: model.Scenario{BasketValue: vocabulary.Given("1"), RepeatPurchaseRate: vocabulary.Given("1"), AcquisitionCost: vocabulary.Given("1")}, Fields: []string{"conversion_rate"}},
			"fields[0] cannot_vary_beside conversion_rate,acquisition_cost acquisition_cost"},
	} {
		if _, err := Tornado(context.Background(), c.req); reasons(err) != c.want {
			t.Errorf("%s: %q, want %q", c.name, reasons(err), c.want)
		}
	}
}

// What a simulation may be asked.
func TestSimulationRefuses(t *testing.T) {
	rate := unsureOf("repeat_purchase_rate", uniform, "0.1", "0.2")
	without := pencil()
	without.RepeatPurchaseRate = decimal.NullDecimal{}
	for _, c := range []struct {
		name string
		req  SimulationRequest
		want string
	}{
		{"nothing uncertain", SimulationRequest{Scenario: pencil()}, "uncertain required  uncertain.repeat_purchase_rate"},
		{"twice", SimulationRequest{Scenario: pencil(), Uncertain: []Uncertain{rate, rate}}, "uncertain.repeat_purchase_rate named_twice repeat_purchase_rate "},
		{"beside a curve", SimulationRequest{Scenario: curved(), Uncertain: []Uncertain{rate}}, "uncertain.repeat_purchase_rate cannot_vary_beside repeat_purchase_rate,retention_curve "},
		{"no metric", SimulationRequest{Scenario: pencil(), Uncertain: []Uncertain{rate}, Metrics: []string{"joy"}}, "metrics[0] not_a_choice joy," + strings.Join(Metrics(), ", ") + " "},
		{"a metric twice", SimulationRequest{Scenario: pencil(), Uncertain: []Uncertain{rate}, Metrics: []string{"lifetime_value", "lifetime_value"}}, "metrics[1] named_twice lifetime_value "},
		{"too few draws", SimulationRequest{Scenario: pencil(), Uncertain: []Uncertain{rate}, Draws: vocabulary.Count(999)}, "draws out_of_range 999,1000,1000000 "},
		{"too many", SimulationRequest{Scenario: pencil(), Uncertain: []Uncertain{rate}, Draws: vocabulary.Count(1_000_001)}, "draws out_of_range 1000001,1000,1000000 "},
		{"a seed below 0", SimulationRequest{Scenario: pencil(), Uncertain: []Uncertain{rate}, Seed: vocabulary.Count(-1)}, "seed out_of_range -1,0,999999999999999 "},
		{"a distribution's own", SimulationRequest{Scenario: pencil(), Uncertain: []Uncertain{unsureOf("margin_rate", uniform, "0.5", "0.4")}}, "uncertain.margin_rate.low low_above_high 0.5,0.4 0.4"},
		{"what is uncertain may be left out", SimulationRequest{Scenario: without, Uncertain: []Uncertain{rate}, Draws: vocabulary.Count(1000)}, ""},
		{"and nothing else", SimulationRequest{Scenario: without, Uncertain: []Uncertain{unsureOf("margin_rate", uniform, "0.3", "0.4")}}, "scenario.repeat_purchase_rate required_one_of retention_curve,survival_curve "},
	} {
		if _, err := Simulate(context.Background(), c.req); reasons(err) != c.want {
			t.Errorf("%s: %q, want %q", c.name, reasons(err), c.want)
		}
	}
}

// Metrics come in the order of a summary; two of them jump and cannot be solved
// for.
func TestMetrics(t *testing.T) {
	var names []string
	for _, f := range model.SummaryFigures() {
		names = append(names, f.Name)
	}
	if !slices.Equal(Metrics(), names) {
		t.Errorf("%v", Metrics())
	}
	solvable := SolvableMetrics()
	if len(solvable) != len(names)-2 || slices.Contains(solvable, "payback_orders") || slices.Contains(solvable, "probability_of_profit") {
		t.Errorf("%v", solvable)
	}
}
