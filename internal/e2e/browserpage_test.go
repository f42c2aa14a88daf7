//go:build e2e

package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestBrowser looks at the page through a real browser.
func TestBrowser(t *testing.T) {
	b := startBrowser(t)
	for _, c := range []struct {
		name string
		test func(*testing.T, *browser)
	}{
		{"loads quietly", loadsQuietly},
		{"pencil", showsPencil},
		{"narrow", fitsNarrowScreens},
		{"typing", recalculates},
		{"one customer", recalculatesOne},
		{"slider", slides},
		{"faults", showsFaults},
		{"permalink", reloads},
		{"customers", addsAndRemoves},
		{"languages", switchesLanguage},
		{"without script", worksWithoutScript},
		{"faults without script", showsFaultsWithoutScript},
		{"copying", copies},
		{"copied", tells},
		{"tool", remembersTool},
		{"room", takesLittleRoom},
		{"keyboard", followsTab},
		{"calm", staysCalm},
		{"downloads", downloads},
		{"printing", printsOnePage},
		{"accessibility", isAccessible},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, b) })
	}
}

// loadsQuietly: no error in the console, nothing from elsewhere, no cookie.
func loadsQuietly(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	for _, lang := range tags() {
		p.open("/?lang=" + lang)
		p.until(`document.querySelectorAll("input[type=range]").length === 4`)
	}
	if complaints := p.heard(); len(complaints) > 0 {
		t.Errorf("the page complains: %s", strings.Join(complaints, "\n"))
	}
	for _, address := range p.loaded() {
		if !strings.HasPrefix(address, b.base) {
			t.Errorf("the page loads %s", address)
		}
	}
	if n := len(p.loaded()); n < 8 {
		t.Errorf("only %d requests were seen; the page has a style and a script", n)
	}
	if cookies := eval[string](p, "document.cookie"); cookies != "" {
		t.Errorf("the page sets cookies: %s", cookies)
	}
}

// showsPencil: the pencil example is worked out, in words and in figures.
func showsPencil(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	for lang, words := range map[string][]string{
		"en": {"Ten years of pencils", "203\u00a0kr", "14\u00a0months", "15th order", "4.12"},
		"nb": {"Ti år med blyanter", "203\u00a0kr", "14\u00a0måneder", "15. kjøpet", "4,12\u00a0kr"},
		"da": {"Ti år med blyanter", "203\u00a0kr.", "14\u00a0måneder", "15. køb", "4,12\u00a0kr."},
		"sv": {"Tio års pennor", "203\u00a0kr", "14\u00a0månader", "15:e köpet", "4,12\u00a0kr"},
	} {
		p.open("/?lang=" + lang)
		story := eval[string](p, `document.getElementById("story").textContent`)
		for _, word := range words {
			if !strings.Contains(story, word) {
				t.Errorf("%s: %q is not in the story %q", lang, word, story)
			}
		}
		p.agrees(p.permalink(), 2)
		if net := p.figure("net_lifetime_value", 0); net != "-46.00" {
			t.Errorf("%s: one pencil is worth %s net", lang, net)
		}
	}
}

// fourCustomers have large amounts and long names.
const fourCustomers = "&acquisition_cost=1234567&basket_value=987654321&repeat_purchase_rate=0.9&orders_per_period=12&horizon=40" +
	"&a.name=Kundeforholdsutviklingsprosjektet&b.name=B&c.name=C&d.name=En+kunde+med+et+langt+navn+som+fyller+mer+enn+plassen"

// fitsNarrowScreens: nothing makes the page scroll sideways at 320 pixels, not
// even when everything is unfolded.
func fitsNarrowScreens(t *testing.T, b *browser) {
	p := b.tab(t, 320)
	for _, lang := range tags() {
		for _, query := range []string{"", "&a.horizon=x&b.horizon=y", fourCustomers} {
			p.open("/?lang=" + lang + query)
			p.unfold()
			if width := eval[int](p, "document.documentElement.scrollWidth"); width > 320 {
				t.Errorf("%s%s: the page is %d pixels wide", lang, query, width)
			}
		}
	}
}

// followsTab: the keyboard reaches the answer first, then the fields in their
// order, and each shows where it is.
func followsTab(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	p.open("/?lang=en")
	var reached []string
	for range 40 {
		p.do(chromedp.KeyEvent(kb.Tab))
		reached = append(reached, eval[string](p, `(e => e.id || e.className || e.tagName)(document.activeElement)`))
		if !eval[bool](p, `getComputedStyle(document.activeElement).outlineStyle !== "none"`) {
			t.Errorf("%s does not show the focus", reached[len(reached)-1])
		}
	}
	way := strings.Join(reached, " ")
	last := -1
	for _, stop := range []string{"skip", "brand", "one.name", "two.name", "one.acquisition_cost", "two.acquisition_cost", "one.basket_value", "one.repeat_purchase_rate"} {
		at := strings.Index(way, stop)
		if at <= last {
			t.Fatalf("%s is out of order on the way %s", stop, way)
		}
		last = at
	}
}

// staysCalm: nothing moves for those who asked for that.
func staysCalm(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	moves := `[...document.querySelectorAll("*")].flatMap(e => ["", "::before"].map(s => getComputedStyle(e, s || undefined))).some(s => s.transitionDuration !== "0s" || s.animationName !== "none")`
	p.open("/?lang=en")
	if !eval[bool](p, moves) {
		t.Error("nothing ever moves, so this test shows nothing")
	}
	command(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}})
	if eval[bool](p, moves) {
		t.Error("something moves")
	}
}
