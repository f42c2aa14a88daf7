//go:build e2e

package e2e

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
)

// servicePage is one of the pages beside the first.
type servicePage struct{ path, resource string }

var servicePages = []servicePage{
	{"/service-promise", "/v1/service-promise"}, {"/programmes", "/v1/programmes"}, {"/plan", "/v1/plan"}, {"/what-if", "/v1/sensitivity"},
}

// TestServicePages looks at these pages through a real browser.
func TestServicePages(t *testing.T) {
	b := startBrowser(t)
	for _, c := range []struct {
		name string
		test func(*testing.T, *browser)
	}{
		{"load quietly", serviceLoadsQuietly},
		{"typing", serviceRecalculates},
		{"shares", promiseShowsTheSum},
		{"programmes", programmesComeAndGo},
		{"languages", serviceSwitchesLanguage},
		{"without script", serviceWithoutScript},
		{"copied", serviceCopies},
		{"narrow", serviceFitsNarrowScreens},
		{"printing", servicePrintsOnePage},
		{"accessibility", serviceIsAccessible},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, b) })
	}
}

// weighed is what the API answers about a promise, programmes or a plan.
type weighed struct {
	Summary    map[string]json.Number `json:"summary"`
	Levers     []map[string]any       `json:"levers"`
	Programmes []map[string]any       `json:"programmes"`
	Rows       []map[string]any       `json:"rows"` // of a tornado
}

// agreesWith checks that every figure of the answer is shown with the API's
// digits.
func (p *tab) agreesWith(resource, query string) {
	p.Helper()
	response := get(p.T, p.base+resource+"?"+query)
	var answer weighed
	decoder := json.NewDecoder(response.Body)
	decoder.UseNumber()
	if err := decoder.Decode(&answer); err != nil || response.StatusCode != http.StatusOK {
		p.Fatalf("%s?%s: %s, %v", resource, query, response.Status, err)
	}
	checked := 0
	check := func(name string, column int, want any) {
		checked++
		expected := strings.ReplaceAll(fmt.Sprint(want), "<nil>", "null")
		if shown := p.figure(name, column); shown != expected && (expected != "" || shown != "null") {
			p.Errorf("%s, column %d: the page shows %s, the API says %s", name, column, shown, expected)
		}
	}
	for name, want := range answer.Summary {
		column := 0
		if strings.HasPrefix(name, "perceived_") {
			column = 1 // beside what was delivered
		}
		check(name, column, want)
	}
	for _, lever := range answer.Levers {
		check(fmt.Sprint(lever["lever"]), 0, lever["gain"])
	}
	for _, row := range answer.Rows {
		for i, name := range []string{"value", "low", "high", "metric_at_low", "metric_at_high", "swing", "elasticity"} {
			check(fmt.Sprint(row["field"]), i, row[name])
		}
	}
	for i, programme := range answer.Programmes {
		for name, want := range programme {
			if name != "name" {
				check(name, i, want)
			}
		}
	}
	if checked < 8 {
		p.Errorf("%s: only %d figures were compared", resource, checked)
	}
}

// story is what the page says, spaces made plain.
func (p *tab) story() string {
	p.Helper()
	return strings.Join(strings.Fields(p.textContent("story")), " ")
}

// serviceLoadsQuietly: the example is worked out in every language, with no
// error in the console, nothing from elsewhere, and no cookie.
func serviceLoadsQuietly(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	for _, at := range servicePages {
		for _, lang := range tags() {
			p.open(at.path + "?lang=" + lang)
			p.until(`document.querySelector("input[type=range]")`)
			p.agreesWith(at.resource, p.permalink())
			if current := eval[string](p, `document.querySelector(".pages [aria-current]").pathname`); current != at.path {
				t.Errorf("%s: the navigation is at %s", at.path, current)
			}
		}
	}
	p.open("/?lang=en")
	if links := eval[string](p, `[...document.querySelectorAll(".pages a")].map(a => a.pathname).join(" ")`); links != "/ /what-if /service-promise /programmes /plan /data" {
		t.Errorf("the first page leads to %s", links)
	}
	if complaints := p.heard(); len(complaints) > 0 {
		t.Errorf("the pages complain: %s", strings.Join(complaints, "\n"))
	}
	for _, address := range p.loaded() {
		if !strings.HasPrefix(address, b.base) {
			t.Errorf("a page loads %s", address)
		}
	}
	if cookies := eval[string](p, "document.cookie"); cookies != "" {
		t.Errorf("a page sets cookies: %s", cookies)
	}
}

// serviceRecalculates: what is typed is worked out without a reload, and the
// address is the API's query. The figures are those of docs/service.md and of
// the examples.
func serviceRecalculates(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	for _, c := range []struct {
		at                            servicePage
		lang, says, field, typed, now string
	}{
		{servicePages[0], "en", "each percentage point is worth 17 kr a customer", "deterred_per_missed", "0.02", "14 kr a customer"},
		{servicePages[1], "nb", "gir 241 000 kr i alt", "one.fixed_cost", "40 000,50", "gir 205 000 kr i alt"},
		{servicePages[2], "sv", "månad 11", "opening_cash", "100 000 kr", "50 600 kr mer än vad som finns vid start"},
	} {
		p.open(c.at.path + "?lang=" + c.lang)
		eval[bool](p, `(window.unchanged = true)`)
		if story := p.story(); !strings.Contains(story, c.says) {
			t.Errorf("%s: the story is %q", c.at.path, story)
		}
		p.fill(c.field, c.typed)
		p.until(`document.getElementById("story").textContent.replace(/\s+/g, " ").includes(` + quoted(c.now) + `)`)
		p.until(`location.search.includes("decimal=point")`)
		p.agreesWith(c.at.resource, p.addressed())
		if !eval[bool](p, "window.unchanged === true") || p.value(c.field) != c.typed {
			t.Errorf("%s: the page was loaded anew, or what was typed is %q", c.at.path, p.value(c.field))
		}
	}
	if complaints := p.heard(); len(complaints) > 0 {
		t.Errorf("a page complains: %s", strings.Join(complaints, "\n"))
	}
}

// promiseShowsTheSum: the third share is the rest of what is typed; shares above
// 1 say so with their sum, until they are not.
func promiseShowsTheSum(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	p.open("/service-promise?lang=nb")
	p.fill("met_share", "80 %")
	p.until(`document.getElementById("missed_share").textContent === "5"`)
	if eval[bool](p, `document.querySelector("#faults a") !== null`) {
		t.Error("there is a fault on the way")
	}
	p.fill("met_share", "90")
	p.until(`document.getElementById("fault-met_share").textContent.includes("105\u00a0%")`)
	if link := eval[string](p, `document.querySelector("#faults a").hash`); link != "#met_share" {
		t.Errorf("the summary leads to %s", link)
	}
	p.fill("met_share", "80")
	p.until(`!document.querySelector("[aria-invalid], #faults a") && document.getElementById("stale").textContent === ""`)
	p.until(`location.search.includes("met_share=0.8&")`)
	p.agreesWith("/v1/service-promise", p.addressed())
}

// programmesComeAndGo: programmes are added, copied and removed, and an example
// fills the form.
func programmesComeAndGo(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	p.open("/programmes?lang=en")
	names := func(n int) string { return fmt.Sprintf(`document.querySelectorAll("input.name").length === %d`, n) }
	p.click(`button[value="add"]`)
	p.until(names(2) + ` && document.activeElement.id === "two.name"`)
	p.fill("two.fixed_cost", "1")
	p.until(`document.querySelectorAll("tr[data-figure=total_gain] td").length === 2 && location.search.includes("two.fixed_cost=1&")`)
	p.agreesWith("/v1/programmes", p.addressed())
	if gain := p.figure("total_gain", 0); gain != "244852.42" || !strings.Contains(p.story(), "Programme 2") {
		t.Errorf("the better one brings %s: %s", gain, p.story())
	}
	p.click(`button[value="copy:one"]`)
	p.until(names(3))
	p.click(`button[value="remove:one"]`)
	p.until(names(2))
	p.click(`button[value="remove:two"]`)
	p.until(names(1))
	p.until(`document.querySelectorAll("tr[data-figure=total_gain] td").length === 1`)
	p.agreesWith("/v1/programmes", p.addressed())
	if n := eval[int](p, `document.querySelectorAll(".examples a").length`); n != 8 {
		t.Errorf("%d examples are offered", n)
	}
	p.press(`.examples li:nth-child(3) a`)
	p.until(`document.readyState === "complete" && document.getElementById("one.name")?.value === "VIP evening"`)
	p.agreesWith("/v1/programmes", p.addressed())
}

// serviceSwitchesLanguage: what was typed goes along, in the language's way.
func serviceSwitchesLanguage(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	for _, c := range []struct{ at, field, typed, then string }{
		{"/service-promise", "basket_value", "1234.5", "1.234,5"},
		{"/programmes", "one.cost_per_period", "0.75", "0,75"},
		{"/plan", "new_customers_growth_rate", "3.5%", "3,5"},
	} {
		p.open(c.at + "?lang=en")
		p.fill(c.field, c.typed)
		p.click(`#languages a[lang=da]`)
		p.until(`document.readyState === "complete" && document.documentElement.lang === "da" && document.getElementById(` + quoted(c.field) + `)?.value === ` + quoted(c.then))
		p.agreesWith("/v1"+c.at, p.addressed())
	}
}

// serviceWithoutScript: the same forms give the same figures, a page each time.
func serviceWithoutScript(t *testing.T, b *browser) {
	p := plainTab(t, b)
	for _, c := range []struct {
		at           servicePage
		field, typed string
	}{
		{servicePages[0], "met_share", "x"}, {servicePages[0], "doubted_share", "0,2"},
		{servicePages[1], "one.repeat_purchase_rate_change", "2"}, {servicePages[2], "plan_periods", "24"},
	} {
		p.open(c.at.path + "?lang=da")
		p.fill(c.field, c.typed)
		p.press(".primary")
		if kept := p.value(c.field); kept != c.typed {
			t.Errorf("%s became %q", c.typed, kept)
		}
		if c.typed == "x" {
			if focus := eval[string](p, "document.activeElement.id"); focus != "faults" {
				t.Errorf("the focus is on %q", focus)
			}
			continue
		}
		p.agreesWith(c.at.resource, p.addressed())
	}
	p.open("/programmes?lang=da")
	p.press(`button[value="add"]`)
	if n := eval[int](p, `document.querySelectorAll("input.name").length`); n != 2 || strings.Contains(p.addressed(), "do=") {
		t.Errorf("%d programmes, at %s", n, p.addressed())
	}
	p.agreesWith("/v1/programmes", p.addressed())
}

// serviceCopies: what the panel gives to copy, fetched, holds the figure on the
// page, and the files arrive.
func serviceCopies(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	for _, at := range servicePages {
		p.open(at.path + "?lang=sv")
		for _, figure := range eval[[]string](p, `[...document.getElementById("pick-figure").options].map(o => o.value).slice(0, 4)`) {
			p.chooseFigure(figure)
			column := 0
			if strings.HasPrefix(figure, "perceived_") {
				column = 1
			}
			want := ""
			if at.path == "/what-if" { // whose rows are called after fields
				want = p.firstRow(at.resource, figure)
			} else {
				want = p.figure(figure, column)
			}
			for id, text := range eval[map[string]string](p, `Object.fromEntries([...document.querySelectorAll(".uses code")].map(c => [c.id, c.textContent]))`) {
				if strings.Contains(id, "-block_") { // fetches nothing; LibreOffice works it out in its own test
					continue
				}
				body := fetchedWhole(t, inText.FindString(strings.ReplaceAll(text, `"&"`, "")))
				exact := strings.Contains(text, "number(//row/") // a formula for the figure, not for the table
				if (exact && !strings.Contains(text, "number(//row/"+figure+")")) || (exact && !strings.Contains(body, "<"+figure+">"+want+"</"+figure+">")) {
					t.Errorf("%s: %s does not give %s", id, text, want)
				}
				if !exact && at.path != "/plan" && !strings.Contains(body, want) { // the plan's table is the schedule
					t.Errorf("%s: %s is not in %s", id, want, text)
				}
			}
		}
		for _, href := range eval[[]string](p, `[...document.querySelectorAll(".files a")].map(a => a.href)`) {
			if body := fetchedWhole(t, href); len(body) < 100 {
				t.Errorf("%s gives %q", href, body)
			}
		}
	}
}

// firstRow is a figure of the first row of a resource's table.
func (p *tab) firstRow(resource, figure string) string {
	p.Helper()
	rows, err := csv.NewReader(strings.NewReader(fetchedWhole(p.T, p.base+resource+"?"+p.permalink()+"&format=csv"))).ReadAll()
	column := slices.Index(rows[0], figure)
	if err != nil || column < 0 || len(rows) < 2 {
		p.Fatalf("%s has no %s: %v", resource, figure, err)
	}
	return rows[1][column]
}

func fetchedWhole(t *testing.T, address string) string {
	t.Helper()
	response := get(t, address)
	body, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s %v", address, response.Status, err)
	}
	return string(body)
}

// fourProgrammes have large amounts and long names.
const fourProgrammes = "&acquisition_cost=1234567&basket_value=987654321&repeat_purchase_rate=0.9&orders_per_period=12&customers=1000000" +
	"&a.name=Kundeforholdsutviklingsprosjektet&b.name=B&c.name=C&d.fixed_cost=9000000000&d.name=Et+program+med+et+langt+navn"

// serviceFitsNarrowScreens: nothing makes a page scroll sideways at 320 pixels.
func serviceFitsNarrowScreens(t *testing.T, b *browser) {
	p := b.tab(t, 320)
	for _, path := range []string{"/service-promise?", "/service-promise?exceeded_share=2&", "/programmes?", "/programmes?x=1" + fourProgrammes + "&", "/programmes?horizon=3" + fourProgrammes + "&", "/plan?", "/plan?plan_periods=0&", "/what-if?", "/what-if?change=0&"} {
		for _, lang := range []string{"nb", "da"} { // the longest words
			p.open(path + "lang=" + lang)
			p.unfold()
			if width := eval[int](p, "document.documentElement.scrollWidth"); width > 320 {
				t.Errorf("%s in %s is %d pixels wide", path, lang, width)
			}
		}
	}
	p.open("/plan?lang=en")
	if !eval[bool](p, `(b => b.width > 250 && b.height > 400)(document.querySelector(".picture.narrow svg").getBoundingClientRect())`) {
		t.Error("the narrow chart of the plan is too small")
	}
}

// servicePrintsOnePage: the answer fits on one sheet, whatever is unfolded.
func servicePrintsOnePage(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	sheet := regexp.MustCompile(`/Type\s*/Page\b`)
	for _, at := range servicePages {
		for _, lang := range []string{"en", "da"} {
			p.open(at.path + "?lang=" + lang)
			p.unfold()
			printed := command(p, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: new(true)})
			if n := len(sheet.FindAll(printed.Data, -1)); n != 1 {
				t.Errorf("%s in %s prints on %d sheets", at.path, lang, n)
			}
		}
	}
}

// serviceIsAccessible: as isAccessible for the first page.
func serviceIsAccessible(t *testing.T, b *browser) {
	axe, err := os.ReadFile(os.Getenv("BLYANT_AXE"))
	if err != nil {
		t.Fatal("BLYANT_AXE must lead to axe.min.js of axe-core: ", err)
	}
	for _, at := range servicePages {
		for _, lang := range tags() {
			t.Run(at.path+" "+lang, func(t *testing.T) {
				t.Parallel()
				p := b.tab(t, 1280)
				p.open(at.path + "?lang=" + lang)
				p.accessible(string(axe), "answer")
				if lang != "sv" {
					return
				}
				p.unfold() // the same in all languages, at all sizes
				for _, v := range p.violations() {
					t.Errorf("unfolded: %s (%s): %s", v.ID, v.Help, strings.Join(v.Nodes, " "))
				}
				p.open(at.path + "?lang=" + lang + "&exceeded_share=1&met_share=1&missed_share=1&basket_value=x&one.free_every=1&two.fixed_cost=y&plan_periods=0")
				p.accessible(string(axe), "faults")
			})
		}
	}
}
