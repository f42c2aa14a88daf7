package model

import "slices"

// Rounding says to how many decimals a figure is reported.
type Rounding uint8

// Roundings of figures.
const (
	RoundMoney Rounding = iota // the currency's minor unit, or the decimals asked for
	RoundRatio                 // six decimals: shares, factors, ratios, orders, customers, durations
	RoundWhole                 // an integer: period numbers
)

// RatioDecimals is the number of decimals of every figure that is not money.
const RatioDecimals = 6

// Figure describes one figure of an answer.
type Figure struct {
	Name     string
	Unit     Unit
	Rounding Rounding
	Nullable bool
}

// SummaryFigures returns the figures of a summary in the order of the
// specification. The slice is the caller's own, as with the other lists.
func SummaryFigures() []Figure { return slices.Clone(summaryFigures) }

// ScheduleFigures returns the columns of a schedule.
func ScheduleFigures() []Figure { return slices.Clone(scheduleFigures) }

// ComparisonFigures returns the figures that hold a scenario against the baseline.
func ComparisonFigures() []Figure { return slices.Clone(comparisonFigures) }

var summaryFigures = []Figure{
	{"lifetime_revenue", UnitMoney, RoundMoney, false},
	{"lifetime_contribution", UnitMoney, RoundMoney, false},
	{"lifetime_value", UnitMoney, RoundMoney, false},
	{"net_lifetime_value", UnitMoney, RoundMoney, false},
	{"value_to_cost_ratio", UnitRatio, RoundRatio, true},
	{"expected_orders", UnitOrders, RoundRatio, false},
	{"expected_lifetime_periods", UnitPeriods, RoundRatio, false},
	{"payback_periods", UnitPeriods, RoundRatio, true},
	{"payback_orders", UnitOrders, RoundRatio, true},
	{"discounted_payback_periods", UnitPeriods, RoundRatio, true},
	{"probability_of_profit", UnitShare, RoundRatio, false},
	{"internal_rate_of_return", UnitSharePerYear, RoundRatio, true},
	{"perpetual_lifetime_value", UnitMoney, RoundMoney, true},
	{"word_of_mouth_value", UnitMoney, RoundMoney, false},
	{"viral_coefficient", UnitCustomers, RoundRatio, false},
}

var scheduleFigures = []Figure{
	{"period", UnitPeriodNumber, RoundWhole, false},
	{"active_share", UnitShare, RoundRatio, false},
	{"orders", UnitOrders, RoundRatio, false},
	{"basket_value", UnitMoney, RoundMoney, false},
	{"revenue", UnitMoney, RoundMoney, false},
	{"gross_margin", UnitMoney, RoundMoney, false},
	{"service_cost", UnitMoney, RoundMoney, false},
	{"contribution", UnitMoney, RoundMoney, false},
	{"discount_factor", UnitFactor, RoundRatio, false},
	{"present_value", UnitMoney, RoundMoney, false},
	{"cumulative_contribution", UnitMoney, RoundMoney, false},
	{"cumulative_present_value", UnitMoney, RoundMoney, false},
}

var comparisonFigures = []Figure{
	{"net_difference", UnitMoney, RoundMoney, false},
	{"value_multiple", UnitRatio, RoundRatio, true},
	{"overtakes_in_period", UnitPeriodNumber, RoundWhole, true},
	{"affordable_service_cost_per_order", UnitMoney, RoundMoney, true},
	{"affordable_acquisition_cost", UnitMoney, RoundMoney, false},
}
