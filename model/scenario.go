package model

import "github.com/shopspring/decimal"

// Period is the length of one period.
type Period string

// Lengths of a period.
const (
	Week    Period = "week"
	Month   Period = "month"
	Quarter Period = "quarter"
	Year    Period = "year"
)

// PerYear returns p, the number of periods in a year: 52, 12, 4 or 1; 0 for a
// period that is none of these.
func (p Period) PerYear() int {
	switch p {
	case Week:
		return 52
	case Month:
		return 12
	case Quarter:
		return 4
	case Year:
		return 1
	}
	return 0
}

func periodNames() []string {
	return []string{string(Week), string(Month), string(Quarter), string(Year)}
}

// Timing says when in its period the cash of a period falls.
type Timing string

// Timings.
const (
	Start Timing = "start"
	Mid   Timing = "mid"
	End   Timing = "end"
)

// HalfPeriods returns twice the offset o: 0, 1 or 2 half periods; -1 for a
// timing that is none of these.
func (t Timing) HalfPeriods() int {
	switch t {
	case Start:
		return 0
	case Mid:
		return 1
	case End:
		return 2
	}
	return -1
}

func timingNames() []string { return []string{string(Start), string(Mid), string(End)} }

// Scenario is one kind of customer. A field that is absent (not Valid, empty)
// has its default; see ScenarioFields for meaning, unit and range of each.
type Scenario struct {
	Name                    string
	Currency                Currency
	Period                  Period
	Horizon                 Whole
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
	Decimals                Whole
}

// Slot makes Scenario a Record.
func (s *Scenario) Slot(name string) any {
	switch name {
	case "name":
		return &s.Name
	case "currency":
		return &s.Currency
	case "period":
		return &s.Period
	case "horizon":
		return &s.Horizon
	case "acquisition_cost":
		return &s.AcquisitionCost
	case "basket_value":
		return &s.BasketValue
	case "basket_growth_rate":
		return &s.BasketGrowthRate
	case "basket_cap":
		return &s.BasketCap
	case "margin_rate":
		return &s.MarginRate
	case "orders_per_period":
		return &s.OrdersPerPeriod
	case "order_growth_rate":
		return &s.OrderGrowthRate
	case "repeat_purchase_rate":
		return &s.RepeatPurchaseRate
	case "retention_curve":
		return &s.RetentionCurve
	case "add_on_rate":
		return &s.AddOnRate
	case "add_on_value":
		return &s.AddOnValue
	case "add_on_margin_rate":
		return &s.AddOnMarginRate
	case "service_cost_per_order":
		return &s.ServiceCostPerOrder
	case "service_cost_per_period":
		return &s.ServiceCostPerPeriod
	case "annual_discount_rate":
		return &s.AnnualDiscountRate
	case "timing":
		return &s.Timing
	case "referrals_per_period":
		return &s.ReferralsPerPeriod
	case "deterred_per_lost_customer":
		return &s.DeterredPerLostCustomer
	case "decimals":
		return &s.Decimals
	}
	return nil
}

// WithDefaults returns the scenario with every absent field that has a default
// given it: the constant ones, the margin rate for add_on_margin_rate, and the
// currency's decimals. basket_cap, retention_curve and repeat_purchase_rate
// have none.
func (s Scenario) WithDefaults() Scenario {
	FillDefaults(&s, scenarioFields)
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
func (s Scenario) Validate(ignore ...string) Faults {
	faults := CheckRecord(&s, scenarioFields, ignore...)
	if s.RepeatPurchaseRate.Valid && len(s.RetentionCurve) > 0 {
		faults = append(faults, Fault{Field: "retention_curve", Code: CodeConflict, Reason: "both_retentions", Hint: "repeat_purchase_rate"})
	}
	if s.BasketCap.Valid && s.BasketValue.Valid && s.BasketCap.Decimal.LessThan(s.BasketValue.Decimal) {
		faults = append(faults, Fault{Field: "basket_cap", Code: CodeOutOfRange, Reason: "cap_below_basket",
			Args: []string{s.BasketCap.Decimal.String(), s.BasketValue.Decimal.String()}, Hint: s.BasketValue.Decimal.String(), Value: s.BasketCap.Decimal.String()})
	}
	return faults
}
