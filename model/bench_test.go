package model_test

import (
	"testing"

	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

func number(text string) decimal.NullDecimal {
	return decimal.NewNullDecimal(decimal.RequireFromString(text))
}

// pencils is ten years of pencils, the second golden case.
func pencils() model.Scenario {
	return model.Scenario{
		Name: "Ten years of pencils", AcquisitionCost: number("50"), BasketValue: number("10"),
		MarginRate: number("0.4"), OrdersPerPeriod: number("12"), RepeatPurchaseRate: number("0.9"),
		BasketGrowthRate: number("0.05"), ServiceCostPerOrder: number("0.5"), AnnualDiscountRate: number("0.08"),
	}
}

func BenchmarkLifetimeValue(b *testing.B) {
	for _, horizon := range []int{10, 120, 1200} {
		b.Run("horizon="+decimal.NewFromInt(int64(horizon)).String(), func(b *testing.B) {
			s := pencils()
			s.Horizon = vocabulary.Whole{Int: horizon, Valid: true}
			s.BasketGrowthRate = number("0.005") // at 0.05 the basket of period 662 is above 1e15
			b.ReportAllocs()
			for b.Loop() {
				if _, err := model.LifetimeValue(s); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
