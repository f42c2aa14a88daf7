package model

import (
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// Scenario is one kind of customer. A field that is absent (not Valid, empty)
// has its default; see ScenarioFields for meaning, unit and range of each.
type Scenario struct {
	Name                    string
	Currency                vocabulary.Currency
	Period                  Period
	Horizon                 vocabulary.Whole
	AcquisitionCost         decimal.NullDecimal
	BasketValue             decimal.NullDecimal
	BasketGrowthRate        decimal.NullDecimal
	BasketCap               decimal.NullDecimal
	MarginRate              decimal.NullDecimal
	OrdersPerPeriod         decimal.NullDecimal
	OrderGrowthRate         decimal.NullDecimal
	RepeatPurchaseRate      decimal.NullDecimal
	RetentionCurve          []decimal.Decimal
	AddOnRate               decimal.NullDecimal
	AddOnValue              decimal.NullDecimal
	AddOnMarginRate         decimal.NullDecimal
	ServiceCostPerOrder     decimal.NullDecimal
	ServiceCostPerPeriod    decimal.NullDecimal
	AnnualDiscountRate      decimal.NullDecimal
	Timing                  Timing
	ReferralsPerPeriod      decimal.NullDecimal
	DeterredPerLostCustomer decimal.NullDecimal
	Decimals                vocabulary.Whole
}

// WithDefaults returns the scenario with every absent field that has a default
// given it: the constant ones, the margin rate for add_on_margin_rate, and the
// currency's decimals. basket_cap, retention_curve and repeat_purchase_rate
// have none.
func (s Scenario) WithDefaults() Scenario {
	vocabulary.FillDefaults(&s, scenarioFields)
	if !s.AddOnMarginRate.Valid {
		s.AddOnMarginRate = s.MarginRate
	}
	if !s.Decimals.Valid {
		s.Decimals.Int, s.Decimals.Valid = s.Currency.Decimals()
	}
	return s
}

// Validate returns every fault of the scenario: fields that are missing, out of
// range or in conflict. ignore holds fields whose fault is known already (they
// could not be read), so that they are not reported as missing too.
func (s Scenario) Validate(ignore ...string) vocabulary.Faults {
	faults := vocabulary.CheckRecord(&s, scenarioFields, ignore...)
	if s.RepeatPurchaseRate.Valid && len(s.RetentionCurve) > 0 {
		faults = append(faults, vocabulary.Fault{Field: "retention_curve", Code: vocabulary.CodeConflict, Reason: "both_retentions", Hint: "repeat_purchase_rate"})
	}
	if s.BasketCap.Valid && s.BasketValue.Valid && s.BasketCap.Decimal.LessThan(s.BasketValue.Decimal) {
		faults = append(faults, vocabulary.Fault{Field: "basket_cap", Code: vocabulary.CodeOutOfRange, Reason: "cap_below_basket",
			Args: []string{s.BasketCap.Decimal.String(), s.BasketValue.Decimal.String()}, Hint: s.BasketValue.Decimal.String(), Value: s.BasketCap.Decimal.String()})
	}
	return faults
}
