package service_test

import (
	"context"
	"strconv"
	"testing"

	"blyant/model"
	"blyant/model/service"
	"blyant/model/vocabulary"
)

// longWinded is a scenario of 1200 weeks with twenty decimals wherever they are
// allowed.
func longWinded() model.Scenario {
	return model.Scenario{
		Period: model.Week, Timing: model.Mid, Horizon: vocabulary.Whole{Int: 1200, Valid: true},
		AcquisitionCost: number("50.12345678901234567891"), BasketValue: number("10.12345678901234567891"),
		MarginRate: number("0.41234567890123456789"), OrdersPerPeriod: number("1.12345678901234567891"),
		BasketGrowthRate: number("0.00012345678901234567"), OrderGrowthRate: number("-0.00012345678901234567"),
		ServiceCostPerOrder: number("0.51234567890123456789"), ServiceCostPerPeriod: number("0.12345678901234567891"),
		AnnualDiscountRate: number("0.08123456789012345678"), ReferralsPerPeriod: number("0.01234567890123456789"),
	}
}

// changingSign has fifty programmes for a customer who first costs money, since
// baskets are sold at a loss, then brings some by add-ons, and at last costs what a
// period does: contributions change sign twice.
func changingSign(horizon int) service.ProgrammesRequest {
	s := longWinded()
	s.Horizon = vocabulary.Whole{Int: horizon, Valid: true}
	s.MarginRate, s.BasketValue, s.BasketGrowthRate = number("-0.2"), number("50.12345678901234567891"), number("-0.02012345678901234567")
	s.OrdersPerPeriod, s.OrderGrowthRate = number("2.12345678901234567891"), number("-0.00301234567890123456")
	s.AddOnRate, s.AddOnValue, s.AddOnMarginRate, s.ServiceCostPerOrder = number("1"), number("10.12345678901234567891"), number("0.9"), number("0")
	s.ServiceCostPerPeriod = number("1.12345678901234567891")
	s.RepeatPurchaseRate = number("0.97123456789012345678")
	req := service.ProgrammesRequest{Scenario: s, Customers: number("1000")}
	for i := range service.MostProgrammes {
		req.Programmes = append(req.Programmes, service.Programme{
			Name: strconv.Itoa(i), RepeatPurchaseRateChange: number("0.00123456789012345678"),
			CostPerPeriod: number("0.0" + strconv.Itoa(1+i) + "234567890123456789"), FixedCost: number("1000"),
		})
	}
	return req
}

// BenchmarkWorst weighs fifty equal programmes, and a promise after whose every
// outcome customers come back as often, so that all gains are equal or 0.
func BenchmarkWorst(b *testing.B) {
	b.Run("programmes", func(b *testing.B) {
		req := service.ProgrammesRequest{Scenario: longWinded(), Customers: number("1000")}
		req.Scenario.RepeatPurchaseRate = number("0.97123456789012345678")
		for i := range service.MostProgrammes {
			req.Programmes = append(req.Programmes, service.Programme{
				Name: strconv.Itoa(i), RepeatPurchaseRateChange: number("0.00123456789012345678"), CostPerPeriod: number("0.01234567890123456789"),
				FixedCost: number("1000"), FreeEvery: vocabulary.Whole{Int: 7, Valid: true},
			})
		}
		for b.Loop() {
			if _, err := service.WeighProgrammes(context.Background(), req); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("programmes whose gain changes sign often", func(b *testing.B) {
		req := changingSign(1200)
		for b.Loop() {
			result, err := service.WeighProgrammes(context.Background(), req)
			if err != nil || len(result.Programmes) != service.MostProgrammes {
				b.Fatal(err)
			}
		}
	})
	b.Run("promise", func(b *testing.B) {
		p := service.Promise{
			Scenario: longWinded(), ExceededShare: number("0.2"), MetShare: number("0.7"), MissedShare: number("0.1"),
			NoticedShare: number("0.51234567890123456789"), DoubtedShare: number("0.11234567890123456789"),
			RepeatRateExceeded: number("0.97"), RepeatRateMet: number("0.97"), RepeatRateMissed: number("0.97"),
		}
		for b.Loop() {
			if _, err := service.WeighPromise(p); err != nil {
				b.Fatal(err)
			}
		}
	})
}
