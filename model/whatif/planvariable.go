package whatif

import (
	"blyant/model/plan"
	"blyant/model/vocabulary"
)

// planVariables are the inputs of a plan that can be solved for: those of its
// scenario, and three of its own.
var planVariables = append(within(Variables(), func(r *plan.Request) any { return &r.Scenario }), ownOfPlan...)

// ownOfPlan are those that a plan has beside its scenario.
var ownOfPlan = chosen(plan.Fields(), "new_customers_first", "fixed_cost_per_period", "initial_investment")

func within(fields []vocabulary.Field, to func(*plan.Request) any) []vocabulary.Field {
	for i, f := range fields {
		fields[i] = f.Within(func(record any) any { return to(record.(*plan.Request)) })
	}
	return fields
}

func chosen(fields []vocabulary.Field, names ...string) []vocabulary.Field {
	list := make([]vocabulary.Field, len(names))
	for i, name := range names {
		list[i], _ = vocabulary.FieldNamed(fields, name)
	}
	return list
}

// solvable are all inputs that a break-even may ask for.
var solvable = append(Variables(), ownOfPlan...)

// SolvableNames returns the names of the inputs that a break-even may ask for,
// those of a plan last.
func SolvableNames() []string { return namesOf(solvable) }
