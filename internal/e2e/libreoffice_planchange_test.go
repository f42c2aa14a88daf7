//go:build e2e

package e2e

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"blyant/internal/golden"
	"blyant/model"
	"blyant/model/plan"
	"blyant/model/vocabulary"
)

// planChanges are inputs of the plan and of who comes to change, by turns.
var planChanges = []struct {
	field string
	value func(request golden.Object) any
}{
	{"plan_periods", func(r golden.Object) any { return max(1, int(r["plan_periods"].(float64))*2/3) }},
	{"plan_periods", func(r golden.Object) any { return min(120, int(r["plan_periods"].(float64))+41) }},
	{"new_customers", func(golden.Object) any { return 123.5 }},
	{"opening_customers", func(golden.Object) any { return 250 }},
	{"fixed_cost_per_period", func(golden.Object) any { return 1234.5 }},
	{"opening_cash", func(golden.Object) any { return -5000.25 }},
	{"fixed_cost_growth_rate", func(golden.Object) any { return 0.015 }},
	{"new_customers_growth_rate", func(golden.Object) any { return 0.04 }},
}

// changedPlan is a request that changes with the cells of its workbook.
type changedPlan struct {
	request golden.Object
	kinds   []changedKind // of customers: a column of inputs each
	write   func(at place, value any)
	lang    string // of the workbook
}

// changedKind is one kind of customers: all that was given for it, and the
// objects of the request that hold its scenario and who comes.
type changedKind struct{ given, scenario, customers golden.Object }

// changeable is a copy of a request in which each kind has its horizon, which
// stays in its cell whatever the period becomes.
func changeable(request golden.Object, lang string, write func(at place, value any)) changedPlan {
	p := changedPlan{request: maps.Clone(request), write: write, lang: lang}
	common, _ := request["scenario"].(golden.Object)
	segments, _ := request["segments"].([]any)
	var changed []any
	for _, segment := range segments {
		own := maps.Clone(segment.(golden.Object))
		given := maps.Clone(common)
		if given == nil {
			given = golden.Object{}
		}
		maps.Copy(given, own)
		own["horizon"] = horizon(given)
		p.kinds, changed = append(p.kinds, changedKind{given, own, own}), append(changed, own)
	}
	if changed != nil {
		p.request["segments"] = changed
		return p
	}
	scenario := golden.Object{}
	maps.Copy(scenario, common)
	scenario["horizon"] = horizon(common)
	p.request["scenario"] = scenario
	p.kinds = []changedKind{{common, scenario, p.request}}
	return p
}

// shared are the inputs that are the same for all kinds of customers.
func shared(field string) bool {
	return slices.Contains([]string{"currency", "period", "decimals", "annual_discount_rate"}, field)
}

// changePlan writes three inputs into the workbook that is open.
func (s *spreadsheet) changePlan(where string, i int, request golden.Object) {
	s.t.Helper()
	p := changeable(request, s.lang, s.write)
	p.changeThree(i)
	where += fmt.Sprintf(" with %v", p.request)
	s.recalculate(where)
	s.comparePlanWithAPI(where, p.request)
}

// changeThree changes one input of a customer and two of the plan or of who comes.
func (p changedPlan) changeThree(i int) {
	column := i % len(p.kinds)
	p.changeCustomer(column, 5*i)
	for k := range 2 {
		x := planChanges[(2*i+3*k)%len(planChanges)]
		p.changeOfPlan(column, x.field, x.value(p.request))
	}
}

// changeCustomer changes a field of the scenario of one kind of customers, or of
// all where they share it.
func (p changedPlan) changeCustomer(column, which int) {
	x := changes[which%len(changes)]
	given, own := p.kinds[column].given, p.kinds[column].scenario
	value := x.value(given)
	switch {
	case x.field == "basket_value" && given["basket_cap"] != nil:
		x.field, value = "basket_cap", nil
	case x.field == "acquisition_cost" && own[x.field] == nil && given["cost_per_prospect"] != nil:
		x.field, value = "cost_per_prospect", 7.5
		own["conversion_rate"] = given["conversion_rate"] // the two come together
	}
	for k, kind := range p.kinds {
		if k == column || shared(x.field) {
			kind.scenario[x.field] = value
			p.write(place{Ref: x.field, Column: k}, shown(p.lang, x.field, value))
		}
	}
}

// changeOfPlan changes a field of the plan, or of who comes of one kind.
func (p changedPlan) changeOfPlan(column int, field string, value any) {
	list, listed := p.kinds[column].customers["new_customers"].([]any)
	given := value
	switch {
	case field == "new_customers" && listed: // the first of the list
		given = append([]any{value}, list[1:]...)
	case field == "new_customers":
		field = "new_customers_first"
	case field == "new_customers_growth_rate" && listed,
		strings.HasPrefix(field, "fixed_cost_") && p.request["fixed_costs"] != nil: // a list has the word
		field = "opening_cash"
	}
	if _, comes := vocabulary.FieldNamed(plan.SegmentFields()[len(model.ScenarioFields()):], field); comes {
		p.kinds[column].customers[field] = given
		p.write(place{Ref: field, Column: column}, value)
		return
	}
	p.request[field] = given
	p.write(place{Ref: field}, value)
}
