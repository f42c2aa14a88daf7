package input

import (
	"fmt"
	"strings"
	"testing"

	"blyant/model"
	"blyant/model/vocabulary"
)

// scenario writes what the tests below look at: name, cost, basket, rate, curve,
// orders; a dash for what is absent.
func scenario(s *model.Scenario) string {
	var parts []string
	for _, field := range []string{"name", "acquisition_cost", "basket_value", "repeat_purchase_rate", "retention_curve", "orders_per_period"} {
		f, _ := scenarioField(field)
		v, given := f.Get(s)
		switch {
		case !given:
			parts = append(parts, "-")
		case v.Numbers != nil:
			parts = append(parts, fmt.Sprint(v.Numbers))
		case v.Text != "":
			parts = append(parts, v.Text)
		default:
			parts = append(parts, v.Number.String())
		}
	}
	return strings.Join(parts, " ")
}

func TestComparisonReads(t *testing.T) {
	for _, c := range []struct {
		request  string // a query, or JSON
		baseline string
		want     []string
	}{
		{"acquisition_cost=50&basket_value=10&one.repeat_purchase_rate=0&ten.repeat_purchase_rate=0.9&ten.orders_per_period=12", "",
			[]string{"one 50 10 0 - -", "ten 50 10 0.9 - 12"}},
		{`{"defaults": {"acquisition_cost": 50, "basket_value": "10"}, "scenarios": [{"repeat_purchase_rate": 0}, {"name": "ten", "repeat_purchase_rate": 0.9, "orders_per_period": 12}], "baseline": "ten"}`, "ten",
			[]string{"- 50 10 0 - -", "ten 50 10 0.9 - 12"}},
		// Keys come in order of first appearance, also by an empty value; defaults may come last.
		{"b-2.horizon=&A_1.acquisition_cost=1&b-2.acquisition_cost=2&b-2.name=Bee&basket_value=10&repeat_purchase_rate=1&baseline=A_1", "A_1",
			[]string{"Bee 2 10 1 - -", "A_1 1 10 1 - -"}},
		// Keys have letters and digits of any script.
		{"blåbær.acquisition_cost=1&ЯБ-2.acquisition_cost=2&a\u030a.acquisition_cost=3&हिन्दी.acquisition_cost=4&٣.acquisition_cost=5&日_本.acquisition_cost=6&basket_value=10&repeat_purchase_rate=1", "",
			[]string{"blåbær 1 10 1 - -", "ЯБ-2 2 10 1 - -", "a\u030a 3 10 1 - -", "हिन्दी 4 10 1 - -", "٣ 5 10 1 - -", "日_本 6 10 1 - -"}},
		// A field and its alternative exclude each other, in both directions.
		{pencil + "&a.retention_curve=0.5,0.6&b.orders_per_period=2", "", []string{"a 50 10 - [0.5 0.6] -", "b 50 10 0.9 - 2"}},
		{"acquisition_cost=50&basket_value=10&retention_curve=0.5&a.repeat_purchase_rate=0.5&b.orders_per_period=2", "",
			[]string{"a 50 10 0.5 - -", "b 50 10 - [0.5] 2"}},
		// An item's own value beats the default, an absent one does not.
		{pencil + "&a.basket_value=&b.basket_value=20", "", []string{"a 50 10 0.9 - -", "b 50 20 0.9 - -"}},
		{`{"defaults": {"basket_value": 10, "acquisition_cost": 1}, "scenarios": [{"basket_value": null, "repeat_purchase_rate": 1}], "baseline": null}`, "", []string{"- 1 10 1 - -"}},
		// A default that is in nobody's way is no reason to name scenarios alike.
		{pencil + "&name=x&a.horizon=5", "", []string{"a 50 10 0.9 - -"}},
		{`{"scenarios": null}`, "", nil},
		{"", "", nil},
	} {
		var got comparison
		var faults vocabulary.Faults
		if strings.HasPrefix(c.request, "{") {
			faults = FromJSON(comparisonShape, []byte(c.request), Dialect{}, &got)
		} else {
			faults = fromQuery(comparisonShape, &got, c.request, false)
		}
		var scenarios []string
		for i := range got.Scenarios {
			scenarios = append(scenarios, scenario(&got.Scenarios[i]))
		}
		if len(faults) > 0 || got.Baseline != c.baseline || strings.Join(scenarios, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s\ngot %q %s, %v\nwant %q %s", c.request, got.Baseline, scenarios, faults, c.baseline, c.want)
		}
	}
}

func TestComparisonRefuses(t *testing.T) {
	for _, c := range []struct {
		request string
		want    []string
	}{
		// A default's fault is reported once, at the default, and nobody misses the field.
		{"acquisition_cost=x&basket_value=10&repeat_purchase_rate=90&one.horizon=5&ten.horizon=10",
			[]string{"acquisition_cost not_a_number not_a_number", "repeat_purchase_rate out_of_range out_of_range (0.9 or 90%)"}},
		{`{"defaults": {"acquisition_cost": "x", "basket_value": 10, "repeat_purchase_rate": 90, "cac": 1}, "scenarios": [{}, {}]}`,
			[]string{"defaults.acquisition_cost not_a_number not_a_number", "defaults.repeat_purchase_rate out_of_range out_of_range (0.9 or 90%)", "defaults.cac unknown_field unknown_field (defaults.acquisition_cost)"}},
		{pencil + "&annual_discount_rate=8&one.horizon=5", []string{"annual_discount_rate out_of_range percent_sign_needed (0.08 or 8%)"}},
		// So is a conflict that every item inherits, but not one that an item makes.
		{pencil + "&retention_curve=1&one.horizon=5&ten.horizon=5", []string{"retention_curve conflict both_retentions (repeat_purchase_rate)"}},
		{pencil + "&basket_cap=5&one.horizon=5&ten.horizon=5", []string{"basket_cap out_of_range cap_below_basket (10)"}},
		{pencil + "&basket_cap=15&one.basket_value=20&ten.horizon=5", []string{"one.basket_cap out_of_range cap_below_basket (20)"}},
		{pencil + "&one.retention_curve=1&one.repeat_purchase_rate=1", []string{"one.retention_curve conflict both_retentions (repeat_purchase_rate)"}},
		// A faulty item is not missing what it could not say, nor given the default.
		{pencil + "&one.retention_curve=x&ten.repeat_purchase_rate=2", []string{"one.retention_curve[0] not_a_number not_a_number", "ten.repeat_purchase_rate out_of_range out_of_range (0.02 or 2%)"}},
		{"acquisition_cost=1&retention_curve=2&one.basket_value=1&ten.orders_per_period=-1",
			[]string{"retention_curve[0] out_of_range out_of_range (0.02 or 2%)", "ten.basket_value required required", "ten.orders_per_period out_of_range out_of_range"}},
		{`{"scenarios": [{"basket_value": 1, "repeat_purchase_rate": 90, "acquisition_cost": 1}, {"basket_value": 1, "repeat_purchase_rate": 1}]}`,
			[]string{"scenarios[0].repeat_purchase_rate out_of_range out_of_range (0.9 or 90%)", "scenarios[1].acquisition_cost required required_either"}},
		// Names and keys.
		{pencil + "&one.aov=1&ten.churn=0.1&ten.horizon=1&ten.horizon=1", []string{"one.aov unknown_field unknown_field (one.basket_value)",
			"ten.horizon duplicate duplicate", "ten.churn unknown_field unknown_field (ten.repeat_purchase_rate = 1 - churn)"}},
		{pencil + "&o!e.horizon=1&scenarios[0].horizon=1&.horizon=1&o%20e.horizon=1", []string{"o!e.horizon unknown_field unknown_key", "scenarios[0].horizon unknown_field unknown_key",
			".horizon unknown_field unknown_key", "o e.horizon unknown_field unknown_key"}},
		{pencil + "&one.two.horizon=1&basline=one", []string{"one.two.horizon unknown_field unknown_field (one.horizon)", "basline unknown_field unknown_field (baseline)"}},
		{pencil + "&baseline=a&baseline=b", []string{"baseline duplicate duplicate"}},
		{`{"basket_value": 1, "scenario": {}, "Defaults": {}}`, []string{"basket_value unknown_field unknown_field (defaults.basket_value)",
			"scenario unknown_field unknown_field (scenarios)", "Defaults unknown_field unknown_field (defaults)"}},
		{`{"scenarios": [], "scenarios": []}`, []string{"scenarios duplicate duplicate"}},
		// Forms.
		{`{"scenarios": {}, "defaults": []}`, []string{"scenarios malformed list_expected", "defaults malformed object_expected"}},
		{`{"defaults": {"acquisition_cost": 1, "basket_value": 1, "repeat_purchase_rate": 1}, "scenarios": [{}, 5, null]}`, []string{"scenarios[1] malformed object_expected", "scenarios[2] malformed object_expected"}},
		// Too many.
		{`{"defaults": {"acquisition_cost": 1, "basket_value": 1, "repeat_purchase_rate": 1}, "scenarios": [` + strings.Repeat("{},", 20) + `{}]}`, []string{"scenarios too_many too_many_items"}},
		{pencil + "&a.horizon=1&b.horizon=1&c.horizon=1&d.horizon=1&e.horizon=1&f.horizon=1&g.horizon=1&h.horizon=1&i.horizon=1&j.horizon=1&k.horizon=1" +
			"&l.horizon=1&m.horizon=1&n.horizon=1&o.horizon=1&p.horizon=1&q.horizon=1&r.horizon=1&s.horizon=1&t.horizon=1&u.horizon=1&u.decimals=1&v.horizon=x", []string{"scenarios too_many too_many_items"}},
	} {
		var got comparison
		if strings.HasPrefix(c.request, "{") {
			expect(t, c.request, FromJSON(comparisonShape, []byte(c.request), Dialect{}, &got), c.want...)
		} else {
			expect(t, c.request, fromQuery(comparisonShape, &got, c.request, false), c.want...)
		}
		if len(got.Scenarios) > 20 {
			t.Errorf("%d scenarios were read", len(got.Scenarios))
		}
	}
}

func TestProgrammesRead(t *testing.T) {
	query := pencil + "&name=Base&customers=1e&customers=1000.5&draws=5000&metrics=a, b&card.rebate_rate=5%25&vip.name=VIP&vip.rebate_rate=0&vip.free_every=10"
	query = strings.Replace(query, "customers=1e&", "", 1)
	body := `{"customers": 1000.5, "draws": 5e3, "metrics": ["a", "b"], "programmes": [{"name": "card", "rebate_rate": "5%"}, {"name": "VIP", "rebate_rate": 0, "free_every": 10}],
		"scenario": {"name": "Base", "acquisition_cost": 50, "basket_value": 10, "repeat_purchase_rate": 0.9}}`
	var byQuery, byJSON programmes
	expect(t, query, fromQuery(programmesShape, &byQuery, query, false))
	expect(t, body, FromJSON(programmesShape, []byte(body), Dialect{}, &byJSON))
	for _, p := range []*programmes{&byQuery, &byJSON} {
		got := fmt.Sprintln(scenario(&p.Scenario), p.Customers.Decimal, p.Draws, p.Metrics, len(p.Items), p.Items[0], p.Items[1])
		want := "Base 50 10 0.9 - - 1000.5 {5000 true} [a b] 2 {card {0 false} {0.05 true}} {VIP {10 true} {0 true}}\n"
		if got != want {
			t.Errorf("got  %swant %s", got, want)
		}
	}
}

func TestProgrammesRefuse(t *testing.T) {
	for request, want := range map[string][]string{
		"basket_value=10&repeat_purchase_rate=1&draws=5&metrics=a,,b&card.free_every=2.5&card.rebate=1": {"acquisition_cost required required_either",
			"draws out_of_range out_of_range", "metrics[1] not_a_choice empty_value", "card.free_every out_of_range not_whole", "card.rebate_rate required required",
			"card.rebate unknown_field unknown_field (card.rebate_rate)"},
		pencil + "&metrics=a,b,c,d&rebate_rate=1": {"metrics too_many too_many_values", "rebate_rate unknown_field unknown_field (KEY.rebate_rate)"},
		`{"scenario": 5, "metrics": "a", "basket_cap": 20}`: {"scenario.acquisition_cost required required_either", "scenario.basket_value required required",
			"scenario.repeat_purchase_rate required required_one_of", "metrics not_a_choice list_expected ([\"a\"])", "scenario malformed object_expected",
			"basket_cap unknown_field unknown_field (scenario.basket_cap)"},
		`{"scenario": {"acquisition_cost": 1, "basket_value": -1, "repeat_purchase_rate": 1, "horizn": 1}, "scenario": {}, "metrics": ["a", 5, ""]}`: {"scenario.basket_value out_of_range out_of_range",
			"scenario.horizn unknown_field unknown_field (scenario.horizon)", "metrics[1] malformed text_expected", "metrics[2] not_a_choice empty_value", "scenario duplicate duplicate"},
	} {
		var got programmes
		if strings.HasPrefix(request, "{") {
			expect(t, request, FromJSON(programmesShape, []byte(request), Dialect{}, &got), want...)
		} else {
			expect(t, request, fromQuery(programmesShape, &got, request, false), want...)
		}
	}
}
