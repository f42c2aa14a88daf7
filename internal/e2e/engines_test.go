//go:build e2e

package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
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

// TestEngines wants no error from Microsoft's Open XML SDK and from exceljs.
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
