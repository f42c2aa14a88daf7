package form

import (
	"strings"
	"testing"

	"blyant/internal/locale"
)

// A bakery with regulars and passers-by and a Christmas season, and three kinds of
// customers more than the form has columns for.
const (
	bakery = "name=Bakery&currency=DKK&period=month&vat_rate=0.25&margin_rate=0.62&timing=mid&annual_discount_rate=0.07" +
		"&one.name=Regulars&one.horizon=60&one.acquisition_cost=90&one.basket_value=64&one.orders_per_period=5&one.repeat_purchase_rate=0.94" +
		"&one.service_cost_per_order=1.5&one.new_customers_first=45&one.new_customers_growth_rate=0.01&one.opening_customers=60" +
		"&two.name=Passers-by&two.horizon=36&two.acquisition_cost=2&two.basket_value=48&two.repeat_purchase_rate=0.15" +
		"&two.new_customers_first=700&two.acquisition_cost_growth_rate=0.002&plan_periods=24&start=2027-03" +
		"&seasonality=1.0,1.05,0.95,1.0,0.8,0.9,1.0,1.0,1.1,1.8,0.7,0.7&fixed_cost_per_period=52000&fixed_cost_growth_rate=0.0025" +
		"&initial_investment=180000&opening_cash=350000"
	moreKinds = "&c.name=C&c.acquisition_cost=1&c.basket_value=2&c.repeat_purchase_rate=0.1&c.new_customers_first=3" +
		"&d.name=D&d.acquisition_cost=900&d.basket_value=2&d.repeat_purchase_rate=0.1&d.new_customers_first=3" +
		"&e.name=E&e.acquisition_cost=1&e.basket_value=2&e.repeat_purchase_rate=0.1&e.new_customers=3,4,5"
)

// Kinds of customers stand side by side with what the plan asks once beside them;
// the answer says which brings most, and by month.
func TestPlanOfTwoKinds(t *testing.T) {
	page := renderedOf(t, PlanPage(), locale.English, bakery, false)
	for _, wanted := range []string{
		`name="one.name" value="Regulars"`, `name="two.new_customers_first" value="700"`, `name="name" value="Bakery"`,
		`name="plan_periods" value="24"`, `name="seasonality" value="1.0, 1.05, 0.95, 1.0, 0.8, 0.9, 1.0, 1.0, 1.1, 1.8, 0.7, 0.7"`, `name="start" value="2027-03"`,
		"This is about 2 kinds of customers: Regulars, ", `data-figure="segment-net_present_value"`, `data-figure="year-cash_flow"`, ">2028</th>", ">2027-12-01</td>", "table=statement",
	} {
		if !strings.Contains(page, wanted) {
			t.Errorf("%q is not on the page", wanted)
		}
	}
	told := toldOf(t, PlanPage(), locale.English, bakery)
	for _, wanted := range []string{"breaks even in month 12 (February 2028): from then on", "Most comes from “Regulars”: 1,360,000 kr in today’s money"} {
		if !strings.Contains(told, wanted) {
			t.Errorf("the story does not say %q: %s", wanted, told)
		}
	}
}

// More kinds than the form has columns for are a table with the reason; what the
// plan asks once can still be typed, and the kinds go along with it.
func TestPlanOfManyKinds(t *testing.T) {
	page := renderedOf(t, PlanPage(), locale.Swedish, bakery+moreKinds, false)
	for _, wanted := range []string{
		"Formuläret har plats för 4 bredvid varandra, så dessa 5 visas som en tabell.", `<input type="hidden" name="two.new_customers_first" value="700">`,
		`<input type="hidden" name="e.new_customers" value="3; 4; 5">`, `id="fixed_cost_per_period" name="fixed_cost_per_period" value="52`, `value="remove:d"`,
		"”D” kostar", `href="/?name=Regulars&amp;`,
	} {
		if !strings.Contains(page, wanted) {
			t.Errorf("%q is not on the page", wanted)
		}
	}
	for _, field := range []string{"plan_periods", "currency", "fixed_cost_per_period", "two.basket_value"} {
		if n := strings.Count(page, ` name="`+field+`"`); n != 1 {
			t.Errorf("%s is sent %d times", field, n)
		}
	}
	if strings.Contains(page, `<input class="name"`) {
		t.Error("there are columns to type in")
	}
}

// A plan of one kind becomes one of two, and again of one; what it asks once stays.
func TestEditKinds(t *testing.T) {
	for _, c := range []struct{ query, do, want, id string }{
		{"name=Guest&plan_periods=24&horizon=3&basket_value=5&new_customers_first=7", "add",
			"plan_periods=24&horizon=3&one.name=Guest&one.basket_value=5&one.new_customers_first=7&two.name=Kundegruppe%202&two.basket_value=5&two.new_customers_first=7", "two.name"},
		{"name=Shop&plan_periods=24&a.name=A&a.basket_value=5&b.name=B&b.basket_value=6", "remove:a", "name=B&plan_periods=24&basket_value=6", "name"},
		{"name=Shop&a.name=A&b.name=B", "copy:a", "name=Shop&a.name=A&b.name=B&one.name=A%203", "one.name"},
	} {
		edited, id := Edit(PlanPage(), params(t, c.query), c.do, locale.Norwegian)
		if got := encode(edited); got != c.want || id != c.id {
			t.Errorf("%s of %s\nis %s at %q\nnot %s at %q", c.do, c.query, got, id, c.want, c.id)
		}
	}
}

// A customer that the browser keeps comes beside the kinds of a plan, and as many of
// them as of the first; where there is one kind, in its place.
func TestUseBesideKinds(t *testing.T) {
	const kept = "use:name=Guest&period=year&basket_value=9&repeat_purchase_rate=0.5&annual_discount_rate=0.2"
	for query, want := range map[string]string{
		bakery: "&one.name=Regulars", "name=Shop&period=month&basket_value=5&plan_periods=24&new_customers_first=4": "name=Guest&period=year&basket_value=9&repeat_purchase_rate=0.5&annual_discount_rate=0.2&plan_periods=2",
	} {
		r := Request{Page: PlanPage(), Lang: locale.English, Params: append(params(t, query), params(t, ButtonParameter+"="+escape(kept))...)}.Opened()
		got := encode(r.Params)
		if strings.HasPrefix(want, "&") {
			if !strings.Contains(got, want) || !strings.Contains(got, "&three.name=Guest&three.basket_value=9&three.repeat_purchase_rate=0.943874&") || !strings.Contains(got, "&three.new_customers_first=45") || strings.Contains(got, "annual_discount_rate=0.2") {
				t.Errorf("beside two: %s", got)
			}
		} else if !strings.HasPrefix(got, want) {
			t.Errorf("in place of one: %s", got)
		}
	}
}

// What is wrong with a kind leads to its field, in the language's words.
func TestFaultsOfKinds(t *testing.T) {
	for query, want := range map[string]string{
		bakery + "&three.name=C":                                               `<a href="#three.acquisition_cost">`,
		strings.Replace(bakery, "=48", "=x", 1):                                `<a href="#two.basket_value">Kurvværdi, Passers-by: `,
		strings.Replace(bakery, "two.name=Passers-by", "two.name=Regulars", 1): `<a href="#two.name">`,
		bakery + "&plan_periods=0":                                             `<a href="#plan_periods">`,
		bakery + moreKinds + "&opening_cash=x":                                 `<a href="#opening_cash">`,
	} {
		if page := renderedOf(t, PlanPage(), locale.Danish, query, false); !strings.Contains(page, want) {
			_, list, _ := strings.Cut(page, `id="faults"`)
			list, _, _ = strings.Cut(list, "</div>")
			t.Errorf("%s does not lead to %s: %s", query, want, list)
		}
	}
}
