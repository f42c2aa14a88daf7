//go:build e2e

package e2e

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/xuri/excelize/v2"
)

// inText finds the address in a formula or a command.
var inText = regexp.MustCompile(`https?://[^"'\s]+`)

// copies: what the panel gives to copy, fetched, is the figure on the page.
func copies(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	for _, lang := range tags() {
		p.open("/?lang=" + lang)
		for _, figure := range []string{"net_lifetime_value", "payback_orders"} {
			p.chooseFigure(figure)
			for id, text := range eval[map[string]string](p, `Object.fromEntries([...document.querySelectorAll(".uses code")].map(c => [c.id, c.textContent]))`) {
				if strings.Contains(id, "-block_") { // fetches nothing; LibreOffice works it out in its own test
					continue
				}
				customer := int(id[len("use-")] - '0')
				want := p.figure(figure, customer)
				if got := fetched(t, id, text, figure); got != want {
					t.Errorf("%s, %s: %s gives %s, the page shows %s", lang, id, text, got, want)
				}
			}
		}
	}
}

// tells: a button to copy says that it did.
func tells(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	p.open("/?lang=da")
	p.click(`button[data-copy="permalink"]`)
	p.until(`document.querySelector("button[data-copy=permalink]").textContent === "Kopieret" && document.getElementById("said").textContent === "Kopieret"`)
	p.until(`document.querySelector("button[data-copy=permalink]").textContent === "Kopiér"`)
}

// remembersTool: of the ways to fetch a figure one is shown, that of the program
// one works in, also on the next page; without a choice it is the first.
func remembersTool(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	p.open("/?lang=nb")
	const seen = `[...new Set([...document.querySelectorAll(".use")].filter(u => !u.hidden).map(u => u.dataset.tool))].join(" ")`
	if got := eval[string](p, seen); got != "excel_nb" {
		t.Errorf("at first %q is shown", got)
	}
	p.do(chromedp.SetValue(chromedp.ID("pick-tool"), "sheets"))
	eval[bool](p, `document.getElementById("pick-tool").dispatchEvent(new Event("change", {bubbles: true}))`)
	if got := eval[string](p, seen); got != "sheets" {
		t.Errorf("%q is shown instead of sheets", got)
	}
	p.fill("two.basket_value", "11")
	p.until(`location.search.includes("two.basket_value=11")`)
	p.open("/?lang=da")
	if got := eval[string](p, seen); got != "sheets" {
		t.Errorf("on the next page %q is shown", got)
	}
}

// takesLittleRoom: on a telephone what is shown for one program is below half as
// high as all that there is, and what is remembered of a page with blocks leads to
// the same program where there are none.
func takesLittleRoom(t *testing.T, b *browser) {
	p := b.tab(t, 390)
	for _, lang := range tags() {
		p.open("/?lang=" + lang)
		p.do(chromedp.SetValue(chromedp.ID("pick-tool"), "block_excel_nb"))
		eval[bool](p, `document.getElementById("pick-tool").dispatchEvent(new Event("change", {bubbles: true}))`)
		if text := eval[string](p, `document.getElementById("use-1-block_excel_nb").textContent`); strings.Count(text, "\n") < 15 || !strings.Contains(text, "\t=AVRUND(") {
			t.Errorf("%s: the block is %q", lang, text)
		}
		high := eval[float64](p, `document.querySelector(".uses").offsetHeight`)
		all := eval[float64](p, `(document.querySelectorAll(".use").forEach(u => { u.hidden = u.dataset.tool.startsWith("block_"); u.open = true }), document.querySelector(".uses").offsetHeight)`)
		if high > all/2 {
			t.Errorf("%s: %v pixels of %v", lang, high, all)
		}
		p.open("/plan?word_of_mouth=on&lang=" + lang) // which no block to paste can hold
		if got := eval[string](p, `document.querySelector(".use:not([hidden])").dataset.tool`); got != "excel_nb" {
			t.Errorf("%s: on the plan %q is shown", lang, got)
		}
	}
}

func (p *tab) chooseFigure(name string) {
	p.Helper()
	p.do(chromedp.SetValue(chromedp.ID("pick-figure"), name))
	eval[bool](p, `document.getElementById("pick-figure").dispatchEvent(new Event("change", {bubbles: true}))`)
	p.until(`document.querySelector(".uses").dataset.figure === ` + quoted(name))
}

// fetched is the figure that a text of the panel leads to.
func fetched(t *testing.T, id, text, figure string) string {
	t.Helper()
	address := inText.FindString(strings.ReplaceAll(text, `"&"`, ""))
	response := get(t, address)
	body, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != 200 {
		t.Fatalf("%s: %s %v", address, response.Status, err)
	}
	if !strings.HasSuffix(id, "-json") && !strings.HasSuffix(id, "-power_query") {
		return strings.ReplaceAll(string(body), "#N/A", "null")
	}
	if strings.HasSuffix(id, "-power_query") && !strings.HasSuffix(text, "[summary]["+figure+"]") {
		t.Errorf("%s does not end in the figure", text)
	}
	var answer worked
	if err := json.Unmarshal(body, &answer); err != nil {
		t.Fatal(err)
	}
	if value := answer.Summary[figure]; value != "" {
		return string(value)
	}
	return "null"
}

// downloads: the files arrive and open.
func downloads(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	folder := t.TempDir()
	command(p, cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{Behavior: "allow", DownloadPath: folder})
	p.open("/?lang=nb")
	for i, opens := range []func(*testing.T, []byte){opensWorkbook, opensTable, opensPicture} {
		eval[bool](p, `(document.querySelectorAll(".files a")[`+string(rune('0'+i))+`].click(), true)`)
		opens(t, arrived(t, folder, i+1))
	}
}

// arrived waits for the n-th file and returns the newest.
func arrived(t *testing.T, folder string, n int) []byte {
	t.Helper()
	for range 100 {
		files, _ := filepath.Glob(filepath.Join(folder, "*"))
		done := files[:0]
		for _, file := range files {
			if !strings.HasSuffix(file, ".crdownload") && !strings.HasPrefix(filepath.Base(file), ".") {
				done = append(done, file)
			}
		}
		if len(done) == n && len(files) == n {
			return newest(t, done)
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("file %d did not arrive", n)
	return nil
}

func newest(t *testing.T, files []string) []byte {
	t.Helper()
	var path string
	var at time.Time
	for _, file := range files {
		if info, err := os.Stat(file); err == nil && !info.ModTime().Before(at) {
			path, at = file, info.ModTime()
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func opensWorkbook(t *testing.T, data []byte) {
	t.Helper()
	workbook, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal("the workbook does not open: ", err)
	}
	if sheets := workbook.GetSheetList(); len(sheets) < 3 {
		t.Errorf("the workbook has the sheets %v", sheets)
	}
}

// opensTable reads the table as a Norwegian spreadsheet does.
func opensTable(t *testing.T, data []byte) {
	t.Helper()
	reader := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	reader.Comma = ';'
	rows, err := reader.ReadAll()
	if err != nil || len(rows) != 3 {
		t.Fatalf("the table has %d rows: %v", len(rows), err)
	}
	if !strings.Contains(strings.Join(rows[2], " | "), "202,79") {
		t.Errorf("202,79 is not in %v", rows[2])
	}
}

func opensPicture(t *testing.T, data []byte) {
	t.Helper()
	if _, err := png.Decode(bytes.NewReader(data)); err != nil {
		t.Error("the chart does not open: ", err)
	}
}

// printsOnePage: the answer fits on one sheet, whatever is unfolded.
func printsOnePage(t *testing.T, b *browser) {
	p := b.tab(t, 1280)
	sheet := regexp.MustCompile(`/Type\s*/Page\b`)
	for _, lang := range tags() {
		p.open("/?lang=" + lang)
		p.unfold()
		printed := command(p, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: new(true)})
		if n := len(sheet.FindAll(printed.Data, -1)); n != 1 {
			t.Errorf("%s prints on %d sheets", lang, n)
		}
	}
}
