package plan

import (
	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// Request is a plan for the customers of one scenario or, where there are any,
// of segments, which take from the scenario what they leave out.
type Request struct {
	Scenario model.Scenario
	Customers
	Segments []Segment
	Keys     []string // what a segment is called in a query; may be nil

	Periods             vocabulary.Whole // P
	FixedCostPerPeriod  decimal.NullDecimal
	FixedCostGrowthRate decimal.NullDecimal
	FixedCosts          []decimal.Decimal
	InitialInvestment   decimal.NullDecimal
	OpeningCash         decimal.NullDecimal
	Start               string            // the first day of period 1; empty where the plan has no dates
	Seasonality         []decimal.Decimal // σ, repeating
	WordOfMouth         string            // off or on
}

// Segment is one of several kinds of customers: a scenario and who comes of it.
type Segment struct {
	model.Scenario
	Customers
}

// Customers says who comes: new customers given one by one (the last value
// repeating) or by their first number and growth rate.
type Customers struct {
	NewCustomers              []decimal.Decimal
	NewCustomersFirst         decimal.NullDecimal
	NewCustomersGrowthRate    decimal.NullDecimal
	OpeningCustomers          decimal.NullDecimal
	AcquisitionCostGrowthRate decimal.NullDecimal // h
}

// Result is the plan worked out.
type Result struct {
	Request  Request // after defaults
	Summary  Summary
	Segments []SegmentRow // where the request has segments, in its order
	Schedule []Row
	Years    []YearRow
	// Survival is the share of a cohort still active by its age in periods, from
	// 0 to the last age that the plan sees: with the new customers of the
	// schedule it gives the layers of the customer base. Nil with segments.
	Survival []vocabulary.Rounded
	Notes    []vocabulary.Note
}
