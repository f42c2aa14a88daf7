package model

import (
	"strconv"

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
	CostPerProspect         decimal.NullDecimal
	ConversionRate          decimal.NullDecimal
	VatRate                 decimal.NullDecimal
	BasketValue             decimal.NullDecimal
	BasketGrowthRate        decimal.NullDecimal
	BasketCap               decimal.NullDecimal
	MarginRate              decimal.NullDecimal
	OrdersPerPeriod         decimal.NullDecimal
	OrderGrowthRate         decimal.NullDecimal
	RepeatPurchaseRate      decimal.NullDecimal
	RetentionCurve          []decimal.Decimal
	SurvivalCurve           []decimal.Decimal
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

// defaultYears is the horizon, in years, of a scenario that gives none.
const defaultYears = 10

// WithDefaults returns the scenario with every absent field that has a default
// given it: the constant ones, a horizon of ten years, the margin rate for
// add_on_margin_rate, and the currency's decimals. basket_cap and the fields of
// exclusive ways have none.
func (s Scenario) WithDefaults() Scenario {
	s.fillDefaults()
	return s
}

func (s *Scenario) fillDefaults() {
	vocabulary.FillDefaults(s, fieldsWithDefault)
	if !s.Horizon.Valid {
		s.Horizon = vocabulary.Count(defaultYears * s.Period.PerYear())
	}
	if !s.AddOnMarginRate.Valid {
		s.AddOnMarginRate = s.MarginRate
	}
	if !s.Decimals.Valid {
		s.Decimals.Int, s.Decimals.Valid = s.Currency.Decimals()
	}
}

// Validate returns every fault of the scenario: fields that are missing, out of
// range or in conflict. ignore holds fields whose fault is known already (they
// could not be read), so that they are not reported as missing too.
func (s Scenario) Validate(ignore ...string) vocabulary.Faults { return s.validate(ignore) }

func (s *Scenario) validate(ignore []string) vocabulary.Faults {
	faults := vocabulary.CheckRecord(s, scenarioFields, ignore...)
	faults = append(faults, vocabulary.CheckWays(s, acquisitionFields, wayAcquisition, "both_acquisitions", ignore...)...)
	faults = append(faults, vocabulary.CheckWays(s, retentionFields, wayRetention, "both_retentions", ignore...)...)
	faults = append(faults, vocabulary.CheckPartners(s, partnerFields, ignore...)...)
	faults = append(faults, s.risingSurvival()...)
	if s.BasketCap.Valid && s.BasketValue.Valid && s.BasketCap.Decimal.LessThan(s.BasketValue.Decimal) {
		faults = append(faults, vocabulary.Fault{Field: "basket_cap", Code: vocabulary.CodeOutOfRange, Reason: "cap_below_basket",
			Args: []string{s.BasketCap.Decimal.String(), s.BasketValue.Decimal.String()}, Hint: s.BasketValue.Decimal.String(), Value: s.BasketCap.Decimal.String()})
	}
	return faults
}

// risingSurvival reports the shares of a survival curve that are above the one
// before: nobody who has left comes back there.
func (s *Scenario) risingSurvival() vocabulary.Faults {
	var faults vocabulary.Faults
	for i := 1; i < len(s.SurvivalCurve); i++ {
		if share, before := s.SurvivalCurve[i], s.SurvivalCurve[i-1]; share.GreaterThan(before) {
			faults = append(faults, vocabulary.Fault{Field: "survival_curve[" + strconv.Itoa(i) + "]", Code: vocabulary.CodeOutOfRange, Reason: "survival_rises",
				Args: []string{share.String(), before.String()}, Hint: before.String(), Value: share.String()})
		}
	}
	return faults
}
