//go:build e2e

package e2e

import (
	"os"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestDataPage looks at the page about one's own orders through a real browser:
// quiet, no wider than the screen and accessible, empty, with the sample, and
// without a file.
func TestDataPage(t *testing.T) {
	axe, err := os.ReadFile(os.Getenv("BLYANT_AXE"))
	if err != nil {
		t.Fatal("BLYANT_AXE must lead to axe.min.js of axe-core: ", err)
	}
	b := startBrowser(t)
	for _, lang := range tags() {
		t.Run(lang, func(t *testing.T) {
			p := b.tab(t, 320)
			for _, state := range []string{"", "&sample=on"} {
				p.open("/data?lang=" + lang + state)
				p.unfold()
				p.fits(lang + state)
				p.accessible(string(axe), lang+state)
			}
			if leads := eval[bool](p, `[...document.querySelectorAll("main a")].some(a => a.pathname === "/" && a.search.includes("retention_curve="))`); !leads {
				t.Error("what the sample says does not lead to the calculator")
			}
			for _, complaint := range p.heard() {
				t.Error(complaint)
			}
		})
	}
	p := b.tab(t, 320)
	p.open("/data?lang=nb")
	eval[bool](p, `!(document.getElementById("file").required = false)`) // the browser would not send it
	p.press("form .primary")
	p.fits("a fault")
	p.accessible(string(axe), "a fault")
	if !eval[bool](p, `document.querySelector(".faults a, .faults li") !== null`) {
		t.Error("nothing says that there is no file")
	}
}

// fits wants the page no wider than a telephone.
func (p *tab) fits(state string) {
	p.Helper()
	p.do(chromedp.EmulateViewport(320, 900))
	if width := eval[int](p, "document.documentElement.scrollWidth"); width > 320 {
		p.Errorf("%s: %d pixels wide", state, width)
	}
}
