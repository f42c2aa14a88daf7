package workbook

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"blyant/internal/golden"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/xuri/excelize/v2"
)

// lockedCells goes through the cells of a sheet and says of each whether it is locked.
func lockedCells(t *testing.T, f *excelize.File, sheet string, visit func(cell string, locked bool)) {
	t.Helper()
	rows, err := f.GetRows(sheet, raw)
	if err != nil {
		t.Fatal(err)
	}
	known := map[int]bool{}
	for r, row := range rows {
		for c := range row {
			cell := cellName(c+1, r+1)
			id, err := f.GetCellStyle(sheet, cell)
			if err != nil {
				t.Fatal(err)
			}
			if _, seen := known[id]; !seen {
				style, err := f.GetStyle(id)
				if err != nil {
					t.Fatal(err)
				}
				known[id] = style.Protection == nil || style.Protection.Locked
			}
			visit(cell, known[id])
		}
	}
}

// The cells of inputs can be written in and no others, whatever the language: a formula
// that somebody types over says nothing any more.
func TestOnlyInputsAreOpen(t *testing.T) {
	for _, lang := range locale.Languages() {
		for name, a := range workbooks(t, lang) {
			if lang != locale.English && name != "plan" {
				continue
			}
			file := fileOf(t, a, lang)
			f := opened(t, file)
			_, content := parts(t, file)
			sheets := f.GetSheetList()
			open := 0
			for i, sheet := range sheets {
				if !strings.Contains(content["xl/worksheets/sheet"+strconv.Itoa(i+1)+".xml"], "<sheetProtection") {
					t.Errorf("%s in %s: %s is not protected", name, lang, sheet)
				}
				lockedCells(t, f, sheet, func(cell string, locked bool) {
					if !locked {
						open++
						if i > 1 && sheet != sheets[2] {
							t.Errorf("%s in %s: %s!%s is open", name, lang, sheet, cell)
						}
					}
				})
			}
			if open < 25 {
				t.Errorf("%s in %s: only %d cells are open", name, lang, open)
			}
			for _, field := range model.ScenarioFields() {
				sheet, cells, _ := strings.Cut(strings.ReplaceAll(names(f)[field.Name], "$", ""), "!")
				first, _, _ := strings.Cut(cells, ":")
				id, err := f.GetCellStyle(strings.Trim(sheet, "'"), first)
				if err != nil {
					t.Fatalf("%s: %v", field.Name, err)
				}
				if style, err := f.GetStyle(id); err != nil || style.Protection == nil || style.Protection.Locked {
					t.Errorf("%s in %s: nobody can write %s: %v", name, lang, field.Name, err)
				}
			}
		}
	}
}

// address is what a defined name stands for: a cell or a range, fixed, of one sheet.
var address = regexp.MustCompile(`^('(?:[^']|'')+'|[A-Za-z]+)!\$([A-Z]+)\$([0-9]+)(?::\$([A-Z]+)\$([0-9]+))?$`)

// Names are ones that a spreadsheet can hold, each for cells of a sheet that there is;
// what the name is for stands in the same row in words.
func TestNamesLeadToCells(t *testing.T) {
	for _, lang := range locale.Languages() {
		for book, a := range workbooks(t, lang) {
			if book == "curve" || book == "plan-list" {
				continue
			}
			f := opened(t, fileOf(t, a, lang))
			sheets := f.GetSheetList()
			for name, target := range names(f) {
				if strings.Contains(name, "_xlnm.") {
					continue
				}
				name = name[strings.LastIndex(name, "!")+1:]
				parts := address.FindStringSubmatch(target)
				if parts == nil || !slices.Contains(sheets, strings.Trim(parts[1], "'")) {
					t.Errorf("%s in %s: %s stands for %s", book, lang, name, target)
					continue
				}
				sheet := strings.Trim(parts[1], "'")
				_, isField := vocabulary.FieldNamed(model.ScenarioFields(), name)
				if !isField || parts[5] != "" && parts[5] != parts[3] { // a list begins below its name
					continue
				}
				if said, _ := f.GetCellValue(sheet, "C"+parts[3]); said[strings.LastIndex(said, "!")+1:] != name { // the sheet's stands before it where an input has it too
					t.Errorf("%s in %s: the row of %s says %q", book, lang, name, said)
				}
				if said, _ := f.GetCellValue(sheet, "A"+parts[3]); said != lang.Label(name) {
					t.Errorf("%s in %s: the row of %s is called %q, want %q", book, lang, name, said, lang.Label(name))
				}
			}
		}
	}
}

// The first sheet leads to each of the others.
func TestStartLeadsToEverySheet(t *testing.T) {
	for _, lang := range locale.Languages() {
		f := opened(t, fileOf(t, customerAnswer(t, pencils(), lang), lang))
		sheets := f.GetSheetList()
		var led []string
		for row := 1; row <= 60; row++ {
			linked, target, err := f.GetCellHyperLink(sheets[0], cellName(1, row))
			if err != nil {
				t.Fatal(err)
			}
			if !linked {
				continue
			}
			sheet := strings.Trim(strings.TrimSuffix(target, "!A1"), "'")
			if said, _ := f.GetCellValue(sheets[0], cellName(1, row)); said != sheet {
				t.Errorf("%s: what leads to %s says %q", lang, sheet, said)
			}
			led = append(led, sheet)
		}
		if !slices.Equal(led, sheets[1:]) {
			t.Errorf("%s: the start leads to %q, the sheets are %q", lang, led, sheets)
		}
		for i, name := range sheets {
			if n := len(utf16.Encode([]rune(name))); n > 31 || strings.ContainsAny(name, `[]:*?/\'`) {
				t.Errorf("%s: sheet %d is called %q", lang, i+1, name)
			}
		}
	}
}

// A date is the number of days since the end of 1899 as spreadsheets count them, and shows
// as it was given.
func TestDatesAreNumbers(t *testing.T) {
	for given, want := range map[string]string{"2027-01": "46388", "2028-02-29": "46812", "1900-03-01": "61", "2191-12-31": "106652", "2262-04-12": "132321", "9993-12-31": "2956274"} {
		request := shop()
		request["start"] = given
		f := opened(t, fileOf(t, planAnswer(t, request, locale.Swedish), locale.Swedish))
		sheet, cell, _ := strings.Cut(strings.ReplaceAll(names(f)["start"], "$", ""), "!")
		sheet = strings.Trim(sheet, "'")
		if got, _ := f.GetCellValue(sheet, cell, raw); got != want {
			t.Errorf("%s is %s, want %s", given, got, want)
		}
		if got, _ := f.GetCellValue(sheet, cell); got[:len(given)] != given {
			t.Errorf("%s shows as %q", given, got)
		}
	}
}

// A customer's name of any length and letters is a text in its cell; sheets that are called
// after customers keep to what spreadsheets allow and apart from one another.
func TestNamesOfCustomersInSheets(t *testing.T) {
	long := strings.Repeat("Åse ", 19) + "Åser"
	requests := []golden.Object{}
	given := []string{long, long[:len(long)-1] + "f", `O'Neill "& sons"`, "=SUM(A1)", "'", "R1C1", "History", "A1!", "😀 customers"}
	for _, name := range given {
		request := pencil()
		request["name"] = name
		requests = append(requests, request)
	}
	f := opened(t, fileOf(t, comparisonAnswer(t, locale.English, requests...), locale.English))
	sheets := f.GetSheetList()
	seen := map[string]bool{}
	for _, sheet := range sheets {
		if folded := strings.ToLower(sheet); seen[folded] || folded == "history" || len(utf16.Encode([]rune(sheet))) > 31 || strings.HasPrefix(sheet, "'") {
			t.Errorf("a sheet called %q among %q", sheet, sheets)
		}
		seen[strings.ToLower(sheet)] = true
	}
	row := rowOf(names(f)["name"])
	for i, want := range given {
		cell := letters(firstCustomer+i) + row
		formula, _ := f.GetCellFormula(sheets[1], cell)
		if got, _ := f.GetCellValue(sheets[1], cell); got != want || formula != "" {
			t.Errorf("%s holds %q with the formula %q, want %q", cell, got, formula, want)
		}
		id, _ := f.GetCellStyle(sheets[1], cell)
		if style, err := f.GetStyle(id); err != nil || style.NumFmt != 49 {
			t.Errorf("%s is no text when it is edited: %v", cell, err)
		}
	}
}

// Numbers are shown as their units are: money with the decimals of its currency, shares in
// percent, whole numbers without a mark.
func TestFormsOfNumbers(t *testing.T) {
	for currency, want := range map[string]string{"SEK": "#,##0.00", "JPY": "#,##0", "KWD": "#,##0.000"} {
		request := pencils()
		request["currency"] = currency
		f := opened(t, fileOf(t, customerAnswer(t, request, locale.Danish), locale.Danish))
		for name, form := range map[string]string{"lifetime_value": want + ";[Red]-" + want, "basket_value": want + map[bool]string{true: "########", false: ""}[currency == "SEK"],
			"expected_orders": "#,##0.00####", "probability_of_profit": "0.0000%", "repeat_purchase_rate": "0.00######%", "horizon": "0", "orders_per_period": ""} {
			if name == "basket_value" && currency != "SEK" {
				continue
			}
			sheet, cell, _ := strings.Cut(strings.ReplaceAll(names(f)[name], "$", ""), "!")
			id, err := f.GetCellStyle(strings.Trim(sheet, "'"), cell)
			if err != nil {
				t.Fatal(err)
			}
			style, err := f.GetStyle(id)
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			if style.CustomNumFmt != nil {
				got = *style.CustomNumFmt
			} else if style.NumFmt == 1 {
				got = "0"
			}
			if got != form {
				t.Errorf("%s of %s is shown as %q, want %q", name, currency, got, form)
			}
		}
	}
}
