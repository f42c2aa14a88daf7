//go:build e2e

package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
)

// TestKinds looks at a plan of several kinds of customers, and at more things side
// by side than a form has columns for.
func TestKinds(t *testing.T) {
	b := startBrowser(t)
	for _, c := range []struct {
		name string
		test func(*testing.T, *browser)
	}{
		{"typing", kindsRecalculate},
		{"one more", kindsComeAndGo},
		{"without script", kindsWithoutScript},
		{"narrow", kindsFitNarrowScreens},
		{"figures", figuresFit},
		{"printing", kindsPrint},
		{"accessibility", kindsAreAccessible},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, b) })
	}
}

// kindsAgree checks that the figures of each kind are those of the API.
func (p *tab) kindsAgree(query string) {
	p.Helper()
	p.agreesWith("/v1/plan", query)
	var answer struct {
		Segments []map[string]any `json:"segments"`
	}
	decoder := json.NewDecoder(strings.NewReader(fetchedWhole(p.T, p.base+"/v1/plan?"+query)))
	decoder.UseNumber()
	if err := decoder.Decode(&answer); err != nil || len(answer.Segments) < 2 {
		p.Fatalf("%s has %d kinds: %v", query, len(answer.Segments), err)
	}
	for i, kind := range answer.Segments {
		for name, want := range kind {
			if name == "name" {
				continue
			}
			if shown := p.figure("segment-"+name, i); shown != fmt.Sprint(want) {
				p.Errorf("%s of kind %d: the page shows %s, the API says %s", name, i, shown, want)
			}
		}
	}
}

// bakeryOf opens the bakery among the examples of the plan.
func (p *tab) bakeryOf(lang string) {
	p.Helper()
	p.open("/plan?lang=" + lang)
	p.open(eval[string](p, `(a => a.pathname + a.search)([...document.querySelectorAll(".examples a")].find(a => a.search.includes("two.name")))`))
}

// kindsRecalculate: a number of one kind, a season and an investment change the
// answer as the API says, without a reload.
func kindsRecalculate(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	for lang, of := range map[string]string{"en": "Most comes from", "nb": "Mest kommer fra", "da": "Mest kommer fra", "sv": "Mest kommer från"} {
		p.bakeryOf(lang)
		if told := p.story(); !strings.Contains(told, of) {
			t.Errorf("%s: the story is %q", lang, told)
		}
		p.kindsAgree(p.addressed())
	}
	p.bakeryOf("sv")
	p.fill("two.basket_value", "52,50 kr")
	p.fill("initial_investment", "200 000")
	p.fill("seasonality", "1; 1; 1; 1; 1; 1; 1; 1; 1; 2; 0,5; 0,5")
	p.fill("one.new_customers_growth_rate", "2")
	p.until(`location.search.includes("two.basket_value=52.5") && location.search.includes("initial_investment=200000") && location.search.includes("seasonality=1%2C") && location.search.includes("one.new_customers_growth_rate=0.02")`)
	p.kindsAgree(p.addressed())
	if complaints := p.heard(); len(complaints) > 0 {
		t.Errorf("the page complains: %s", strings.Join(complaints, "\n"))
	}
}

// kindsComeAndGo: a second kind can be added to a plan of one, and taken out again;
// a fifth makes a table, in which what the plan asks once can still be typed.
func kindsComeAndGo(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	p.open("/plan?lang=nb")
	const names = `document.querySelectorAll("input.name").length`
	p.click(`button[value="add"]`)
	p.until(names + ` === 2 && location.search.includes("two.name=Kundegruppe%202")`)
	p.fill("two.new_customers_first", "7")
	p.until(`location.search.includes("two.new_customers_first=7")`)
	p.kindsAgree(p.addressed())
	p.click(`button[value="remove:two"]`)
	p.until(names + ` === 1 && !location.search.includes("one.")`)
	p.agreesWith("/v1/plan", p.addressed())
	p.bakeryOf("nb")
	p.open("/plan?" + p.addressed() + more(3))
	if n := eval[int](p, `document.querySelectorAll("table.many tbody tr").length`); n != 5 || eval[int](p, names) != 0 {
		t.Errorf("%d kinds are in the table", n)
	}
	p.fill("opening_cash", "400 000")
	p.until(`location.search.includes("opening_cash=400000") && location.search.includes("k2.new_customers_first=3")`)
	p.agreesWith("/v1/plan", p.addressed())
}

// more are so many further kinds of customers as parameters.
func more(n int) string {
	var query strings.Builder
	for i := range n {
		fmt.Fprintf(&query, "&k%d.name=Gruppe+%d&k%d.acquisition_cost=5&k%d.basket_value=9&k%d.repeat_purchase_rate=0.%d&k%d.new_customers_first=%d", i, i, i, i, i, i+1, i, i+1)
	}
	return query.String()
}

// kindsWithoutScript: the same, a page each time.
func kindsWithoutScript(t *testing.T, b *browser) {
	p := plainTab(t, b)
	p.open("/plan?lang=da")
	p.press(`button[value="add"]`)
	p.fill("two.repeat_purchase_rate", "50")
	p.press(".primary")
	p.kindsAgree(p.addressed())
	p.press(`button[value="remove:one"]`)
	if rate := p.value("repeat_purchase_rate"); rate != "50" {
		t.Errorf("the kind that is left comes back %q", rate)
	}
	p.agreesWith("/v1/plan", p.addressed())
}

// kindsFitNarrowScreens: no page of kinds scrolls sideways at 320 pixels, in any
// language, with seven digits and faults.
func kindsFitNarrowScreens(t *testing.T, b *browser) {
	p := b.tab(t, 320)
	for _, lang := range tags() {
		p.bakeryOf(lang)
		query := p.addressed()
		for _, then := range []string{"", more(2), more(5), "&one.name=", "&c.name=C&horizon=x"} {
			p.open("/plan?" + query + strings.NewReplacer("basket_value=9", "basket_value=1946618.98").Replace(then))
			p.unfold()
			if width := eval[int](p, "document.documentElement.scrollWidth"); width > 320 {
				t.Errorf("%s %s is %d pixels wide", lang, then, width)
			}
		}
	}
}

// figuresFit: the first figures of every page are whole at 320 pixels in every
// language, without scrolling sideways within their table.
func figuresFit(t *testing.T, b *browser) {
	p := b.tab(t, 320)
	for _, path := range []string{"/?", "/service-promise?", "/programmes?", "/plan?"} {
		for _, lang := range tags() {
			p.open(path + "lang=" + lang)
			cut := eval[string](p, `[...document.querySelectorAll("section[aria-labelledby=figures-title] > .scroll")].filter(s => s.scrollWidth > s.clientWidth).map(s => s.scrollWidth + " in " + s.clientWidth).join()`)
			if cut != "" {
				t.Errorf("%s%s: the table has %s", path, lang, cut)
			}
		}
	}
}

// kindsPrint: a plan of two kinds has a column more than one sheet has room for, and
// no more than two.
func kindsPrint(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	p.bakeryOf("nb")
	p.unfold()
	printed := command(p, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: new(true)})
	if n := len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(printed.Data, -1)); n > 2 {
		t.Errorf("it prints on %d sheets", n)
	}
}

// kindsAreAccessible: as isAccessible, for kinds, for many of them, and for five and
// twenty customers.
func kindsAreAccessible(t *testing.T, b *browser) {
	axe, err := os.ReadFile(os.Getenv("BLYANT_AXE"))
	if err != nil {
		t.Fatal("BLYANT_AXE must lead to axe.min.js of axe-core: ", err)
	}
	first := b.tab(t, 1280)
	first.bakeryOf("sv")
	query := first.addressed()
	for name, at := range map[string]string{
		"two kinds": "/plan?" + query, "five kinds": "/plan?" + query + more(3), "faults": "/plan?" + query + "&k.name=K",
		"five customers": "/?lang=sv&currency=SEK&horizon=3" + manyCustomers(5), "twenty customers": "/?lang=sv&currency=SEK&horizon=3" + manyCustomers(20),
	} {
		t.Run(name, func(t *testing.T) {
			p := b.tabFor(t, 1280, 4*time.Minute)
			p.open(at)
			p.accessible(string(axe), name)
		})
	}
}

// manyCustomers are so many customers of the first page as parameters.
func manyCustomers(n int) string {
	var query strings.Builder
	for i := range n {
		fmt.Fprintf(&query, "&k%d.name=Kund+%d&k%d.acquisition_cost=1234567&k%d.basket_value=1946618.98&k%d.repeat_purchase_rate=0.%d", i, i, i, i, i, i+1)
	}
	return query.String()
}
