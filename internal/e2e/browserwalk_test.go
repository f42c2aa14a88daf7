//go:build e2e

package e2e

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
	"github.com/xuri/excelize/v2"
)

// TestWalks goes through the pages as their users do.
func TestWalks(t *testing.T) {
	b := startBrowser(t)
	for _, c := range []struct {
		name string
		test func(*testing.T, *browser)
	}{
		{"newcomer", newcomerWalks},
		{"period", convertsPeriod},
		{"period without script", convertsPeriodWithoutScript},
		{"kept", keepsCustomers},
		{"seven digits", fitsSevenDigits},
		{"older", dimsOlderFigures},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, b) })
	}
}

// newcomerWalks: from the first page to a plan with one's own customer and a
// workbook on the disk, in the two minutes that a tab has, no number typed twice.
func newcomerWalks(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	folder := t.TempDir()
	command(p, cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{Behavior: "allow", DownloadPath: folder})
	var typed []string
	fill := func(id, text string) {
		if slices.Contains(typed, id) {
			t.Errorf("%s is typed twice", id)
		}
		typed = append(typed, id)
		p.fill(id, text)
	}
	p.open("/?lang=nb")
	p.click(`button[value="remove:one"]`)
	p.until(`document.querySelectorAll("input.name").length === 1`)
	fill("name", "Stamgjest")
	fill("acquisition_cost", "83 kr")
	fill("basket_value", "119,50")
	fill("repeat_purchase_rate", "87,5")
	p.until(`location.search.includes("acquisition_cost=83") && location.search.includes("repeat_purchase_rate=0.875") && document.querySelector(".onward a[href^='/plan?name=Stamgjest']")`)
	p.click(`.onward a[href^="/plan?"]`)
	p.until(`location.pathname === "/plan" && document.readyState === "complete" && document.querySelector("#about")`)
	if about := p.text("#about"); about != "Dette gjelder «Stamgjest»." {
		t.Errorf("the plan is about %q", about)
	}
	for id, want := range map[string]string{"acquisition_cost": "83", "basket_value": "119,50", "repeat_purchase_rate": "87,5"} {
		if got := p.value(id); got != want {
			t.Errorf("%s has become %q on the plan", id, got)
		}
	}
	fill("new_customers_first", "600")
	fill("fixed_cost_per_period", "120000")
	p.until(`location.search.includes("new_customers_first=600") && location.search.includes("fixed_cost_per_period=120000")`)
	p.agreesWith("/v1/plan", p.addressed())
	eval[bool](p, `(document.querySelector(".files a").click(), true)`)
	workbook, err := excelize.OpenReader(bytes.NewReader(arrived(t, folder, 1)))
	if err != nil {
		t.Fatal("the workbook does not open: ", err)
	}
	for _, want := range []string{"119.5", "0.875", "600", "120000"} {
		if !holds(t, workbook, want) {
			t.Errorf("%s is not in the workbook", want)
		}
	}
}

// holds reports whether a cell of a workbook has that value.
func holds(t *testing.T, workbook *excelize.File, value string) bool {
	t.Helper()
	for _, sheet := range workbook.GetSheetList() {
		rows, err := workbook.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			if slices.Contains(row, value) {
				return true
			}
		}
	}
	return false
}

// yearByMonth are the fields of the second customer by the month, as a page in
// Norwegian writes them.
var yearByMonth = map[string]string{
	"horizon": "120", "two.orders_per_period": "1", "two.repeat_purchase_rate": "99,1258", "two.basket_growth_rate": "0,4074", "two.basket_value": "10",
	"one.orders_per_period": "1", "one.repeat_purchase_rate": "0", // one pencil stays one
}

// convertsPeriod: another length of period offers to convert, shows what would
// become of the numbers, and one link leads back.
func convertsPeriod(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	p.open("/?lang=nb")
	p.do(chromedp.SetValue(chromedp.ID("period"), "month"))
	eval[bool](p, `document.getElementById("period").dispatchEvent(new Event("change", {bubbles: true}))`)
	p.until(`document.getElementById("period-change").textContent.includes("90\u00a0% → 99,1258\u00a0%")`)
	if typed := p.value("horizon"); typed != "10" {
		t.Errorf("the horizon is %s before anything was pressed", typed)
	}
	p.click(`button[value="convert"]`)
	p.until(`document.getElementById("horizon").value === "120"`)
	for id, want := range yearByMonth {
		if got := p.value(id); got != want {
			t.Errorf("%s is %s, wanted %s", id, got, want)
		}
	}
	if query := p.addressed(); strings.Contains(query, "do=") || strings.Contains(query, "was=") {
		t.Errorf("the address is no query of the API: %s", query)
	}
	p.agrees(p.addressed(), 2)
	p.click("#period-change a")
	p.until(`document.readyState === "complete" && document.getElementById("horizon").value === "10" && document.getElementById("period").value === "year"`)
	if net := p.figure("net_lifetime_value", 1); net != "202.79" {
		t.Errorf("taken back, the net value is %s", net)
	}
	if complaints := p.heard(); len(complaints) > 0 {
		t.Errorf("the page complains: %s", strings.Join(complaints, "\n"))
	}
}

// convertsPeriodWithoutScript: likewise, a page each time; the answer says what the
// numbers mean meanwhile.
func convertsPeriodWithoutScript(t *testing.T, b *browser) {
	p := plainTab(t, b)
	p.open("/?lang=nb")
	eval[bool](p, `(document.getElementById("period").value = "month", true)`)
	p.press(".primary")
	if story := p.text("#story .changed"); story != "Tallene gjelder nå per måned, men de ble skrevet inn per år." {
		t.Errorf("the answer says %q", story)
	}
	p.press(`button[value="convert"]`)
	for id, want := range yearByMonth {
		if got := p.value(id); got != want {
			t.Errorf("%s is %s, wanted %s", id, got, want)
		}
	}
	p.press("#period-change a")
	if net := p.figure("net_lifetime_value", 1); net != "202.79" || p.value("horizon") != "10" {
		t.Errorf("taken back, the net value is %s", net)
	}
	eval[bool](p, `(document.getElementById("period").value = "month", true)`)
	p.press(".primary")
	p.press(`button[value="keep"]`)
	if eval[bool](p, `document.querySelector("button[value=convert]") !== null`) || p.value("horizon") != "10" {
		t.Error("left as they are, the numbers are still to be converted")
	}
}

// keepsCustomers: a customer kept on the first page is used in the plan, and can be
// let go; nothing but that and the choice of a program is kept.
func keepsCustomers(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	p.open("/?lang=en")
	if eval[bool](p, `!document.getElementById("kept").hidden`) {
		t.Error("customers are kept before any was")
	}
	p.click(`button[data-keep="Ten years of pencils"]`)
	p.until(`!document.getElementById("kept").hidden && document.getElementById("said").textContent === "Kept: Ten years of pencils"`)
	p.open("/plan?lang=nb")
	p.click(`#kept button[name="do"]`)
	p.until(`document.getElementById("repeat_purchase_rate").value === "90" && document.getElementById("period").value === "year" && document.getElementById("plan_periods").value === "3"`)
	if about := p.text("#about"); about != "Dette gjelder «Ten years of pencils»." {
		t.Errorf("the plan is about %q", about)
	}
	p.agreesWith("/v1/plan", p.addressed())
	p.open("/?lang=nb")
	p.click(`#kept button[name="do"]`)
	p.until(`document.querySelectorAll("input.name").length === 3 && document.getElementById("three.orders_per_period").value === "12"`)
	p.agrees(p.addressed(), 3)
	p.click(`#kept button[data-drop]`)
	p.until(`document.getElementById("kept").hidden`)
	if keys := eval[string](p, `Object.keys(localStorage).sort().join(" ")`); keys != "customers" && keys != "customers tool" {
		t.Errorf("the browser keeps %s", keys)
	}
	if complaints := p.heard(); len(complaints) > 0 {
		t.Errorf("the page complains: %s", strings.Join(complaints, "\n"))
	}
}

// fitsSevenDigits: figures of seven digits of four customers are whole at every
// width, and the page does not scroll sideways.
func fitsSevenDigits(t *testing.T, b *browser) {
	const query = "&decimal=point&currency=NOK&acquisition_cost=1234567&basket_value=987654.32&repeat_purchase_rate=0.5&orders_per_period=2&a.name=A&b.name=B&c.name=Kundeforholdsutvikling&d.name=D"
	for _, width := range []int64{320, 390, 768, 1024, 1280, 1600} {
		p := b.tab(t, width)
		for _, lang := range tags() {
			p.open("/?lang=" + lang + query)
			if wide := eval[int64](p, "document.documentElement.scrollWidth"); wide > width {
				t.Errorf("%s, %d: the page is %d pixels wide", lang, width, wide)
			}
			cut := eval[string](p, `[...document.querySelectorAll("section[aria-labelledby=figures-title] > .scroll")].filter(s => s.scrollWidth > s.clientWidth).map(s => s.scrollWidth + " in " + s.clientWidth).join()`)
			if cut != "" {
				t.Errorf("%s, %d: the table has %s", lang, width, cut)
			}
			if n := eval[int](p, `document.querySelectorAll("tr[data-figure=net_lifetime_value] td data").length`); n != 4 {
				t.Fatalf("%s: %d figures", lang, n)
			}
			outside := eval[string](p, fmt.Sprintf(`[...document.querySelectorAll("section[aria-labelledby=figures-title] > .scroll data")].filter(d => d.offsetParent && d.getBoundingClientRect().right > %d).map(d => d.textContent).join()`, width))
			if outside != "" {
				t.Errorf("%s, %d: cut off are %s", lang, width, outside)
			}
		}
	}
}

// dimsOlderFigures: figures from before a mistake are dimmed, with the remark beside
// them, until it is mended.
func dimsOlderFigures(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	p.open("/?lang=sv")
	const dim = `getComputedStyle(document.getElementById("sheet")).opacity`
	p.fill("two.margin_rate", "mycket")
	p.until(dim + ` === "0.5" && document.getElementById("stale").textContent !== ""`)
	p.fill("two.margin_rate", "40")
	p.until(dim + ` === "1" && document.getElementById("stale").textContent === ""`)
}
