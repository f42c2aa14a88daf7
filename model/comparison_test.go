package model_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"blyant/model"
	"blyant/model/vocabulary"

	"pgregory.net/rapid"
)

// once buys once, under a name.
func once(name string, change ...func(*model.Scenario)) model.Scenario {
	s := model.Scenario{Name: name, AcquisitionCost: number("5"), BasketValue: number("10"), RepeatPurchaseRate: number("0"), AnnualDiscountRate: number("0"), Horizon: whole(3)}
	for _, f := range change {
		f(&s)
	}
	return s
}

// saidOf are faults in words: field, code, reason, arguments.
func saidOf(err error) string {
	var faults vocabulary.Faults
	if err != nil && !errors.As(err, &faults) {
		return err.Error()
	}
	out := make([]string, len(faults))
	for i, f := range faults {
		out[i] = strings.TrimSpace(fmt.Sprint(f.Field, " ", f.Code, " ", f.Reason, " ", strings.Join(f.Args, ",")))
	}
	return strings.Join(out, "; ")
}

// What a comparison refuses, each by where it was written, and what it takes at its limits.
func TestComparisonRefuses(t *testing.T) {
	two := []model.Scenario{once("a"), once("b")}
	with := func(change func(*model.Scenario)) []model.Scenario {
		return []model.Scenario{once("a"), once("b", change)}
	}
	many := func(n int) (all []model.Scenario) {
		for range n {
			all = append(all, once(""))
		}
		return all
	}
	for _, c := range []struct {
		name string
		req  model.ComparisonRequest
		want string
	}{
		{"none", model.ComparisonRequest{}, "scenarios required too_few_scenarios 0"},
		{"one", model.ComparisonRequest{Scenarios: many(1)}, "scenarios required too_few_scenarios 1"},
		{"as few as may be", model.ComparisonRequest{Scenarios: many(2)}, ""},
		{"as many as may be", model.ComparisonRequest{Scenarios: many(20)}, ""},
		{"one more", model.ComparisonRequest{Scenarios: many(21)}, "scenarios too_many too_many_scenarios 21,20"},
		{"two of a name", model.ComparisonRequest{Scenarios: []model.Scenario{once("a"), once("a")}}, "scenarios[1].name duplicate duplicate_name a"},
		{"a number that is a name", model.ComparisonRequest{Scenarios: []model.Scenario{once("2"), once("")}}, "scenarios[1].name duplicate duplicate_name 2"},
		{"two of a name by their keys", model.ComparisonRequest{Scenarios: []model.Scenario{once("a"), once("a")}, Keys: []string{"one", "two"}}, "two.name duplicate duplicate_name a"},
		{"a baseline by its name", model.ComparisonRequest{Scenarios: two, Baseline: "b"}, ""},
		{"a baseline by its key", model.ComparisonRequest{Scenarios: two, Keys: []string{"one", "two"}, Baseline: "two"}, ""},
		{"no such baseline", model.ComparisonRequest{Scenarios: two, Baseline: "c"}, "baseline not_a_choice unknown_baseline c,a, b"},
		{"another currency, and with it other decimals", model.ComparisonRequest{Scenarios: with(func(s *model.Scenario) { s.Currency = "JPY" })}, "scenarios[1].currency conflict scenarios_differ currency,NOK,JPY"},
		{"other decimals", model.ComparisonRequest{Scenarios: with(func(s *model.Scenario) { s.Decimals = whole(4) })}, "scenarios[1].decimals conflict scenarios_differ decimals,2,4"},
		{"the decimals that it has anyhow", model.ComparisonRequest{Scenarios: with(func(s *model.Scenario) { s.Decimals = whole(2) })}, ""},
		{"another period", model.ComparisonRequest{Scenarios: with(func(s *model.Scenario) { s.Period = model.Month })}, "scenarios[1].period conflict scenarios_differ period,year,month"},
		{"a scenario's own fault", model.ComparisonRequest{Scenarios: with(func(s *model.Scenario) { s.MarginRate = number("2") })}, "scenarios[1].margin_rate out_of_range out_of_range 2,-1,1"},
		{"faults of several", model.ComparisonRequest{Scenarios: []model.Scenario{once("a", func(s *model.Scenario) { s.BasketValue.Valid = false }), once("a")}},
			"scenarios[0].basket_value required required; scenarios[1].name duplicate duplicate_name a"},
	} {
		_, err := model.Compare(t.Context(), c.req)
		if got := saidOf(err); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		_, err = model.CompareBriefly(t.Context(), c.req)
		if got := saidOf(err); got != c.want {
			t.Errorf("%s, briefly: %q, want %q", c.name, got, c.want)
		}
	}
}

// The baseline is the first unless another is named; a name goes before a key.
func TestBaseline(t *testing.T) {
	for _, c := range []struct {
		baseline string
		keys     []string
		want     int
	}{{"", nil, 0}, {"a", nil, 0}, {"b", nil, 1}, {"3", nil, 2}, {"a", []string{"x", "a", "y"}, 0}, {"x", []string{"y", "x", "z"}, 1}, {"z", []string{"y", "x", "z"}, 2}} {
		got, err := model.Compare(t.Context(), model.ComparisonRequest{Scenarios: []model.Scenario{once("a"), once("b"), once("")}, Keys: c.keys, Baseline: c.baseline})
		if err != nil || got.Baseline != c.want || strings.Join(got.Names, " ") != "a b 3" || got.Scenarios[2].Scenario.Name != "3" {
			t.Errorf("%q among %v is %d, want %d: %v, names %v", c.baseline, c.keys, got.Baseline, c.want, err, got.Names)
		}
	}
}

// Scenarios over different times, or discounted differently, are told of: what they come to
// does not say which one is better.
func TestNotesOfBias(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*model.Scenario)
		want   string
	}{
		"alike":           {func(*model.Scenario) {}, ""},
		"longer":          {func(s *model.Scenario) { s.Horizon = whole(4) }, "horizons_differ horizon"},
		"discounted":      {func(s *model.Scenario) { s.AnnualDiscountRate = number("0.01") }, "discount_rates_differ annual_discount_rate"},
		"the same rate":   {func(s *model.Scenario) { s.AnnualDiscountRate = number("0.000") }, ""},
		"both":            {func(s *model.Scenario) { s.Horizon, s.AnnualDiscountRate = whole(1), number("0.2") }, "horizons_differ horizon, discount_rates_differ annual_discount_rate"},
		"of another kind": {func(s *model.Scenario) { s.BasketValue = number("11") }, ""},
	} {
		got, err := model.Compare(t.Context(), model.ComparisonRequest{Scenarios: []model.Scenario{once("a"), once("b"), once("c", c.change)}})
		if err != nil {
			t.Fatal(err)
		}
		var notes []string
		for _, n := range got.Notes {
			if strings.HasSuffix(n.Code, "_differ") {
				notes = append(notes, n.Code+" "+n.Field)
			}
		}
		if said := strings.Join(notes, ", "); said != c.want {
			t.Errorf("%s: %q, want %q", name, said, c.want)
		}
	}
}

// Whatever the scenarios: against itself nothing differs, the two ways round differences have
// opposite signs, and each scenario's own answer is the one that it has alone.
func TestComparisonIsFair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawScenario(t), drawScenario(t)
		a.Name, b.Name = "a", "b"
		b.Period, b.Currency, b.Decimals = a.Period, a.Currency, a.Decimals
		there, err := model.Compare(t.Context(), model.ComparisonRequest{Scenarios: []model.Scenario{a, b}})
		if err != nil {
			t.Fatal(err)
		}
		back, err := model.Compare(t.Context(), model.ComparisonRequest{Scenarios: []model.Scenario{a, b}, Baseline: "b"})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range model.ComparisonFigures() {
			self := f.Of(&there.Comparison[0])
			if strings.HasSuffix(f.Name, "_difference") && !self.IsNull() && !self.Decimal().IsZero() {
				t.Fatalf("%s of a against itself is %s", f.Name, self)
			}
			x, y := f.Of(&there.Comparison[1]), f.Of(&back.Comparison[0])
			if strings.HasSuffix(f.Name, "_difference") && x.IsNull() != y.IsNull() || strings.HasSuffix(f.Name, "_difference") && !x.IsNull() && !x.Decimal().Equal(y.Decimal().Neg()) {
				t.Fatalf("%s of b against a is %s, of a against b %s", f.Name, x, y)
			}
		}
		for i, s := range []model.Scenario{a, b} {
			alone, err := model.LifetimeValue(s)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range model.SummaryFigures() {
				if f.Of(&alone.Summary) != f.Of(&there.Scenarios[i].Summary) {
					t.Fatalf("%s of %s is %s, alone %s", f.Name, s.Name, f.Of(&there.Scenarios[i].Summary), f.Of(&alone.Summary))
				}
			}
		}
	})
}

// What is assumed is said, what was given is not.
func TestNotesOfAssumptions(t *testing.T) {
	for code, give := range map[string]func(*model.Scenario){
		"margin_assumed": func(s *model.Scenario) { s.MarginRate = number("1") }, "discount_assumed": func(s *model.Scenario) { s.AnnualDiscountRate = number("0") },
		"horizon_assumed": func(s *model.Scenario) { s.Horizon = whole(10) },
	} {
		bare := model.Scenario{AcquisitionCost: number("5"), BasketValue: number("10"), RepeatPurchaseRate: number("0.5")}
		given := bare
		give(&given)
		has := func(s model.Scenario) bool {
			for _, n := range worth(t, s).Notes {
				if n.Code == code {
					return true
				}
			}
			return false
		}
		if !has(bare) || has(given) {
			t.Errorf("%s: %t where nothing is given, %t where it is", code, has(bare), has(given))
		}
	}
}

// A survival curve that rises is refused at each value that does, by what it may be at most; a
// cap below the basket likewise.
func TestScenarioRefusesWhatContradictsItself(t *testing.T) {
	for want, change := range map[string]func(*model.Scenario){
		"survival_curve[1] out_of_range survival_rises 0.6,0.5; survival_curve[3] out_of_range survival_rises 0.4,0.3": func(s *model.Scenario) {
			s.RepeatPurchaseRate.Valid = false
			for _, share := range []string{"0.5", "0.6", "0.3", "0.4", "0.4"} {
				s.SurvivalCurve = append(s.SurvivalCurve, number(share).Decimal)
			}
		},
		"basket_cap out_of_range cap_below_basket 9.99,10": func(s *model.Scenario) { s.BasketCap = number("9.99") },
		"": func(s *model.Scenario) { s.BasketCap = number("10") },
	} {
		if got := saidOf(once("a", change).Validate().OrNil()); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
