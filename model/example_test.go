package model_test

import (
	"context"
	"fmt"

	"blyant/model"
	"blyant/model/vocabulary"
)

// It costs 50 kroner to get a customer in: ten years of pencils against them.
func ExampleLifetimeValue() {
	result, err := model.LifetimeValue(model.Scenario{
		AcquisitionCost:     vocabulary.Given("50"),
		BasketValue:         vocabulary.Given("10"),
		MarginRate:          vocabulary.Given("0.4"),
		OrdersPerPeriod:     vocabulary.Given("12"),
		RepeatPurchaseRate:  vocabulary.Given("0.9"),
		BasketGrowthRate:    vocabulary.Given("0.05"),
		ServiceCostPerOrder: vocabulary.Given("0.5"),
		AnnualDiscountRate:  vocabulary.Given("0.08"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(result.Summary.LifetimeValue, result.Summary.NetLifetimeValue, result.Summary.PaybackPeriods.Decimal().Round(1))
	// Output: 252.79 202.79 1.2
}

// One pencil against ten years of pencils.
func ExampleCompare() {
	once := model.Scenario{Name: "one", AcquisitionCost: vocabulary.Given("50"), BasketValue: vocabulary.Given("10"),
		MarginRate: vocabulary.Given("0.4"), RepeatPurchaseRate: vocabulary.Given("0")}
	ten := once
	ten.Name, ten.OrdersPerPeriod, ten.RepeatPurchaseRate = "ten", vocabulary.Given("12"), vocabulary.Given("0.9")
	result, err := model.Compare(context.Background(), model.ComparisonRequest{Scenarios: []model.Scenario{once, ten}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range result.Comparison {
		fmt.Println(row.Name, row.NetDifference, row.OvertakesInPeriod)
	}
	// Output:
	// one 0.00 1
	// ten 308.63 1
}

// What is left out has its default.
func ExampleScenario_WithDefaults() {
	full := model.Scenario{Currency: "ISK"}.WithDefaults()
	fmt.Println(full.Period, full.Timing, full.MarginRate.Decimal, full.Decimals.Int)
	// Output: year start 1 0
}

// All faults come at once, each with what was probably meant.
func ExampleScenario_Validate() {
	for _, fault := range (model.Scenario{AcquisitionCost: vocabulary.Given("50"), RepeatPurchaseRate: vocabulary.Given("90")}).Validate() {
		fmt.Printf("%s: %s, %q\n", fault.Field, fault.Code, fault.Hint)
	}
	// Output:
	// basket_value: required, ""
	// repeat_purchase_rate: out_of_range, "0.9 or 90%"
}

// Weeks, months, quarters and years.
func ExamplePeriod_PerYear() {
	fmt.Println(model.Week.PerYear(), model.Month.PerYear(), model.Quarter.PerYear(), model.Year.PerYear())
	// Output: 52 12 4 1
}

// Cash falls at the start, in the middle or at the end of its period.
func ExampleTiming_HalfPeriods() {
	fmt.Println(model.Start.HalfPeriods(), model.Mid.HalfPeriods(), model.End.HalfPeriods())
	// Output: 0 1 2
}

// A field knows its unit and range, and where a scenario keeps it.
func ExampleScenarioFields() {
	rate, _ := vocabulary.FieldNamed(model.ScenarioFields(), "repeat_purchase_rate")
	scenario := model.Scenario{RepeatPurchaseRate: vocabulary.Given("0.9")}
	value, _ := rate.Get(&scenario)
	fmt.Println(rate.Unit, rate.Min, rate.Max, value.Number)
	// Output: share 0 1 0.9
}

// A figure knows its unit, and where a summary keeps it.
func ExampleSummaryFigures() {
	result, err := model.LifetimeValue(pencils())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, figure := range model.SummaryFigures()[:4] {
		fmt.Println(figure.Name, figure.Unit, figure.Of(&result.Summary))
	}
	// Output:
	// lifetime_revenue money 942.63
	// lifetime_contribution money 337.97
	// lifetime_value money 252.79
	// net_lifetime_value money 202.79
}
