package whatif

import (
	"context"
	"testing"

	"blyant/model"
	"blyant/model/vocabulary"
)

// month120 is a customer of ten years by the month.
func month120() model.Scenario {
	given := vocabulary.Given
	return model.Scenario{Period: model.Month, Horizon: vocabulary.Count(120), AcquisitionCost: given("50"), BasketValue: given("10"),
		BasketGrowthRate: given("0.004"), MarginRate: given("0.4"), OrdersPerPeriod: given("2"), RepeatPurchaseRate: given("0.95"),
		ServiceCostPerOrder: given("0.5"), ServiceCostPerPeriod: given("0.2"), AnnualDiscountRate: given("0.08"), AddOnRate: given("0.3"),
		AddOnValue: given("3"), OrderGrowthRate: given("0.001"), ReferralsPerPeriod: given("0.01"), DeterredPerLostCustomer: given("0.1")}
}

func BenchmarkScenario(b *testing.B) {
	for b.Loop() {
		if _, err := model.LifetimeValue(month120()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBreakEven(b *testing.B) {
	for _, field := range []string{"acquisition_cost", "repeat_purchase_rate", "annual_discount_rate", "basket_growth_rate", "basket_cap"} {
		b.Run(field, func(b *testing.B) {
			for b.Loop() {
				if _, err := BreakEven(context.Background(), BreakEvenRequest{Scenario: month120(), SolveFor: field, Metric: "net_lifetime_value", Target: vocabulary.Given("90")}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkGrid(b *testing.B) {
	given := vocabulary.Given
	for b.Loop() {
		if _, err := Grid(context.Background(), GridRequest{Scenario: month120(),
			X: Axis{Field: "repeat_purchase_rate", From: given("0.5"), To: given("0.99"), Steps: vocabulary.Count(51)},
			Y: Axis{Field: "basket_value", From: given("5"), To: given("15"), Steps: vocabulary.Count(51)}}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTornado(b *testing.B) {
	for b.Loop() {
		if _, err := Tornado(context.Background(), SensitivityRequest{Scenario: month120()}); err != nil {
			b.Fatal(err)
		}
	}
}
