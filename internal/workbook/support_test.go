package workbook

import (
	"archive/zip"
	"bytes"
	"html"
	"io"
	"regexp"
	"testing"

	"blyant/internal/answer"
	"blyant/internal/golden"
	"blyant/internal/locale"

	"github.com/xuri/excelize/v2"
)

type goldenCase struct {
	Request  golden.Object
	Summary  golden.Object
	Schedule []golden.Object
}

// Book writes an answer as a workbook.
type Book = func(answer.Answer, locale.Language) ([]byte, error)

// Asked is the answer of a calculator to a request in the form of the golden
// cases, and how it is written as a workbook.
var Asked func(t testing.TB, calculator string, request golden.Object, lang locale.Language) (answer.Answer, Book)

// answered is an answer that knows its workbook.
type answered struct {
	answer.Answer
	book Book
}

func ask(t testing.TB, calculator string, request golden.Object, lang locale.Language) answered {
	t.Helper()
	a, book := Asked(t, calculator, request, lang)
	return answered{a, book}
}

func customerAnswer(t testing.TB, request golden.Object, lang locale.Language) answered {
	t.Helper()
	return ask(t, "lifetime-value", request, lang)
}

func comparisonAnswer(t testing.TB, lang locale.Language, requests ...golden.Object) answered {
	t.Helper()
	return ask(t, "comparison", golden.Object{"scenarios": requests}, lang)
}

// pencils buys pencils for ten years, as in the specification.
func pencils() golden.Object {
	return golden.Object{
		"name": "Ten years of pencils", "acquisition_cost": "50", "basket_value": "10", "margin_rate": "0.4", "orders_per_period": "12",
		"repeat_purchase_rate": "0.9", "basket_growth_rate": "0.05", "service_cost_per_order": "0.5", "annual_discount_rate": "0.08",
	}
}

// pencil buys one.
func pencil() golden.Object {
	return golden.Object{"name": "One pencil", "acquisition_cost": "50", "basket_value": "10", "margin_rate": "0.4", "repeat_purchase_rate": "0"}
}

func fileOf(t testing.TB, a answered, lang locale.Language) []byte {
	t.Helper()
	file, err := a.book(a.Answer, lang)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// opened reads a workbook back.
func opened(t testing.TB, file []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// parts returns the parts of the file in their order.
func parts(t testing.TB, file []byte) (names []string, content map[string]string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	content = map[string]string{}
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, part.Name)
		content[part.Name] = string(data)
		if got := part.Modified.UTC().Format("2006-01-02"); got != written[:10] {
			t.Errorf("%s is dated %s", part.Name, got)
		}
	}
	return names, content
}

// formulaCell is a cell with a formula of its own, or the first of those that
// share one.
var formulaCell = regexp.MustCompile(`<c r="([A-Z]+[0-9]+)"[^>]*><f(?: t="shared" ref="([A-Z0-9:]+)" si="[0-9]+")?>([^<]*)</f>`)

// formulas returns every formula of the workbook by the part and cell it is in.
func formulas(t testing.TB, file []byte) map[string]string {
	t.Helper()
	all := map[string]string{}
	_, content := parts(t, file)
	for name, part := range content {
		for _, found := range formulaCell.FindAllStringSubmatch(part, -1) {
			all[name+" "+found[1]] = html.UnescapeString(found[3])
		}
	}
	return all
}

// names returns what the defined names refer to; those of a sheet are under
// "sheet!name".
func names(f *excelize.File) map[string]string {
	all := map[string]string{}
	for _, d := range f.GetDefinedName() {
		name := d.Name
		if d.Scope != "" && d.Scope != "Workbook" {
			name = d.Scope + "!" + name
		}
		all[name] = d.RefersTo
	}
	return all
}
