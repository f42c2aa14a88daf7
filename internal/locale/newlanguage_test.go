package locale_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"blyant/internal/locale"
)

// TestNewLanguage adds two languages that nobody speaks as docs/contributing.md
// says, each a row and a catalogue, builds the command with these and nothing
// else, and asks it for everything that has words or numbers.
func TestNewLanguage(t *testing.T) {
	overlay := overlayOf(t, newLanguages(t))
	address := served(t, overlay)
	for _, c := range newLanguageCases {
		answer, language := ask(t, address+c.path, c.header...)
		for _, want := range c.has {
			if !strings.Contains(string(answer), want) {
				t.Errorf("%s: %q is not in %.500q", c.name, want, answer)
			}
		}
		if language != c.in {
			t.Errorf("%s: the answer is in %q, wanted %q", c.name, language, c.in)
		}
	}
	checkWorkbook(t, address)
	checkDocuments(t, overlay)
}

// A customer as one types it with a decimal comma, and with a point.
const (
	withCommas = "acquisition_cost=1250,50&basket_value=1200&repeat_purchase_rate=87,5%25&margin_rate=0,4&horizon=10"
	withPoints = "acquisition_cost=1250.50&basket_value=1200&repeat_purchase_rate=87.5%25&margin_rate=0.4&horizon=10"
)

// newLanguageCases ask in qps, whose words are English ones with a letter before
// them, and in qpz, which has one word of its own.
var newLanguageCases = []struct {
	name, path string
	header     []string
	in         string   // language of the answer
	has        []string // texts of the answer
}{
	{"another tag", "/v1/lifetime-value?lang=qpt&format=csv&dialect=excel&" + withCommas, nil, "qps", []string{"\ufeffŧPeriod;"}},
	{"the header", "/v1/lifetime-value?acquisition_cost=50&basket_value=1200&repeat_purchase_rate=0.9", []string{"Accept-Language", "qps-XX, nb;q=0.9"}, "qps", []string{`"message":"ŧ`}},
	{"the header's other tag", "/v1/examples", []string{"Accept-Language", "qpt, en;q=0.5"}, "qps", []string{`"title":"ŧOne pencil or ten years of pencils"`, `"name":"ŧOne pencil"`}},
	{"a fault", "/v1/lifetime-value?lang=qps&basket_value=-1", nil, "qps", []string{`"title":"ŧ`, `ŧ-1 is outside the range`}},
	{"no language", "/v1/lifetime-value?lang=qpu&" + withPoints, nil, "en", []string{"choices: en, ", ", qps, qpt, qpz.", "not_a_choice"}},
	{"the vocabulary", "/v1/vocabulary", nil, "en", []string{`"choices":["en",`, `,"qps","qpt","qpz"]`, `"qps":"ŧHorizon","qpz":"Until when"`, `"qps":"How many periods`}},
	{"the vocabulary as a table", "/v1/vocabulary?format=csv", nil, "en", []string{",label_qps,label_qpz,", ",meaning_qps,meaning_qpz\n"}},
	{"a file for Excel with commas", "/v1/lifetime-value?lang=qps&format=csv&dialect=excel&table=summary&" + withCommas, nil, "qps", []string{"\ufeffŧ", ";ŧ", "\r\n7074,47;2829,79;"}},
	{"a file for Excel with points", "/v1/lifetime-value?lang=qpz&format=csv&dialect=excel&table=summary&" + withPoints, nil, "qpz", []string{"\ufeffLifetime revenue,", "\r\n7074.47,2829.79,"}},
	{"a comma where there is none", "/v1/lifetime-value?lang=qpz&" + withCommas, nil, "qpz", []string{`"hint":"decimal=comma"`}},
	{"the chart with commas", "/v1/lifetime-value?lang=qps&format=svg&" + withCommas, nil, "qps", []string{`lang="qps"`, ">ŧ", "1\u202f000"}},
	{"the chart with points", "/v1/lifetime-value?lang=qpz&format=svg&" + withPoints, nil, "qpz", []string{`lang="qpz"`, "1’000", "1’579.29"}},
	{"the page with commas", "/?lang=qps&" + withCommas, nil, "qps", []string{
		`<html lang="qps">`, `data-mark="," data-percent="%"`, `>Kvasi</a>`, `>Norsk</a>`, "ŧWhat is a customer worth?", `value="87,5"`,
		"Kr</", "KNUMBER(KWEB(", `; &#34;en_US&#34;`, "decimal=comma&amp;lang=qps&amp;format=csv&amp;dialect=excel"}},
	{"the page with points", "/?lang=qpz&" + withPoints, nil, "qpz", []string{
		`<html lang="qpz">`, `data-mark="." data-percent="` + "\u00a0%" + `"`, "What is a customer worth?", "Until when", "with the 3th order", "1’580\u00a0kn</strong>",
		`, &#34;en_US&#34;`, "decimal=point&amp;lang=qpz&amp;format=csv&amp;dialect=excel"}},
	{"numbers as they are written", "/?lang=qps&decimal=comma&" + withCommas, nil, "qps", []string{`value="1` + "\u202f" + `250,50"`, `value="40"`}},
	{"euros before the amount", "/?lang=qps&currency=EUR&" + withCommas, nil, "qps", []string{"<strong>€1\u202f580</strong>"}},
	{"euros behind it", "/?lang=qpz&currency=EUR&" + withPoints, nil, "qpz", []string{"<strong>1’580\u00a0€</strong>"}},
	{"another page", "/plan", []string{"Accept-Language", "qps"}, "qps", []string{`<html lang="qps">`, ">ŧ"}},
}

// checkWorkbook looks for the language and its words in an XLSX file.
func checkWorkbook(t *testing.T, address string) {
	t.Helper()
	book, _ := ask(t, address+"/v1/lifetime-value?lang=qps&format=xlsx&"+withCommas)
	archive, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatalf("%v: %.300q", err, book)
	}
	var parts strings.Builder
	for _, file := range archive.File {
		part, err := file.Open()
		if err == nil {
			_, err = io.Copy(&parts, part)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{"<dc:language>qps</dc:language>", `<sheet name="ŧ`, ">ŧBasket value<", ">ŧPayback time<", "1\u202f000\u202f000\u202f000\u202f000"} {
		if !strings.Contains(parts.String(), want) {
			t.Errorf("the workbook has no %q", want)
		}
	}
}

// checkDocuments writes the documents anew, as go generate does.
func checkDocuments(t *testing.T, overlay string) {
	t.Helper()
	folder := t.TempDir()
	for _, step := range []string{"tool swag init -q -d api/blyant,api,model -o ", "run -overlay " + overlay + " ./internal/openapi/generate "} {
		command := exec.Command("go", strings.Fields(step+folder)...)
		command.Dir = "../.."
		if out, err := command.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	var document struct {
		Components struct {
			Schemas map[string]struct {
				Properties map[string]any
				Required   []string
			}
		}
	}
	text := read(t, filepath.Join(folder, "openapi.json"))
	if err := json.Unmarshal([]byte(text), &document); err != nil {
		t.Fatal(err)
	}
	words := document.Components.Schemas["Words"]
	if len(words.Properties) != len(locale.Languages())+2 || !slices.Contains(words.Required, "qps") {
		t.Errorf("words are documented in %v", words)
	}
	for _, want := range []string{"qpt is qps", " and qps also let numbers", `"qpt"`} {
		if !strings.Contains(text, want) {
			t.Errorf("the documents do not say %q", want)
		}
	}
}
