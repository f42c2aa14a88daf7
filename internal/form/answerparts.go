package form

import (
	"blyant/internal/answer"
	"blyant/model"
)

// part is what an answer says of one customer, promise, programme or plan.
type part struct {
	name       string
	currency   string
	period     string
	inputs     answer.Record
	scenario   answer.Record // the inputs that are the scenario's
	summary    answer.Record
	schedule   []answer.Record
	comparison answer.Record // nil where there is one customer
	notes      []answer.Record
}

// parts takes an answer apart by customer, in the order of the request.
func parts(a answer.Answer) []part {
	scenarios, several := a.Body.Get("scenarios").(answer.List)
	if !several {
		return []part{partOf(a.Body)}
	}
	comparison := records(a.Body.Get("comparison"))
	all := make([]part, len(scenarios.Nodes))
	for i, scenario := range records(scenarios) {
		all[i] = partOf(scenario)
		if i < len(comparison) {
			all[i].comparison = comparison[i]
			all[i].name = text(comparison[i], "name") // the key where no name was given
		}
	}
	return all
}

func partOf(r answer.Record) part {
	p := part{name: text(r, "name"), currency: text(r, "currency"), schedule: records(r.Get("schedule")), notes: records(r.Get("notes"))}
	p.inputs, _ = r.Get("inputs").(answer.Record)
	p.scenario = p.inputs
	if scenario, nested := p.inputs.Get("scenario").(answer.Record); nested {
		p.scenario = scenario
	}
	p.period = text(p.scenario, "period")
	p.summary, _ = r.Get("summary").(answer.Record)
	return p
}

// records returns the records of a list, none where it is no list.
func records(n answer.Node) []answer.Record {
	switch n := n.(type) {
	case answer.Table:
		return n.Records()
	case answer.List:
		var all []answer.Record
		for _, node := range n.Nodes {
			if r, ok := node.(answer.Record); ok {
				all = append(all, r)
			}
		}
		return all
	}
	return nil
}

// cell returns the named cell of a record; null where there is none.
func cell(r answer.Record, name string) answer.Cell { return r.Cell(name) }

func text(r answer.Record, name string) string { return r.Cell(name).String() }

// figure finds a figure of a customer in the summary or the comparison.
func (p part) figure(name string) answer.Cell {
	if p.summary.Get(name) != nil {
		return p.summary.Cell(name)
	}
	return cell(p.comparison, name)
}

// baselineOf returns the index of the customer that the others are held against.
func baselineOf(a answer.Answer) int {
	if c, ok := a.Result.(*model.ComparisonResult); ok {
		return c.Baseline
	}
	return 0
}
