package model

import (
	"slices"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// ScenarioFields returns the fields of a scenario in the order of the
// specification. The slice is the caller's own, as with the other lists.
func ScenarioFields() []vocabulary.Field { return slices.Clone(scenarioFields) }

// MostPeriods is the longest horizon, and MostRates the longest curve.
const (
	MostPeriods = 1200
	MostRates   = 1200
)

var (
	one   = decimal.NewFromInt(1)
	minus = one.Neg()

	leastConversion = decimal.New(1, -6)
)

// What a scenario gives in one of several ways that exclude each other.
const (
	wayAcquisition = "acquisition"
	wayRetention   = "retention"
)

var scenarioFields = slices.Concat(
	vocabulary.UnderAll(vocabulary.GroupGeneral, []vocabulary.Field{
		kept(vocabulary.Text("name", 80).Own(), func(s *Scenario) any { return &s.Name }),
		kept(vocabulary.Choice("currency", vocabulary.CurrencyCodes()...).Defaults("NOK"), func(s *Scenario) any { return (*string)(&s.Currency) }),
		kept(vocabulary.Choice("period", string(Week), string(Month), string(Quarter), string(Year)).Defaults(string(Year)), func(s *Scenario) any { return (*string)(&s.Period) }),
		kept(vocabulary.WholeNumber("horizon", vocabulary.UnitPeriods, 1, MostPeriods).Years(defaultYears, "period"), func(s *Scenario) any { return &s.Horizon }),
	}),
	vocabulary.UnderAll(vocabulary.GroupAcquisition, []vocabulary.Field{
		kept(vocabulary.Money("acquisition_cost").Must().Or("cost_per_prospect").OneWay(wayAcquisition), func(s *Scenario) any { return &s.AcquisitionCost }),
		kept(vocabulary.Money("cost_per_prospect").OneWay(wayAcquisition), func(s *Scenario) any { return &s.CostPerProspect }),
		kept(vocabulary.Share("conversion_rate").From(leastConversion).With("cost_per_prospect"), func(s *Scenario) any { return &s.ConversionRate }),
	}),
	vocabulary.UnderAll(vocabulary.GroupBasket, []vocabulary.Field{
		kept(vocabulary.Share("vat_rate").Defaults("0"), func(s *Scenario) any { return &s.VatRate }),
		kept(vocabulary.Money("basket_value").Must(), func(s *Scenario) any { return &s.BasketValue }),
		kept(vocabulary.Growth("basket_growth_rate").Defaults("0"), func(s *Scenario) any { return &s.BasketGrowthRate }),
		kept(vocabulary.Money("basket_cap"), func(s *Scenario) any { return &s.BasketCap }),
		kept(vocabulary.Share("margin_rate").From(minus).Defaults("1"), func(s *Scenario) any { return &s.MarginRate }),
		kept(vocabulary.Number("orders_per_period", vocabulary.UnitOrders, decimal.New(1, 6)).Defaults("1"), func(s *Scenario) any { return &s.OrdersPerPeriod }),
		kept(vocabulary.Growth("order_growth_rate").Defaults("0"), func(s *Scenario) any { return &s.OrderGrowthRate }),
	}),
	vocabulary.UnderAll(vocabulary.GroupLoyalty, []vocabulary.Field{
		kept(vocabulary.Share("repeat_purchase_rate").Must().Or("retention_curve", "survival_curve").OneWay(wayRetention), func(s *Scenario) any { return &s.RepeatPurchaseRate }),
		kept(vocabulary.Numbers("retention_curve", vocabulary.UnitShare, one, MostRates).OneWay(wayRetention), func(s *Scenario) any { return &s.RetentionCurve }),
		kept(vocabulary.Numbers("survival_curve", vocabulary.UnitShare, one, MostRates).OneWay(wayRetention), func(s *Scenario) any { return &s.SurvivalCurve }),
	}),
	vocabulary.UnderAll(vocabulary.GroupAddOn, []vocabulary.Field{
		kept(vocabulary.Number("add_on_rate", vocabulary.UnitAddOns, decimal.NewFromInt(100)).Defaults("0"), func(s *Scenario) any { return &s.AddOnRate }),
		kept(vocabulary.Money("add_on_value").Defaults("0"), func(s *Scenario) any { return &s.AddOnValue }),
		kept(vocabulary.Share("add_on_margin_rate").From(minus).Follows("margin_rate"), func(s *Scenario) any { return &s.AddOnMarginRate }),
	}),
	vocabulary.UnderAll(vocabulary.GroupService, []vocabulary.Field{
		kept(vocabulary.Money("service_cost_per_order").Defaults("0"), func(s *Scenario) any { return &s.ServiceCostPerOrder }),
		kept(vocabulary.Money("service_cost_per_period").Defaults("0"), func(s *Scenario) any { return &s.ServiceCostPerPeriod }),
	}),
	vocabulary.UnderAll(vocabulary.GroupDiscounting, []vocabulary.Field{
		kept(vocabulary.Number("annual_discount_rate", vocabulary.UnitSharePerYear, decimal.NewFromInt(10)).From(decimal.New(-99, -2)).NeedsPercentAbove(one).Defaults("0"),
			func(s *Scenario) any { return &s.AnnualDiscountRate }),
		kept(vocabulary.Choice("timing", string(Start), string(Mid), string(End)).Defaults(string(Start)), func(s *Scenario) any { return (*string)(&s.Timing) }),
	}),
	vocabulary.UnderAll(vocabulary.GroupWordOfMouth, []vocabulary.Field{
		kept(vocabulary.Number("referrals_per_period", vocabulary.UnitCustomers, decimal.New(1, 3)).Defaults("0"), func(s *Scenario) any { return &s.ReferralsPerPeriod }),
		kept(vocabulary.Number("deterred_per_lost_customer", vocabulary.UnitCustomers, decimal.New(1, 3)).Defaults("0"), func(s *Scenario) any { return &s.DeterredPerLostCustomer }),
	}),
	vocabulary.UnderAll(vocabulary.GroupGeneral, []vocabulary.Field{
		kept(vocabulary.WholeNumber("decimals", vocabulary.UnitCount, 0, 10).Follows("currency"), func(s *Scenario) any { return &s.Decimals }),
	}),
)

// The fields that a check or the defaults have to look at.
var (
	acquisitionFields = fieldsThat(func(f *vocabulary.Field) bool { return f.Way == wayAcquisition })
	retentionFields   = fieldsThat(func(f *vocabulary.Field) bool { return f.Way == wayRetention })
	fieldsWithDefault = fieldsThat(func(f *vocabulary.Field) bool { return f.Default != "" })
	partnerFields     = fieldsThat(func(f *vocabulary.Field) bool {
		isPartner := func(other vocabulary.Field) bool { return other.Partner == f.Name }
		return f.Partner != "" || slices.ContainsFunc(scenarioFields, isPartner)
	})
)

func fieldsThat(are func(*vocabulary.Field) bool) []vocabulary.Field {
	return slices.DeleteFunc(slices.Clone(scenarioFields), func(f vocabulary.Field) bool { return !are(&f) })
}

// kept says where a scenario keeps the field.
func kept(f vocabulary.Field, at func(*Scenario) any) vocabulary.Field {
	return vocabulary.Place(f, at)
}
