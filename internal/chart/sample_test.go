package chart

import (
	"fmt"
	"testing"

	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

func amountOf(text string) decimal.NullDecimal {
	return decimal.NewNullDecimal(decimal.RequireFromString(text))
}

// scenario is one with the fields that make the shape of a chart.
func scenario(name string, horizon int, cost, basket, repeat, margin, orders string) model.Scenario {
	return model.Scenario{
		Name: name, Horizon: vocabulary.Whole{Int: horizon, Valid: true}, AcquisitionCost: amountOf(cost), BasketValue: amountOf(basket),
		RepeatPurchaseRate: amountOf(repeat), MarginRate: amountOf(margin), OrdersPerPeriod: amountOf(orders), AnnualDiscountRate: amountOf("0.08"),
	}
}

// The pencil example of MODEL.md: worth 4.00 and 252.79 on a cost of 50.
func onePencil() model.Scenario { return scenario("Én blyant", 10, "50", "10", "0", "0.4", "1") }

func tenYears() model.Scenario {
	s := scenario("Ti år med blyanter", 10, "50", "10", "0.9", "0.4", "12")
	s.BasketGrowthRate, s.ServiceCostPerOrder = amountOf("0.05"), amountOf("0.5")
	return s
}

func inMonths(s model.Scenario) model.Scenario {
	s.Period = model.Month
	return s
}

const longName = "Kundene som kommer hver uke året rundt og alltid kjøper blyanter, viskelær og øl"

// groups are scenarios whose lines end at many heights and periods.
func groups(count int, name string) []model.Scenario {
	var list []model.Scenario
	for i := range count {
		list = append(list, scenario(fmt.Sprintf(name, i+1), 5+i, "50", "10", fmt.Sprintf("0.%02d", 50+2*i), "0.4", fmt.Sprint(4+i)))
	}
	return list
}

// reversed earns its cost back and loses it again.
func reversed() model.Scenario {
	s := scenario("Snur", 10, "50", "10", "1", "0.4", "30")
	s.ServiceCostPerPeriod, s.OrderGrowthRate = amountOf("60"), amountOf("-0.4")
	return s
}

func tiny() model.Scenario {
	s := scenario("Smått", 20, "0.0000001", "0.0000000123", "0.9", "1", "12")
	s.Decimals = vocabulary.Whole{Int: 10, Valid: true}
	return s
}

// samples are sets of scenarios that have been difficult to draw.
func samples() map[string][]model.Scenario {
	long := tenYears()
	long.Name = longName
	word := tenYears()
	word.Name = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
	return map[string][]model.Scenario{
		"one pencil":       {onePencil()},
		"ten years":        {tenYears()},
		"unnamed":          {scenario("", 10, "50", "10", "0.9", "0.4", "12")},
		"long name":        {long},
		"long word":        {word},
		"strange name":     {scenario("<b>&\"\x00\xff\u2028😀", 3, "50", "10", "0.9", "0.4", "12")},
		"all negative":     {scenario("Taper", 12, "50", "10", "0.9", "-0.4", "12")},
		"all zero":         {scenario("Null", 10, "0", "0", "0.9", "1", "12")},
		"no cost":          {scenario("Gratis", 10, "0", "100", "0.9", "1", "1")},
		"one period":       {scenario("Én gang", 1, "50", "100", "0.9", "1", "1")},
		"1200 months":      {inMonths(scenario("Abonnement", 1200, "900", "99", "0.995", "0.6", "1"))},
		"36 months":        {inMonths(scenario("Abonnement", 36, "900", "99", "0.995", "0.6", "1"))},
		"huge":             {scenario("Stort", 20, "1000000000", "1000000000000", "0.9", "1", "50")},
		"tiny":             {tiny()},
		"reversed":         {reversed()},
		"pencils":          {onePencil(), tenYears()},
		"two long":         {onePencil(), long},
		"eight long":       groups(8, "Kundegruppe nummer %d med et langt navn som ingen får plass til"),
		"twenty":           groups(20, "Gruppe %d"),
		"twenty long":      groups(20, "Kundegruppe nummer %d med et langt navn som ingen får plass til"),
		"twenty all alike": alike(20),
	}
}

// alike are scenarios whose lines lie on one another.
func alike(count int) []model.Scenario {
	list := make([]model.Scenario, count)
	for i := range list {
		list[i] = tenYears()
		list[i].Name = fmt.Sprintf("Like %d", i+1)
	}
	return list
}

// pictureOf is the lifetime value of one scenario, the comparison of more.
func pictureOf(t testing.TB, lang locale.Language, scenarios ...model.Scenario) Picture {
	t.Helper()
	if len(scenarios) == 1 {
		r, err := model.LifetimeValue(scenarios[0])
		if err != nil {
			t.Fatal(err)
		}
		return LifetimeValue(&r, lang)
	}
	r, err := model.Compare(t.Context(), model.ComparisonRequest{Scenarios: scenarios})
	if err != nil {
		t.Fatal(err)
	}
	return Comparison(&r, lang)
}

func sized(width, height int) Options {
	return Options{Lang: locale.Norwegian, Width: width, Height: height}
}
