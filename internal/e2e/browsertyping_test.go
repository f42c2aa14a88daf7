//go:build e2e

package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// recalculates: what is typed is worked out without a reload, in the way of
// writing of the language, and the address is the API's query.
func recalculates(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	for lang, typed := range map[string]string{"nb": "80", "en": "80.0", "da": "80 %", "sv": "80%"} {
		p.open("/?lang=" + lang)
		eval[bool](p, `(window.unchanged = true)`)
		p.fill("two.repeat_purchase_rate", typed)
		p.until(netShown(1, "126.51"))
		p.fill("two.acquisition_cost", "60 kr")
		p.until(netShown(1, "116.51"))
		if !eval[bool](p, "window.unchanged === true") {
			t.Errorf("%s: the page was loaded anew", lang)
		}
		if kept := p.value("two.repeat_purchase_rate"); kept != strings.TrimRight(typed, " %") {
			t.Errorf("%s: %q became %q", lang, typed, kept)
		}
		query := p.addressed()
		p.agrees(query, 2)
		if !strings.Contains(query, "two.repeat_purchase_rate=0.8&") || !strings.Contains(query, "decimal=point") {
			t.Errorf("%s: the address is not canonical: %s", lang, query)
		}
	}
	if complaints := p.heard(); len(complaints) > 0 {
		t.Errorf("the page complains: %s", strings.Join(complaints, "\n"))
	}
}

// recalculatesOne: a single customer has the flat query of lifetime-value.
func recalculatesOne(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	p.open("/?lang=sv&acquisition_cost=50&basket_value=10&margin_rate=0,4&orders_per_period=12&repeat_purchase_rate=90%25")
	p.unfold()
	p.fill("basket_growth_rate", "5 %")
	p.fill("service_cost_per_order", "0,5")
	p.fill("annual_discount_rate", "8 %")
	p.until(netShown(0, "202.79"))
	p.agrees(p.addressed(), 1)
}

// slides: the slider beside the repeat-purchase rate answers to the keyboard.
func slides(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	p.open("/?lang=nb")
	slider := `document.getElementById("two.repeat_purchase_rate").parentElement.querySelector("input[type=range]")`
	if name := eval[string](p, slider+".ariaLabel"); !strings.Contains(name, "Ti år med blyanter") {
		t.Errorf("the slider is called %q", name)
	}
	eval[bool](p, "("+slider+".focus(), true)")
	p.do(chromedp.KeyEvent(kb.ArrowRight), chromedp.KeyEvent(kb.ArrowRight))
	p.until(`document.getElementById("two.repeat_purchase_rate").value === "92"`)
	p.until(`location.search.includes("two.repeat_purchase_rate=0.92")`)
	if spoken := eval[string](p, slider+`.getAttribute("aria-valuetext")`); spoken != "92\u00a0%" {
		t.Errorf("the slider says %q", spoken)
	}
	p.agrees(p.addressed(), 2)
}

// showsFaults: a bad value is named at its field and in the summary, stays as
// it was typed, and the figures say that they are older; a good one clears all.
func showsFaults(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	p.open("/?lang=nb")
	p.fill("two.margin_rate", "førti")
	p.until(`document.querySelector("#faults a")`)
	if link := eval[string](p, `document.querySelector("#faults a").hash`); link != "#two.margin_rate" {
		t.Errorf("the summary leads to %s", link)
	}
	if message := p.textContent("fault-two.margin_rate"); !strings.Contains(message, "førti") {
		t.Errorf("the field says %q", message)
	}
	for condition, what := range map[string]string{
		`document.getElementById("two.margin_rate").value === "førti"`:                               "what was typed is gone",
		`document.getElementById("two.margin_rate").getAttribute("aria-invalid") === "true"`:         "the field is not marked",
		`document.activeElement.id === "two.margin_rate"`:                                            "the focus was taken away",
		`document.getElementById("stale").textContent !== ""`:                                        "the figures do not say that they are older",
		`document.querySelectorAll("tr[data-figure=net_lifetime_value] data")[1].value === "202.79"`: "the figures are gone",
		`document.title.startsWith("Rett opp")`:                                                      "the title does not tell",
	} {
		if !eval[bool](p, condition) {
			t.Error(what)
		}
	}
	p.do(chromedp.KeyEvent(kb.Enter))
	p.until(`document.activeElement.id === "faults"`)
	p.fill("two.margin_rate", "500")
	p.until(`document.getElementById("fault-two.margin_rate").textContent.includes("100\u00a0%")`)
	p.fill("two.margin_rate", "0,5")
	p.until(`document.getElementById("remark-two.margin_rate").textContent.includes("50\u00a0%")`)
	p.fill("two.margin_rate", "50")
	p.until(netShown(1, "273.54"))
	if eval[bool](p, `document.querySelector("[aria-invalid], #faults a") !== null`) || p.textContent("stale") != "" {
		t.Error("the fault is still shown")
	}
	p.agrees(p.addressed(), 2)
}

// reloads: the address and the permalink lead back to the same state.
func reloads(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	p.open("/?lang=da")
	p.unfold()
	p.fill("one.basket_value", "1.234,50")
	p.fill("two.retention_curve", "60; 70; 80 %")
	p.fill("two.repeat_purchase_rate", "")
	p.until(`location.search.includes("retention_curve=0.6,0.7,0.8") || location.search.includes("retention_curve=0.6%2C0.7%2C0.8")`)
	before := []string{p.figure("net_lifetime_value", 0), p.figure("net_lifetime_value", 1), p.text("#story")}
	for _, address := range []string{"/?" + p.addressed(), "/?" + p.permalink()} {
		p.open(address)
		after := []string{p.figure("net_lifetime_value", 0), p.figure("net_lifetime_value", 1), p.text("#story")}
		if strings.Join(before, "\n") != strings.Join(after, "\n") {
			t.Errorf("%s shows %q instead of %q", address, after, before)
		}
		if v := p.value("one.basket_value") + " | " + p.value("two.retention_curve"); v != "1.234,50 | 60; 70; 80" {
			t.Errorf("the fields hold %q", v)
		}
	}
}

// addsAndRemoves: customers come and go, up to four and down to one.
func addsAndRemoves(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	p.open("/?lang=en")
	p.click(`button[value="copy:two"]`)
	p.until(`document.querySelectorAll("input.name").length === 3`)
	p.until(`document.activeElement.id === "three.name"`)
	p.fill("three.orders_per_period", "6")
	p.until(`location.search.includes("three.orders_per_period=6")`)
	p.agrees(p.addressed(), 3)
	p.click(`button[value="add"]`)
	p.until(`document.querySelectorAll("input.name").length === 4 && document.querySelectorAll("tr[data-figure=net_lifetime_value] td").length === 4`)
	p.agrees(p.addressed(), 4)
	if eval[bool](p, `document.querySelector("button[value=add]") !== null`) {
		t.Error("a fifth customer is offered")
	}
	for left, key := range map[int]string{3: "one"} {
		p.click(`button[value="remove:` + key + `"]`)
		p.until(`document.querySelectorAll("input.name").length === 3`)
		p.agrees(p.addressed(), left)
	}
	p.click(`button[value="remove:three"]`)
	p.until(`document.querySelectorAll("input.name").length === 2`)
	p.click(`button[value="remove:four"]`)
	p.until(`document.querySelectorAll("input.name").length === 1`)
	p.until(netShown(0, "202.79"))
	p.agrees(p.addressed(), 1)
	p.do(chromedp.NavigateBack())
	p.until(`document.querySelectorAll("input.name").length === 2`)
}

// switchesLanguage: what is typed goes along, written as the language does,
// even when it was typed a moment ago.
func switchesLanguage(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	p.open("/?lang=nb")
	p.fill("two.basket_value", "1 234,5")
	p.click(`#languages a[lang=en]`)
	p.until(`document.readyState === "complete" && document.documentElement.lang === "en" && document.getElementById("two.basket_value")?.value === "1234.5"`)
	english := p.figure("net_lifetime_value", 1)
	p.click(`#languages a[lang=da]`)
	p.until(`document.readyState === "complete" && document.documentElement.lang === "da" && document.getElementById("two.basket_value")?.value === "1.234,5"`)
	if danish := p.figure("net_lifetime_value", 1); danish != english {
		t.Errorf("%s became %s", english, danish)
	}
	if rate := p.value("two.repeat_purchase_rate"); rate != "90" {
		t.Errorf("the rate became %q", rate)
	}
	p.agrees(p.addressed(), 2)
}
