package form

import (
	"html"
	"net/url"
	"strings"
	"testing"

	"blyant/internal/locale"
)

// Each trade leads to a page with an answer, in the currency of the language, for a
// customer who pays in the end; its line says between what such figures lie.
func TestTrades(t *testing.T) {
	for _, l := range locale.Languages() {
		v := viewOf(t, l, pencil, false)
		links := v.tradeLinks()
		if len(links) < 8 {
			t.Fatalf("%d trades", len(links))
		}
		for _, trade := range links {
			u, err := url.Parse(trade.Href)
			if err != nil || u.Query().Get("currency") != l.Currency() || u.Query().Get("lang") != string(l) {
				t.Errorf("%s, %s: %s", l, trade.Name, trade.Href)
			}
			q := u.Query()
			q.Del("lang")
			q.Del("decimal")
			one := viewOf(t, l, q.Encode(), false)
			if !net(one.parts[0]).IsPositive() || one.parts[0].name == "" || len(trade.About) < 60 {
				t.Errorf("%s, %s: net %s", l, trade.Name, net(one.parts[0]))
			}
		}
	}
	if amount := inCrowns(12000, "DKK") + " " + inCrowns(95, "DKK") + " " + inCrowns(3, "DKK") + " " + inCrowns(95, "SEK"); amount != "7800 62 2 95" {
		t.Error(amount)
	}
}

// Each customer of the first page has the query that the browser keeps.
func TestCustomersToKeep(t *testing.T) {
	page := html.UnescapeString(rendered(t, locale.English, pencil, false))
	for _, wanted := range []string{
		`data-keep="One pencil" data-query="name=One%20pencil&currency=NOK&horizon=10&acquisition_cost=50`,
		`data-keep="Ten years of pencils" data-query="name=Ten%20years`, `id="kept" data-use="Put beside"`,
	} {
		if !strings.Contains(page, wanted) {
			t.Errorf("%q is not on the page", wanted)
		}
	}
}

// A page about one customer says which, or that it is an example.
func TestPagesSayWhomTheyAreAbout(t *testing.T) {
	const plan = "&plan_periods=12&new_customers_first=5&acquisition_cost=50&basket_value=95.5"
	for query, want := range map[string]string{
		"name=Guest&repeat_purchase_rate=0.75" + plan: "Dette gjelder «Guest».",
		"repeat_purchase_rate=0.75" + plan:            "Dette gjelder din egen kunde: 95,50\u00a0kr per kjøp, 75\u00a0% kommer igjen.",
		"retention_curve=0.5,0.6" + plan:              "Dette gjelder din egen kunde: 95,50\u00a0kr per kjøp.",
	} {
		if page := renderedOf(t, PlanPage(), locale.Norwegian, query, false); !strings.Contains(page, `id="about" data-live>`+want+"<") {
			t.Errorf("%s: %q is not on the plan", query, want)
		}
	}
	r := requestOf(t, PlanPage(), locale.Norwegian, pencilShop, false)
	r.Fresh = true
	if page, err := Render(r); err != nil || !strings.Contains(string(page), "Foreløpig et eksempel, «Pencil shop»") {
		t.Error("an example does not say that it is one")
	}
}
