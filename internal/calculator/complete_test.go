package calculator_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"blyant/api"
	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/form"
	"blyant/internal/input"
	"blyant/internal/locale"
)

// Whoever adds a calculator is told here what it lacks: words in a language, an
// example that runs, a section of the guide, answers on file, a page or the
// statement that it has none.
func TestCalculatorsAreComplete(t *testing.T) {
	guide, err := os.ReadFile("../../docs/model.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, calc := range calculator.All() {
		t.Run(calc.Name, func(t *testing.T) {
			inWords(t, calc)
			hasExample(t, calc)
			if !strings.Contains(string(guide), "`"+calc.Path()+"`") {
				t.Errorf("docs/model.md has no section that names %s", calc.Path())
			}
			if len(questions(t, calc)) == 0 {
				t.Errorf("testdata/%s has no request: put one there and write its answer with -update", calc.Name)
			}
			hasPage(t, calc)
		})
	}
}

// The guide says of each figure of a customer how it is worked out.
func TestGuideNamesFiguresOfACustomer(t *testing.T) {
	guide, err := os.ReadFile("../../docs/model.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range figures(calculator.Named("lifetime-value")) {
		if !strings.Contains(string(guide), "`"+name+"`") {
			t.Errorf("docs/model.md does not say how %s is worked out", name)
		}
	}
}

// inWords looks for the words of everything that the calculator names, in every
// language.
func inWords(t *testing.T, calc *calculator.Calculator) {
	names := map[string]bool{calc.Name: true}
	for _, f := range calc.Request.Fields {
		names[f.Name] = true
	}
	for _, m := range calc.Request.Members {
		for _, f := range m.Fields {
			names[f.Name] = true
		}
	}
	for _, s := range append(calc.Sections, calc.Tables...) {
		named(names, s)
	}
	for _, l := range locale.Languages() {
		for name := range names {
			if l.Label(name) == name {
				t.Errorf("%s: %s is called nothing", l, name)
			}
		}
		for _, name := range append([]string{calc.Name}, figures(calc)...) {
			if l.Meaning(name) == "" {
				t.Errorf("%s: %s means nothing", l, name)
			}
		}
	}
}

// named gathers the names of a section that a reader may see.
func named(names map[string]bool, s answer.Section) {
	names[s.Name] = true
	for _, c := range s.Columns {
		names[c.Name] = true
	}
	for _, inner := range s.Sections {
		named(names, inner)
	}
}

func figures(calc *calculator.Calculator) []string {
	var names []string
	for _, f := range calc.Figures.All() {
		names = append(names, f.Name)
	}
	return names
}

// hasExample runs the examples of the calculator by GET and POST.
func hasExample(t *testing.T, calc *calculator.Calculator) {
	found := false
	for _, e := range calculator.Examples() {
		if e.Resource != calc.Path() {
			continue
		}
		found = true
		request := calc.NewRequest()
		if faults := input.FromJSON(calc.Request, e.Request, input.Dialect{}, request); len(faults) > 0 && !strings.Contains(string(e.Request), `"word"`) {
			t.Errorf("the example %s: %v", e.Name, faults)
		}
		if calc.Limits.PostOnly {
			if _, err := calc.Answer(context.Background(), request, locale.English); err != nil {
				t.Errorf("the example %s: %v", e.Name, err)
			}
			continue
		}
		request = calc.NewRequest()
		if faults := input.FromParams(calc.Request, e.Query(locale.English), input.Dialect{Said: true}, request); len(faults) > 0 {
			t.Errorf("the example %s as a query: %v", e.Name, faults)
			continue
		}
		if _, err := calc.Answer(context.Background(), request, locale.English); err != nil {
			t.Errorf("the example %s: %v", e.Name, err)
		}
	}
	if !found {
		t.Errorf("there is no example for %s", calc.Path())
	}
}

// hasPage asks for the page of the calculator, or for why there is none.
func hasPage(t *testing.T, calc *calculator.Calculator) {
	if calc.Page == "" {
		if calc.WithoutPage == "" {
			t.Error("it has neither a page nor a word on why there is none")
		}
		return
	}
	page, known := form.PageAt(calc.Page)
	answers := false
	for _, path := range page.Answers {
		answers = answers || path == calc.Path()
	}
	if !known || !answers {
		t.Errorf("%s is no page that shows its answers", calc.Page)
	}
	w := httptest.NewRecorder()
	api.New(api.Config{}).ServeHTTP(w, httptest.NewRequest(http.MethodGet, calc.Page, nil))
	if w.Code != http.StatusOK {
		t.Errorf("%s answers %d", calc.Page, w.Code)
	}
}

// Every figure with an address is one that the answer holds, or the gain of a
// lever, and is found by it.
func TestFiguresHaveAddresses(t *testing.T) {
	h := api.New(api.Config{})
	for _, e := range calculator.Examples() {
		calc := calculator.At(e.Resource)
		for _, name := range figures(calc) {
			w := httptest.NewRecorder()
			h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, e.Resource+"/"+name+"?"+e.Query(locale.English).Encode(), nil))
			if w.Code != http.StatusOK || w.Body.Len() == 0 {
				t.Errorf("%s/%s of %s: %d %s", e.Resource, name, e.Name, w.Code, w.Body)
			}
		}
	}
}
