package input

import (
	"fmt"
	"strings"
	"testing"

	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// comparison is a request of the shape that a comparison has.
type comparison struct {
	Baseline  string
	Defaults  model.Scenario
	Scenarios []model.Scenario
}

// flat is the shape of a scenario alone.
var flat = Shape{Fields: model.ScenarioFields(), Check: func(record any, ignore ...string) vocabulary.Faults {
	return record.(*model.Scenario).Validate(ignore...)
}}

var comparisonShape = Shape{
	Fields: []vocabulary.Field{vocabulary.Place(vocabulary.Text("baseline", 80), func(c *comparison) any { return &c.Baseline })},
	Members: []Member{
		Shared("defaults", flat, func(c *comparison) any { return &c.Defaults }),
		Many("scenarios", "scenario", 20, flat, func(c *comparison, _ string) any { return Grow(&c.Scenarios, 20) }),
	},
}

// programmes is a request with a nested scenario, fields of its own of every
// kind, and items that are no scenarios and have no Check.
type programmes struct {
	Scenario  model.Scenario
	Customers decimal.NullDecimal
	Draws     vocabulary.Whole
	Metrics   []string
	Items     []programme
}

type programme struct {
	Name      string
	FreeEvery vocabulary.Whole
	Rebate    decimal.NullDecimal
}

var programmesShape = Shape{
	Fields: []vocabulary.Field{
		vocabulary.Place(vocabulary.Number("customers", vocabulary.UnitCustomers, decimal.New(1, 9)), func(p *programmes) any { return &p.Customers }),
		vocabulary.Place(vocabulary.WholeNumber("draws", vocabulary.UnitCount, 1e3, 1e6), func(p *programmes) any { return &p.Draws }),
		vocabulary.Place(vocabulary.Names("metrics", 3), func(p *programmes) any { return &p.Metrics }),
	},
	Members: []Member{
		One("scenario", flat, func(p *programmes) any { return &p.Scenario }),
		Many("programmes", "programme", 10, Shape{Fields: []vocabulary.Field{
			vocabulary.Place(vocabulary.Text("name", 80), func(p *programme) any { return &p.Name }),
			vocabulary.Place(vocabulary.WholeNumber("free_every", vocabulary.UnitOrders, 2, 1000), func(p *programme) any { return &p.FreeEvery }),
			vocabulary.Place(vocabulary.Share("rebate_rate").Must(), func(p *programme) any { return &p.Rebate }),
		}}, func(p *programmes, _ string) any { return Grow(&p.Items, 10) }),
	},
}

// pencil is a scenario in which nothing is wrong.
const pencil = "acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.9"

// fromQuery reads a query in the shape, as a handler does.
func fromQuery(shape Shape, record any, query string, comma bool) vocabulary.Faults {
	params, faults := ParseQuery(query)
	if len(faults) > 0 {
		return faults
	}
	return FromParams(shape, params, Dialect{Comma: comma}, record)
}

// brief writes faults one a line: field code reason (hint).
func brief(faults vocabulary.Faults) string {
	lines := make([]string, len(faults))
	for i, f := range faults {
		lines[i] = fmt.Sprintf("%s %s %s", f.Field, f.Code, f.Reason)
		if f.Hint != "" {
			lines[i] += " (" + f.Hint + ")"
		}
	}
	return strings.Join(lines, "\n")
}

// expect compares faults with lines written as brief writes them.
func expect(t *testing.T, what string, faults vocabulary.Faults, want ...string) {
	t.Helper()
	if got := brief(faults); got != strings.Join(want, "\n") {
		t.Errorf("%.200s\ngot:\n%s\nwant:\n%s", what, got, strings.Join(want, "\n"))
	}
}

// scenarioField returns the field of a scenario of that name.
func scenarioField(name string) (vocabulary.Field, bool) {
	return vocabulary.FieldNamed(model.ScenarioFields(), name)
}
