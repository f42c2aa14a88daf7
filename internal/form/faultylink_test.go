package form

import (
	"net/url"
	"strings"
	"testing"

	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model/vocabulary"
)

// typedPlan is the pencil shop's plan with a text typed into a field of it.
func typedPlan(t *testing.T, l locale.Language, name, text string) Request {
	t.Helper()
	query := strings.ReplaceAll("currency=NOK&period=month&plan_periods=12&new_customers_first=40&acquisition_cost=50&basket_value=89.5&margin_rate=40&repeat_purchase_rate=80", ".", l.DecimalMark())
	return requestOf(t, PlanPage(), l, query+"&"+name+"="+url.QueryEscape(text), true)
}

// codes are what is wrong, field by field.
func codes(faults vocabulary.Faults) string {
	var all []string
	for _, f := range faults {
		all = append(all, f.Field+" "+string(f.Code))
	}
	return strings.Join(all, ", ")
}

// What is wrong with a text stays wrong for whoever reloads the page, follows its
// permalink or changes its language: none of them may make a number of 10,20,30 or
// 1.234 that nobody meant, and what stands beside it keeps its meaning.
func TestFaultsGoAlongWithLinks(t *testing.T) {
	for _, c := range []struct {
		l          locale.Language
		name, text string
	}{
		{locale.Norwegian, "fixed_costs", "10,20,30"}, {locale.Danish, "fixed_costs", "1.200"}, {locale.Swedish, "seasonality", "0.5,1.5,1,x"}, {locale.Norwegian, "retention_curve", "80,70,60"},
		{locale.Norwegian, "opening_cash", "1.234"}, {locale.Swedish, "fixed_cost_per_period", "12.345"}, {locale.Danish, "opening_cash", "1.2.3"},
		{locale.English, "opening_cash", "1,5"}, {locale.English, "fixed_costs", "1,200"}, {locale.English, "fixed_costs", "1,200,300"},
	} {
		r := typedPlan(t, c.l, c.name, c.text)
		if len(r.Faults) == 0 {
			t.Fatalf("%s: %s is taken for %s", c.l, c.text, c.name)
		}
		v := viewed(r)
		links := []string{v.take().Permalink}
		for _, link := range v.languageLinks() {
			links = append(links, link.Href)
		}
		for _, link := range links {
			again := answered(t, followedLink(t, r.Page, link))
			if c.text == "1,200" && again.Lang != locale.English {
				continue // it is in doubt in English only
			}
			if !strings.Contains(codes(again.Faults), c.name) {
				t.Errorf("%s: %s of %s has the faults %q, by %s %q", c.l, c.text, c.name, codes(r.Faults), link, codes(again.Faults))
			}
			if got, want := meantBut(again, c.name), meantBut(r, c.name); got != want {
				t.Errorf("%s: beside %s stands %s, by the link %s", c.l, c.text, want, got)
			}
		}
		if first := v.take().Permalink; viewed(followedLink(t, r.Page, first)).take().Permalink != first {
			t.Errorf("%s: %s: the permalink %s is another when it is followed", c.l, c.text, first)
		}
	}
}

// meantBut is what a request means, but for one of its fields.
func meantBut(r Request, name string) string {
	var all []string
	v := viewed(r)
	for _, param := range v.canonicalParams() {
		if f, _ := v.Page.field(param.Name); param.Name != name && f.Default != param.Value {
			all = append(all, param.Name+"="+param.Value)
		}
	}
	return strings.Join(all, "&")
}

// A button does not make numbers of what cannot be read either: the page is that of
// the fault, and the numbers are still those that were typed.
func TestButtonsLeaveFaultsAlone(t *testing.T) {
	for _, do := range []string{convertButton, useButton + "acquisition_cost=70&basket_value=20&repeat_purchase_rate=0.5"} {
		p := params(t, "currency=NOK&period=month&plan_periods=12&new_customers_first=40&acquisition_cost=50&basket_value=89&repeat_purchase_rate=80&fixed_costs=10,20,30")
		p = append(p, input.Param{Name: wasParameter, Value: "year"}, input.Param{Name: ButtonParameter, Value: do})
		r := Request{Page: PlanPage(), Lang: locale.Norwegian, Params: p, Base: "https://example.org", Typed: true, Dialect: input.Dialect{Comma: true, Percent: true}}
		if r = answered(t, r.Opened()); !strings.Contains(codes(r.Faults), "fixed_costs") {
			t.Errorf("%s: the faults are %q", do, codes(r.Faults))
		}
		page, err := Render(r)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(page), `value="10,20,30"`) {
			t.Errorf("%s: what was typed is gone", do)
		}
	}
}

// Prices and shares in a list stand as people write them, each with its unit, as in
// the fields of one.
func TestListsAsTyped(t *testing.T) {
	for _, l := range locale.Languages() {
		list := func(values ...string) string { return strings.Join(values, l.ListMark()+" ") }
		for _, c := range []struct{ name, text, want string }{
			{"fixed_costs", list("100 kr", "200 kr"), "100,200"}, {"fixed_costs", list("kr 100", "200", "NOK 300"), "100,200,300"}, {"fixed_costs", list("100 kr.", "200kr"), "100,200"},
			{"fixed_costs", "100:-; 200:-", "100,200"}, {"fixed_costs", list("€100", "200 €"), "100,200"},
			{"retention_curve", list("80 %", "70 %"), "0.8,0.7"}, {"retention_curve", list("80", "70%"), "0.8,0.7"},
			{"fixed_costs", list("100 stk", "200"), ""}, {"fixed_costs", list("100 kr", "kr"), ""}, {"retention_curve", list("80 kr", "70"), ""},
		} {
			if strings.Contains(c.text, ";") && !l.DecimalComma() {
				continue // a list has commas there
			}
			r := Request{Page: PlanPage(), Lang: l, Typed: true, Dialect: input.Dialect{Comma: l.DecimalComma(), Percent: true},
				Params: append(params(t, "plan_periods=3&new_customers_first=4&acquisition_cost=50&basket_value=10"), input.Param{Name: c.name, Value: c.text})}
			if c.name != "retention_curve" {
				r.Params = append(r.Params, input.Param{Name: "repeat_purchase_rate", Value: "50"})
			}
			r = answered(t, r)
			if (c.want == "") != (len(r.Faults) > 0) {
				t.Errorf("%s: %s for %s has the faults %q", l, c.text, c.name, codes(r.Faults))
			}
			for _, param := range viewed(r).canonicalParams() {
				if param.Name == c.name && c.want != "" && param.Value != c.want {
					t.Errorf("%s: %s is read as %s, wanted %s", l, c.text, param.Value, c.want)
				}
			}
		}
	}
}
