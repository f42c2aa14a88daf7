package form

import (
	"cmp"
	"html"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"blyant/internal/locale"
)

var navigation = regexp.MustCompile(`<nav class="pages".*?</nav>`)

// leads are the links of a page to the others, by path.
func leads(t *testing.T, page string) map[string]url.Values {
	t.Helper()
	all := map[string]url.Values{}
	for _, link := range regexp.MustCompile(`href="([^"]*)"`).FindAllStringSubmatch(navigation.FindString(page), -1) {
		u, err := url.Parse(html.UnescapeString(link[1]))
		if err != nil {
			t.Fatal(err)
		}
		all[u.Path] = u.Query()
	}
	return all
}

// A customer goes along to every other page, where it has an answer, and back.
func TestCustomerGoesAlong(t *testing.T) {
	const guest = "name=Guest&acquisition_cost=80&basket_value=95.5&margin_rate=0.6&orders_per_period=2&repeat_purchase_rate=0.75&currency=SEK&period=quarter"
	want, _ := url.ParseQuery(guest)
	for path, query := range leads(t, rendered(t, locale.Swedish, guest, false)) {
		to, known := PageAt(path)
		if !known || path == "/" {
			continue
		}
		query.Del("lang")
		query.Del("decimal")
		there := renderedOf(t, to, locale.Swedish, query.Encode(), false)
		if strings.Contains(there, "faults-title") || !strings.Contains(there, `id="about" data-live>Det gäller ”Guest”.<`) {
			t.Errorf("%s has no answer about the guest: %s", path, query.Encode())
		}
		back := leads(t, there)["/"]
		for name := range want {
			if path == "/service-promise" && name == "repeat_purchase_rate" { // it follows from the promise
				continue
			}
			if got := back.Get(name); got != want.Get(name) {
				t.Errorf("from %s: %s comes back as %q, was %q", path, name, got, want.Get(name))
			}
		}
		if path == "/service-promise" && back.Get("repeat_purchase_rate") == "" {
			t.Error("no rate comes back from the promise")
		}
	}
}

// Of several customers the best goes along by the navigation, each by a link of
// its own.
func TestEachCustomerGoesOn(t *testing.T) {
	page := rendered(t, locale.English, pencil, false)
	if got := leads(t, page)["/plan"].Get("name"); got != "Ten years of pencils" {
		t.Errorf("%q goes along", got)
	}
	_, onward, _ := strings.Cut(page, `<nav class="onward"`)
	onward, _, _ = strings.Cut(onward, "</nav>")
	if n := strings.Count(onward, "/plan?name="); n != 2 {
		t.Errorf("%d customers go on to the plan", n)
	}
	if got := leads(t, rendered(t, locale.English, "one.basket_value=x", false))["/plan"]; len(got) != 1 {
		t.Errorf("a faulty page leads to the plan with %v", got)
	}
}

// What a page asks besides is in periods as long as the customer's: 40 new
// customers a month are 480 a year, 1.04^12 is 1.6010.
func TestExampleInOtherPeriods(t *testing.T) {
	plan := leads(t, rendered(t, locale.English, "acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.5&period=year", false))["/plan"]
	for name, want := range map[string]string{
		"plan_periods": "3", "new_customers_first": "480", "new_customers_growth_rate": "0.601", "fixed_cost_per_period": "384000", "opening_cash": "400000",
	} {
		if got := plan.Get(name); got != want {
			t.Errorf("%s is %s, wanted %s", name, got, want)
		}
	}
}

// Whoever hardly ever leaves still has an answer about a programme: what the example
// adds to their rate leaves room for it, by the year as by the week, with one rate or
// with a curve; who leaves as the example's guests do has the example's own.
func TestProgrammeFitsWhoStays(t *testing.T) {
	const rest = "&acquisition_cost=50&basket_value=10&margin_rate=0.4&orders_per_period=12"
	for query, want := range map[string]string{
		"period=year&repeat_purchase_rate=0.9":      "0.03", // three tenths of the tenth that leaves, as in the example
		"period=year&repeat_purchase_rate=1":        "0",
		"period=year&repeat_purchase_rate=0.5":      "0.36",
		"period=month&repeat_purchase_rate=0.9":     "0.03",
		"period=month&repeat_purchase_rate=0.98":    "0.006",
		"period=week&repeat_purchase_rate=0.99":     "",
		"period=year&retention_curve=0.6,0.8,0.9":   "0.03",
		"period=year&survival_curve=0.6,0.54,0.513": "",
	} {
		there := answered(t, linked(t, requestOf(t, ValuePage(), locale.Swedish, query+rest, false), ProgrammesPage()))
		if got := viewed(there).entry.items[0].own["repeat_purchase_rate_change"]; len(there.Faults) > 0 || want != "" && !sameValue("repeat_purchase_rate", cmp.Or(got, "0"), want) {
			t.Errorf("%s: the example adds %q, wanted %q (%v)", query, got, want, there.Faults)
		}
	}
}
