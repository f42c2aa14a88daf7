package whatif

import (
	"context"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"blyant/model"
	"blyant/model/internal/exact"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// What is drawn beyond the range of its field is held at its end, counted and noted;
// the draws that are left are those of the distribution.
func TestDrawsAreClipped(t *testing.T) {
	got := simulate(t, SimulationRequest{Scenario: pencil(), Draws: vocabulary.Count(4000), Metrics: []string{"expected_lifetime_periods"},
		Uncertain: []Uncertain{unsureOf("repeat_purchase_rate", normal, "0.5", "0.5"), unsureOf("margin_rate", uniform, "0.2", "0.3")}})
	// 0 and 1 lie a deviation away: a third of the draws are held, 15.9 % at either end.
	i := slices.IndexFunc(got.Request.Uncertain, func(u Uncertain) bool { return u.Field == "repeat_purchase_rate" })
	if n := got.Clipped[i]; n < 1120 || n > 1420 || got.Clipped[1-i] != 0 {
		t.Errorf("%v of 4000 were held", got.Clipped)
	}
	noted := slices.DeleteFunc(slices.Clone(got.Notes), func(n vocabulary.Note) bool { return n.Code != "draws_clipped" })
	want := []vocabulary.Note{{Code: "draws_clipped", Field: "repeat_purchase_rate", Args: []string{vocabulary.RoundedWhole(got.Clipped[i]).String(), "4000"}}}
	if !reflect.DeepEqual(noted, want) {
		t.Errorf("%v", noted)
	}
	if d := got.Results[0]; d.Minimum.String() != "1.000000" || d.Maximum.String() != "10.000000" { // at 0 and at 1, over ten years
		t.Errorf("from %s to %s", d.Minimum, d.Maximum)
	}
}

// A basket that is drawn above the cap drawn with it is held there; with a cap that
// is given it is held at that.
func TestDrawnBasketsStayBelowTheCap(t *testing.T) {
	s := capped10()
	s.RepeatPurchaseRate = vocabulary.Given("0")
	both := simulate(t, SimulationRequest{Scenario: s, Draws: vocabulary.Count(2000), Metrics: []string{"lifetime_revenue"},
		Uncertain: []Uncertain{unsureOf("basket_value", uniform, "5", "40"), unsureOf("basket_cap", uniform, "20", "30")}})
	if d := both.Results[0]; d.Maximum.Float64() > 30 || d.Minimum.Float64() < 5 {
		t.Errorf("revenue from %s to %s", d.Minimum, d.Maximum)
	}
	// A basket of 5 … 40 is above a cap of 20 … 30 with 15/35 on average.
	if n := both.Clipped[0]; n < 760 || n > 955 || both.Clipped[1] != 0 {
		t.Errorf("%v of 2000 were held", both.Clipped)
	}
	alone := simulate(t, SimulationRequest{Scenario: s, Draws: vocabulary.Count(2000), Metrics: []string{"lifetime_revenue"}, Uncertain: []Uncertain{unsureOf("basket_value", uniform, "5", "40")}})
	if d := alone.Results[0]; d.Maximum.String() != "20.00" || alone.Clipped[0] < 1050 || alone.Clipped[0] > 1240 { // 20/35
		t.Errorf("to %s, %v were held", d.Maximum, alone.Clipped)
	}
}

// The same request in another order is the same simulation, and what is left out has
// its default.
func TestSimulationInAnyOrder(t *testing.T) {
	rate, margin := unsureOf("repeat_purchase_rate", triangular, "0.2", "0.5", "0.9"), unsureOf("margin_rate", uniform, "0.2", "0.3")
	one := simulate(t, SimulationRequest{Scenario: pencil(), Draws: vocabulary.Count(1500), Uncertain: []Uncertain{rate, margin}})
	two := simulate(t, SimulationRequest{Scenario: pencil(), Draws: vocabulary.Count(1500), Seed: vocabulary.Count(1), Metrics: []string{"net_lifetime_value", "payback_periods"}, Uncertain: []Uncertain{margin, rate}})
	if !reflect.DeepEqual(one, two) {
		t.Errorf("%+v\n%+v", one.Request, two.Request)
	}
	if usual := simulate(t, SimulationRequest{Scenario: pencil(), Uncertain: []Uncertain{margin}}).Request; usual.Draws.Int != 10_000 || usual.Seed.Int != 1 || len(usual.Metrics) != 2 {
		t.Errorf("%+v", usual)
	}
}

// More draws are the fewer ones and some: a block has a stream of its own.
func TestDrawsOfABlock(t *testing.T) {
	inputs := func(draws int) []float64 {
		s := newSimulation(SimulationRequest{Scenario: pencil(), Draws: vocabulary.Count(draws), Uncertain: []Uncertain{unsureOf("margin_rate", uniform, "0", "1")}}.withDefaults())
		if err := s.run(context.Background()); err != nil {
			t.Fatal(err)
		}
		return s.inputs[0]
	}
	few, many := inputs(block+10), inputs(3*block)
	if !slices.Equal(few, many[:len(few)]) {
		t.Error("the first draws of many are not those of few")
	}
	if slices.Equal(many[:block], many[block:2*block]) {
		t.Error("two blocks have the same draws")
	}
	stream := rand.New(rand.NewPCG(3, 4))
	for range 1000 {
		if x := open(stream); x <= 0 || x >= 1 {
			t.Fatalf("%v is not between 0 and 1", x)
		}
	}
}

// Values to look at are within the range and rise, even in their distances where it
// is short, in their ratios where it is long.
func TestSpread(t *testing.T) {
	d := decimal.RequireFromString
	for _, c := range []struct {
		low, high string
		n         int
		first     float64
		last      float64
	}{{"0", "1", 4, 0.25, 0.75}, {"-0.99", "1", 2, 0.005, 0.005}, {"0", "100", 5, 20, 80}, {"0", "1000000", 4, 0.001, 1000}} {
		values := spread(d(c.low), d(c.high), c.n)
		if len(values) != c.n-1 {
			t.Errorf("%s … %s: %d values", c.low, c.high, len(values))
			continue
		}
		first, last := values[0].Float64(), values[len(values)-1].Float64()
		if first-c.first > 1e-9*c.first || c.first-first > 1e-9*c.first || last-c.last > 1e-9*c.last || c.last-last > 1e-9*c.last {
			t.Errorf("%s … %s: from %v to %v", c.low, c.high, first, last)
		}
		a := exact.New(exact.Usual)
		if !slices.IsSortedFunc(values, a.Cmp) {
			t.Errorf("%s … %s does not rise", c.low, c.high)
		}
	}
}

// The range of an input in a scenario, to how many decimals it is reported, and what
// it excludes.
func TestVariables(t *testing.T) {
	s := capped10()
	for name, want := range map[string][2]string{"basket_value": {"0", "20"}, "basket_cap": {"10", "1000000000000"}, "margin_rate": {"-1", "1"}, "annual_discount_rate": {"-0.99", "10"}} {
		f, _ := vocabulary.FieldNamed(variables, name)
		if least, most := rangeOf(&s, f); least.String() != want[0] || most.String() != want[1] {
			t.Errorf("%s from %s to %s", name, least, most)
		}
		if digits := places(f); (digits == 4) != (f.Unit == vocabulary.UnitMoney) || digits != 4 && digits != 6 {
			t.Errorf("%s to %d decimals", name, digits)
		}
	}
	free := pencil()
	f, _ := vocabulary.FieldNamed(variables, "basket_value")
	if _, most := rangeOf(&free, f); most.String() != "1000000000000" {
		t.Errorf("a basket without a cap ends at %s", most)
	}
	for _, c := range []struct {
		s          model.Scenario
		name, want string
	}{
		{pencil(), "cost_per_prospect", "acquisition_cost"}, {pencil(), "conversion_rate", "acquisition_cost"}, {pencil(), "acquisition_cost", ""}, {pencil(), "repeat_purchase_rate", ""},
		{prospected(), "acquisition_cost", "cost_per_prospect"}, {prospected(), "conversion_rate", ""}, {curved(), "repeat_purchase_rate", "retention_curve"}, {curved(), "margin_rate", ""},
	} {
		if got := excluded(&c.s, c.name); got != c.want {
			t.Errorf("%s is excluded by %q, want %q", c.name, got, c.want)
		}
	}
	if names := VariableNames(); slices.Contains(names, "horizon") || slices.Contains(names, "decimals") || slices.Contains(names, "retention_curve") || !slices.Contains(AxisNames(), "horizon") || len(AxisNames()) != len(names)+1 {
		t.Errorf("%v, axes %v", names, AxisNames())
	}
}
