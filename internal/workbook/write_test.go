package workbook

import (
	"bytes"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"blyant/internal/answer"
	"blyant/internal/golden"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// The same answer is the same file, byte for byte, and its parts are sorted.
func TestSameBytes(t *testing.T) {
	for _, lang := range locale.Languages() {
		for _, a := range []answered{customerAnswer(t, pencils(), lang), comparisonAnswer(t, lang, pencil(), pencils()), empty()} {
			first := fileOf(t, a, lang)
			for range 5 {
				if !bytes.Equal(first, fileOf(t, a, lang)) {
					t.Fatalf("%s: two files differ", a.Resource)
				}
			}
			names, content := parts(t, first)
			if !slices.IsSorted(names) {
				t.Errorf("parts are not sorted: %v", names)
			}
			children := contentType.FindAllString(content[contentTypes], -1)
			if len(children) < 5 || !slices.IsSorted(children) {
				t.Errorf("content types are not sorted: %v", children)
			}
		}
	}
}

// classic are the functions used: all are in Excel 2007, in LibreOffice and in
// Google Sheets.
var classic = strings.Fields("ABS AND CHOOSE DATE DAY MOD MONTH NOT YEAR COUNT COUNTA EXACT EXP FIND IF INDEX INT ISBLANK ISNUMBER ISTEXT LEN LN MATCH MAX MIN N OR " +
	"ROUND ROUNDUP ROW SIGN SUBSTITUTE SUM SUMIF SUMPRODUCT")

var (
	texts     = regexp.MustCompile(`"(?:[^"]|"")*"`)
	functions = regexp.MustCompile(`([A-Z][A-Z0-9.]*)\(`)
)

// Every formula keeps to classic functions and to the limits of spreadsheets: 255
// characters in a text, 8,192 in a formula.
func TestFormulasAreClassic(t *testing.T) {
	used := map[string]bool{}
	for _, lang := range locale.Languages() {
		curve := pencils()
		delete(curve, "repeat_purchase_rate")
		curve["retention_curve"], curve["basket_cap"] = []any{"0.6", "0.7"}, "15"
		for _, a := range []answered{customerAnswer(t, curve, lang), comparisonAnswer(t, lang, pencil(), pencils())} {
			all := formulas(t, fileOf(t, a, lang))
			if len(all) < 150 {
				t.Fatalf("only %d formulas", len(all))
			}
			for cell, formula := range all {
				for _, text := range texts.FindAllString(formula, -1) {
					if len(text) > 257 {
						t.Errorf("%s: a text of %d bytes", cell, len(text))
					}
				}
				if len(formula) > 8192 {
					t.Errorf("%s: a formula of %d bytes", cell, len(formula))
				}
				for _, f := range functions.FindAllStringSubmatch(texts.ReplaceAllString(formula, ""), -1) {
					used[f[1]] = true
					if !slices.Contains(classic, f[1]) {
						t.Errorf("%s: %s is not a classic function", cell, f[1])
					}
				}
			}
		}
	}
	if len(used) < 20 {
		t.Errorf("only %d functions were seen", len(used))
	}
}

// Every field and figure has its name, and every figure's cell a formula whose
// cached value is the answer's own.
func TestNamesAndCachedValues(t *testing.T) {
	for i, c := range golden.Read[goldenCase](t, "lifetime_value.json", 186)[:30] {
		if i%2 > 0 {
			continue
		}
		a := customerAnswer(t, c.Request, locale.English)
		f := opened(t, fileOf(t, a, locale.English))
		known := names(f)
		for _, field := range model.ScenarioFields() {
			if known[field.Name] == "" {
				t.Errorf("case %d: no cell is called %s", i, field.Name)
			}
		}
		for _, figure := range model.SummaryFigures() {
			sheet, cell, _ := strings.Cut(strings.ReplaceAll(known[figure.Name], "$", ""), "!")
			formula, err := f.GetCellFormula(sheet, cell)
			if err != nil || formula == "" {
				t.Fatalf("case %d: %s has no formula: %v", i, figure.Name, err)
			}
			value, err := f.GetCellValue(sheet, cell, raw)
			if err != nil {
				t.Fatal(err)
			}
			want, given := c.Summary[figure.Name] // the older cases lack some
			if given && (want == nil && value != "" || want != nil && !sameNumber(value, want)) {
				t.Errorf("case %d: %s is cached as %q, want %v", i, figure.Name, value, want)
			}
		}
	}
}

func sameNumber(got string, want any) bool {
	x, err := strconv.ParseFloat(got, 64)
	text, _ := want.(string)
	y := decimal.RequireFromString(text).InexactFloat64()
	return err == nil && math.Abs(x-y) <= 1e-15*math.Abs(y) // what a cell can hold
}

// Every cell of the schedule is a formula with the answer's value cached.
func TestScheduleIsFormulas(t *testing.T) {
	a := customerAnswer(t, pencils(), locale.Norwegian)
	f := opened(t, fileOf(t, a, locale.Norwegian))
	sheet := f.GetSheetList()[3]
	table, _ := a.Table("schedule")
	for r, row := range table.Records() {
		for c, member := range row {
			want, _ := answer.CellOf(member.Value)
			cell := cellName(periodColumn+r, firstRow+1+c)
			formula, err := f.GetCellFormula(sheet, cell)
			if err != nil || formula == "" {
				t.Fatalf("%s has no formula: %v", cell, err)
			}
			if got, _ := f.GetCellValue(sheet, cell, raw); !sameNumber(got, want.String()) {
				t.Errorf("%s is cached as %s, want %s", cell, got, want.String())
			}
		}
	}
}

// What a customer is called is never part of a formula.
func TestNamesAreNoFormulas(t *testing.T) {
	for _, name := range []string{"=1+1", "+x", "-x", "@x", `"=2+2"`, "\t=1", "'", "A1", "]x[", "<&>", "\x01\x1f", "\ufffe"} {
		compared, one := comparisonAnswer(t, locale.English, pencil(), pencils()), customerAnswer(t, pencils(), locale.English)
		r := compared.Result.(*model.ComparisonResult)
		r.Scenarios[1].Scenario.Name, r.Names[1], r.Comparison[1].Name = name, name, name
		one.Result.(*model.Result).Scenario.Name = name // a request may not hold all of these
		for cell, formula := range formulas(t, fileOf(t, compared, locale.English)) {
			if len(name) > 2 && strings.Contains(formula, name) {
				t.Errorf("%s holds the name %q: %s", cell, name, formula)
			}
		}
		f := opened(t, fileOf(t, one, locale.English))
		sheet, cell, _ := strings.Cut(strings.ReplaceAll(names(f)["name"], "$", ""), "!")
		formula, _ := f.GetCellFormula(sheet, cell)
		value, _ := f.GetCellValue(sheet, cell)
		if formula != "" || value != strings.Map(shown, name) {
			t.Errorf("the name %q is %q with the formula %q", name, value, formula)
		}
	}
}

// shown is what a letter that XML cannot hold is written as.
func shown(r rune) rune {
	if r < ' ' && r != '\t' && r != '\n' || r == '\ufffe' {
		return '\ufffd'
	}
	return r
}

// In a comparison every name is a row of the customers' cells.
func TestComparisonNames(t *testing.T) {
	f := opened(t, fileOf(t, comparisonAnswer(t, locale.English, pencil(), pencils(), unnamed()), locale.English))
	known := names(f)
	sheets := f.GetSheetList()
	if len(sheets) != 7 {
		t.Fatalf("sheets: %v", sheets)
	}
	across := func(sheet, name string) string {
		return sheet + "!$D$" + rowOf(known[name]) + ":$F$" + rowOf(known[name])
	}
	for _, field := range model.ScenarioFields() {
		if field.Kind != vocabulary.KindNumbers && known[field.Name] != across(sheets[1], field.Name) {
			t.Errorf("%s is %q", field.Name, known[field.Name])
		}
	}
	for _, figure := range append(model.SummaryFigures(), model.ComparisonFigures()...) {
		if known[figure.Name] != across(sheets[2], figure.Name) {
			t.Errorf("%s is %q", figure.Name, known[figure.Name])
		}
	}
}

func rowOf(address string) string { return address[strings.LastIndex(address, "$")+1:] }

func unnamed() golden.Object {
	r := pencil()
	r["name"] = ""
	return r
}
