package calculator_test

import (
	"net/http"
	"strings"
	"testing"
)

const (
	twoShops = "currency=NOK&acquisition_cost=50&basket_value=100&margin_rate=0.4&few.name=F%C3%A5&few.repeat_purchase_rate=0.2&many.repeat_purchase_rate=0.9"
	twoCards = "acquisition_cost=50&basket_value=100&margin_rate=0.4&repeat_purchase_rate=0.6&card.name=Bonus+card&card.orders_change=0.1&card.cost_per_period=9&letter.orders_change=0.02&letter.cost_per_period=0.1"
	twoKinds = "plan_periods=12&margin_rate=0.4&here.name=Regulars&here.acquisition_cost=20&here.basket_value=100&here.repeat_purchase_rate=0.8&here.new_customers=10&far.acquisition_cost=5&far.basket_value=60&far.repeat_purchase_rate=0.1&far.new_customers=70"
)

// figureAt asks for one figure.
func figureAt(t *testing.T, path, query string) string {
	t.Helper()
	status, text := replied(path+"?"+query, "", "")
	if status != http.StatusOK {
		t.Fatalf("%s?%s: %d %s", path, query, status, text)
	}
	return text
}

// inList finds the item of a list that has that name.
func inList(t *testing.T, items []any, name string) node {
	t.Helper()
	for _, item := range items {
		if at(item, "name") == name {
			return item.(node)
		}
	}
	t.Fatalf("no %q among %d", name, len(items))
	return nil
}

// of= takes the key of the query or the name, and finds the figure that stands in the whole
// answer, whatever the order there.
func TestFigureOfNamed(t *testing.T) {
	for _, c := range []struct{ path, query, list string }{
		{"/v1/comparison", twoShops, "comparison"},
		{"/v1/programmes", twoCards, "programmes"},
		{"/v1/plan", twoKinds, "segments"},
	} {
		_, text := replied(c.path+"?"+c.query, "", "")
		whole := decoded(t, text)
		items := list(whole[c.list])
		if len(items) != 2 {
			t.Fatalf("%s: %s", c.path, text)
		}
		for key, name := range map[string]string{"few": "Få", "many": "many", "card": "Bonus card", "letter": "letter", "here": "Regulars", "far": "far"} {
			if !strings.Contains(c.query, "&"+key+".") {
				continue
			}
			for figure, value := range inList(t, items, name) {
				if figure == "name" {
					continue
				}
				want, _ := inTable(value)
				if value == nil {
					want = "#N/A"
				}
				for _, of := range []string{key, name} {
					if got := figureAt(t, c.path+"/"+figure, c.query+"&"+asQuery("of", of)); got != want {
						t.Errorf("%s/%s of %s is %s, in the answer %s", c.path, figure, of, got, want)
					}
				}
			}
		}
	}
}

// Without of= a comparison and programmes mean the last one given, a plan the whole.
func TestFigureOfNone(t *testing.T) {
	for _, c := range [][3]string{{"/v1/comparison/net_difference", twoShops, "many"}, {"/v1/programmes/total_gain", twoCards, "letter"}, {"/v1/programmes/total_cost", twoCards, "letter"}} {
		if got, want := figureAt(t, c[0], c[1]), figureAt(t, c[0], c[1]+"&of="+c[2]); got != want {
			t.Errorf("%s is %s, of %s %s", c[0], got, c[2], want)
		}
	}
	_, text := replied("/v1/plan?"+twoKinds, "", "")
	whole := decoded(t, text)
	if got, want := figureAt(t, "/v1/plan/revenue", twoKinds), written(t, at(whole, "summary", "revenue")); got != want {
		t.Errorf("the plan's revenue is %s, in its summary %s", got, want)
	}
	a, b := figureAt(t, "/v1/programmes/return_on_acquisition", twoCards), figureAt(t, "/v1/programmes/return_on_acquisition", twoCards+"&of=card")
	if a != b {
		t.Errorf("the return on acquisition is %s, of a programme %s", a, b)
	}
}

// A name that is none leads to one that there is; a segment has no figures of the whole plan
// and says which it has.
func TestUnknownNames(t *testing.T) {
	for _, c := range []struct{ path, query, of, hint string }{
		{"/v1/comparison/net_difference", twoShops, "mony", "many"},
		{"/v1/programmes/total_gain", twoCards, "Bonus kard", "Bonus card"},
		{"/v1/plan/revenue", twoKinds, "Regular", "Regulars"},
		{"/v1/retention-fit/alpha", "active=100,90,81.5&decimal=point", "weibull", ""},
		{"/v1/retention-fit/alpha", "active=100,90,81.5&decimal=point", "geometrik", "geometric"},
	} {
		r := c.query + "&" + asQuery("of", c.of)
		status, text := replied(c.path+"?"+r, "", "")
		if status == http.StatusOK {
			t.Errorf("%s of %s: %d %s", c.path, c.of, status, text)
			continue
		}
		problem := decoded(t, text)
		if got := faultsOf(problem); got != "of not_a_choice" || status != http.StatusUnprocessableEntity {
			t.Errorf("%s of %s: %d %s", c.path, c.of, status, got)
			continue
		}
		fault := list(problem["errors"])[0]
		hint, _ := at(fault, "hint").(string)
		if hint != c.hint && c.hint != "" {
			t.Errorf("%s of %s has the hint %q, want %q", c.path, c.of, hint, c.hint)
		}
		if c.hint != "" {
			figureAt(t, c.path, c.query+"&"+asQuery("of", hint))
		}
	}
	status, text := replied("/v1/plan/peak_funding?"+twoKinds+"&of=here", "", "")
	if status != http.StatusNotFound || !strings.Contains(text, "customer_equity") {
		t.Errorf("the funding of a segment: %d %s", status, text)
	}
}
