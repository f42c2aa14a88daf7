package whatif

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// full1200 is a customer of 1,200 weeks whose every number has twenty decimals, so
// that nothing in it is a short fraction.
func full1200() model.Scenario {
	given := vocabulary.Given
	return model.Scenario{Period: model.Week, Timing: model.Mid, Horizon: vocabulary.Count(1200),
		AcquisitionCost: given("5012.12345678901234567890"), BasketValue: given("101.23456789012345678901"), BasketGrowthRate: given("0.00012345678901234567"),
		MarginRate: given("0.31234567890123456789"), OrdersPerPeriod: given("0.91234567890123456789"), OrderGrowthRate: given("0.00011234567890123456"),
		RepeatPurchaseRate: given("0.99612345678901234567"), ServiceCostPerOrder: given("1.23456789012345678901"), ServiceCostPerPeriod: given("0.12345678901234567890"),
		AnnualDiscountRate: given("0.07123456789012345678"), AddOnRate: given("0.31234567890123456789"), AddOnValue: given("3.12345678901234567890"),
		ReferralsPerPeriod: given("0.00112345678901234567"), DeterredPerLostCustomer: given("0.11234567890123456789")}
}

// tried are two values of each field that make a difference wherever it is read.
var tried = map[string][2]string{
	"acquisition_cost": {"20", "40"}, "cost_per_prospect": {"2", "4"}, "conversion_rate": {"0.1", "0.2"}, "vat_rate": {"0", "0.25"},
	"basket_value": {"10", "12"}, "basket_growth_rate": {"0.01", "0.02"}, "basket_cap": {"10.05", "10.2"}, "margin_rate": {"0.4", "0.5"},
	"orders_per_period": {"2", "3"}, "order_growth_rate": {"0.01", "0.02"}, "repeat_purchase_rate": {"0.8", "0.9"}, "add_on_rate": {"0.2", "0.4"},
	"add_on_value": {"3", "4"}, "add_on_margin_rate": {"0.3", "0.6"}, "service_cost_per_order": {"0.4", "0.6"}, "service_cost_per_period": {"0.1", "0.3"},
	"annual_discount_rate": {"0.05", "0.15"}, "referrals_per_period": {"0.01", "0.02"}, "deterred_per_lost_customer": {"0.1", "0.3"},
}

// The table of what each metric reads is what the figures themselves show: a field
// in it changes the metric, and one that is not changes nothing.
func TestReadBy(t *testing.T) {
	for _, f := range variables {
		values, known := tried[f.Name]
		if !known {
			t.Errorf("%s is not tried", f.Name)
			continue
		}
		s := month120()
		s.Horizon, s.AcquisitionCost, s.BasketCap = vocabulary.Count(24), vocabulary.Given("30"), vocabulary.Given("10.3")
		if f.Name == "cost_per_prospect" || f.Name == "conversion_rate" {
			s.AcquisitionCost, s.CostPerProspect, s.ConversionRate = decimal.NullDecimal{}, vocabulary.Given("3"), vocabulary.Given("0.15")
		}
		for _, name := range SolvableMetrics() {
			m := metricNamed(name)
			low, _ := roundedMetric(with(s, f, vocabulary.Given(values[0]).Decimal), m)
			high, _ := roundedMetric(with(s, f, vocabulary.Given(values[1]).Decimal), m)
			p := problem{metric: m, field: f}
			if changes := !low.Decimal().Equal(high.Decimal()); changes != p.depends() {
				t.Errorf("%s of %s: from %v to %v, and the table says %v", m.Name, f.Name, low.Decimal(), high.Decimal(), p.depends())
			}
		}
	}
}

// No break-even is long in coming, whatever is asked: a target that equals nothing,
// of a field that the metric does not read, near which the search would not end for
// want of digits, or that has to be scanned for.
func TestWorstBreakEvens(t *testing.T) {
	capped := full1200()
	capped.BasketCap = vocabulary.Given("150")
	for _, c := range []struct {
		scenario              model.Scenario
		metric, field, target string
	}{
		{full1200(), "payback_periods", "annual_discount_rate", "100.5"}, // 46 s before
		{capped, "payback_periods", "basket_cap", "100.5"},
		{capped, "discounted_payback_periods", "basket_cap", "200"},
		{full1200(), "internal_rate_of_return", "annual_discount_rate", "0.2"},
		{capped, "perpetual_lifetime_value", "basket_cap", "5500"},
		{full1200(), "lifetime_revenue", "acquisition_cost", "100"},
		{full1200(), "viral_coefficient", "vat_rate", "0.287068"},
		{full1200(), "expected_lifetime_periods", "basket_value", "100"},
	} {
		began := time.Now()
		_, err := BreakEven(t.Context(), BreakEvenRequest{Scenario: c.scenario, SolveFor: c.field, Metric: c.metric, Target: vocabulary.Given(c.target)})
		if took := time.Since(began); took > 3*time.Second {
			t.Errorf("%s of %s took %v", c.field, c.metric, took)
		}
		if _, faults := errors.AsType[vocabulary.Faults](err); err != nil && !faults {
			t.Errorf("%s of %s: %v", c.field, c.metric, err)
		}
	}
}

// What a metric reaches is said of the metric as it is reported, equal at every value
// of a field that it does not read.
func TestReachOfWhatIsNotRead(t *testing.T) {
	_, err := BreakEven(t.Context(), BreakEvenRequest{Scenario: month120(), SolveFor: "vat_rate", Metric: "expected_lifetime_periods", Target: vocabulary.Given("100")})
	if err == nil || !strings.Contains(err.Error(), "no_solution expected_lifetime_periods, vat_rate, 100, 19.957551, 19.957551") {
		t.Error(err)
	}
	all, err := BreakEven(t.Context(), BreakEvenRequest{Scenario: month120(), SolveFor: "vat_rate", Metric: "cost_per_new_customer", Target: vocabulary.Given("50")})
	if err != nil || all.Solutions.String() != "1" || all.MetricAtFrom.String() != "50.00" || all.Notes[0].Code != "any_value" {
		t.Errorf("%v %+v", err, all)
	}
}

// Whoever goes away ends the search.
func TestBreakEvenEndsWithItsClient(t *testing.T) {
	gone, goAway := context.WithCancel(t.Context())
	goAway()
	capped := month120()
	capped.BasketCap = vocabulary.Given("15")
	if _, err := BreakEven(gone, BreakEvenRequest{Scenario: capped, SolveFor: "basket_cap", Metric: "perpetual_lifetime_value", Target: vocabulary.Given("50")}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
