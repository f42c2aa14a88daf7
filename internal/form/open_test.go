package form

import (
	"net/url"
	"strings"
	"testing"

	"blyant/internal/input"
	"blyant/internal/locale"
)

// Where no currency is chosen a page reckons in that of its language's country,
// and its links say so, so that they mean the same in every language.
func TestCurrencyOfTheLanguage(t *testing.T) {
	for l, want := range map[locale.Language]string{locale.English: "NOK", locale.Norwegian: "NOK", locale.Swedish: "SEK", locale.Danish: "DKK"} {
		for _, page := range []Page{ValuePage(), WhatIfPage()} {
			html := opened(t, page, l, "acquisition_cost=50&basket_value=10&repeat_purchase_rate=50")
			if !strings.Contains(html, `<option value="`+want+`" selected>`) {
				t.Errorf("%s, %s: %s is not chosen", page.Name, l, want)
			}
			if n := strings.Count(html, page.Path+"?currency="+want+"&amp;acquisition_cost=50"); n < len(locale.Languages()) {
				t.Errorf("%s, %s: %d links say that it is %s", page.Name, l, n, want)
			}
		}
		if html := opened(t, ValuePage(), l, "currency=EUR&acquisition_cost=50&basket_value=10&repeat_purchase_rate=50"); !strings.Contains(html, `<option value="EUR" selected>`) {
			t.Errorf("%s: the euro that was chosen is not", l)
		}
		p, _ := input.ParseQuery(pencil)
		fresh := Request{Page: ValuePage(), Lang: l, Params: p, Dialect: input.Dialect{Said: true}, Fresh: true}.Opened()
		if got := fresh.Params.Encode(); strings.Count(got, "currency=") != 1 || !strings.Contains(got, "currency="+want) {
			t.Errorf("%s: the first page is in %s", l, got)
		}
	}
}

// A customer that the browser keeps comes into another page with its own period,
// to which what the page asks besides is converted; on the first page it stands
// beside the others, in their period.
func TestKeptCustomerIsUsed(t *testing.T) {
	kept := url.QueryEscape("name=Guest&currency=SEK&period=month&acquisition_cost=80&basket_value=95.5&orders_per_period=2&repeat_purchase_rate=0.75&plan_periods=7&nonsense=1")
	html := opened(t, PlanPage(), locale.Swedish, "period=year&currency=SEK&plan_periods=3&new_customers_first=480&name=Old&acquisition_cost=1&basket_value=2&service_cost_per_order=1&repeat_purchase_rate=50&do=use:"+kept)
	for _, wanted := range []string{`name="plan_periods" value="36"`, `name="new_customers_first" value="40"`, `name="acquisition_cost" value="80"`, `name="basket_value" value="95,5"`, `name="repeat_purchase_rate" value="75"`, "Det gäller ”Guest”", `name="service_cost_per_order" value=""`} {
		if !strings.Contains(html, wanted) {
			t.Errorf("%q is not on the plan", wanted)
		}
	}
	html = opened(t, ValuePage(), locale.Swedish, "period=year&currency=SEK&name=Guest&acquisition_cost=1&basket_value=2&repeat_purchase_rate=50&do=use:"+kept)
	for _, wanted := range []string{`name="two.name" value="Guest 2"`, `name="two.orders_per_period" value="24"`, `name="two.repeat_purchase_rate" value="3,1676"`, `name="one.acquisition_cost" value="1"`, `data-figure="net_difference"`} {
		if !strings.Contains(html, wanted) {
			t.Errorf("%q is not on the first page", wanted)
		}
	}
	four := "currency=SEK&acquisition_cost=1&basket_value=2&repeat_purchase_rate=50&one.name=A&two.name=B&three.name=C&four.name=D&do=use:"
	if html = opened(t, ValuePage(), locale.Swedish, four+kept); strings.Contains(html, "Guest") {
		t.Error("there is a fifth customer")
	}
	if html = opened(t, ValuePage(), locale.Swedish, four+"%26c%3D%25ff"); strings.Contains(html, "faults-title") {
		t.Error("a customer that cannot be read makes the page faulty")
	}
}
