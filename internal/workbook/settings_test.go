package workbook

import (
	"regexp"
	"strings"
	"testing"

	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

var raw = excelize.Options{RawCellValue: true}

// What a reader expects of a sheet: a header that stays, widths, a page set up,
// input cells that refuse what is not allowed, a chart, properties.
func TestSettings(t *testing.T) {
	f := opened(t, fileOf(t, customerAnswer(t, pencils(), locale.Norwegian), locale.Norwegian))
	for _, sheet := range f.GetSheetList() {
		if sheet == f.GetSheetList()[0] { // where it starts there is no table
			continue
		}
		panes, err := f.GetPanes(sheet)
		if err != nil || !panes.Freeze || panes.YSplit != headRow {
			t.Errorf("%s: panes %+v, %v", sheet, panes, err)
		}
		layout, err := f.GetPageLayout(sheet)
		if err != nil || *layout.Size != paperA4 || *layout.FitToWidth < 1 {
			t.Errorf("%s: layout %+v, %v", sheet, layout, err)
		}
		if width, err := f.GetColWidth(sheet, "B"); err != nil || width < 10 {
			t.Errorf("%s: column B is %v wide, %v", sheet, width, err)
		}
		if names(f)[sheet+"!_xlnm.Print_Titles"] == "" {
			t.Errorf("%s repeats no header in print", sheet)
		}
	}
	inputs := f.GetSheetList()[1]
	validations, err := f.GetDataValidations(inputs)
	if err != nil || len(validations) != len(model.ScenarioFields()) {
		t.Errorf("%d validations for %d fields, %v", len(validations), len(model.ScenarioFields()), err)
	}
	properties, err := f.GetDocProps()
	if err != nil || properties.Created != written || properties.Language != "nb" || !strings.Contains(properties.Title, "Ten years of pencils") {
		t.Errorf("properties %+v, %v", properties, err)
	}
	_, content := parts(t, fileOf(t, customerAnswer(t, pencils(), locale.Norwegian), locale.Norwegian))
	if chart := content["xl/charts/chart1.xml"]; !strings.Contains(chart, "lineChart") || !strings.Contains(chart, "NOK") {
		t.Error("no chart in kroner")
	}
}

// A column is wide enough for its numbers: one that is not shows ####.
func TestWidths(t *testing.T) {
	request := pencils()
	request["basket_value"] = "123456789012.34"
	f := opened(t, fileOf(t, customerAnswer(t, request, locale.English), locale.English))
	for _, sheet := range f.GetSheetList()[2:4] {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows[firstRow-1:] {
			for c, text := range row {
				width, err := f.GetColWidth(sheet, letters(c+1))
				if err != nil {
					t.Fatal(err)
				}
				if isNumber := strings.Trim(text, "0123456789.,-%") == ""; isNumber && float64(len(text)) > width {
					t.Errorf("%s %s: %q in %v", sheet, cellName(c+1, firstRow+r), text, width)
				}
			}
		}
	}
}

// Money has the currency's decimals, or those asked for.
func TestMoneyForm(t *testing.T) {
	for _, c := range []struct{ currency, decimals, want string }{{"NOK", "", "252.79"}, {"JPY", "", "253"}, {"KWD", "", "252.793"}, {"NOK", "4", "252.7932"}} {
		request := pencils()
		request["currency"] = c.currency
		if c.decimals != "" {
			request["decimals"] = c.decimals
		}
		f := opened(t, fileOf(t, customerAnswer(t, request, locale.English), locale.English))
		sheet, cell, _ := strings.Cut(strings.ReplaceAll(names(f)["lifetime_value"], "$", ""), "!")
		if got, err := f.GetCellValue(sheet, cell); err != nil || got != c.want {
			t.Errorf("%s: %q, want %q, %v", c.currency, got, c.want, err)
		}
	}
}

// Every text of the workbooks is known in every language: one that is not would
// show its key.
func TestTexts(t *testing.T) {
	for _, lang := range locale.Languages() {
		for _, a := range []answered{customerAnswer(t, pencils(), lang), comparisonAnswer(t, lang, pencil(), pencils()), values()} {
			_, content := parts(t, fileOf(t, a, lang))
			for name, part := range content {
				if found := key.FindString(part); found != "" {
					t.Errorf("%s: %s holds the key %s", lang, name, found)
				}
			}
		}
	}
}

var key = regexp.MustCompile(`workbook\.(work|note|title|head|check|sheet|validation|property|chart)[a-z_.]*`)

// values is an answer without formulas.
func values() answered {
	row := func(lever string, step, gain answer.Cell) answer.Record {
		return answer.Record{{Name: "lever", Value: answer.String(lever)}, {Name: "step", Value: step}, {Name: "gain", Value: gain}}
	}
	number := func(text string, unit vocabulary.Unit) answer.Cell {
		return answer.Number(decimal.RequireFromString(text), unit)
	}
	return answered{answer.Answer{Resource: "service-promise", Title: "=1+1", Tables: []answer.Table{
		answer.Fixed("levers", "row", []answer.Record{
			row("=1+1", number("0.010000", vocabulary.UnitShare), number("-24.090", vocabulary.UnitMoney)),
			row("", answer.Cell{Kind: answer.Null}, answer.Int(7)),
		}),
		answer.Fixed("summary", "row", nil),
	}}, Tables}
}

// empty is one of no rows.
func empty() answered {
	return answered{answer.Answer{Resource: "plan", Tables: []answer.Table{answer.Fixed("summary", "row", nil)}}, Tables}
}

// An answer without formulas is its tables, as values, and says so.
func TestTables(t *testing.T) {
	f := opened(t, fileOf(t, values(), locale.English))
	sheets := f.GetSheetList()
	if len(sheets) != 2 {
		t.Fatalf("sheets %v", sheets)
	}
	if got, _ := f.GetCellValue(sheets[0], "A2"); got != locale.English.Text("workbook.note.values") {
		t.Errorf("nothing says that these are values: %q", got)
	}
	for cell, want := range map[string]string{"A5": "=1+1", "B5": "0.01", "C5": "-24.09", "A6": "", "B6": "", "C6": "7"} {
		if got, _ := f.GetCellValue(sheets[0], cell, raw); got != want {
			t.Errorf("%s is %q, want %q", cell, got, want)
		}
	}
	if all := formulas(t, fileOf(t, values(), locale.English)); len(all) > 0 {
		t.Errorf("formulas among values: %v", all)
	}
	if got, _ := f.GetCellValue(sheets[0], "C5"); got != "-24.090" {
		t.Errorf("money with three decimals shows as %q", got)
	}
}
