package calculator_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"blyant/internal/calculator"

	"pgregory.net/rapid"
)

// asked is a request written twice: as the members of a JSON object and as parameters.
type asked struct{ members, params []string }

func (a *asked) number(name, value string) {
	a.members = append(a.members, strconv.Quote(name)+":"+value)
	a.params = append(a.params, name, value)
}

func (a *asked) text(name, value string) {
	a.members = append(a.members, strconv.Quote(name)+":"+strconv.Quote(value))
	a.params = append(a.params, name, value)
}

func (a *asked) list(name string, values []string) {
	a.members = append(a.members, strconv.Quote(name)+":["+strings.Join(values, ",")+"]")
	a.params = append(a.params, name, strings.Join(values, ", "))
}

func (a *asked) object() string { return "{" + strings.Join(a.members, ",") + "}" }

// within puts the object of another request into this one, its parameters behind a key.
func (a *asked) within(key string, inner asked) {
	for i := 0; i < len(inner.params); i += 2 {
		name := inner.params[i]
		if key != "" {
			name = key + "." + name
		}
		a.params = append(a.params, name, inner.params[i+1])
	}
}

// hundredths is a number with two decimals.
func hundredths(least, most int) *rapid.Generator[string] {
	return rapid.Map(rapid.IntRange(least, most), func(n int) string { return strconv.FormatFloat(float64(n)/100, 'f', 2, 64) })
}

// someFields are fields of a scenario that may be left out, with the most hundredths of each.
var someFields = []struct {
	name string
	most int
}{{"basket_growth_rate", 10}, {"margin_rate", 100}, {"orders_per_period", 900}, {"add_on_rate", 200}, {"add_on_value", 5000},
	{"service_cost_per_order", 2000}, {"service_cost_per_period", 900}, {"annual_discount_rate", 50}, {"referrals_per_period", 40}, {"vat_rate", 25}}

// aScenario is some kind of customer, with fields left out at random.
func aScenario(t *rapid.T, name string) asked {
	var a asked
	if name != "" {
		a.text("name", name)
	}
	a.number("acquisition_cost", hundredths(0, 90_000).Draw(t, "cost"))
	a.number("basket_value", hundredths(100, 90_000).Draw(t, "basket"))
	if rapid.Bool().Draw(t, "curve") {
		a.list("retention_curve", rapid.SliceOfN(hundredths(0, 100), 1, 6).Draw(t, "rates"))
	} else {
		a.number("repeat_purchase_rate", hundredths(0, 100).Draw(t, "rate"))
	}
	for _, field := range someFields {
		if rapid.Bool().Draw(t, field.name) {
			a.number(field.name, hundredths(0, field.most).Draw(t, field.name+" value"))
		}
	}
	return a
}

// alike asks both ways and wants the same bytes.
func alike(t *rapid.T, path string, a asked) {
	status, byBody := replied(path, "application/json", a.object())
	got, byQuery := replied(path+"?decimal=point&"+asQuery(a.params...), "", "")
	if status != got || status == http.StatusOK && byBody != byQuery {
		t.Fatalf("%s %s\nas %v\n%d %.600s\n%d %.600s", path, a.object(), a.params, status, byBody, got, byQuery)
	}
	if status != http.StatusOK && faultsOf(decoded(t, byBody)) != faultsOf(decoded(t, byQuery)) {
		t.Fatalf("%s %s: faults %s\nas a query: %s", path, a.object(), faultsOf(decoded(t, byBody)), faultsOf(decoded(t, byQuery)))
	}
}

// GET and POST give the same answer to the byte, or the same faults: here the query is
// written by the test, not by the code that writes links.
func TestBodyAndQueryAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		horizon := strconv.Itoa(rapid.IntRange(1, 30).Draw(t, "horizon"))
		value := aScenario(t, "A shop")
		value.number("horizon", horizon)
		alike(t, "/v1/lifetime-value", value)

		inner := aScenario(t, "")
		inner.number("horizon", horizon)
		around := asked{members: []string{`"scenario":` + inner.object()}, params: inner.params}
		tornado, planned := around, around
		tornado.text("metric", rapid.SampledFrom([]string{"lifetime_value", "payback_periods", "expected_orders"}).Draw(t, "metric"))
		tornado.number("change", hundredths(1, 100).Draw(t, "change"))
		alike(t, "/v1/sensitivity", tornado)

		planned.number("plan_periods", strconv.Itoa(rapid.IntRange(1, 40).Draw(t, "periods")))
		planned.list("new_customers", rapid.SliceOfN(hundredths(0, 9000), 1, 4).Draw(t, "customers"))
		alike(t, "/v1/plan", planned)
	})
}

// The same of several things side by side, whose fields stand behind a key in a query.
func TestBodyAndQueryAgreeOnSeveral(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 4).Draw(t, "scenarios")
		var several asked
		var items []string
		for i := range n {
			one := aScenario(t, "Shop "+strconv.Itoa(i))
			one.number("horizon", "8")
			items = append(items, one.object())
			several.within("k"+strconv.Itoa(i), one)
		}
		several.members = []string{`"scenarios":[` + strings.Join(items, ",") + "]"}
		several.text("baseline", "Shop "+strconv.Itoa(rapid.IntRange(0, n-1).Draw(t, "baseline")))
		alike(t, "/v1/comparison", several)

		base := aScenario(t, "")
		weighed := asked{params: base.params}
		var card asked
		card.text("name", "Card")
		card.number("orders_change", hundredths(0, 90).Draw(t, "change"))
		card.number("cost_per_period", hundredths(0, 900).Draw(t, "cost"))
		weighed.members = []string{`"scenario":` + base.object(), `"programmes":[` + card.object() + "]"}
		weighed.within("card", card)
		alike(t, "/v1/programmes", weighed)
	})
}

// Every example that has an address gives the same there and from its body.
func TestExamplesBothWays(t *testing.T) {
	for _, e := range calculator.Examples() {
		calc := calculator.At(e.Resource)
		if calc.Limits.PostOnly {
			continue
		}
		params, has := calc.Query([]byte(bodyOf(e)))
		_, byBody := replied(e.Resource, "application/json", bodyOf(e))
		status, byQuery := replied(e.Resource+"?decimal=point&"+params.Encode(), "", "")
		if !has || status != http.StatusOK || byBody != byQuery {
			t.Errorf("%s: %d %.300s, by its body %.300s", e.Name, status, byQuery, byBody)
		}
	}
}
