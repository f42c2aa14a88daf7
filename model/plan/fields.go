package plan

import (
	"slices"

	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// The most there may be of each.
const (
	MostPeriods  = 600
	MostSegments = 20
	mostFactors  = 52   // of a season
	mostListed   = 1200 // new customers; values beyond the plan are not used
)

// Word of mouth feeds the plan or does not.
const (
	Off = "off"
	On  = "on"
)

var (
	customers = decimal.New(1, 9)
	money     = decimal.New(1, 12)
	factor    = decimal.NewFromInt(100)
)

// Fields returns the fields of a plan beside its scenario and segments.
func Fields() []vocabulary.Field { return slices.Clone(fields) }

// SegmentFields returns the fields of a segment: those of a scenario, and who
// comes.
func SegmentFields() []vocabulary.Field { return slices.Clone(segmentFields) }

var customerFields = vocabulary.UnderAll(vocabulary.GroupCalculator, []vocabulary.Field{
	comes(vocabulary.Numbers("new_customers", vocabulary.UnitCustomers, customers, mostListed).Own(), func(c *Customers) any { return &c.NewCustomers }),
	comes(vocabulary.Number("new_customers_first", vocabulary.UnitCustomers, customers).Must().Or("new_customers").Own(), func(c *Customers) any { return &c.NewCustomersFirst }),
	comes(vocabulary.Growth("new_customers_growth_rate").Own(), func(c *Customers) any { return &c.NewCustomersGrowthRate }),
	comes(vocabulary.Number("opening_customers", vocabulary.UnitCustomers, customers).Defaults("0").While().Own(), func(c *Customers) any { return &c.OpeningCustomers }),
	comes(vocabulary.Growth("acquisition_cost_growth_rate").Defaults("0").While().Own(), func(c *Customers) any { return &c.AcquisitionCostGrowthRate }),
})

var segmentFields = slices.Concat(
	within(model.ScenarioFields(), func(record any) any { return &record.(*Segment).Scenario }),
	within(customerFields, func(record any) any { return &record.(*Segment).Customers }),
)

// costFields are the fixed costs, given in one of two ways.
var costFields = []vocabulary.Field{
	kept(vocabulary.Money("fixed_cost_per_period").Defaults("0").While(), func(r *Request) any { return &r.FixedCostPerPeriod }),
	kept(vocabulary.Growth("fixed_cost_growth_rate").Defaults("0").While(), func(r *Request) any { return &r.FixedCostGrowthRate }),
}

var ownFields = []vocabulary.Field{
	kept(vocabulary.Numbers("fixed_costs", vocabulary.UnitMoney, money, MostPeriods), func(r *Request) any { return &r.FixedCosts }),
	kept(vocabulary.Money("initial_investment").Defaults("0"), func(r *Request) any { return &r.InitialInvestment }),
	kept(vocabulary.Money("opening_cash").From(money.Neg()).Defaults("0"), func(r *Request) any { return &r.OpeningCash }),
	kept(vocabulary.Date("start"), func(r *Request) any { return &r.Start }),
	kept(vocabulary.Numbers("seasonality", vocabulary.UnitFactor, factor, mostFactors), func(r *Request) any { return &r.Seasonality }),
	kept(vocabulary.Choice("word_of_mouth", Off, On).Defaults(Off), func(r *Request) any { return &r.WordOfMouth }),
}

var fields = vocabulary.UnderAll(vocabulary.GroupCalculator, slices.Concat(
	[]vocabulary.Field{kept(vocabulary.WholeNumber("plan_periods", vocabulary.UnitPeriods, 1, MostPeriods).Must(), func(r *Request) any { return &r.Periods })},
	within(customerFields, func(record any) any { return &record.(*Request).Customers }),
	costFields,
	ownFields,
))

// kept says where a plan keeps the field.
func kept(f vocabulary.Field, at func(*Request) any) vocabulary.Field { return vocabulary.Place(f, at) }

// comes says where the customers keep the field.
func comes(f vocabulary.Field, at func(*Customers) any) vocabulary.Field {
	return vocabulary.Place(f, at)
}

// within are the fields of a record that holds theirs.
func within(fields []vocabulary.Field, to func(record any) any) []vocabulary.Field {
	out := make([]vocabulary.Field, len(fields))
	for i, f := range fields {
		out[i] = f.Within(to)
	}
	return out
}
