//go:build e2e

package e2e

import (
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// shownCursor is the cursor of the chart that is in sight.
const shownCursor = `[...document.querySelectorAll(".chart-cursor")].find(c => c.offsetParent)`

// TestCharts reads values off charts, by keys and by a pointer.
func TestCharts(t *testing.T) {
	b := startBrowser(t)
	for _, c := range []struct {
		name string
		test func(*testing.T, *browser)
	}{
		{"keys", chartsAreReadByKeys},
		{"pointer", chartsAreReadByPointer},
		{"typing", chartsAreReadAfterTyping},
		{"accessibility", readChartsAreAccessible},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, b) })
	}
}

// chartsAreReadByKeys: the cursor is a slider from the start to the last year; what it
// says there is the figure in the table.
func chartsAreReadByKeys(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	p.open("/?lang=en")
	said := func() string { return eval[string](p, shownCursor+`.getAttribute("aria-valuetext")`) }
	eval[bool](p, "("+shownCursor+".focus(), true)")
	if first := said(); !strings.HasPrefix(first, "At the start, ") {
		t.Errorf("it begins with %q", first)
	}
	p.do(chromedp.KeyEvent(kb.ArrowRight))
	if year := said(); !strings.HasPrefix(year, "Year\u00a01, ") {
		t.Errorf("one to the right it says %q", year)
	}
	p.do(chromedp.KeyEvent(kb.End))
	end := said()
	for _, want := range []string{"Year\u00a010, ", strings.Replace(p.figure("net_lifetime_value", 0), "-", "\u2212", 1), p.figure("net_lifetime_value", 1)} {
		if !strings.Contains(end, want) {
			t.Errorf("at the end it says %q, without %q", end, want)
		}
	}
	if now := eval[string](p, shownCursor+`.getAttribute("aria-valuenow") + " of " + `+shownCursor+`.getAttribute("aria-valuemax")`); now != "11 of 11" {
		t.Errorf("it is at %s", now)
	}
	if tip := eval[string](p, `[...document.querySelectorAll(".chart-tip")].find(t => t.offsetParent).textContent`); strings.ReplaceAll(tip, "\n", ", ") != end {
		t.Errorf("what is seen is %q, what is said %q", tip, end)
	}
	p.do(chromedp.KeyEvent(kb.Escape))
	if open := eval[int](p, `[...document.querySelectorAll(".chart-tip")].filter(t => t.offsetParent).length`); open != 0 {
		t.Errorf("%d tips after Escape", open)
	}
	if heard := p.heard(); len(heard) > 0 {
		t.Error(heard)
	}
}

// chartsAreReadByPointer: on every page with a chart, a pointer in the middle of it
// shows a value that stays within the window, on a telephone too.
func chartsAreReadByPointer(t *testing.T, b *browser) {
	for _, width := range []int64{320, 1280} {
		for _, path := range []string{"/", "/plan", "/what-if"} {
			p := b.tab(t, width)
			p.open(path + "?lang=nb")
			panels := eval[int](p, `[...document.querySelectorAll(".chart-cursor")].filter(c => c.offsetParent).length`)
			for i := range panels {
				at := `[...document.querySelectorAll(".chart-cursor")].filter(c => c.offsetParent)[` + string(rune('0'+i)) + `]`
				for _, share := range []string{"0.02", "0.5", "0.98"} {
					outside := eval[string](p, `(c => {
						c.scrollIntoView();
						const box = c.getBoundingClientRect();
						c.dispatchEvent(new PointerEvent("pointermove", { clientX: box.left + box.width * `+share+`, clientY: box.top + box.height / 2 }));
						const tip = [...document.querySelectorAll(".chart-tip")].find(t => t.offsetParent);
						const seen = tip.getBoundingClientRect();
						c.dispatchEvent(new PointerEvent("pointerleave"));
						return seen.left < -1 || seen.right > innerWidth + 1 || seen.width < 30 || !/\d/.test(tip.textContent) ? tip.textContent : "";
					})(`+at+`)`)
					if outside != "" {
						t.Errorf("%s at %d, chart %d: %q is not in the window", path, width, i, outside)
					}
				}
			}
			if panels == 0 {
				t.Errorf("%s at %d has no chart to read", path, width)
			}
		}
	}
}

// chartsAreReadAfterTyping: the new chart has its cursor, and one only.
func chartsAreReadAfterTyping(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	p.open("/?lang=en&acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.9&orders_per_period=12&margin_rate=0.4&decimal=point")
	field := eval[string](p, `document.querySelector("input[name$=acquisition_cost]").id`)
	p.fill(field, "70")
	p.until(`(` + shownCursor + `)?.getAttribute("aria-valuetext").includes("70.00")`)
	if one := eval[bool](p, `[...document.querySelectorAll(".picture")].every(p => p.querySelectorAll(".chart-cursor").length === p.querySelectorAll(".chart-spots").length)`); !one {
		t.Error("a chart has not one cursor for each panel")
	}
}

// readChartsAreAccessible: axe finds nothing wrong while a value is read.
func readChartsAreAccessible(t *testing.T, b *browser) {
	axe, err := os.ReadFile(os.Getenv("BLYANT_AXE"))
	if err != nil {
		t.Fatal("BLYANT_AXE must lead to axe.min.js of axe-core: ", err)
	}
	for _, path := range []string{"/", "/plan", "/what-if"} {
		p := b.tab(t, 1280)
		p.open(path + "?lang=nb")
		eval[bool](p, "("+shownCursor+".focus(), true)")
		p.do(chromedp.KeyEvent(kb.End))
		p.accessible(string(axe), path)
	}
}
