package model

import (
	"context"
	"slices"
	"strconv"
	"strings"

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

// check validates the request and names its scenarios: those without a name are
// called by their number.
func (req ComparisonRequest) check() (names []string, baseline int, faults vocabulary.Faults) {
	if n := len(req.Scenarios); n < LeastScenarios {
		return nil, 0, vocabulary.Faults{{Field: "scenarios", Code: vocabulary.CodeRequired, Reason: "too_few_scenarios", Args: []string{strconv.Itoa(n)}}}
	} else if n > MostScenarios {
		return nil, 0, vocabulary.Faults{{Field: "scenarios", Code: vocabulary.CodeTooMany, Reason: "too_many_scenarios", Args: []string{strconv.Itoa(n), strconv.Itoa(MostScenarios)}}}
	}
	for i, s := range req.Scenarios {
		path := req.path(i)
		faults = append(faults, s.Validate().Under(path)...)
		name := s.Name
		if name == "" {
			name = strconv.Itoa(i + 1)
		}
		if slices.Contains(names, name) {
			faults = append(faults, vocabulary.Fault{Field: path + "name", Code: vocabulary.CodeDuplicate, Reason: "duplicate_name", Args: []string{name}, Value: name})
		}
		names = append(names, name)
	}
	faults = append(faults, req.agree()...)
	if req.Baseline != "" {
		if baseline = Named(req.Baseline, names, req.Keys); baseline < 0 {
			faults = append(faults, vocabulary.Fault{Field: "baseline", Code: vocabulary.CodeNotAChoice, Reason: "unknown_baseline",
				Args: []string{req.Baseline, strings.Join(names, ", ")}, Value: req.Baseline})
		}
	}
	return names, baseline, faults
}

// path is what stands before a field of scenario i, as the caller wrote it.
func (req ComparisonRequest) path(i int) string { return ItemPath("scenarios", req.Keys, i) }

// ItemPath is what stands before a field of item i of a list: its key where it
// has one, as in a query, else its place in the list.
func ItemPath(list string, keys []string, i int) string {
	if i < len(keys) && keys[i] != "" {
		return keys[i] + "."
	}
	return list + "[" + strconv.Itoa(i) + "]."
}

// Named returns the index of the scenario called by that name or key, −1 where
// there is none. Names go before keys.
func Named(wanted string, names, keys []string) int {
	if i := slices.Index(names, wanted); i >= 0 {
		return i
	}
	return slices.Index(keys, wanted)
}

// agree checks what all scenarios must have in common.
func (req ComparisonRequest) agree() vocabulary.Faults {
	var faults vocabulary.Faults
	first := req.Scenarios[0].WithDefaults()
	for i, s := range req.Scenarios[1:] {
		s = s.WithDefaults()
		for _, c := range [][3]string{
			{"currency", string(first.Currency), string(s.Currency)},
			{"period", string(first.Period), string(s.Period)},
			{"decimals", strconv.Itoa(first.Decimals.Int), strconv.Itoa(s.Decimals.Int)},
		} {
			sameReason := c[0] == "decimals" && first.Currency != s.Currency
			if c[1] != c[2] && !sameReason {
				faults = append(faults, vocabulary.Fault{Field: req.path(i+1) + c[0], Code: vocabulary.CodeConflict,
					Reason: "scenarios_differ", Args: c[:], Value: c[2]})
			}
		}
	}
	return faults
}
