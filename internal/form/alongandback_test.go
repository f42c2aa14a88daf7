package form

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// notOnEach are the fields of a customer that some page has no question for, since it
// follows from what the page is about.
var notOnEach = map[string][]string{
	"promise": {"repeat_purchase_rate", "retention_curve", "survival_curve", "referrals_per_period", "deterred_per_lost_customer"},
}

// aCustomer is a customer with any of the fields that every page asks, each within its
// range, as shopkeepers type them.
func aCustomer(t *rapid.T) url.Values {
	q := url.Values{"name": {rapid.StringMatching(`[A-ZÅ][a-zæøå'&<"]{0,12}`).Draw(t, "name")}}
	q.Set("currency", rapid.SampledFrom([]string{"NOK", "SEK", "DKK", "EUR", "USD"}).Draw(t, "currency"))
	q.Set("period", rapid.SampledFrom([]string{"year", "quarter", "month", "week"}).Draw(t, "period"))
	number := func(name string, from, to int64, places int32, always bool) {
		if always || rapid.Bool().Draw(t, "with "+name) {
			q.Set(name, decimal.New(rapid.Int64Range(from, to).Draw(t, name), -places).String())
		}
	}
	number("acquisition_cost", 0, 1e6, 2, true)
	number("basket_value", 1, 1e6, 2, true)
	number("repeat_purchase_rate", 1, 99, 2, true)
	number("margin_rate", 1, 100, 2, false)
	number("orders_per_period", 1, 500, 1, false)
	number("service_cost_per_order", 1, 1e4, 2, false)
	number("service_cost_per_period", 1, 1e4, 2, false)
	number("basket_growth_rate", -50, 50, 3, false)
	number("order_growth_rate", -50, 50, 3, false)
	number("annual_discount_rate", 1, 30, 2, false)
	number("horizon", 1, 60, 0, false)
	number("vat_rate", 1, 30, 2, false)
	return q
}

// linked is the query that a page leads to another with: what its navigation has.
func linked(t interface{ Fatal(...any) }, r Request, to Page) Request {
	v := viewed(r)
	v.parts = r.Page.parts(r.Answer)
	for _, link := range v.pageLinks() {
		if path, _, _ := strings.Cut(link.Href, "?"); path == to.Path {
			return followedLink(t, to, link.Href)
		}
	}
	t.Fatal("no link to " + to.Path)
	return Request{}
}

// withAnswer asks the calculator; every one of these customers has an answer.
func withAnswer(t *rapid.T, r Request) Request {
	calc, asked := Asked(r.Page, Tidy(r.Page, r.Params, r.Lang))
	q := calc.NewRequest()
	if faults := input.FromParams(calc.Request, asked, r.Dialect, q); len(faults) > 0 {
		t.Fatal(r.Page.Name, encode(r.Params), faults)
	}
	a, err := calc.Answer(t.Context(), q, r.Lang)
	if err != nil {
		t.Fatal(r.Page.Name, encode(r.Params), err)
	}
	r.Answer = a
	return r
}

// What is typed on the first page arrives unchanged on every other page, which has an
// answer for it, and from there on every other and back on the first.
func TestAnyCustomerGoesAlongAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := aCustomer(t)
		l := rapid.SampledFrom(locale.Languages()).Draw(t, "language")
		at := withAnswer(t, Request{Page: ValuePage(), Lang: l, Params: queryParams(q), Dialect: input.Dialect{Said: true}})
		lost := []string{}
		for _, to := range []Page{rapid.SampledFrom(Pages()[1:]).Draw(t, "page"), rapid.SampledFrom(Pages()[1:]).Draw(t, "next"), ValuePage()} {
			if to.Name == at.Page.Name {
				continue
			}
			at = withAnswer(t, linked(t, at, to))
			lost = append(lost, notOnEach[to.Name]...)
			if at.Lang != l {
				t.Fatalf("%s is in %s, not %s", to.Name, at.Lang, l)
			}
			for name := range q {
				if got := viewed(at).entry.common(name); !slices.Contains(lost, name) && !sameValue(name, got, q.Get(name)) {
					t.Fatalf("on %s %s is %q, was %q", to.Name, name, got, q.Get(name))
				}
			}
		}
	})
}

// queryParams are the parameters of a query in the order of the vocabulary.
func queryParams(q url.Values) input.Params {
	var p input.Params
	for _, f := range model.ScenarioFields() {
		if q.Has(f.Name) {
			p = append(p, input.Param{Name: f.Name, Value: q.Get(f.Name)})
		}
	}
	return p
}

// sameValue reports whether two texts of a field mean the same.
func sameValue(name, a, b string) bool {
	f, _ := vocabulary.FieldNamed(model.ScenarioFields(), name)
	if !f.Numeric() {
		return a == b
	}
	x, errX := locale.ParseNumber(a, false, f.TakesPercent())
	y, errY := locale.ParseNumber(b, false, f.TakesPercent())
	return errX == nil && errY == nil && x.Decimal.Equal(y.Decimal)
}

// On the way to each page in a language with a decimal comma nothing is read in the
// wrong dialect: the figure that is taken from the page to the API is the same.
func TestFiguresGoAlong(t *testing.T) {
	const guest = "name=Guest&acquisition_cost=80&basket_value=95.5&margin_rate=0.625&orders_per_period=2.5&repeat_purchase_rate=0.755&currency=SEK&period=quarter&horizon=12"
	for _, l := range locale.Languages() {
		first := requestOf(t, ValuePage(), l, guest, false)
		want := parts(first.Answer)[0].figure("net_lifetime_value").String()
		for _, to := range Pages()[1:] {
			if to.Name == "promise" {
				continue // its rate follows from the promise
			}
			there := answered(t, linked(t, first, to))
			if len(there.Faults) > 0 {
				t.Errorf("%s, %s: %v", l, to.Name, there.Faults)
				continue
			}
			back := answered(t, linked(t, there, ValuePage()))
			if got := parts(back.Answer)[0].figure("net_lifetime_value").String(); got != want {
				t.Errorf("%s: from %s it comes back as %s, was %s", l, to.Name, got, want)
			}
		}
	}
}
