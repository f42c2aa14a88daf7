package workbook

import (
	"slices"

	"blyant/model"
	"blyant/model/plan"
	"blyant/model/vocabulary"
)

// customerFields are the fields of a segment beside those of its scenario: who
// comes.
func customerFields() []vocabulary.Field { return plan.SegmentFields()[len(model.ScenarioFields()):] }

// ownFields are the fields of a plan that are not those of a kind of customers.
func ownFields() []vocabulary.Field {
	kinds := customerFields()
	return slices.DeleteFunc(plan.Fields(), func(f vocabulary.Field) bool {
		_, of := vocabulary.FieldNamed(kinds, f.Name)
		return of
	})
}

// kindsOf are the kinds of customers: the segments, or the scenario alone.
func kindsOf(req *plan.Request) []*plan.Segment {
	if len(req.Segments) == 0 {
		return []*plan.Segment{{Scenario: req.Scenario, Customers: req.Customers}}
	}
	kinds := make([]*plan.Segment, len(req.Segments))
	for i := range req.Segments {
		kinds[i] = &req.Segments[i]
	}
	return kinds
}

// writeInputs writes the fields of the kinds, then those of the plan.
func (p *business) writeInputs() {
	in := p.in
	in.head()
	scenario, customers, own := plan.SegmentFields()[:len(model.ScenarioFields())], customerFields(), ownFields()
	in.scenarios(scenario, p.records)
	in.group(p.lang.Label("new_customers"))
	for _, f := range customers {
		in.field(f, p.records, false)
	}
	in.ends = in.row - 1
	in.group(p.lang.Label("plan"))
	for _, f := range own {
		in.field(f, []any{&p.planned.Request}, true)
	}
	in.ownEnds = in.row - 1
	in.finish()
	in.writeChecks(scenario, false)
	in.writeChecks(customers, false)
	in.writeChecks(own, true)
	for _, name := range []string{"decimals", "currency", "period", "annual_discount_rate"} {
		p.all.areas[name] = p.kinds[0].area(name)
	}
}

// checksOf are the ranges of the checks on a kind's inputs and on the plan's own.
func (p *business) checksOf(c *customer) []string {
	col := letters(p.in.column(c.number - 1))
	first := letters(firstCustomer)
	return []string{
		p.check.quoted() + "!$" + col + "$" + itoa(firstRow) + ":$" + col + "$" + itoa(p.in.ends),
		p.check.quoted() + "!$" + first + "$" + itoa(p.in.ends+1) + ":$" + first + "$" + itoa(p.in.ownEnds),
	}
}
