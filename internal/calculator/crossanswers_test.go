package calculator_test

import (
	"encoding/json"
	"math/big"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// setTo is the scenario with a field given another value.
func (a *asked) setTo(field, value string) asked {
	var out asked
	for i := 0; i < len(a.params); i += 2 {
		if a.params[i] == field {
			continue
		}
		out.params = append(out.params, a.params[i], a.params[i+1])
		out.members = append(out.members, a.members[i/2])
	}
	out.number(field, value)
	return out
}

// summaryOf are the figures of a scenario by itself.
func summaryOf(t failing, a asked) node {
	t.Helper()
	return at(answerOf(t, "/v1/lifetime-value", a.object()), "summary").(node)
}

// A cell of a grid, and the ends of a bar of a tornado, are what the scenario with those values
// is worth by itself.
func TestVariedIsTheScenarioVaried(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scenario := aScenario(t, "")
		scenario.number("horizon", strconv.Itoa(rapid.IntRange(1, 15).Draw(t, "horizon")))
		metric := rapid.SampledFrom([]string{"lifetime_value", "net_lifetime_value", "expected_orders", "payback_periods"}).Draw(t, "metric")
		basket, margins := hundredths(100, 9000).Draw(t, "another basket"), []string{hundredths(-100, 100).Draw(t, "margin"), "0.5"}
		grid := answerOf(t, "/v1/grid", `{"scenario":`+scenario.object()+`,"metric":"`+metric+`","x":{"field":"basket_value","values":[`+basket+`]},"y":{"field":"margin_rate","values":[`+margins[0]+`,`+margins[1]+`]}}`)
		for i, margin := range margins {
			with := scenario.setTo("basket_value", basket)
			with = with.setTo("margin_rate", margin)
			if got, want := list(list(grid["values"])[i])[0], summaryOf(t, with)[metric]; got != want {
				t.Fatalf("%s at %s, %s: %v, by itself %v", metric, basket, margin, got, want)
			}
		}
		tornado := answerOf(t, "/v1/sensitivity", `{"scenario":`+scenario.object()+`,"metric":"`+metric+`","fields":["basket_value","acquisition_cost"]}`)
		if base := summaryOf(t, scenario)[metric]; tornado["base"] != base {
			t.Fatalf("the base is %v, by itself %v", tornado["base"], base)
		}
		for _, row := range list(tornado["rows"]) {
			for _, end := range []string{"low", "high"} {
				with := scenario.setTo(at(row, "field").(string), at(row, end).(json.Number).String())
				if got, want := at(row, "metric_at_"+end), summaryOf(t, with)[metric]; got != want {
					t.Fatalf("%s at the %s of %v: %v, by itself %v", metric, end, at(row, "field"), got, want)
				}
			}
		}
	})
}

// A plan with one customer, won in its first period and seen to the end of the horizon, has the
// revenue, the contribution and the net value of that customer, and nothing is left after it.
func TestPlanOfOneCustomer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "horizon")
		scenario := aScenario(t, "")
		scenario.number("horizon", strconv.Itoa(n))
		plan := answerOf(t, "/v1/plan", `{"scenario":`+scenario.object()+`,"plan_periods":`+strconv.Itoa(n+rapid.IntRange(0, 3).Draw(t, "more"))+`,"new_customers":[1,0]}`)
		summary := summaryOf(t, scenario)
		for figure, planned := range map[string]string{"lifetime_revenue": "revenue", "lifetime_contribution": "contribution", "net_lifetime_value": "net_present_value",
			"expected_orders": "orders", "cost_per_new_customer": "acquisition_cost"} {
			if got, want := at(plan, "summary", planned), summary[figure]; got != want {
				t.Fatalf("%s of the plan is %v, %s of the customer %v: %s", planned, got, figure, want, scenario.object())
			}
		}
		if left := at(plan, "summary", "customer_equity"); exactly(t, left).Sign() != 0 {
			t.Fatalf("after the horizon %v is still to come", left)
		}
	})
}

// What a comparison says of a scenario is what it is worth by itself; the differences are those
// of the net values.
func TestComparedIsTheScenario(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		one, two := aScenario(t, "one"), aScenario(t, "two")
		both := answerOf(t, "/v1/comparison", `{"scenarios":[`+one.object()+","+two.object()+`]}`)
		for i, a := range []asked{one, two} {
			if got, want := written(t, list(both["scenarios"])[i]), written(t, answerOf(t, "/v1/lifetime-value", a.object())); got != want {
				t.Fatalf("scenario %d: %.300s, by itself %.300s", i, got, want)
			}
		}
		difference := new(big.Rat).Sub(exactly(t, summaryOf(t, two)["net_lifetime_value"]), exactly(t, summaryOf(t, one)["net_lifetime_value"]))
		said := exactly(t, at(list(both["comparison"])[1], "net_difference"))
		if difference.Sub(difference, said).Abs(difference).Cmp(big.NewRat(1, 100)) > 0 {
			t.Fatalf("the difference is %v", said.FloatString(2))
		}
	})
}
