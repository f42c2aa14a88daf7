// Package plan follows many customers of one scenario over a business plan:
// cohort by cohort, what they bring, cost and leave in the till. The notation is
// that of package model; figures are rounded once, as there.
//
// Acquisition and fixed costs fall at the start of a period. A customer leaves
// at the end of the scenario's horizon. Opening customers start at age 0 and
// were acquired before the plan. Referrals do not feed the plan.
package plan

import (
	"context"

	"blyant/model"
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// Request is a plan: new customers given one by one (the last value repeating)
// or by their first number and growth rate.
type Request struct {
	Scenario               model.Scenario
	Periods                vocabulary.Whole // P
	NewCustomers           []decimal.Decimal
	NewCustomersFirst      decimal.NullDecimal
	NewCustomersGrowthRate decimal.NullDecimal
	OpeningCustomers       decimal.NullDecimal
	FixedCostPerPeriod     decimal.NullDecimal
	FixedCostGrowthRate    decimal.NullDecimal
	OpeningCash            decimal.NullDecimal
}

// Result is the plan worked out.
type Result struct {
	Request  Request // after defaults
	Summary  Summary
	Schedule []Row
	// Survival is the share of a cohort still active by its age in periods, from
	// 0 to the last age that the plan sees: with the new customers of the
	// schedule it gives the layers of the customer base.
	Survival []vocabulary.Rounded
	Notes    []vocabulary.Note
}

// Work works a plan out. The error is of type vocabulary.Faults, or the context's
// where it ends before the plan is done.
func Work(ctx context.Context, req Request) (Result, error) {
	if err := req.faults().OrNil(); err != nil {
		return Result{}, err
	}
	full := req.withDefaults()
	var result Result
	err := exact.Settle(max(full.Scenario.Horizon.Int, full.Periods.Int), func(a *exact.Arithmetic) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		c := newCohorts(a, full)
		r := worth.NewReport(a, full.Scenario.Decimals.Int)
		req.Scenario.NoteAssumptions(r)
		full.Scenario.NoteWarnings(a, r, c.worth)
		flows := c.flows()
		result = Result{Request: full, Schedule: schedule(r, flows)}
		if len(r.Faults) == 0 {
			result.Summary = c.summarise(r, flows)
			result.Survival = c.survival(r)
		}
		result.Notes = r.Notes
		return r.Faults.OrNil()
	})
	return result, err
}

// cohorts are the customers of the plan and what one of them brings by age.
type cohorts struct {
	a     *exact.Arithmetic
	req   Request
	worth *worth.Worth
	wins  []exact.Number // w_j, without the opening customers
	at    []exact.Number // D_j of the scenario's timing, over the plan
	start []exact.Number // (1+d)^(−j/p), the start of period j, over the plan and one more
}

func newCohorts(a *exact.Arithmetic, req Request) *cohorts {
	c := &cohorts{a: a, req: req, worth: &worth.Worth{Terms: req.Scenario.Terms(a)}}
	c.worth.Rows = worth.Project(a, &c.worth.Terms, c.worth.Terms.Horizon)
	for _, row := range c.worth.Rows { // the only total that a plan looks at
		c.worth.Lifetime = a.Add(c.worth.Lifetime, row.Active)
	}
	periods := req.Periods.Int
	c.wins = newCustomers(a, req)
	first, factor := c.worth.Terms.Discount(a)
	c.start = geometric(a, exact.FromInt(1), factor, periods+1)
	c.at = geometric(a, first, factor, periods)
	return c
}

// newCustomers returns w_j for each period of the plan.
func newCustomers(a *exact.Arithmetic, req Request) []exact.Number {
	if len(req.NewCustomers) == 0 {
		growth := a.Add(exact.FromInt(1), exact.FromNull(req.NewCustomersGrowthRate))
		return geometric(a, exact.FromNull(req.NewCustomersFirst), growth, req.Periods.Int)
	}
	wins := make([]exact.Number, req.Periods.Int)
	for j := range wins {
		wins[j] = exact.FromDecimal(req.NewCustomers[min(j, len(req.NewCustomers)-1)])
	}
	return wins
}

// geometric returns the first n of first, first·factor, first·factor² and so on.
func geometric(a *exact.Arithmetic, first, factor exact.Number, n int) []exact.Number {
	terms := make([]exact.Number, n)
	for i := range terms {
		terms[i] = first
		first = a.Mul(first, factor)
	}
	return terms
}
