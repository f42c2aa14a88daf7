//go:build e2e

package e2e

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// largeInputs are all pages with figures of seven digits, as a permalink has them, and
// with faults.
func largeInputs() map[string]string {
	const customer = "decimal=point&acquisition_cost=1234567&vat_rate=0.25&basket_value=150000&margin_rate=0.4&orders_per_period=12&annual_discount_rate=0.08"
	kinds := ""
	for i, name := range []string{"Kundeforholdsutviklingsprosjektet", "Abonnementskunder+uten+bindingstid", "C", "En+kunde+med+et+langt+navn+som+fyller+mer+enn+plassen"} {
		kinds += fmt.Sprintf("&k%d.name=%s&k%d.repeat_purchase_rate=0.%d", i, name, i, 9-2*i)
	}
	plan := "/plan?" + customer + "&period=month&plan_periods=36&start=2027-01&seasonality=1,1,1,1,1,1,1,1,1,1,1.5,2&opening_cash=2500000&initial_investment=2000000&fixed_cost_per_period=800000"
	const promise = "&exceeded_share=0.15&met_share=0.73&repeat_rate_exceeded=0.9&repeat_rate_met=0.82&repeat_rate_missed=0.45"
	return map[string]string{
		"one":                    "/?" + customer + "&repeat_purchase_rate=0.9",
		"four":                   "/?" + customer + kinds,
		"twenty":                 "/?horizon=3" + manyCustomers(20),
		"faults":                 "/?" + customer + kinds + "&horizon=abc&k0.basket_value=kr&k1.margin_rate=400&nonsense=1",
		"what if":                "/what-if?" + customer + "&repeat_purchase_rate=0.9",
		"what if, faults":        "/what-if?" + customer + "&repeat_purchase_rate=x",
		"promise":                "/service-promise?" + customer + promise,
		"promise, faults":        "/service-promise?" + customer + "&exceeded_share=0.9&met_share=0.9&horizon=x",
		"programmes":             "/programmes?" + customer + "&repeat_purchase_rate=0.9&customers=800&a.name=Bonuskort+med+gratis+hvert+tiende+kj%C3%B8p&a.repeat_purchase_rate_change=0.03&b.name=Medlemskveld&b.fixed_cost=4000000",
		"programmes, faults":     "/programmes?" + customer + "&a.name=A&a.orders_change=x&b.name=A",
		"plan":                   plan + "&repeat_purchase_rate=0.95&new_customers_first=100",
		"plan of four":           plan + kinds + "&k0.new_customers_first=100&k1.new_customers_first=100&k2.new_customers_first=100&k3.new_customers=1,2,3",
		"plan of four, faults":   plan + kinds + "&new_customers_first=100&new_customers_growth_rate=2&k1.opening_customers=x",
		"own data":               "/data?sample=on",
		"own data, none":         "/data?",
		"advice":                 "/advice?",
		"guides":                 "/docs/?",
		"a guide":                "/docs/spreadsheets?",
		"figures":                "/docs/figures?",
		"nowhere":                "/plann/" + strings.Repeat("x", 80) + "?",
		"four, embedded":         "/?" + customer + kinds + "&embed=on",
		"plan of four, embedded": plan + kinds + "&k0.new_customers_first=100&k1.new_customers_first=100&k2.new_customers_first=100&k3.new_customers=1,2,3&embed=on",
	}
}

// TestWidths looks at every page with large figures and with faults.
func TestWidths(t *testing.T) {
	b := startBrowser(t)
	for _, c := range []struct {
		name string
		test func(*testing.T, *browser)
	}{
		{"sideways", pagesFitScreens},
		{"touch", fingersFindTheirTargets},
		{"accessibility", largePagesAreAccessible},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, b) })
	}
}

// tooWide are the parts of a page that stand out of it, first of all those without
// parts that do.
const tooWide = `[...document.body.querySelectorAll("*")].filter(e => {
	const box = e.getBoundingClientRect();
	return box.right > innerWidth + 1 && box.width > 1 && !e.closest(".scroll > *, .snippet code, pre, .vh, svg");
}).slice(-3).map(e => e.tagName + "." + e.className + " " + e.textContent.slice(0, 40)).join(" | ")`

// cutOff are the first figures and the kinds of customers where their table has to be
// scrolled to see them.
const cutOff = `[...document.querySelectorAll("section[aria-labelledby=figures-title] > .scroll, section[aria-labelledby=segments-title] > .scroll")]
	.filter(s => s.scrollWidth > s.clientWidth && !s.querySelector(".dense")).map(s => s.scrollWidth + " in " + s.clientWidth).join()`

// pagesFitScreens: no page scrolls sideways on any screen with all unfolded, and no
// figure is out of sight on a telephone. The narrowest is looked at in all languages.
func pagesFitScreens(t *testing.T, b *browser) {
	p := b.tabFor(t, 320, 10*time.Minute)
	for name, at := range largeInputs() {
		for i, lang := range tags() {
			p.do(chromedp.EmulateViewport(320, 900))
			p.open(at + "&lang=" + lang)
			p.unfold()
			widths := []int64{320}
			if i == 0 || lang == "nb" {
				widths = []int64{320, 375, 414, 768, 1024, 1280, 1600}
			}
			for _, width := range widths {
				p.do(chromedp.EmulateViewport(width, 900))
				if wide := eval[int64](p, "document.documentElement.scrollWidth"); wide > width {
					t.Errorf("%s in %s is %d pixels wide on %d: %s", name, lang, wide, width, eval[string](p, tooWide))
				}
				if cut := eval[string](p, cutOff); cut != "" {
					t.Errorf("%s in %s on %d: the table has %s", name, lang, width, cut)
				}
			}
		}
	}
}

// smallTargets are buttons, fields and links of their own that are less than 44 pixels
// high or wide to a finger: the part of the page that answers to it, with what is
// invisible around it.
const smallTargets = `[...document.querySelectorAll("a, button, input:not([type=hidden]), select, summary")].filter(e => {
	if (!e.checkVisibility({ visibilityProperty: true }) || e.closest(".vh, .skip, .prose, svg") || e.matches(".vh, .skip")) return false;
	const own = getComputedStyle(e).display !== "inline";
	const box = e.getBoundingClientRect();
	if (!own || box.width === 0) return false;
	const reach = ["::before", "::after"].map(part => getComputedStyle(e, part)).filter(s => s.content !== "none" && s.position === "absolute").map(s => Math.max(parseFloat(s.height) || 0, 0));
	return Math.max(box.height, ...reach) < 43.5;
}).map(e => e.tagName + "." + e.className + " " + Math.round(e.getBoundingClientRect().height) + " " + (e.textContent || e.name).trim().slice(0, 30))`

// fingersFindTheirTargets: what is pressed on a telephone is 44 pixels high.
func fingersFindTheirTargets(t *testing.T, b *browser) {
	p := b.tabFor(t, 320, 5*time.Minute)
	for name, at := range largeInputs() {
		p.open(at + "&lang=nb")
		p.unfold()
		if small := eval[[]string](p, smallTargets); len(small) > 0 {
			t.Errorf("%s has %d small targets: %s", name, len(small), strings.Join(small[:min(len(small), 8)], " | "))
		}
	}
}

// largePagesAreAccessible: axe-core finds nothing wrong with any of them, narrow or wide,
// light or dark.
func largePagesAreAccessible(t *testing.T, b *browser) {
	axe, err := os.ReadFile(os.Getenv("BLYANT_AXE"))
	if err != nil {
		t.Fatal("BLYANT_AXE must lead to axe.min.js of axe-core: ", err)
	}
	for name, at := range largeInputs() {
		if strings.HasPrefix(name, "twenty") || name == "figures" { // the same rows many times: TestKinds looks at the first
			continue
		}
		p := b.tabFor(t, 1280, 3*time.Minute)
		p.open(at + "&lang=nb")
		p.accessible(string(axe), name)
	}
}
