package model

import (
	"context"
	"slices"

	"blyant/model/internal/formula"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// Least and most scenarios of a comparison.
const (
	LeastScenarios = 2
	MostScenarios  = 20
)

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
	Names      []string // as requested; the number of an unnamed scenario
	Keys       []string // what else a scenario may be called by, as requested
	Baseline   int      // index of the baseline
	Notes      []vocabulary.Note
}

// Compare holds scenarios against a baseline. The error is of type Faults, or
// the context's where it ends first.
func Compare(ctx context.Context, req ComparisonRequest) (ComparisonResult, error) {
	names, baseline, faults := req.check()
	if len(faults) > 0 {
		return ComparisonResult{}, faults
	}
	result := ComparisonResult{Names: names, Keys: req.Keys, Baseline: baseline}
	return result, result.compute(ctx, req.Scenarios, Scenario.Report)
}

// CompareBriefly is Compare without the schedules, and no more than the figures
// that hold scenarios against each other decides whether they can be reported:
// those that are too large are null, and among the faults.
func CompareBriefly(ctx context.Context, req ComparisonRequest) (ComparisonResult, error) {
	names, baseline, faults := req.check()
	if len(faults) > 0 {
		return ComparisonResult{}, faults
	}
	result := ComparisonResult{Names: names, Keys: req.Keys, Baseline: baseline}
	return result, result.compute(ctx, req.Scenarios, func(s Scenario) (Result, vocabulary.Faults) {
		return Result{Scenario: s.WithDefaults()}, nil
	})
}

// compute compares scenarios, each of which report works out by itself.
func (c *ComparisonResult) compute(ctx context.Context, scenarios []Scenario, report func(Scenario) (Result, vocabulary.Faults)) error {
	terms := make([]formula.Terms, len(scenarios))
	var faults vocabulary.Faults
	for i, s := range scenarios {
		if err := ctx.Err(); err != nil {
			return err
		}
		result, wrong := report(s)
		terms[i] = result.Scenario.Numbers()
		result.Scenario.Name = c.Names[i]
		faults = append(faults, wrong.Under(c.Names[i]+".")...)
		c.Scenarios = append(c.Scenarios, result)
	}
	places := c.Scenarios[0].Scenario.Decimals.Int
	r := worth.NewReport(nil, places)
	for i := range terms {
		compared, _ := formula.Compare(&terms[c.Baseline], &terms[i], places)
		c.Comparison = append(c.Comparison, (&beside{compared, c.Names[i]}).row(r))
	}
	c.noteBias(r)
	c.Notes = r.Notes
	return append(faults, r.Faults...).OrNil()
}

// noteBias tells of differences between scenarios that bias the comparison.
func (c *ComparisonResult) noteBias(r *worth.Report) {
	first := c.Scenarios[0].Scenario
	differs := func(other func(Scenario) bool) bool {
		return slices.ContainsFunc(c.Scenarios, func(x Result) bool { return other(x.Scenario) })
	}
	if differs(func(s Scenario) bool { return s.Horizon != first.Horizon }) {
		r.Note("horizons_differ", "horizon")
	}
	if differs(func(s Scenario) bool {
		return !s.AnnualDiscountRate.Decimal.Equal(first.AnnualDiscountRate.Decimal)
	}) {
		r.Note("discount_rates_differ", "annual_discount_rate")
	}
}
