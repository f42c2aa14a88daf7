package workbook

import (
	"cmp"
	"flag"
	"fmt"
	"html"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"blyant/internal/golden"
	"blyant/internal/locale"
)

var update = flag.Bool("update", false, "write the files under testdata anew; look at what changes, for nothing else says whether it is right")

// workbooks are those whose formulas stand in testdata, small enough to be read:
// a customer with a rate and with a curve, two against one another, and a plan
// with its customers by growth and one by one.
func workbooks(t testing.TB, lang locale.Language) map[string]answered {
	t.Helper()
	with := func(request golden.Object, more golden.Object) golden.Object {
		for name, v := range more {
			request[name] = v
			if v == nil {
				delete(request, name)
			}
		}
		return request
	}
	three := golden.Object{"horizon": "3"}
	curve := golden.Object{"horizon": "3", "period": "month", "timing": "mid", "repeat_purchase_rate": nil, "retention_curve": []any{"0.6", "0.7"},
		"basket_cap": "10.4", "add_on_rate": "0.5", "add_on_value": "3", "add_on_margin_rate": "0.6", "decimals": "3",
		"referrals_per_period": "0.1", "deterred_per_lost_customer": "0.2"}
	plan := func(request golden.Object, more golden.Object) golden.Object {
		request["scenario"], request["plan_periods"] = with(pencils(), more), "4"
		return request
	}
	return map[string]answered{
		"customer": customerAnswer(t, with(pencils(), three), lang),
		"curve":    customerAnswer(t, with(pencils(), curve), lang),
		"comparison": comparisonAnswer(t, lang, with(pencil(), three),
			with(pencils(), golden.Object{"horizon": "2", "repeat_purchase_rate": nil, "retention_curve": []any{"0.5"}})),
		"plan":      planAnswer(t, plan(shop(), three), lang),
		"plan-list": planAnswer(t, plan(shopByList(), curve), lang),
	}
}

// Every formula, name, limit of input and range of a chart is what it was. A
// change that is meant is written with go test ./internal/workbook -update, and
// read before it is kept: the spreadsheets that work it out are not part of this
// test.
func TestFormulasAreThoseOnFile(t *testing.T) {
	for name, a := range workbooks(t, locale.English) {
		got := laidOut(t, fileOf(t, a, locale.English))
		path := filepath.Join("testdata", name+".txt")
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil { // sources are for everybody to read
				t.Fatal(err)
			}
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want := string(data)
		for i, line := range strings.Split(got, "\n") {
			if expected, rest, _ := strings.Cut(want, "\n"); line != expected {
				t.Fatalf("%s, line %d:\n got %s\nwant %s", path, i+1, line, expected)
			} else {
				want = rest
			}
		}
		if want != "" {
			t.Errorf("%s has more: %.200s", path, want)
		}
	}
}

// chartRange is where a chart has a series, a name or a scale from.
var chartRange = regexp.MustCompile(`<(?:c:)?f>([^<]*)</(?:c:)?f>`)

// laidOut is all that makes a workbook work, in lines: of each sheet its limits
// of input and its formulas, then the names and what the charts show.
func laidOut(t testing.TB, file []byte) string {
	t.Helper()
	f := opened(t, file)
	partNames, content := parts(t, file)
	var out strings.Builder
	for i, sheet := range f.GetSheetList() {
		fmt.Fprintf(&out, "# sheet %d: %s\n", i+1, sheet)
		validations, err := f.GetDataValidations(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range validations {
			fmt.Fprintf(&out, "%s takes %s %s %s … %s\n", v.Sqref, v.Type, v.Operator, v.Formula1, v.Formula2)
		}
		for _, found := range formulaCell.FindAllStringSubmatch(content[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)], -1) {
			fmt.Fprintf(&out, "%s = %s\n", cmp.Or(found[2], found[1]), html.UnescapeString(found[3]))
		}
	}
	out.WriteString("# names\n")
	known := names(f)
	for _, name := range slices.Sorted(maps.Keys(known)) {
		fmt.Fprintf(&out, "%s is %s\n", name, known[name])
	}
	for _, part := range partNames {
		if !strings.HasPrefix(part, "xl/charts/chart") {
			continue
		}
		fmt.Fprintf(&out, "# %s\n", part)
		for _, found := range chartRange.FindAllStringSubmatch(content[part], -1) {
			out.WriteString(html.UnescapeString(found[1]) + "\n")
		}
	}
	return out.String()
}

// sheetInFormula is the name of a sheet before an address.
var sheetInFormula = regexp.MustCompile(`(?:'(?:[^']|'')+'|[^-\s'(),;:+*/^=<>&"!]+)!`)

// In every language the formulas are the same but for the names of the sheets and
// the words that they say.
func TestFormulasInEveryLanguage(t *testing.T) {
	bare := func(lang locale.Language) map[string]map[string]string {
		all := map[string]map[string]string{}
		for name, a := range workbooks(t, lang) {
			file := fileOf(t, a, lang)
			sheets := opened(t, file).GetSheetList()
			all[name] = formulas(t, file)
			for cell, formula := range all[name] {
				all[name][cell] = sheetInFormula.ReplaceAllStringFunc(texts.ReplaceAllString(formula, `""`), func(found string) string {
					name := strings.ReplaceAll(strings.Trim(strings.TrimSuffix(found, "!"), "'"), "''", "'")
					if i := slices.Index(sheets, name); i >= 0 {
						return fmt.Sprintf("%d!", i+1)
					}
					return "unknown!"
				})
			}
		}
		return all
	}
	want := bare(locale.English)
	for _, lang := range locale.Languages() {
		for name, got := range bare(lang) {
			if len(got) != len(want[name]) {
				t.Errorf("%s in %s has %d formulas, in English %d", name, lang, len(got), len(want[name]))
			}
			for cell, formula := range got {
				if formula != want[name][cell] {
					t.Errorf("%s in %s, %s:\n got %s\nwant %s", name, lang, cell, formula, want[name][cell])
				}
				if strings.Contains(formula, "unknown!") {
					t.Errorf("%s in %s, %s names a sheet that there is not: %s", name, lang, cell, formula)
				}
			}
		}
	}
}
