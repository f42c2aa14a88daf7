package calculator_test

import (
	"maps"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// spelt are the customary questions as the model's table spells them out.
var spelt = map[string][3]string{
	"acquisition_cost":       {"acquisition_cost", "net_lifetime_value", "0"},
	"repeat_purchase_rate":   {"repeat_purchase_rate", "net_lifetime_value", "0"},
	"service_cost_per_order": {"service_cost_per_order", "net_lifetime_value", "0"},
	"three_to_one":           {"acquisition_cost", "value_to_cost_ratio", "3"},
}

const pencils = `"acquisition_cost":50,"basket_value":10,"margin_rate":0.4,"orders_per_period":4,"basket_growth_rate":0.05,"service_cost_per_order":0.5,"annual_discount_rate":0.08,"horizon":10`

// breakEvenOf asks about pencil customers who come back at a rate.
func breakEvenOf(rate, rest string) string {
	return `{"scenario":{` + pencils + `,"repeat_purchase_rate":` + rate + `},` + rest + `}`
}

// apart is an answer without what a question says about itself.
func apart(answer node) node {
	out := maps.Clone(answer)
	delete(out, "inputs")
	return out
}

// A question by its name is that of its field, metric and target spelt out.
func TestQuestionsSpeltOut(t *testing.T) {
	for question, s := range spelt {
		named := answerOf(t, "/v1/break-even", breakEvenOf("0.8", `"question":"`+question+`"`))
		out := answerOf(t, "/v1/break-even", breakEvenOf("0.8", `"solve_for":"`+s[0]+`","metric":"`+s[1]+`","target":`+s[2]))
		if got, want := written(t, apart(named)), written(t, apart(out)); got != want {
			t.Errorf("%s gives %s\nspelt out %s", question, got, want)
		}
		if named["solve_for"] != s[0] || named["metric"] != s[1] || exactly(t, named["target"]).Cmp(exactly(t, s[2])) != 0 {
			t.Errorf("%s solves %v for %v = %v", question, named["solve_for"], named["metric"], named["target"])
		}
		for _, beside := range []string{`"solve_for":"margin_rate"`, `"metric":"lifetime_value"`, `"target":1`} {
			if got := faultsTo(t, "/v1/break-even", breakEvenOf("0.8", `"question":"`+question+`",`+beside)); !strings.Contains(got, "conflict") {
				t.Errorf("%s beside %s: %q", question, beside, got)
			}
		}
	}
}

// With prospects the two questions about the acquisition cost are about what a prospect may
// cost; with a curve there is no rate to solve for.
func TestQuestionsOfProspectsAndCurves(t *testing.T) {
	prospects := strings.Replace(breakEvenOf("0.8", `"question":"Q"`), `"acquisition_cost":50`, `"cost_per_prospect":5,"conversion_rate":0.1`, 1)
	for _, question := range []string{"acquisition_cost", "three_to_one"} {
		direct := answerOf(t, "/v1/break-even", breakEvenOf("0.8", `"question":"`+question+`"`))
		got := answerOf(t, "/v1/break-even", strings.Replace(prospects, `"Q"`, `"`+question+`"`, 1))
		tenth := new(big.Rat).Quo(exactly(t, direct["value"]), big.NewRat(10, 1))
		if got["solve_for"] != "cost_per_prospect" {
			t.Errorf("%s solves for %v", question, got["solve_for"])
		}
		near(t, question, exactly(t, got["value"]), tenth, "1e-4", 1)
	}
	curve := strings.Replace(breakEvenOf("0.8", `"question":"repeat_purchase_rate"`), `"repeat_purchase_rate":0.8`, `"retention_curve":[0.8,0.9]`, 1)
	if got := faultsTo(t, "/v1/break-even", curve); !strings.Contains(got, "conflict") {
		t.Errorf("with a curve: %q", got)
	}
}

// What a break-even finds, put into the scenario, gives the metric that it says, and the most
// that may be paid for a customer is what they are worth.
func TestBreakEvenHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rate := hundredths(10, 99).Draw(t, "rate")
		found := answerOf(t, "/v1/break-even", breakEvenOf(rate, `"question":"acquisition_cost"`))
		value := answerOf(t, "/v1/lifetime-value", `{`+pencils+`,"repeat_purchase_rate":`+rate+`,"decimals":4}`)
		if exactly(t, found["value"]).Cmp(exactly(t, at(value, "summary", "lifetime_value"))) != 0 {
			t.Fatalf("at %s the most is %v, they are worth %v", rate, found["value"], at(value, "summary", "lifetime_value"))
		}
		target := hundredths(0, 4000).Draw(t, "target")
		asked := answerOf(t, "/v1/break-even", breakEvenOf(rate, `"solve_for":"basket_value","metric":"lifetime_value","target":`+target))
		with := strings.Replace(pencils, `"basket_value":10`, `"basket_value":`+written(t, asked["value"]), 1)
		again := answerOf(t, "/v1/lifetime-value", `{`+with+`,"repeat_purchase_rate":`+rate+`}`)
		if got, said := at(again, "summary", "lifetime_value"), asked["metric_at_value"]; got != said {
			t.Fatalf("a basket of %v is worth %v, the break-even said %v", asked["value"], got, said)
		}
	})
}

// A range that is given is kept to and given back; one without a solution says which values
// the metric can reach.
func TestBreakEvenRange(t *testing.T) {
	const ask = `"solve_for":"margin_rate","metric":"net_lifetime_value","target":0,"from":0.1,"to":`
	found := answerOf(t, "/v1/break-even", breakEvenOf("0.8", ask+"0.9"))
	value := exactly(t, found["value"])
	if value.Cmp(big.NewRat(1, 10)) < 0 || value.Cmp(big.NewRat(9, 10)) > 0 || exactly(t, found["from"]).Cmp(big.NewRat(1, 10)) != 0 || exactly(t, found["to"]).Cmp(big.NewRat(9, 10)) != 0 {
		t.Errorf("%v within %v and %v", found["value"], found["from"], found["to"])
	}
	if exactly(t, found["metric_at_from"]).Sign() >= 0 || exactly(t, found["metric_at_to"]).Sign() <= 0 {
		t.Errorf("at the ends %v and %v", found["metric_at_from"], found["metric_at_to"])
	}
	if got := faultsTo(t, "/v1/break-even", breakEvenOf("0.8", ask+"0.2")); !strings.Contains(got, "no_solution") {
		t.Errorf("in a range without a solution: %q", got)
	}
}
