package model_test

import (
	"context"
	"strconv"
	"testing"

	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// longWinded is a scenario of 1200 weeks with twenty decimals wherever they are
// allowed.
func longWinded(i int) model.Scenario {
	s := pencils()
	s.Name = strconv.Itoa(i)
	s.Period, s.Timing = model.Week, model.Mid
	s.Horizon = vocabulary.Whole{Int: 1200, Valid: true}
	s.RepeatPurchaseRate = number("0.99712345678901234567")
	s.BasketGrowthRate = number("0.00012345678901234567")
	s.OrderGrowthRate = number("-0.00012345678901234567")
	s.AnnualDiscountRate = number("0.08123456789012345678")
	s.ServiceCostPerPeriod = number("0.12345678901234567891")
	s.ReferralsPerPeriod, s.DeterredPerLostCustomer = number("0.01234567890123456789"), number("0.12345678901234567890")
	return s
}

// nearTie is worth 5.005 less next to nothing in every period from the second on:
// 5.005(1 − r^n).
func nearTie(i int, rate string) model.Scenario {
	r := decimal.RequireFromString(rate)
	return model.Scenario{
		Name: strconv.Itoa(i), AcquisitionCost: number("5.005"), RepeatPurchaseRate: decimal.NewNullDecimal(r),
		BasketValue: decimal.NewNullDecimal(decimal.RequireFromString("5.005").Mul(decimal.NewFromInt(1).Sub(r))),
		Horizon:     vocabulary.Whole{Int: 1200, Valid: true},
	}
}

func BenchmarkWorstComparison(b *testing.B) {
	for name, scenario := range map[string]func(i int) model.Scenario{
		"long winded": longWinded,
		"different": func(i int) model.Scenario {
			s := longWinded(i)
			s.BasketValue = decimal.NewNullDecimal(decimal.NewFromInt(int64(10 + i)))
			return s
		},
		"near ties":        func(i int) model.Scenario { return nearTie(i, "0.00000000000000001") },
		"near ties slowly": func(i int) model.Scenario { return nearTie(i, "0.01") },
	} {
		b.Run(name, func(b *testing.B) {
			var req model.ComparisonRequest
			for i := range model.MostScenarios {
				req.Scenarios = append(req.Scenarios, scenario(i+1))
			}
			for b.Loop() {
				if _, err := model.Compare(context.Background(), req); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
