package calculator

import (
	"strings"
	"testing"
)

// A body becomes the query that asks the same: fields bare, those of an item behind
// its key, lists as one value, what is null left out.
func TestQueries(t *testing.T) {
	for _, c := range []struct{ calculator, body, want string }{
		{"lifetime-value", `{"acquisition_cost": 50, "basket_value": "12,50", "repeat_purchase_rate": 0.90, "name": null}`, "acquisition_cost=50&basket_value=12,50&repeat_purchase_rate=0.90"},
		{"lifetime-value", `{"retention_curve": [0.9, 0.95]}`, "retention_curve=0.9,0.95"},
		{"lifetime-value", `{"survival_curve": [1, 0]}`, "survival_curve=1, 0"}, // else it might be a number
		{"comparison", `{"defaults": {"basket_value": 10}, "scenarios": [{"name": "One pencil", "repeat_purchase_rate": 0}, {"name": "Ten år", "repeat_purchase_rate": 0.9}], "baseline": "One pencil"}`,
			"basket_value=10&one-pencil.name=One pencil&one-pencil.repeat_purchase_rate=0&ten-ar.name=Ten år&ten-ar.repeat_purchase_rate=0.9&baseline=One pencil"},
		{"comparison", `{"scenarios": [{"repeat_purchase_rate": 0}, {"repeat_purchase_rate": 0.9}]}`, "1.repeat_purchase_rate=0&2.repeat_purchase_rate=0.9"},
		{"comparison", `{"scenarios": [{"name": "A b"}, {"name": "a-b"}]}`, "1.name=A b&2.name=a-b"}, // alike as keys
		{"grid", `{"scenario": {"basket_value": 10}, "x": {"field": "margin_rate", "from": 0, "to": 1, "steps": 3}, "y": {"field": "basket_value", "values": [1, 2.5]}}`,
			"basket_value=10&x.field=margin_rate&x.from=0&x.to=1&x.steps=3&y.field=basket_value&y.values=1,2.5"},
		{"simulation", `{"scenario": {"basket_value": 10}, "uncertain": {"margin_rate": {"distribution": "uniform", "low": 0.3, "high": 0.5}}, "draws": 1000}`,
			"basket_value=10&uncertain.margin_rate=uniform:0.3,0.5&draws=1000"},
		{"plan", `{"plan_periods": 3, "new_customers": [10, 20], "scenario": {"basket_value": 10}}`, "plan_periods=3&new_customers=10, 20&basket_value=10"},
	} {
		params, has := calculatorNamed(t, c.calculator).Query([]byte(c.body))
		var parts []string
		for _, p := range params {
			parts = append(parts, p.Name+"="+p.Value)
		}
		if got := strings.Join(parts, "&"); !has || got != c.want {
			t.Errorf("%s %s:\n%s, %v, want\n%s", c.calculator, c.body, got, has, c.want)
		}
	}
}

func calculatorNamed(t *testing.T, name string) *Calculator {
	t.Helper()
	for _, c := range All() {
		if c.Name == name {
			return c
		}
	}
	t.Fatalf("there is no %s", name)
	return nil
}

// What is no object, or too long for an address, has no query; neither has a
// calculator that is asked by a body alone.
func TestNoQuery(t *testing.T) {
	value := calculatorNamed(t, "lifetime-value")
	for _, body := range []string{``, `[]`, `"text"`, `{"a":`, `{"basket_value": true}`, `null`} {
		if params, has := value.Query([]byte(body)); has {
			t.Errorf("%q is %v", body, params)
		}
	}
	curve := func(n int) []byte {
		return []byte(`{"retention_curve": [` + strings.TrimSuffix(strings.Repeat("0.5,", n), ",") + `]}`)
	}
	if _, has := value.Query(curve(1000)); !has {
		t.Error("four thousand bytes are too long")
	}
	if params, has := value.Query(curve(3000)); has {
		t.Errorf("%d bytes are not", len(params.Encode()))
	}
	for _, c := range All() {
		if _, has := c.Query([]byte(`{}`)); has == c.Limits.PostOnly {
			t.Errorf("%s has a query: %v", c.Name, has)
		}
	}
}

// Each example is one of a calculator that there is, in each language with names of
// its own, and is found by its name.
func TestExamplesAreFound(t *testing.T) {
	for _, e := range Examples() {
		found, known := ExampleNamed(e.Name)
		if !known || found.Resource != e.Resource || At(e.Resource) == nil {
			t.Errorf("%s of %s", e.Name, e.Resource)
		}
		if len(e.Request) < len(`{"":0}`) {
			t.Errorf("%s asks nothing", e.Name)
		}
	}
	if e, known := ExampleNamed("nothing"); known {
		t.Errorf("%+v", e)
	}
}
