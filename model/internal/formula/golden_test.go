package formula

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

type object = map[string]any

// readGolden reads the reference values of a file, which stand with the package
// that all tests of the model read them with; that one imports this one.
func readGolden(t testing.TB, file string, cases int) (all []goldenCase) {
	t.Helper()
	data, err := os.ReadFile("../../../internal/golden/testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	if len(all) != cases {
		t.Fatalf("%s has %d cases, want %d", file, len(all), cases)
	}
	return all
}

// goldenTerms reads a golden request. Defaults are those of the specification.
func goldenTerms(t testing.TB, request object) (Terms, int) {
	t.Helper()
	number := func(name, missing string) decimal.Decimal {
		switch x := request[name].(type) {
		case string:
			scale := int32(0)
			if text, percent := strings.CutSuffix(x, "%"); percent {
				x, scale = text, -2
			}
			return decimal.RequireFromString(x).Shift(scale)
		case float64:
			return decimal.NewFromFloat(x)
		}
		return decimal.RequireFromString(missing)
	}
	optional := func(name string) decimal.NullDecimal {
		if request[name] == nil {
			return decimal.NullDecimal{}
		}
		return decimal.NewNullDecimal(number(name, "0"))
	}
	list := func(name string) (all []decimal.Decimal) {
		values, _ := request[name].([]any)
		for _, v := range values {
			all = append(all, decimal.RequireFromString(v.(string)))
		}
		return all
	}
	period, _ := request["period"].(string)
	if period == "" {
		period = "year"
	}
	timing, _ := request["timing"].(string)
	terms := Terms{
		AcquisitionCost: number("acquisition_cost", "0"), ConversionRate: optional("conversion_rate"), VATRate: number("vat_rate", "0"),
		BasketValue: number("basket_value", "0"), BasketGrowth: number("basket_growth_rate", "0"), BasketCap: optional("basket_cap"),
		Margin: number("margin_rate", "1"), Orders: number("orders_per_period", "1"), OrderGrowth: number("order_growth_rate", "0"),
		Rate: number("repeat_purchase_rate", "0"), Retention: list("retention_curve"), Survival: list("survival_curve"),
		AddOnRate: number("add_on_rate", "0"), AddOnValue: number("add_on_value", "0"),
		CostPerOrder: number("service_cost_per_order", "0"), CostPerPeriod: number("service_cost_per_period", "0"),
		DiscountRate: number("annual_discount_rate", "0"), PerYear: map[string]int{"week": 52, "month": 12, "quarter": 4, "year": 1}[period],
		HalfPeriods: map[string]int{"": 0, "start": 0, "mid": 1, "end": 2}[timing],
		Referrals:   number("referrals_per_period", "0"), Deterred: number("deterred_per_lost_customer", "0"),
	}
	if terms.ConversionRate.Valid {
		terms.AcquisitionCost = number("cost_per_prospect", "0")
	}
	terms.AddOnMargin = terms.Margin
	if request["add_on_margin_rate"] != nil {
		terms.AddOnMargin = number("add_on_margin_rate", "0")
	}
	terms.Horizon = int(number("horizon", decimal.NewFromInt(int64(10*terms.PerYear)).String()).IntPart())
	currency, _ := request["currency"].(string)
	if currency == "" {
		currency = "NOK"
	}
	places, _ := vocabulary.Currency(currency).Decimals()
	return terms, int(number("decimals", decimal.NewFromInt(int64(places)).String()).IntPart())
}

// named lists the figures of a summary by their names.
func (s *Summary) named() map[string]Figure {
	return map[string]Figure{
		"lifetime_revenue": s.LifetimeRevenue, "lifetime_contribution": s.LifetimeContribution, "lifetime_value": s.LifetimeValue,
		"net_lifetime_value": s.NetLifetimeValue, "value_to_cost_ratio": s.ValueToCostRatio, "expected_orders": s.ExpectedOrders,
		"expected_lifetime_periods": s.ExpectedLifetimePeriods, "payback_periods": s.PaybackPeriods, "payback_orders": s.PaybackOrders,
		"discounted_payback_periods": s.DiscountedPaybackPeriods, "probability_of_profit": s.ProbabilityOfProfit,
		"internal_rate_of_return": s.InternalRateOfReturn, "perpetual_lifetime_value": s.PerpetualLifetimeValue,
		"word_of_mouth_value": s.WordOfMouthValue, "viral_coefficient": s.ViralCoefficient, "cost_per_new_customer": s.CostPerNewCustomer,
	}
}

// text is a figure as an answer shows it, nil where it is null.
func (f Figure) text() any {
	if f.IsNull() {
		return nil
	}
	return f.String()
}

type goldenCase struct {
	Request, Summary object
	Schedule         []object
}

var goldenFiles = map[string]int{"lifetime_value.json": 186, "lifetime_value_more.json": 60, "lifetime_value_third.json": 50}

func TestSummaryGolden(t *testing.T) {
	for file, cases := range goldenFiles {
		tiers := map[Tier]int{}
		for i, c := range readGolden(t, file, cases) {
			terms, places := goldenTerms(t, c.Request)
			got, tier := Summarise(&terms, places)
			tiers[tier]++
			figures := got.named()
			for name, want := range c.Summary {
				figure, known := figures[name]
				if !known {
					t.Fatalf("%s %d: no figure %s", file, i, name)
				}
				if figure.text() != want {
					t.Errorf("%s %d: %s is %v, want %v", file, i, name, figure.text(), want)
				}
			}
		}
		t.Logf("%s: answered by %v", file, tiers)
	}
}

// named lists the cells of a row by their names.
func (r *Row) named() map[string]Figure {
	cells := map[string]Figure{}
	for i, name := range []string{"active_share", "orders", "basket_value", "revenue", "gross_margin", "service_cost", "contribution",
		"discount_factor", "present_value", "cumulative_contribution", "cumulative_present_value", "remaining_value"} {
		cells[name] = r.Figure(Cell(i))
	}
	return cells
}

func TestScheduleGolden(t *testing.T) {
	for file, cases := range goldenFiles {
		tiers := map[Tier]int{}
		for i, c := range readGolden(t, file, cases) {
			if c.Schedule == nil {
				continue
			}
			terms, places := goldenTerms(t, c.Request)
			rows := make([]Row, terms.Horizon)
			if len(rows) != len(c.Schedule) {
				t.Fatalf("%s %d: %d rows, want %d", file, i, len(rows), len(c.Schedule))
			}
			tiers[Schedule(&terms, places, rows)]++
			for j, want := range c.Schedule {
				cells := rows[j].named()
				for name, text := range want {
					if name != "period" && cells[name].text() != text {
						t.Errorf("%s %d, period %d: %s is %v, want %v", file, i, j+1, name, cells[name].text(), text)
					}
				}
			}
			again := make([]Row, len(rows))
			all := make([]int, len(rows))
			for j := range all {
				all[j] = j
			}
			var in inputs
			in.read(&terms)
			decideRows(&in, all, places, again)
			for j := range rows {
				if rows[j] != again[j] {
					t.Errorf("%s %d, period %d: %v, with more bits %v", file, i, j+1, rows[j], again[j])
				}
			}
		}
		t.Logf("%s: schedules by %v", file, tiers)
	}
}
