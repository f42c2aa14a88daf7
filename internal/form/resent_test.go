package form

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"blyant/internal/input"
	"blyant/internal/locale"

	"golang.org/x/net/html"
)

// sent are the parameters that a browser sends with the form of a page, in the order
// of the page.
func sent(t *testing.T, page string) input.Params {
	t.Helper()
	var p input.Params
	for _, form := range nodes(t, page, "form") {
		for n := range form.Descendants() {
			name := attribute(n, "name")
			switch {
			case n.Type != html.ElementNode || name == "":
			case n.Data == "input":
				p = append(p, input.Param{Name: name, Value: attribute(n, "value")})
			case n.Data == "select":
				p = append(p, input.Param{Name: name, Value: chosenOf(n)})
			}
		}
	}
	return p
}

// chosenOf is the value of the option that is selected, the first where none is.
func chosenOf(list *html.Node) string {
	chosen, found := "", false
	for o := range list.Descendants() {
		if o.Type != html.ElementNode || o.Data != "option" {
			continue
		}
		if hasAttribute(o, "selected") || !found {
			chosen, found = attribute(o, "value"), true
		}
	}
	return chosen
}

// resent is the request of a form that was sent as it stood.
func resent(t *testing.T, r Request, page string) Request {
	t.Helper()
	var rest input.Params
	for _, param := range sent(t, page) {
		switch param.Name {
		case "lang":
			if param.Value != string(r.Lang) {
				t.Errorf("the form is sent in %s, not %s", param.Value, r.Lang)
			}
		case "percent":
		default:
			rest = append(rest, param)
		}
	}
	r = Request{Page: r.Page, Lang: r.Lang, Params: rest, Base: r.Base, Typed: true, Dialect: input.Dialect{Comma: r.Lang.DecimalComma(), Percent: true}}
	return r.Opened()
}

// meant is what an entry means, blanks and what is the default anyway left out, such
// as the first as the one that the others are held against: a form sends both.
func meant(v *viewer) string {
	p := slices.DeleteFunc(v.canonicalParams(), func(param input.Param) bool {
		f, _ := v.Page.field(param.Name)
		return param.Value == "" || param.Value == f.Default || param.Name == "baseline" && param.Value == v.entry.items[0].key
	})
	return paramSet(p)
}

// crowded are so many customers of the first page, or kinds of a plan, who differ in
// some fields and share others.
func crowded(page Page, n int) string {
	var b strings.Builder
	b.WriteString("currency=SEK&period=quarter&horizon=12&margin_rate=0.45&annual_discount_rate=0.08")
	if page.Whole {
		b.WriteString("&name=Shop&plan_periods=8&fixed_cost_per_period=1000.5&opening_cash=500")
	}
	for i := range n {
		key := keyNumber(i + 1)
		fmt.Fprintf(&b, "&%s.name=Kind+%d%%3Cb%%3E&%s.acquisition_cost=%d.5&%s.basket_value=%d.25&%s.repeat_purchase_rate=0.%d5", key, i, key, 10+i, key, 100+i, key, 1+i%8)
		if page.Whole {
			fmt.Fprintf(&b, "&%s.new_customers_first=%d", key, 3+i)
		}
	}
	return b.String()
}

// A form that is sent as it came asks for the same once more: on every page, in every
// language, for one item or twenty, with an answer or with faults in it.
func TestFormSendsWhatItShows(t *testing.T) {
	all := append(examplesOfPages(), shown{"kinds", bakery, PlanPage()}, shown{"many kinds", bakery + moreKinds, PlanPage()},
		shown{"curve", "acquisition_cost=50&basket_value=10.5&retention_curve=0.65,0.755,0.8", ValuePage()}, shown{"season", pencilShop + "&seasonality=1,0.5,1.5&fixed_costs=100.5,200", PlanPage()})
	for _, n := range []int{2, 3, 4, 5, 20} {
		all = append(all, shown{fmt.Sprint(n), crowded(ValuePage(), n), ValuePage()}, shown{fmt.Sprint(n), crowded(PlanPage(), n), PlanPage()})
	}
	for _, s := range all {
		for _, l := range locale.Languages() {
			r := requestOf(t, s.page, l, s.query, false)
			page, err := Render(r)
			if err != nil {
				t.Fatal(err)
			}
			again := resent(t, r, string(page))
			if got, want := meant(viewed(again)), withRest(r, meant(viewed(r))); got != want {
				t.Errorf("%s, %s, %s: the form sends\n%s\nand showed\n%s", s.page.Name, s.name, l, got, want)
			}
			if again = answered(t, again); len(again.Faults) != len(r.Faults) {
				t.Errorf("%s, %s, %s: sent again %v, before %v", s.page.Name, s.name, l, again.Faults, r.Faults)
			}
		}
	}
}

// withRest leaves out the last of the shares of a sum, which no form sends.
func withRest(r Request, meant string) string {
	if len(r.Page.Sum) == 0 {
		return meant
	}
	last := r.Page.Sum[len(r.Page.Sum)-1]
	return strings.Join(slices.DeleteFunc(strings.Split(meant, "&"), func(pair string) bool { return strings.HasPrefix(pair, last+"=") }), "&")
}

// No field of a form is sent twice, and none is called other than the page's fields,
// but for what the form adds.
func TestFormSendsEachFieldOnce(t *testing.T) {
	for _, n := range []int{1, 2, 4, 5, 20} {
		for _, page := range []Page{ValuePage(), PlanPage()} {
			seen := map[string]bool{}
			for _, param := range sent(t, renderedOf(t, page, locale.Danish, crowded(page, n), false)) {
				_, known := page.field(param.Name)
				added := slices.Contains([]string{"lang", "percent", wasParameter, "baseline"}, param.Name)
				if seen[param.Name] || !known && !added {
					t.Errorf("%s, %d: %s is sent twice or is no field", page.Name, n, param.Name)
				}
				seen[param.Name] = true
			}
			for i := range n {
				if key := keyNumber(i + 1); n > 1 && (!seen[key+".name"] || !seen[key+".basket_value"]) {
					t.Errorf("%s, %d: %s is not sent", page.Name, n, key)
				}
			}
		}
	}
}
