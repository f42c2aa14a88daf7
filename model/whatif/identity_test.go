package whatif_test

import (
	"context"
	"math/big"
	"math/rand/v2"
	"testing"

	"blyant/model"
	"blyant/model/vocabulary"
	"blyant/model/whatif"

	"github.com/shopspring/decimal"
)

// A customer who brings c a period without end, at the end of each, is worth
// c ÷ (1 + i − r): the elasticity is r ÷ (1 + i − r) to the retention, 1 to the
// margin and −i ÷ (1 + i − r) to the discount rate. Over differences of one per
// cent to either side it is, by the same formula in fractions, 2.6686 in place of
// 2.6667 at r 0.8 and i 0.1.
func TestElasticities(t *testing.T) {
	for _, c := range []struct {
		r, i                      string
		retention, discount       string // over the differences
		retentionThere, thereAtDd float64
	}{
		{"0.8", "0.1", "2.668564", "-0.333337", 2.666667, -0.333333},
		{"0.6", "0.05", "", "", 0.6 / 0.45, -0.05 / 0.45},
		{"0.3", "0.25", "", "", 0.3 / 0.95, -0.25 / 0.95},
	} {
		got, err := whatif.Tornado(context.Background(), whatif.SensitivityRequest{Metric: "perpetual_lifetime_value", Scenario: model.Scenario{
			AcquisitionCost: given("50"), BasketValue: given("100"), MarginRate: given("0.4"), RepeatPurchaseRate: given(c.r), AnnualDiscountRate: given(c.i), Timing: model.End}})
		if err != nil {
			t.Fatal(err)
		}
		r, i := rat(c.r), rat(c.i)
		worth := func(r, i *big.Rat) *big.Rat { // of 1 a period
			x := new(big.Rat).Add(big.NewRat(1, 1), i)
			return x.Inv(x.Sub(x, r))
		}
		want := map[string]string{"margin_rate": "1.000000", "basket_value": "1.000000", "acquisition_cost": "0.000000",
			"repeat_purchase_rate": over(worth(r, i), worth(scaled(r, 99), i), worth(scaled(r, 101), i)),
			"annual_discount_rate": over(worth(r, i), worth(r, scaled(i, 99)), worth(r, scaled(i, 101)))}
		if c.retention != "" && (want["repeat_purchase_rate"] != c.retention || want["annual_discount_rate"] != c.discount) {
			t.Fatalf("the fractions say %v", want)
		}
		for _, row := range got.Rows {
			e := row.Elasticity.String()
			if expected, asked := want[row.Field.Name]; asked && e != expected {
				t.Errorf("r %s, i %s: to %s it is %s, want %s", c.r, c.i, row.Field.Name, e, expected)
			}
			limit := map[string]float64{"repeat_purchase_rate": c.retentionThere, "annual_discount_rate": c.thereAtDd}[row.Field.Name]
			if off := row.Elasticity.Float64() - limit; limit != 0 && (off > 0.003 || off < -0.003) {
				t.Errorf("r %s, i %s: to %s it is %s, and %v of the formula", c.r, c.i, row.Field.Name, e, limit)
			}
		}
	}
}

func rat(text string) *big.Rat {
	x, _ := new(big.Rat).SetString(text)
	return x
}

func scaled(x *big.Rat, hundredths int64) *big.Rat {
	return new(big.Rat).Mul(x, big.NewRat(hundredths, 100))
}

// over is ((high − low) ÷ middle) ÷ 0.02.
func over(middle, low, high *big.Rat) string {
	x := new(big.Rat).Sub(high, low)
	x.Quo(x, middle)
	return x.Mul(x, big.NewRat(50, 1)).FloatString(6)
}

// TestLinearBreakEvens holds what is a straight line against its closed form: the
// most that may be paid for a customer is the lifetime value, a third of it for
// three to one; a share of prospects is what one costs in it; a cost, a margin or
// a number of orders is where the line through two customers meets the target.
func TestLinearBreakEvens(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for i := range 200 {
		s := anyPlan(r).Scenario
		s.BasketCap, s.MarginRate, s.ServiceCostPerOrder, s.ServiceCostPerPeriod = decimal.NullDecimal{}, given("0.9"), given("0.01"), given("0.02")
		value := valueOf(t, s)
		line := func(field string, low, high int64) decimal.Decimal { // where it is worth what it costs
			f, _ := vocabulary.FieldNamed(model.ScenarioFields(), field)
			at := func(x int64) decimal.Decimal {
				s := s
				f.Set(&s, vocabulary.Value{Number: decimal.NewFromInt(x)})
				return valueOf(t, s).Sub(s.AcquisitionCost.Decimal)
			}
			y, z := at(low), at(high)
			return decimal.NewFromInt(low).Sub(y.Mul(decimal.NewFromInt(high-low)).DivRound(z.Sub(y), 30))
		}
		for field, want := range map[string]decimal.Decimal{
			"acquisition_cost": value, "service_cost_per_order": line("service_cost_per_order", 0, 1), "margin_rate": line("margin_rate", 0, 1),
			"service_cost_per_period": line("service_cost_per_period", 0, 1), "orders_per_period": line("orders_per_period", 0, 1000), "basket_value": line("basket_value", 0, 1000),
		} {
			checkSolved(t, i, whatif.BreakEvenRequest{Scenario: s, SolveFor: field}, want)
		}
		checkSolved(t, i, whatif.BreakEvenRequest{Scenario: s, Question: "three_to_one"}, value.Div(decimal.NewFromInt(3)))
		s.AcquisitionCost, s.CostPerProspect = decimal.NullDecimal{}, given("0.25")
		checkSolved(t, i, whatif.BreakEvenRequest{Scenario: s, SolveFor: "conversion_rate"}, given("0.25").Decimal.DivRound(value, 30))
		s.ConversionRate = given("0.2")
		checkSolved(t, i, whatif.BreakEvenRequest{Scenario: s, Question: "acquisition_cost"}, value.Div(decimal.NewFromInt(5)))
	}
}

// valueOf is the lifetime value, to ten decimals.
func valueOf(t *testing.T, s model.Scenario) decimal.Decimal {
	t.Helper()
	got, err := model.LifetimeValue(s)
	if err != nil {
		t.Fatal(err)
	}
	return got.Summary.LifetimeValue.Decimal()
}

func checkSolved(t *testing.T, i int, req whatif.BreakEvenRequest, want decimal.Decimal) {
	t.Helper()
	got, err := whatif.BreakEven(context.Background(), req)
	if err != nil {
		if req.SolveFor == "margin_rate" && want.Abs().GreaterThan(decimal.NewFromInt(1)) || want.IsNegative() {
			return // no such margin, or cost
		}
		t.Errorf("scenario %d, %s%s: %v, want %s", i, req.SolveFor, req.Question, err, want)
		return
	}
	value := got.Value.Decimal()
	if places := -value.Exponent(); !value.Equal(want.Round(places)) && want.Sub(value).Abs().Sub(decimal.New(5, -places-1)).GreaterThan(decimal.New(1, -9)) {
		t.Errorf("scenario %d, %s%s: %s, want %s", i, req.SolveFor, req.Question, value, want)
	}
	if got.Solutions.Int() != 1 {
		t.Errorf("scenario %d, %s%s: %d solutions", i, req.SolveFor, req.Question, got.Solutions.Int())
	}
}
