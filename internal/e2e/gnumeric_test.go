//go:build e2e

package e2e

import (
	"blyant/internal/golden"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestGnumeric works workbooks of the reference plans of at most 60 periods and of
// the reference comparisons out in Gnumeric, as they come and after changed inputs,
// a longer plan among them: a share of them, which BLYANT_GNUMERIC=all makes all.
func TestGnumeric(t *testing.T) {
	s := &spreadsheet{t: t, server: serve(t)}
	compared, langs := 0, []string{"en", "nb", "da", "sv"}
	for _, source := range []struct {
		file string
		most int
	}{{"plan.json", 30}, {"plan_more.json", 60}, {"plan_third.json", 50}} {
		for i, c := range golden.Read[planCase](t, source.file, source.most) {
			if c.Request["plan_periods"].(float64) > 60 || !everyOr(i, 17) {
				continue
			}
			compared++
			x := s.sample(t, fmt.Sprintf("%s-%d", source.file, i), "plan", langs[i%4], c.Request)
			recalculatedByGnumeric(t, s, x)
			recalculatedByGnumeric(t, s, x.changed(t, func(write func(place, any)) golden.Object {
				p := changeable(c.Request, x.lang, write)
				p.changeThree(i)
				return p.request
			}))
		}
	}
	for i, c := range golden.Read[comparisonCase](t, "comparison.json", 41) {
		if !everyOr(i, 17) {
			continue
		}
		compared++
		x := s.sample(t, fmt.Sprintf("comparison-%d", i), "comparison", langs[i%4], c.Request)
		recalculatedByGnumeric(t, s, x)
		recalculatedByGnumeric(t, s, x.changed(t, func(write func(place, any)) golden.Object {
			changeComparison(c.Request, write)
			return c.Request
		}))
	}
	for i, c := range golden.Read[lifetimeCase](t, "lifetime_value.json", 186) {
		if i%23 == 0 {
			recalculatedByGnumeric(t, s, s.sample(t, fmt.Sprintf("lifetime-value-%d", i), "lifetime-value", langs[i%4], c.Request))
		}
	}
	t.Logf("%d plans and comparisons, each twice", compared)
	if compared < 8 {
		t.Errorf("only %d workbooks are compared", compared)
	}
}

// everyOr reports whether case i is one of every n, or all are wanted.
func everyOr(i, n int) bool { return i%n == 3 || os.Getenv("BLYANT_GNUMERIC") == "all" }

// sample is the workbook of an answer on disk.
func (s *spreadsheet) sample(t *testing.T, name, path, lang string, request golden.Object) engineSample {
	t.Helper()
	x := engineSample{name: name, path: path, lang: lang, request: request, file: filepath.Join(t.TempDir(), name+".xlsx")}
	must(t, os.WriteFile(x.file, s.post("/v1/"+path+"?format=xlsx&decimal=point&lang="+lang, request), 0o600))
	return x
}

// changed is the sample with other inputs in its cells.
func (x engineSample) changed(t *testing.T, change func(write func(place, any)) golden.Object) engineSample {
	t.Helper()
	book, err := excelize.OpenFile(x.file)
	must(t, err)
	x.request = change(func(at place, value any) {
		t.Helper()
		sheet, cell := cellOf(t, book, at)
		must(t, book.SetCellValue(sheet, cell, value))
	})
	x.name = fmt.Sprintf("%s with %v", x.name, x.request)
	x.file = strings.TrimSuffix(x.file, ".xlsx") + "-changed.xlsx"
	must(t, book.SaveAs(x.file))
	must(t, book.Close())
	return x
}

// cellOf is the cell of a name of the whole workbook.
func cellOf(t *testing.T, book *excelize.File, at place) (sheet, cell string) {
	t.Helper()
	for _, name := range book.GetDefinedName() {
		if name.Name != at.Ref || name.Scope != "Workbook" {
			continue
		}
		sheet, cells, _ := strings.Cut(strings.ReplaceAll(name.RefersTo, "$", ""), "!")
		first, _, _ := strings.Cut(cells, ":")
		column, row, err := excelize.CellNameToCoordinates(first)
		must(t, err)
		cell, err := excelize.CoordinatesToCellName(column+at.Column, row+at.Row)
		must(t, err)
		return strings.Trim(sheet, "'"), cell
	}
	t.Fatalf("no cell is called %s", at.Ref)
	return "", ""
}

// recalculatedByGnumeric works a workbook out anew in Gnumeric and compares the
// figures, which stand on the third sheet beside their names.
func recalculatedByGnumeric(t *testing.T, s *spreadsheet, x engineSample) {
	t.Helper()
	tables := gnumeric(t, x.file)
	want := figuresFor(t, s, x)
	found := 0
	for n, table := range tables {
		for r, row := range table {
			for c, text := range row {
				if len(text) > 2 && text[0] == '#' && text[1] >= 'A' && text[1] <= 'Z' {
					t.Fatalf("%s: sheet %d, row %d, column %d is %s", x.name, n+1, r+1, c+1, text)
				}
			}
			if n != 2 || len(row) < 4 {
				continue
			}
			name := row[2][strings.LastIndex(row[2], "!")+1:]
			for i, figures := range want {
				if value, is := figures[name]; is {
					found++
					if !near(row[3+i], value) {
						t.Errorf("%s: %s of %d is %s, want %v", x.name, name, i+1, row[3+i], value)
					}
				}
			}
		}
	}
	if found < 12*len(want) {
		t.Errorf("%s: only %d figures are found", x.name, found)
	}
}

// near reports whether Gnumeric, which writes all its digits, has a figure.
func near(got string, want any) bool {
	if want == nil || got == "" {
		return want == nil && got == ""
	}
	a, one := strconv.ParseFloat(got, 64)
	b, other := strconv.ParseFloat(fmt.Sprint(want), 64)
	return one == nil && other == nil && math.Abs(a-b) <= 1e-9+1e-13*math.Abs(b)
}

// gnumeric recalculates a workbook and returns the cells of its sheets.
func gnumeric(t *testing.T, file string) [][][]string {
	t.Helper()
	to := strings.TrimSuffix(file, ".xlsx") + ".csv"
	cmd := exec.Command("ssconvert", "--recalc", "-S", file, to)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("Gnumeric: %v: %s", err, out)
	}
	var tables [][][]string
	for i := 0; ; i++ {
		f, err := os.Open(to + "." + strconv.Itoa(i))
		if err != nil {
			break
		}
		reader := csv.NewReader(f)
		reader.FieldsPerRecord = -1
		table, err := reader.ReadAll()
		must(t, err)
		must(t, f.Close())
		tables = append(tables, table)
	}
	if len(tables) != 7 {
		t.Fatalf("%s has %d sheets", file, len(tables))
	}
	return tables
}

// figuresFor are the figures of the API's own answer, for each customer.
func figuresFor(t *testing.T, s *spreadsheet, x engineSample) []golden.Object {
	t.Helper()
	answer := decode(t, s.post("/v1/"+x.path, x.request))
	if answer["summary"] != nil {
		return []golden.Object{figuresOf(answer["summary"])}
	}
	var all []golden.Object
	scenarios, _ := answer["scenarios"].([]any)
	rows, _ := answer["comparison"].([]any)
	for i, scenario := range scenarios {
		figures := figuresOf(rows[i])
		for name, value := range figuresOf(scenario.(golden.Object)["summary"]) {
			figures[name] = value
		}
		all = append(all, figures)
	}
	return all
}
