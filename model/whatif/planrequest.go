package whatif

import (
	"slices"
	"strings"

	"blyant/model/plan"
	"blyant/model/vocabulary"
)

// OfPlan reports whether the request has a plan.
func (req *BreakEvenRequest) OfPlan() bool {
	return slices.ContainsFunc(plan.Fields(), func(f vocabulary.Field) bool { return f.Has(&req.Plan) })
}

// ValidatePlan returns the faults of the plan's fields, of which what is solved
// for may be left out; none where there is no plan. ignore holds the fields whose
// fault is known already.
func (req *BreakEvenRequest) ValidatePlan(ignore ...string) vocabulary.Faults {
	if !req.OfPlan() {
		return nil
	}
	p := req.Plan
	f, own := vocabulary.FieldNamed(ownOfPlan, req.SolveFor)
	if own && !f.Has(&p) && req.excludedInPlan(req.SolveFor) == "" && !slices.Contains(ignore, f.Name) {
		f.Set(&p, vocabulary.Value{Number: f.Min}) // something stands in its place
	}
	return p.Validate(ignore...)
}

// excludedInPlan returns the field of the plan that excludes this one, empty
// where there is none.
func (req *BreakEvenRequest) excludedInPlan(name string) string {
	switch {
	case name == "new_customers_first" && len(req.Plan.NewCustomers) > 0:
		return "new_customers"
	case name == "fixed_cost_per_period" && len(req.Plan.FixedCosts) > 0:
		return "fixed_costs"
	}
	return ""
}

// checkPlan looks at what a plan may be asked, and at what only a plan may be.
func (req *BreakEvenRequest) checkPlan(ignore []string) vocabulary.Faults {
	var faults vocabulary.Faults
	one := func(field, given, hint string, choices []string) {
		if !slices.Contains(ignore, field) {
			faults = append(faults, vocabulary.Fault{Field: field, Code: vocabulary.CodeNotAChoice, Reason: "not_a_choice",
				Args: []string{given, strings.Join(choices, ", ")}, Hint: hint, Value: given})
		}
	}
	if !req.OfPlan() {
		if f, of := vocabulary.FieldNamed(ownOfPlan, req.SolveFor); of {
			one("solve_for", f.Name, "plan_periods", VariableNames()) // a plan has it
		}
		if m, of := planMetricNamed(req.Metric); of {
			one("metric", m.Name, "plan_periods", SolvableMetrics())
		}
		return faults
	}
	if slices.Contains(SolvableMetrics(), req.Metric) {
		one("metric", req.Metric, PlanMetrics()[0], PlanMetrics())
	}
	switch {
	case req.Question != "":
		faults = append(faults, vocabulary.Fault{Field: "question", Code: vocabulary.CodeConflict, Reason: "question_not_of_plan", Args: []string{req.Question}, Value: req.Question})
	case req.Metric == "" && !slices.Contains(ignore, "metric"):
		faults = append(faults, vocabulary.Fault{Field: "metric", Code: vocabulary.CodeRequired, Reason: "required"})
	}
	return faults
}
