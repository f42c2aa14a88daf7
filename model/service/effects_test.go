package service_test

import (
	"errors"
	"strings"
	"testing"

	"blyant/model"
	"blyant/model/service"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// once is a customer who comes once a year for two years, for 10 kroner of which 4
// are left, and always comes back.
func once() model.Scenario {
	return model.Scenario{AcquisitionCost: number("5"), BasketValue: number("10"), MarginRate: number("0.4"), RepeatPurchaseRate: number("0.5"), Horizon: vocabulary.Count(2)}
}

// Each effect and each cost by itself, by hand: the customer is worth 4 + 0.5·4.
func TestProgrammesByHand(t *testing.T) {
	addOns := once()
	addOns.AddOnRate, addOns.AddOnValue, addOns.ReferralsPerPeriod = number("1"), number("5"), number("0.1") // 6 an order: 9 in all
	for _, c := range []struct {
		name                  string
		s                     model.Scenario
		p                     service.Programme
		valueWith, cost, gain string
	}{
		{"nothing", once(), service.Programme{}, "6.00", "0.00", "0.00"},
		{"more come back: 4 + 0.75·4", once(), service.Programme{RepeatPurchaseRateChange: number("0.25")}, "7.00", "0.00", "1.00"},
		{"bigger baskets: 4.4 + 2.2", once(), service.Programme{BasketValueChange: number("0.1")}, "6.60", "0.00", "0.60"},
		{"smaller ones", once(), service.Programme{BasketValueChange: number("-0.5")}, "3.00", "0.00", "-3.00"},
		{"more orders: 8 + 4", once(), service.Programme{OrdersChange: number("1")}, "12.00", "0.00", "6.00"},
		{"growing baskets: 4 + 0.5·6", once(), service.Programme{BasketGrowthRateChange: number("0.5")}, "7.00", "0.00", "1.00"},
		{"more add-ons: 1.5·(4 + 0.4·15)", addOns, service.Programme{AddOnRateChange: number("2")}, "15.00", "0.00", "6.00"},
		{"a krone an order: 1.5 of it", once(), service.Programme{CostPerOrder: number("1")}, "4.50", "1.50", "-1.50"},
		{"a krone an order, twice as often", once(), service.Programme{CostPerOrder: number("1"), OrdersChange: number("1")}, "9.00", "3.00", "3.00"},
		{"a krone a year", once(), service.Programme{CostPerPeriod: number("1")}, "4.50", "1.50", "-1.50"},
		{"three to enrol", once(), service.Programme{EnrolmentCost: number("3")}, "3.00", "3.00", "-3.00"},
		{"a tenth back: 3 + 1.5", once(), service.Programme{RebateRate: number("0.1")}, "4.50", "1.50", "-1.50"},
		{"half of it used", once(), service.Programme{RebateRate: number("0.1"), RedemptionRate: number("0.5")}, "5.25", "0.75", "-0.75"},
		{"the tenth free", once(), service.Programme{FreeEvery: vocabulary.Count(10)}, "4.50", "1.50", "-1.50"},
		{"both, half of it used", once(), service.Programme{FreeEvery: vocabulary.Count(10), RebateRate: number("0.1"), RedemptionRate: number("0.5")}, "4.50", "1.50", "-1.50"},
		{"the third free: 15 ÷ 3", once(), service.Programme{FreeEvery: vocabulary.Count(3)}, "1.00", "5.00", "-5.00"},
		{"a rebate of a bigger basket: 1.5·11·0.1", once(), service.Programme{RebateRate: number("0.1"), BasketValueChange: number("0.1")}, "4.95", "1.65", "-1.05"},
		{"a party is no cost of each", once(), service.Programme{FixedCost: number("100")}, "6.00", "0.00", "0.00"},
	} {
		got := weigh(t, service.ProgrammesRequest{Scenario: c.s, Programmes: []service.Programme{c.p}}).Programmes[0]
		if got.ValueWith.String() != c.valueWith || got.CostPerParticipant.String() != c.cost || got.GainPerParticipant.String() != c.gain {
			t.Errorf("%s: worth %s, costs %s, gains %s; want %s, %s, %s", c.name, got.ValueWith, got.CostPerParticipant, got.GainPerParticipant, c.valueWith, c.cost, c.gain)
		}
	}
}

// What all together cost and gain: customers times those who take part, and the
// party once; what is returned, and the change at which nothing is gained.
func TestProgrammesInAll(t *testing.T) {
	rate := service.Programme{Name: "card", RepeatPurchaseRateChange: number("0.25"), CostPerPeriod: number("0.2"), FixedCost: number("10"), ParticipationRate: number("0.5")}
	got := weigh(t, service.ProgrammesRequest{Scenario: once(), Programmes: []service.Programme{rate}, Customers: number("200")})
	p := got.Programmes[0] // 3.8 + 0.75·3.8 = 6.65, so 0.65 for each of a hundred
	for name, c := range map[string][2]string{
		"cost": {p.TotalCost.String(), "45.00"}, "gain": {p.TotalGain.String(), "55.00"}, "return": {p.ReturnOnCost.String(), "1.222222"},
		// (1 + r)·3.8 = 6.1: r = 0.605263
		"break-even": {p.BreakEvenRepeatPurchaseRateChange.String(), "0.105263"}, "acquisition": {got.ReturnOnAcquisition.String(), "0.200000"},
	} {
		if c[0] != c[1] {
			t.Errorf("%s: %s, want %s", name, c[0], c[1])
		}
	}
	free := once()
	free.AcquisitionCost = number("0")
	none := weigh(t, service.ProgrammesRequest{Scenario: free, Programmes: []service.Programme{{ParticipationRate: number("0"), FixedCost: number("0")}}})
	if !none.ReturnOnAcquisition.IsNull() || !none.Programmes[0].ReturnOnCost.IsNull() || !none.Programmes[0].BreakEvenRepeatPurchaseRateChange.IsNull() {
		t.Errorf("%+v", none)
	}
}

// A cap grows with the basket, so that what does not grow is what it was.
func TestCapGrowsWithTheBasket(t *testing.T) {
	s := once()
	s.BasketGrowthRate, s.BasketCap = number("1"), number("15") // 10, then 15 of 20
	got := weigh(t, service.ProgrammesRequest{Scenario: s, Programmes: []service.Programme{{BasketValueChange: number("0.2")}}})
	if base, with := got.Base.Summary.LifetimeValue.String(), got.Programmes[0].ValueWith.String(); base != "7.00" || with != "8.40" {
		t.Errorf("%s, with a fifth more %s", base, with)
	}
}

// An effect that takes a field out of its range is refused by the effect's name; at
// the end of the range it is taken.
func TestEffectsOutOfRange(t *testing.T) {
	s := once()
	s.AddOnRate, s.ReferralsPerPeriod, s.OrdersPerPeriod, s.BasketGrowthRate = number("1"), number("0.5"), number("500000"), number("-0.5")
	for _, c := range []struct {
		p    service.Programme
		want string
	}{
		{service.Programme{RepeatPurchaseRateChange: number("0.5")}, ""},
		{service.Programme{RepeatPurchaseRateChange: number("-0.5")}, ""},
		{service.Programme{RepeatPurchaseRateChange: number("0.500001")}, "repeat_purchase_rate_change repeat_purchase_rate 1.000001 0 1"},
		{service.Programme{RepeatPurchaseRateChange: number("-0.51")}, "repeat_purchase_rate_change repeat_purchase_rate -0.01 0 1"},
		{service.Programme{OrdersChange: number("1")}, ""},
		{service.Programme{OrdersChange: number("1.1")}, "orders_change orders_per_period 1050000 0 1000000"},
		{service.Programme{AddOnRateChange: number("-1.5")}, "add_on_rate_change add_on_rate -0.5 0 100"},
		{service.Programme{AddOnRateChange: number("-1")}, ""},
		{service.Programme{ReferralsChange: number("-0.6")}, "referrals_change referrals_per_period -0.1 0 1000"},
		{service.Programme{BasketGrowthRateChange: number("-0.5")}, "basket_growth_rate_change basket_growth_rate -1 -0.99 1"},
	} {
		_, err := service.WeighProgrammes(t.Context(), service.ProgrammesRequest{Scenario: s, Programmes: []service.Programme{c.p}})
		got := ""
		var faults vocabulary.Faults
		if errors.As(err, &faults) {
			got = strings.Join(faults[0].Args, " ")
			if faults[0].Reason != "change_out_of_range" || faults[0].Field != "programmes[0]."+faults[0].Args[0] {
				t.Errorf("%+v", faults[0])
			}
		}
		if got != c.want {
			t.Errorf("%+v: %q, want %q", c.p, got, c.want)
		}
	}
}

// Programmes fall by what they gain in all before rounding, equal ones as given,
// and are called by their number where they have no name.
func TestProgrammesAreRanked(t *testing.T) {
	small := decimal.New(1, -9)
	list := []service.Programme{{EnrolmentCost: number("1")}, {Name: "nothing"}, {Name: "a hair", BasketValueChange: decimal.NewNullDecimal(small)}, {Name: "nothing either"}}
	got := weigh(t, service.ProgrammesRequest{Scenario: once(), Programmes: list})
	var names []string
	for _, p := range got.Programmes {
		names = append(names, p.Name)
	}
	if order := strings.Join(names, ", "); order != "a hair, nothing, nothing either, 1" {
		t.Error(order)
	}
	if got.Programmes[0].TotalGain.String() != "0.00" {
		t.Errorf("the hair is %s", got.Programmes[0].TotalGain)
	}
	noted := false
	for _, n := range weigh(t, service.ProgrammesRequest{Scenario: once(), Programmes: []service.Programme{{FixedCost: number("1")}}}).Notes {
		noted = noted || n.Code == "customers_assumed" && n.Field == "customers"
	}
	if !noted {
		t.Error("a party for one customer, and nobody says so")
	}
}
