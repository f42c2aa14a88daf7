package plan

import (
	"slices"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// MostPeriods is the longest plan.
const MostPeriods = 600

// mostListed bounds the list of new customers; values beyond the plan are not used.
const mostListed = 1200

var (
	customers = decimal.New(1, 9)
	money     = decimal.New(1, 12)
)

// Fields returns the fields of a plan beside its scenario.
func Fields() []vocabulary.Field { return slices.Clone(fields) }

var fields = vocabulary.UnderAll(vocabulary.GroupCalculator, []vocabulary.Field{
	kept(vocabulary.WholeNumber("plan_periods", vocabulary.UnitPeriods, 1, MostPeriods).Must(), func(r *Request) any { return &r.Periods }),
	kept(vocabulary.Numbers("new_customers", vocabulary.UnitCustomers, customers, mostListed), func(r *Request) any { return &r.NewCustomers }),
	kept(vocabulary.Number("new_customers_first", vocabulary.UnitCustomers, customers).Must().Or("new_customers"), func(r *Request) any { return &r.NewCustomersFirst }),
	kept(vocabulary.Growth("new_customers_growth_rate"), func(r *Request) any { return &r.NewCustomersGrowthRate }),
	kept(vocabulary.Number("opening_customers", vocabulary.UnitCustomers, customers).Defaults("0"), func(r *Request) any { return &r.OpeningCustomers }),
	kept(vocabulary.Money("fixed_cost_per_period").Defaults("0"), func(r *Request) any { return &r.FixedCostPerPeriod }),
	kept(vocabulary.Growth("fixed_cost_growth_rate").Defaults("0"), func(r *Request) any { return &r.FixedCostGrowthRate }),
	kept(vocabulary.Money("opening_cash").From(money.Neg()).Defaults("0"), func(r *Request) any { return &r.OpeningCash }),
})

// kept says where a plan keeps the field.
func kept(f vocabulary.Field, at func(*Request) any) vocabulary.Field { return vocabulary.Place(f, at) }

// Validate returns the faults of the plan's own fields; ignore holds those whose
// fault is known already.
func (req *Request) Validate(ignore ...string) vocabulary.Faults {
	faults := vocabulary.CheckRecord(req, fields, ignore...)
	if len(req.NewCustomers) == 0 {
		return faults
	}
	for _, f := range fields {
		if (f.Name == "new_customers_first" || f.Name == "new_customers_growth_rate") && f.Has(req) {
			faults = append(faults, vocabulary.Fault{Field: f.Name, Code: vocabulary.CodeConflict, Reason: "new_customers_both", Hint: "new_customers"})
		}
	}
	return faults
}

func (req Request) faults() vocabulary.Faults {
	return append(req.Scenario.Validate().Under("scenario."), req.Validate()...)
}

func (req Request) withDefaults() Request {
	req.Scenario = req.Scenario.WithDefaults()
	vocabulary.FillDefaults(&req, fields)
	return req
}
