package model

import (
	"context"
	"slices"
	"strings"

	"blyant/model/exact"

	"github.com/shopspring/decimal"
)

// Least and most scenarios of a comparison.
const (
	LeastScenarios = 2
	MostScenarios  = 20
)

// Compare holds scenarios against a baseline. The error is of type Faults, or
// the context's where it ends first.
func Compare(ctx context.Context, req ComparisonRequest) (ComparisonResult, error) {
	names, baseline, faults := req.check()
	if len(faults) > 0 {
		return ComparisonResult{}, faults
	}
	result := ComparisonResult{Keys: names, Baseline: baseline}
	longest := 0
	for _, s := range req.Scenarios {
		longest = max(longest, s.WithDefaults().Horizon.Int)
	}
	err := exact.Settle(longest, func(a *exact.Arithmetic) error {
		return result.compute(ctx, a, req.Scenarios)
	})
	return result, err
}

func (c *ComparisonResult) compute(ctx context.Context, a *exact.Arithmetic, scenarios []Scenario) error {
	worths := make([]*Worth, len(scenarios))
	c.Scenarios, c.Comparison, c.Notes = nil, nil, nil
	var faults Faults
	for i, s := range scenarios {
		if err := ctx.Err(); err != nil {
			return err
		}
		worths[i] = Evaluate(a, s.WithDefaults())
		result, wrong := ReportWorth(a, s, worths[i])
		result.Scenario.Name = c.Keys[i]
		faults = append(faults, wrong.Under(c.Keys[i]+".")...)
		c.Scenarios = append(c.Scenarios, result)
	}
	r := NewReport(a, c.Scenarios[0].Scenario.Decimals.Int)
	base := worths[c.Baseline]
	for i, w := range worths {
		row := w.against(a, r, base, c.Keys[i])
		c.Comparison = append(c.Comparison, row)
	}
	c.noteBias(r)
	c.Notes = r.Notes
	return append(faults, r.Faults...).OrNil()
}

// against compares w, the scenario of that name, with the baseline.
func (w *Worth) against(a *exact.Arithmetic, r *Report, base *Worth, name string) ComparisonRow {
	row := ComparisonRow{Name: name}
	isBase := w == base
	difference := a.Sub(w.Net, base.Net)
	if isBase {
		difference = exact.Number{}
	}
	row.NetDifference = r.money("net_difference", difference)
	row.AffordableAcquisitionCost = r.money("affordable_acquisition_cost", a.Add(w.Terms.Acquisition, difference))
	switch {
	case a.Sign(base.Value) <= 0:
		row.ValueMultiple = r.Null("value_multiple_undefined", "value_multiple")
	case isBase:
		row.ValueMultiple = r.ratio("value_multiple", exact.FromInt(1))
	default:
		row.ValueMultiple = r.OptionalRatio("value_multiple", a.Quo(w.Value, base.Value))
	}
	if w.Orders.IsZero() {
		row.AffordableServiceCostPerOrder = r.Null("no_orders", "affordable_service_cost_per_order", name)
	} else {
		row.AffordableServiceCostPerOrder = r.money("affordable_service_cost_per_order", a.Quo(difference, w.Discounted))
	}
	if period := w.overtakes(a, base); isBase || period > 0 {
		row.OvertakesInPeriod = decimal.NewNullDecimal(decimal.NewFromInt(int64(max(period, 1))))
	} else {
		row.OvertakesInPeriod = r.Null("never_overtakes", "overtakes_in_period", name)
	}
	return row
}

// overtakes returns the smallest period number from which the cumulative
// present value is never again below the baseline's, over the longer of the two
// horizons, a shorter schedule being continued flat; 0 where there is none.
func (w *Worth) overtakes(a *exact.Arithmetic, base *Worth) int {
	lead := a.Sub(base.Terms.Acquisition, w.Terms.Acquisition)
	period := 0
	for i := range max(len(w.Rows), len(base.Rows)) {
		if i < len(w.Rows) {
			lead = a.Add(lead, w.Rows[i].PresentValue)
		}
		if i < len(base.Rows) {
			lead = a.Sub(lead, base.Rows[i].PresentValue)
		}
		switch {
		case a.Sign(lead) < 0:
			period = 0
		case period == 0:
			period = i + 1
		}
	}
	return period
}

// noteBias tells of differences between scenarios that bias the comparison.
func (c *ComparisonResult) noteBias(r *Report) {
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
func (req ComparisonRequest) check() (names []string, baseline int, faults Faults) {
	if n := len(req.Scenarios); n < LeastScenarios {
		return nil, 0, Faults{{Field: "scenarios", Code: CodeRequired, Reason: "too_few_scenarios", Args: []string{itoa(n)}}}
	} else if n > MostScenarios {
		return nil, 0, Faults{{Field: "scenarios", Code: CodeTooMany, Reason: "too_many_scenarios", Args: []string{itoa(n), itoa(MostScenarios)}}}
	}
	for i, s := range req.Scenarios {
		path := req.path(i)
		faults = append(faults, s.Validate().Under(path)...)
		name := s.Name
		if name == "" {
			name = itoa(i + 1)
		}
		if slices.Contains(names, name) {
			faults = append(faults, Fault{Field: path + "name", Code: CodeDuplicate, Reason: "duplicate_name", Args: []string{name}, Value: name})
		}
		names = append(names, name)
	}
	faults = append(faults, req.agree()...)
	if req.Baseline != "" {
		if baseline = Named(req.Baseline, names, req.Keys); baseline < 0 {
			faults = append(faults, Fault{Field: "baseline", Code: CodeNotAChoice, Reason: "unknown_baseline",
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
	return list + "[" + itoa(i) + "]."
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
func (req ComparisonRequest) agree() Faults {
	var faults Faults
	first := req.Scenarios[0].WithDefaults()
	for i, s := range req.Scenarios[1:] {
		s = s.WithDefaults()
		for _, c := range [][3]string{
			{"currency", string(first.Currency), string(s.Currency)},
			{"period", string(first.Period), string(s.Period)},
			{"decimals", itoa(first.Decimals.Int), itoa(s.Decimals.Int)},
		} {
			sameReason := c[0] == "decimals" && first.Currency != s.Currency
			if c[1] != c[2] && !sameReason {
				faults = append(faults, Fault{Field: req.path(i+1) + c[0], Code: CodeConflict,
					Reason: "scenarios_differ", Args: c[:], Value: c[2]})
			}
		}
	}
	return faults
}
