//go:build e2e

package e2e

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"blyant/internal/golden"
)

// engineSamples are workbooks of every kind: each is opened by engines that
// nobody here wrote.
func engineSamples(t *testing.T) []engineSample {
	var all []engineSample
	add := func(path, lang string, request golden.Object) {
		all = append(all, engineSample{name: fmt.Sprintf("%s-%d", path, len(all)), path: path, lang: lang, request: request})
	}
	langs := []string{"en", "nb", "da", "sv"}
	for i, c := range golden.Read[lifetimeCase](t, "lifetime_value.json", 186) {
		if i%23 == 0 {
			add("lifetime-value", langs[i%4], c.Request)
		}
	}
	for i, c := range golden.Read[comparisonCase](t, "comparison.json", 41) {
		if i%14 == 0 {
			add("comparison", langs[i%4], c.Request)
		}
	}
	for i, c := range golden.Read[planCase](t, "plan.json", 30) {
		if i%6 == 0 {
			add("plan", langs[i%4], c.Request)
		}
	}
	for i, c := range slices.Concat(golden.Read[planCase](t, "plan_more.json", 60), golden.Read[planCase](t, "plan_third.json", 50)) {
		if i%11 == 0 && c.Request["plan_periods"].(float64) <= 60 {
			add("plan", langs[i%4], c.Request)
		}
	}
	return all
}

type engineSample struct {
	name, path, lang string
	request          golden.Object
	file             string
}

// TestEngines wants no error from Microsoft's Open XML SDK and from exceljs, and
// from Gnumeric no error value and the figures of the API.
func TestEngines(t *testing.T) {
	s := &spreadsheet{t: t, server: serve(t)}
	samples, folder := engineSamples(t), t.TempDir()
	var files []string
	for i := range samples {
		x := &samples[i]
		x.file = filepath.Join(folder, x.name+".xlsx")
		must(t, os.WriteFile(x.file, s.post("/v1/"+x.path+"?format=xlsx&lang="+x.lang, x.request), 0o600))
		files = append(files, x.file)
	}
	t.Run("OpenXMLSDK", func(t *testing.T) { validated(t, files) })
	t.Run("exceljs", func(t *testing.T) { readByExcelJS(t, files) })
	t.Run("Gnumeric", func(t *testing.T) {
		for _, x := range samples {
			recalculatedByGnumeric(t, s, x)
		}
	})
}

// packages is where the npm packages are.
func packages(t *testing.T) string {
	t.Helper()
	folder := os.Getenv("BLYANT_NPM")
	if folder == "" {
		t.Fatal("BLYANT_NPM does not say where the npm packages are: see .ci/run")
	}
	return folder
}

// validated runs the validator of the Open XML SDK over the files.
func validated(t *testing.T, files []string) {
	for _, file := range files {
		out, err := exec.Command(filepath.Join(packages(t), "node_modules/.bin/ooxml-validator"), file).CombinedOutput()
		var report struct {
			OK     bool
			Errors []json.RawMessage
		}
		if wrong := json.Unmarshal(out, &report); wrong != nil {
			t.Fatalf("%v, %v: %s", err, wrong, out)
		}
		if !report.OK || len(report.Errors) > 0 {
			t.Errorf("%s: %s", filepath.Base(file), out)
		}
	}
}

// readerScript reads workbooks and says what it found, a line for each: sheets,
// cells, names, errors.
const readerScript = `
const ExcelJS = require('exceljs');
(async () => {
  for (const file of process.argv.slice(1)) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    let cells = 0, formulas = 0;
    book.eachSheet(s => s.eachRow(r => r.eachCell(c => { cells++; if (c.formula) formulas++; })));
    console.log(JSON.stringify({creator: book.creator, title: book.title, sheets: book.worksheets.length, cells, formulas,
      extent: book.worksheets.map(s => s.actualRowCount > 0), names: book.definedNames.model.length}));
  }
})().catch(e => { console.error(e); process.exit(1); });
`

// readByExcelJS reads the files with exceljs.
func readByExcelJS(t *testing.T, files []string) {
	cmd := exec.Command("node", append([]string{"-e", readerScript, "--"}, files...)...)
	cmd.Env = append(os.Environ(), "NODE_PATH="+filepath.Join(packages(t), "node_modules"))
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(lines) != len(files) {
		t.Fatalf("%d files are read of %d: %s", len(lines), len(files), out)
	}
	for i, line := range lines {
		var book struct {
			Creator, Title                 string
			Sheets, Cells, Formulas, Names int
		}
		must(t, json.Unmarshal([]byte(line), &book))
		if book.Creator != "blyant" || book.Title == "" || book.Sheets != 7 || book.Formulas < 2000 || book.Names < 25 {
			t.Errorf("%s is read as %s", filepath.Base(files[i]), line)
		}
	}
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
