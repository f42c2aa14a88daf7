package input

import (
	"fmt"
	"strings"
	"testing"

	"blyant/model"

	"github.com/shopspring/decimal"
)

// comparison is a request of the shape that a comparison has.
type comparison struct {
	Baseline  string
	Scenarios []*model.Scenario
}

func (c *comparison) Slot(name string) any {
	if name == "baseline" {
		return &c.Baseline
	}
	return nil
}

var comparisonShape = Shape{
	Fields:   []model.Field{{Name: "baseline", Kind: model.KindText, MaxLength: 80}},
	List:     "scenarios",
	Item:     model.ScenarioFields(),
	MaxItems: 20,
	Defaults: true,
}

func (c *comparison) target() Target {
	return Target{Own: c, Item: func(string) model.Record {
		c.Scenarios = append(c.Scenarios, &model.Scenario{})
		return c.Scenarios[len(c.Scenarios)-1]
	}}
}

// programmes is a request with a nested scenario, fields of its own of every
// kind, and items that are no scenarios and have no Validate.
type programmes struct {
	Scenario  model.Scenario
	Customers decimal.NullDecimal
	Draws     model.Whole
	Metrics   []string
	Items     []*programme
}

type programme struct {
	Name      string
	FreeEvery model.Whole
	Rebate    decimal.NullDecimal
}

func (p *programmes) Slot(name string) any {
	switch name {
	case "customers":
		return &p.Customers
	case "draws":
		return &p.Draws
	case "metrics":
		return &p.Metrics
	}
	return nil
}

func (p *programme) Slot(name string) any {
	switch name {
	case "name":
		return &p.Name
	case "free_every":
		return &p.FreeEvery
	case "rebate_rate":
		return &p.Rebate
	}
	return nil
}

var programmesShape = Shape{
	Scenario: Nested,
	Fields: []model.Field{
		{Name: "customers", Kind: model.KindNumber, Unit: model.UnitCustomers, Max: decimal.New(1, 9)},
		{Name: "draws", Kind: model.KindWhole, Unit: model.UnitCount, Min: decimal.New(1, 3), Max: decimal.New(1, 6)},
		{Name: "metrics", Kind: model.KindNames, MaxLength: 3},
	},
	List: "programmes",
	Item: []model.Field{
		{Name: "name", Kind: model.KindText, Unit: model.UnitText, MaxLength: 80},
		{Name: "free_every", Kind: model.KindWhole, Unit: model.UnitOrders, Min: decimal.NewFromInt(2), Max: decimal.New(1, 3)},
		{Name: "rebate_rate", Kind: model.KindNumber, Unit: model.UnitShare, Max: decimal.NewFromInt(1), Required: true},
	},
}

func (p *programmes) target() Target {
	return Target{Scenario: &p.Scenario, Own: p, Item: func(string) model.Record {
		p.Items = append(p.Items, &programme{})
		return p.Items[len(p.Items)-1]
	}}
}

// flat is the shape of a scenario alone.
var flat = Shape{Scenario: Flat}

// pencil is a scenario in which nothing is wrong.
const pencil = "acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.9"

// fromQuery reads a query in the shape, as a handler does.
func fromQuery(shape Shape, target Target, query string, comma bool) model.Faults {
	params, faults := ParseQuery(query)
	if len(faults) > 0 {
		return faults
	}
	return FromParams(shape, params, comma, target)
}

// brief writes faults one a line: field code reason (hint).
func brief(faults model.Faults) string {
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
func expect(t *testing.T, what string, faults model.Faults, want ...string) {
	t.Helper()
	if got := brief(faults); got != strings.Join(want, "\n") {
		t.Errorf("%.200s\ngot:\n%s\nwant:\n%s", what, got, strings.Join(want, "\n"))
	}
}
