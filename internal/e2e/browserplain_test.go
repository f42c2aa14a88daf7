//go:build e2e

package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// plainTab is a tab whose pages run no script.
func plainTab(t *testing.T, b *browser) *tab {
	t.Helper()
	p := b.tab(t, 1280)
	command(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	return p
}

// press clicks a button and waits for the page that it leads to.
func (p *tab) press(selector string) {
	p.Helper()
	if _, err := chromedp.Run(p.ctx, chromedp.WaitEvent(page.LoadEventFired, nil, chromedp.Click(chromedp.CSS(selector)))); err != nil {
		p.Fatal(err)
	}
}

// worksWithoutScript: the same form gives the same figures, a page each time.
func worksWithoutScript(t *testing.T, b *browser) {
	p := plainTab(t, b)
	p.open("/?lang=nb")
	if eval[bool](p, `document.querySelector("input[type=range]") !== null`) {
		t.Fatal("the script runs")
	}
	p.fill("two.repeat_purchase_rate", "80 %")
	p.press(".primary")
	if net := p.figure("net_lifetime_value", 1); net != "126.51" {
		t.Errorf("the net value is %s", net)
	}
	if kept := p.value("two.repeat_purchase_rate"); kept != "80" {
		t.Errorf("80 became %q", kept)
	}
	p.agrees(p.addressed(), 2)
	p.press(`button[value="add"]`)
	p.agrees(p.permalink(), 3)
	if query := p.addressed(); strings.Contains(query, "do=") {
		t.Errorf("the address is no query of the API: %s", query)
	}
	p.press(`button[value="remove:three"]`)
	p.press(`button[value="remove:one"]`)
	p.agrees(p.permalink(), 1)
	if net := p.figure("net_lifetime_value", 0); net != "126.51" {
		t.Errorf("the net value of the one left is %s", net)
	}
}

// showsFaultsWithoutScript: the page of a faulty request keeps what was typed
// and begins at the summary.
func showsFaultsWithoutScript(t *testing.T, b *browser) {
	p := plainTab(t, b)
	p.open("/?lang=sv")
	p.fill("one.basket_value", "tio")
	p.fill("horizon", "0")
	p.press(".primary")
	links := eval[string](p, `[...document.querySelectorAll("#faults a")].map(a => a.hash).join(" ")`)
	if links != "#horizon #one.basket_value" && links != "#one.basket_value #horizon" {
		t.Errorf("the summary leads to %s", links)
	}
	if focus := eval[string](p, "document.activeElement.id"); focus != "faults" {
		t.Errorf("the focus is on %q", focus)
	}
	if kept := p.value("one.basket_value"); kept != "tio" {
		t.Errorf("tio became %q", kept)
	}
	if message := p.textContent("fault-one.basket_value"); !strings.Contains(message, "tio") {
		t.Errorf("the field says %q", message)
	}
}
