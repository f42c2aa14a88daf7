package whatif

import (
	"errors"
	"strings"
	"testing"

	"blyant/model"
	"blyant/model/internal/exact"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// once is a customer of a single period who leaves 24 of 60 kroner.
func once() model.Scenario {
	return model.Scenario{AcquisitionCost: vocabulary.Given("4"), BasketValue: vocabulary.Given("60"), MarginRate: vocabulary.Given("0.4"), RepeatPurchaseRate: vocabulary.Given("0"), Horizon: vocabulary.Count(1)}
}

// always is a customer of two years who is always there: revenue 60 a year, 24 left.
func always() model.Scenario {
	s := once()
	s.RepeatPurchaseRate, s.Horizon = vocabulary.Given("1"), vocabulary.Count(2)
	return s
}

// Break-evens whose values follow from a line of arithmetic, one for each way of
// solving and each metric.
func TestSolvedByHand(t *testing.T) {
	with := func(s model.Scenario, change func(*model.Scenario)) model.Scenario {
		change(&s)
		return s
	}
	given := vocabulary.Given
	for _, c := range []struct {
		name                   string
		s                      model.Scenario
		solveFor, metric       string
		target                 string
		value, solutions, note string
	}{
		{"24 − A = 0", once(), "acquisition_cost", "net_lifetime_value", "0", "24.0000", "1", ""},
		{"24 ÷ A = 3", once(), "acquisition_cost", "value_to_cost_ratio", "3", "8.0000", "1", ""},
		{"60·n = 90", once(), "orders_per_period", "lifetime_revenue", "90", "1.500000", "1", ""},
		{"60·m − 0 = 30", once(), "margin_rate", "lifetime_contribution", "30", "0.500000", "1", ""},
		{"60·m = −30", once(), "margin_rate", "lifetime_contribution", "-30", "-0.500000", "1", ""},
		{"1 + r = 1.25", always(), "repeat_purchase_rate", "expected_lifetime_periods", "1.25", "0.250000", "1", ""},
		{"2·1 + f = 1.5", always(), "order_growth_rate", "expected_orders", "1.5", "-0.500000", "1", ""},
		{"60 + 60(1+g) = 150", always(), "basket_growth_rate", "lifetime_revenue", "150", "0.500000", "1", ""},
		{"24 + 24 ÷ (1+d) = 40", always(), "annual_discount_rate", "lifetime_value", "40", "0.500000", "1", ""},
		{"24 ÷ (1+d) + 24 ÷ (1+d)² = 30, at the end", with(always(), func(s *model.Scenario) { s.Timing = model.End }), "annual_discount_rate", "lifetime_value", "30", "0.379796", "1", ""}, // 30x² = 24x + 24
		{"ρ·2 = 0.5", always(), "referrals_per_period", "viral_coefficient", "0.5", "0.250000", "1", ""},
		{"48·(ρ·2) = 12", always(), "referrals_per_period", "word_of_mouth_value", "12", "0.125000", "1", ""},
		{"(24 + 24r)(0.1(1 + r) − 0.5(1 − r²)) = 0: at 5(1 − r) = 1", with(always(), func(s *model.Scenario) {
			s.ReferralsPerPeriod, s.DeterredPerLostCustomer = given("0.1"), given("0.5")
		}), "repeat_purchase_rate", "word_of_mouth_value", "0", "0.800000", "1", ""},
		{"60 ÷ (1 + vat) = 48", once(), "vat_rate", "lifetime_revenue", "48", "0.250000", "1", ""},
		{"1 ÷ c = 5", with(once(), func(s *model.Scenario) {
			s.AcquisitionCost, s.CostPerProspect, s.ConversionRate = decimal.NullDecimal{}, given("1"), given("0.5")
		}), "conversion_rate", "cost_per_new_customer", "5", "0.200000", "1", ""},
		{"24·0.5 = A", once(), "acquisition_cost", "payback_periods", "0.5", "12.0000", "1", ""},
		{"24·m ÷ 0.4 = 4 in the second half of the first year", once(), "margin_rate", "payback_periods", "0.75", "0.088889", "1", ""},
		{"60m·1.5 = 4, in the second year", always(), "margin_rate", "payback_periods", "1.5", "0.044444", "1", ""},
		{"24 ÷ 1.5 at the end of the year pays for 16", with(once(), func(s *model.Scenario) { s.Timing = model.End }), "acquisition_cost", "internal_rate_of_return", "0.5", "16.0000", "1", ""},
		{"24 ÷ (1 − r) = 96", always(), "repeat_purchase_rate", "perpetual_lifetime_value", "96", "0.750000", "1", ""},
		{"60m ÷ 0.5 = 60", with(always(), func(s *model.Scenario) { s.RepeatPurchaseRate = given("0.5") }), "margin_rate", "perpetual_lifetime_value", "60", "0.500000", "1", ""},
		{"24 ÷ (1 − 0.5(1+g)) = 60", with(always(), func(s *model.Scenario) { s.RepeatPurchaseRate = given("0.5") }), "basket_growth_rate", "perpetual_lifetime_value", "60", "0.200000", "1", ""},
		{"24 ÷ (1 − 0.5 ÷ (1+d)) = 30", with(always(), func(s *model.Scenario) { s.RepeatPurchaseRate = given("0.5") }), "annual_discount_rate", "perpetual_lifetime_value", "30", "1.500000", "1", ""},
		{"60 + min(90, cap) = 140", with(always(), func(s *model.Scenario) { s.BasketGrowthRate, s.BasketCap = given("0.5"), given("100") }), "basket_cap", "lifetime_revenue", "140", "80.0000", "1", ""},
		{"b + min(1.5b, 100) = 150, growing", with(always(), func(s *model.Scenario) { s.BasketGrowthRate, s.BasketCap = given("0.5"), given("100") }), "basket_value", "lifetime_revenue", "150", "60.0000", "1", ""},
		{"b + 100 = 180, at the cap", with(always(), func(s *model.Scenario) { s.BasketGrowthRate, s.BasketCap = given("0.5"), given("100") }), "basket_value", "lifetime_revenue", "180", "80.0000", "1", ""},
		{"60 + min(60(1+g), 90) = 135", with(always(), func(s *model.Scenario) { s.BasketCap = given("90") }), "basket_growth_rate", "lifetime_revenue", "135", "0.250000", "1", ""},
		{"any rate: they come once", once(), "repeat_purchase_rate", "lifetime_revenue", "60", "0.000000", "1", "any_value"},
		{"any cost", once(), "service_cost_per_order", "lifetime_revenue", "60", "0.0000", "1", "any_value"},
		{"from a growth of a half on the cap decides", with(always(), func(s *model.Scenario) { s.BasketCap = given("90") }), "basket_growth_rate", "lifetime_revenue", "150", "0.500000", "1", ""},
	} {
		got, err := BreakEven(t.Context(), BreakEvenRequest{Scenario: c.s, SolveFor: c.solveFor, Metric: c.metric, Target: given(c.target)})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got.Value.String() != c.value || got.Solutions.String() != c.solutions {
			t.Errorf("%s: %s, %s solutions; want %s", c.name, got.Value, got.Solutions, c.value)
		}
		noted := false
		for _, n := range got.Notes {
			noted = noted || n.Code == "any_value" && n.Field == c.solveFor
		}
		if noted != (c.note != "") {
			t.Errorf("%s: %v", c.name, got.Notes)
		}
	}
}

// Of several solutions the nearest to the present value is given. With 24 kroner
// a year, ρ = 0.1 and δ = 0.5 word of mouth is worth
//
//	24(1 + r)·(0.1(1 + r) − 0.5(1 − r²)) = 2.4(1 + r)²(5r − 4)
//
// which is −9.6 at r = 0 and where 5r² + 6r = 3.
func TestNearestOfSeveral(t *testing.T) {
	s := always()
	s.ReferralsPerPeriod, s.DeterredPerLostCustomer = vocabulary.Given("0.1"), vocabulary.Given("0.5")
	req := BreakEvenRequest{Scenario: s, SolveFor: "repeat_purchase_rate", Metric: "word_of_mouth_value", Target: vocabulary.Given("-9.6")}
	const other = "0.379796" // (√96 − 6) ÷ 10
	for present, want := range map[string]string{"0": "0", "0.1898": "0", "0.1899": other, "0.9": other, "": "0"} {
		req.Scenario.RepeatPurchaseRate = decimal.NullDecimal{}
		if present != "" {
			req.Scenario.RepeatPurchaseRate = vocabulary.Given(present)
		}
		got, err := BreakEven(t.Context(), req)
		if err != nil || got.Solutions.Int() != 2 || !got.Value.Decimal().Equal(decimal.RequireFromString(want)) {
			t.Errorf("from %q: %s of %s, %v; want %s", present, got.Value, got.Solutions, err, want)
		}
	}
	req.From, req.Scenario.RepeatPurchaseRate = vocabulary.Given("0.1"), vocabulary.Given("0.1")
	if got, err := BreakEven(t.Context(), req); err != nil || got.Solutions.Int() != 1 || got.Value.String() != other {
		t.Errorf("from 0.1 on: %s of %s, %v", got.Value, got.Solutions, err)
	}
}

// A solution is nearest by its end, or by the present value where that lies within
// it; of two equally near the smaller is taken, as without a present value.
func TestNearestOfStretches(t *testing.T) {
	a := exact.New(exact.Usual)
	at := func(text string) exact.Number { return exact.FromDecimal(decimal.RequireFromString(text)) }
	found := []solution{point(at("1")), {low: at("3"), high: at("5")}, point(at("9"))}
	for here, want := range map[string]string{"-4": "1", "1": "1", "2": "1", "2.1": "3", "3": "3", "4.5": "4.5", "5": "5", "6.9": "5", "7": "5", "7.1": "9", "100": "9"} {
		if got := nearest(a, found, at(here), true); a.Cmp(got, at(want)) != 0 {
			t.Errorf("nearest to %s: %v, want %s", here, got.Float64(), want)
		}
	}
	if got := nearest(a, found[1:], exact.Number{}, false); a.Cmp(got, at("3")) != 0 {
		t.Errorf("without a present value: %v", got.Float64())
	}
}

// Where there is no solution the answer says what the metric can be.
func TestNoSolution(t *testing.T) {
	free := once()
	free.AcquisitionCost = vocabulary.Given("0")
	for _, c := range []struct {
		name                     string
		req                      BreakEvenRequest
		field, reason, args, val string
	}{
		{"beyond a line", BreakEvenRequest{Scenario: once(), SolveFor: "margin_rate", Metric: "lifetime_contribution", Target: vocabulary.Given("60.01")},
			"target", "no_solution", "lifetime_contribution, margin_rate, 60.01, -60.00, 60.00", "60.01"},
		{"beyond a turn", BreakEvenRequest{Scenario: always(), SolveFor: "repeat_purchase_rate", Metric: "expected_lifetime_periods", Target: vocabulary.Given("2.5")},
			"target", "no_solution", "expected_lifetime_periods, repeat_purchase_rate, 2.5, 1.000000, 2.000000", "2.5"},
		{"below all that it is", BreakEvenRequest{Scenario: once(), SolveFor: "orders_per_period", Metric: "perpetual_lifetime_value", Target: vocabulary.Given("-1")},
			"target", "no_solution", "perpetual_lifetime_value, orders_per_period, -1, 0.00, 24000000.00", "-1"},
		{"null throughout", BreakEvenRequest{Scenario: free, SolveFor: "margin_rate", Metric: "value_to_cost_ratio", Target: vocabulary.Given("3")},
			"target", "no_solution_null", "value_to_cost_ratio, margin_rate", "3"},
	} {
		_, err := BreakEven(t.Context(), c.req)
		var faults vocabulary.Faults
		if !errors.As(err, &faults) || len(faults) != 1 || faults[0].Code != vocabulary.CodeNoSolution || faults[0].Field != c.field || faults[0].Reason != c.reason || faults[0].Value != c.val {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if args := strings.Join(faults[0].Args, ", "); args != c.args {
			t.Errorf("%s: %s, want %s", c.name, args, c.args)
		}
	}
	gone := always()
	gone.BasketValue = vocabulary.Given("0")
	_, err := BreakEven(t.Context(), BreakEvenRequest{Scenario: gone, Question: "three_to_one", From: vocabulary.Given("1")})
	var faults vocabulary.Faults
	if !errors.As(err, &faults) || len(faults) != 1 || faults[0].Field != "question" || faults[0].Value != "three_to_one" || faults[0].Args[1] != "acquisition_cost" {
		t.Errorf("%+v", err)
	}
}
