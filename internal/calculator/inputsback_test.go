package calculator_test

import (
	"maps"
	"strings"
	"testing"

	"blyant/internal/calculator"
)

// sentBack is the request that an answer's inputs and what it says beside them make.
func sentBack(resource string, answer node) node {
	inputs, _ := answer["inputs"].(node)
	back := maps.Clone(inputs)
	take := func(names ...string) {
		for _, name := range names {
			back[name] = answer[name]
		}
	}
	switch resource {
	case "/v1/comparison":
		var scenarios []any
		for _, one := range list(answer["scenarios"]) {
			scenarios = append(scenarios, at(one, "inputs"))
		}
		return node{"scenarios": scenarios, "baseline": answer["baseline"]}
	case "/v1/break-even":
		if answer["inputs"].(node)["question"] == nil || answer["inputs"].(node)["question"] == "" {
			delete(back, "question")
			take("solve_for", "metric", "target")
		}
		take("from", "to")
	case "/v1/sensitivity":
		take("metric")
	case "/v1/grid":
		take("metric", "x", "y")
	case "/v1/simulation":
		take("draws", "seed")
		back["uncertain"] = distributions(list(inputs["uncertain"]))
	}
	for _, name := range []string{"segments", "cohorts"} { // an empty list is what there is of none
		if len(list(back[name])) == 0 {
			delete(back, name)
		}
	}
	return back
}

// distributions are those of a list, each under its field.
func distributions(rows []any) node {
	all := node{}
	for _, row := range rows {
		one := maps.Clone(row.(node))
		delete(one, "field")
		all[at(row, "field").(string)] = one
	}
	return all
}

// withoutNotes takes notes and inputs out of an answer: what was assumed at first is given
// in the second request.
func withoutNotes(v any) any {
	switch v := v.(type) {
	case node:
		delete(v, "notes")
		delete(v, "inputs")
		for name := range v {
			v[name] = withoutNotes(v[name])
		}
	case []any:
		for i := range v {
			v[i] = withoutNotes(v[i])
		}
	}
	return v
}

// The inputs of an answer hold every field after defaults: sent back they give the same
// inputs and the same figures.
func TestInputsSentBack(t *testing.T) {
	tried := map[string]bool{}
	for _, e := range calculator.Examples() {
		if calculator.At(e.Resource).Limits.PostOnly {
			continue // whose rows are not given back
		}
		first := answerOf(t, e.Resource, bodyOf(e))
		back := written(t, sentBack(e.Resource, first))
		status, text := replied(e.Resource, "application/json", back)
		if status != 200 {
			t.Errorf("%s sent back as %s: %d %s", e.Name, back, status, text)
			continue
		}
		second := decoded(t, text)
		if got, want := written(t, second["inputs"]), written(t, first["inputs"]); got != want {
			t.Errorf("%s has the inputs\n%s\nat first\n%s", e.Name, got, want)
		}
		if got, want := written(t, withoutNotes(second)), written(t, withoutNotes(first)); got != want {
			t.Errorf("%s sent back gives\n%.900s\nat first\n%.900s", e.Name, got, want)
		}
		tried[e.Resource] = true
	}
	if len(tried) < 10 {
		t.Errorf("only %v", tried)
	}
}

// Digits come back as they were given, what needs a percent sign with it, and what was
// left out as its default of the model's table.
func TestInputsAsGiven(t *testing.T) {
	body := `{"acquisition_cost":"50.10","basket_value":10.0,"repeat_purchase_rate":"90%","annual_discount_rate":"1000%","period":"month"}`
	inputs := answerOf(t, "/v1/lifetime-value", body)["inputs"]
	for name, want := range map[string]string{
		"annual_discount_rate": `"1000%"`, "horizon": "120", "margin_rate": "1", "add_on_margin_rate": "1", "timing": `"start"`, "currency": `"NOK"`,
		"decimals": "2", "basket_cap": "null", "retention_curve": "null", "vat_rate": "0", "conversion_rate": "null", "orders_per_period": "1",
	} {
		if got := written(t, at(inputs, name)); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
	for name, want := range map[string]string{"acquisition_cost": "50.1", "basket_value": "10", "repeat_purchase_rate": "0.9"} {
		if exactly(t, at(inputs, name)).Cmp(exactly(t, want)) != 0 {
			t.Errorf("%s is %v, want %s", name, at(inputs, name), want)
		}
	}
	without := strings.Replace(body, `"repeat_purchase_rate":"90%"`, `"survival_curve":[0.9,0.5,0.45]`, 1)
	if got := written(t, at(answerOf(t, "/v1/lifetime-value", without), "inputs", "survival_curve")); got != "[0.9,0.5,0.45]" {
		t.Errorf("the curve is %s", got)
	}
}
