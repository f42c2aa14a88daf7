package model

import "github.com/shopspring/decimal"

// Result is what one customer is worth: the scenario after defaults, the
// summary, the schedule, and the notes on both. Every figure is rounded as its
// Figure says and carries exactly that many decimals in its exponent.
type Result struct {
	Scenario Scenario
	Summary  Summary
	Schedule []ScheduleRow
	Notes    []Note
}

// Summary holds the figures of SummaryFigures. One that is not Valid is null.
type Summary struct {
	LifetimeRevenue          decimal.NullDecimal
	LifetimeContribution     decimal.NullDecimal
	LifetimeValue            decimal.NullDecimal
	NetLifetimeValue         decimal.NullDecimal
	ValueToCostRatio         decimal.NullDecimal
	ExpectedOrders           decimal.NullDecimal
	ExpectedLifetimePeriods  decimal.NullDecimal
	PaybackPeriods           decimal.NullDecimal
	PaybackOrders            decimal.NullDecimal
	DiscountedPaybackPeriods decimal.NullDecimal
	ProbabilityOfProfit      decimal.NullDecimal
	InternalRateOfReturn     decimal.NullDecimal
	PerpetualLifetimeValue   decimal.NullDecimal
	WordOfMouthValue         decimal.NullDecimal
	ViralCoefficient         decimal.NullDecimal
}

// Values returns the figures in the order of SummaryFigures.
func (s Summary) Values() []decimal.NullDecimal {
	return []decimal.NullDecimal{
		s.LifetimeRevenue, s.LifetimeContribution, s.LifetimeValue, s.NetLifetimeValue,
		s.ValueToCostRatio, s.ExpectedOrders, s.ExpectedLifetimePeriods,
		s.PaybackPeriods, s.PaybackOrders, s.DiscountedPaybackPeriods,
		s.ProbabilityOfProfit, s.InternalRateOfReturn, s.PerpetualLifetimeValue,
		s.WordOfMouthValue, s.ViralCoefficient,
	}
}

// ScheduleRow is one period of the schedule, numbered from 1.
type ScheduleRow struct {
	Period                 int
	ActiveShare            decimal.Decimal
	Orders                 decimal.Decimal
	BasketValue            decimal.Decimal
	Revenue                decimal.Decimal
	GrossMargin            decimal.Decimal
	ServiceCost            decimal.Decimal
	Contribution           decimal.Decimal
	DiscountFactor         decimal.Decimal
	PresentValue           decimal.Decimal
	CumulativeContribution decimal.Decimal
	CumulativePresentValue decimal.Decimal
}

// Values returns the row in the order of ScheduleFigures.
func (r ScheduleRow) Values() []decimal.NullDecimal {
	return Present(decimal.NewFromInt(int64(r.Period)), r.ActiveShare, r.Orders, r.BasketValue, r.Revenue, r.GrossMargin,
		r.ServiceCost, r.Contribution, r.DiscountFactor, r.PresentValue,
		r.CumulativeContribution, r.CumulativePresentValue)
}

// Present returns figures that are never null as figures that may be.
func Present(values ...decimal.Decimal) []decimal.NullDecimal {
	out := make([]decimal.NullDecimal, len(values))
	for i, v := range values {
		out[i] = decimal.NewNullDecimal(v)
	}
	return out
}

// ComparisonRequest holds 2 to 20 scenarios against one of them.
type ComparisonRequest struct {
	Scenarios []Scenario
	Keys      []string // what else a scenario may be called by, beside its name; may be nil
	Baseline  string   // key or name of the baseline; empty is the first
}

// ComparisonResult is the answer for each scenario and how it stands against
// the baseline, in the order of the request.
type ComparisonResult struct {
	Scenarios  []Result
	Comparison []ComparisonRow
	Keys       []string // as requested; the number of an unnamed scenario
	Baseline   int      // index of the baseline
	Notes      []Note
}

// ComparisonRow holds the figures of ComparisonFigures for one scenario.
type ComparisonRow struct {
	Name                          string
	NetDifference                 decimal.NullDecimal
	ValueMultiple                 decimal.NullDecimal
	OvertakesInPeriod             decimal.NullDecimal
	AffordableServiceCostPerOrder decimal.NullDecimal
	AffordableAcquisitionCost     decimal.NullDecimal
}

// Values returns the figures in the order of ComparisonFigures.
func (r ComparisonRow) Values() []decimal.NullDecimal {
	return []decimal.NullDecimal{
		r.NetDifference, r.ValueMultiple, r.OvertakesInPeriod,
		r.AffordableServiceCostPerOrder, r.AffordableAcquisitionCost,
	}
}
