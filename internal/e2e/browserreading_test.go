//go:build e2e

package e2e

import (
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"blyant/internal/guide"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// TestReadingPages looks at the pages to read through a real browser: quiet, no
// wider than the screen, accessible. The guides are the same in all languages.
func TestReadingPages(t *testing.T) {
	axe, err := os.ReadFile(os.Getenv("BLYANT_AXE"))
	if err != nil {
		t.Fatal("BLYANT_AXE must lead to axe.min.js of axe-core: ", err)
	}
	b := startBrowser(t)
	for _, lang := range tags() {
		t.Run(lang, func(t *testing.T) {
			p := b.tabFor(t, 320, 5*time.Minute)
			paths := []string{guide.Folder, guide.Folder + "figures", "/advice"}
			if lang == "nb" {
				paths = append(paths, guide.Folder+"service")
			}
			for _, path := range paths {
				p.open(path + "?lang=" + lang)
				p.unfold()
				p.fits(path)
				p.accessible(string(axe), path)
			}
			for _, complaint := range p.heard() {
				t.Error(complaint)
			}
			p.open("/nowhere?lang=" + lang)
			p.fits("nowhere")
			p.accessible(string(axe), "nowhere")
		})
	}
}

// Every guide fits a telephone, code and tables scroll by themselves, and the
// contents lead to the headings.
func TestGuidesFitTelephones(t *testing.T) {
	b := startBrowser(t)
	p := b.tabFor(t, 320, 5*time.Minute)
	scrolling := 0
	for _, name := range guide.Names() {
		p.open(guide.Folder + name + "?lang=en")
		p.fits(name)
		scrolling += eval[int](p, `[...document.querySelectorAll(".prose .scroll")].filter(e => e.scrollWidth > e.clientWidth).length`)
		if lost := eval[int](p, `[...document.querySelectorAll(".contents a")].filter(a => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).length`); lost > 0 {
			t.Errorf("%s: %d links of the contents lead nowhere", name, lost)
		}
	}
	if scrolling == 0 {
		t.Error("nothing scrolls, so this test shows nothing")
	}
	for _, complaint := range p.heard() {
		t.Error(complaint)
	}
}

// A figure's name on a page of results leads to what it means.
func TestFiguresLeadToTheirMeaning(t *testing.T) {
	p := startBrowser(t).tab(t, 1280)
	p.open("/?lang=sv")
	p.unfold()
	p.press(`tr[data-figure=net_lifetime_value] .meaning a`)
	if at := eval[string](p, "location.pathname + location.search + location.hash"); at != "/docs/figures?lang=sv#net_lifetime_value" {
		t.Errorf("it leads to %s", at)
	}
	if top := eval[float64](p, `document.querySelector(":target").getBoundingClientRect().top`); top < 0 || top > 400 {
		t.Errorf("what it means is at %.0f pixels", top)
	}
}

// TestEmbeddedAnswer shows the answer in a frame of another site: what is made
// for that appears, and links open outside; the page itself does not.
func TestEmbeddedAnswer(t *testing.T) {
	axe, err := os.ReadFile(os.Getenv("BLYANT_AXE"))
	if err != nil {
		t.Fatal("BLYANT_AXE must lead to axe.min.js of axe-core: ", err)
	}
	b := startBrowser(t)
	for _, c := range []struct {
		path   string
		framed bool
	}{{"/?lang=nb&embed=on", true}, {"/plan?lang=en&embed=on", true}, {"/?lang=nb", false}, {"/docs/?lang=nb", false}, {"/swagger/index.html", false}} {
		site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			_, _ = w.Write([]byte(`<!DOCTYPE html><html lang="en"><title>Another site</title><link rel="icon" href="data:,"><iframe src="` + b.base + c.path + `" title="blyant"></iframe>`))
		}))
		p := b.tab(t, 800)
		p.do(chromedp.Navigate(site.URL))
		refused := strings.Contains(strings.Join(p.heard(), "\n"), "frame-ancestors")
		styled := slices.ContainsFunc(p.loaded(), func(address string) bool { return strings.HasPrefix(address, b.base+"/assets/style.") })
		if refused == c.framed || styled != c.framed {
			t.Errorf("%s: refused %v, shown %v: %v", c.path, refused, styled, p.heard())
		}
		site.Close()
	}
	p := b.tab(t, 320)
	for _, path := range []string{"/", "/what-if", "/service-promise", "/programmes", "/plan"} {
		p.open(path + "?lang=da&embed=on")
		p.fits(path)
		p.accessible(string(axe), path)
	}
	for _, complaint := range p.heard() {
		if !strings.Contains(complaint, "script") { // axe comes in by a way that pages do not have
			t.Error(complaint)
		}
	}
}

// TestExplorerLooksLikeThePages: the interactive documentation has the way home,
// the calculators first, the colours of the pages, light and dark, and fits.
func TestExplorerLooksLikeThePages(t *testing.T) {
	p := startBrowser(t).tab(t, 1280)
	p.open("/swagger/?lang=da")
	p.appears(".opblock-tag")
	if home := eval[string](p, `document.querySelector(".brand").getAttribute("href")`); home != "/?lang=da" {
		t.Errorf("the way home is %s", home)
	}
	if first := eval[string](p, `document.querySelector(".opblock-tag").dataset.tag`); first != "calculators" {
		t.Errorf("%s come first", first)
	}
	for scheme, paper := range map[string]string{"light": "rgb(250, 248, 244)", "dark": "rgb(20, 23, 28)"} {
		p.scheme(scheme)
		if got := eval[string](p, `getComputedStyle(document.body).backgroundColor`); got != paper {
			t.Errorf("%s: the page is %s", scheme, got)
		}
		if got := eval[string](p, `getComputedStyle(document.querySelector(".opblock-summary-path")).color`); !strings.HasPrefix(got, "rgb(") || got == paper {
			t.Errorf("%s: the paths are %s", scheme, got)
		}
	}
	p.fits("folded")
	for _, complaint := range p.heard() {
		t.Error(complaint)
	}
}

// On paper the names of customers are there in full, as they were typed.
func TestNamesOnPaper(t *testing.T) {
	const name = "Stamkunden som kommer innom hver eneste morgen"
	p := startBrowser(t).tab(t, 1280)
	p.open("/?lang=nb&acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.5&a.name=A&b.name=B&a.horizon=10&b.horizon=10&decimal=point")
	p.fill("a.name", name)
	p.until(`document.getElementById("paper-a.name").textContent === ` + quoted(name))
	command(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	if whole := eval[bool](p, `(e => getComputedStyle(e).display === "block" && e.scrollWidth <= e.clientWidth)(document.getElementById("paper-a.name"))`); !whole {
		t.Error("the name is cut off")
	}
	if field := eval[string](p, `getComputedStyle(document.getElementById("a.name")).display`); field != "none" {
		t.Error("the field that cuts it off is there too")
	}
}
