package api

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"blyant/internal/calculator"
	"blyant/internal/form"
)

// A page that has not changed is answered with the headers of the page, since a
// browser takes them over: with the policy of other answers it would show
// neither style nor script.
func TestUnchangedPageKeepsItsHeaders(t *testing.T) {
	h := New(Config{})
	for _, target := range []string{"/", "/?lang=sv", value + "?format=html&" + pencil, "/service-promise", "/programmes?lang=da", "/plan"} {
		first := call(t, h, http.MethodGet, target, "", "Accept-Encoding", "gzip")
		again := call(t, h, http.MethodGet, target, "", "Accept-Encoding", "gzip", "If-None-Match", first.Header().Get("ETag"))
		if first.Code != http.StatusOK || again.Code != http.StatusNotModified || again.Body.Len() > 0 {
			t.Errorf("%s: %d, then %d with %d bytes", target, first.Code, again.Code, again.Body.Len())
		}
		for _, name := range []string{"Content-Security-Policy", "Cache-Control", "Vary", "ETag", "Content-Language"} {
			if first.Header().Get(name) != again.Header().Get(name) || first.Header().Get(name) == "" {
				t.Errorf("%s: %s is %q, then %q", target, name, first.Header().Get(name), again.Header().Get(name))
			}
		}
		if got := first.Header().Get("Content-Security-Policy"); got != policyOfPages {
			t.Errorf("%s: the policy is %s", target, got)
		}
	}
}

func TestPageOfFaults(t *testing.T) {
	h := New(Config{})
	for target, anchor := range map[string]string{
		"/?lang=nb&one.basket_value=x&two.basket_value=1":                                                     "#one.basket_value",
		"/?acquisition_cost=5&basket_value=1&repeat_purchase_rate=2":                                          "#repeat_purchase_rate",
		"/?acquisition_cost=5&basket_value=1&lang=klingon&a.horizon=3":                                        "#repeat_purchase_rate",
		"/?a.name=A&b.name=A&a.acquisition_cost=1&b.acquisition_cost=1&basket_value=1&repeat_purchase_rate=0": "#b.name",

		"/service-promise?exceeded_share=1&met_share=1&missed_share=1":                                   "#exceeded_share",
		"/programmes?acquisition_cost=1&basket_value=1&repeat_purchase_rate=0":                           "#one.name",
		"/programmes?acquisition_cost=1&basket_value=1&repeat_purchase_rate=0&x.orders_change=-1":        "#x.orders_change",
		"/plan?plan_periods=0&lang=nb":                                                                   "#plan_periods",
		"/plan?acquisition_cost=1&basket_value=1&repeat_purchase_rate=0&plan_periods=5&opening_cash=1e9": "#opening_cash",
	} {
		w := call(t, h, http.MethodGet, target, "")
		if w.Code != http.StatusUnprocessableEntity || w.Header().Get("Content-Type") != "text/html; charset=utf-8" ||
			w.Header().Get("Cache-Control") != cacheNothing || w.Header().Get("ETag") != "" {
			t.Errorf("%s: %d %v", target, w.Code, w.Header())
		}
		if !strings.Contains(w.Body.String(), `<a href="`+anchor+`">`) {
			t.Errorf("%s does not lead to %s", target, anchor)
		}
	}
}

// What is wrong beyond the form is a problem, as everywhere; so is what is wrong
// with a resource that is asked for as a page.
func TestPageThatCannotBe(t *testing.T) {
	h := New(Config{})
	for target, status := range map[string]int{
		"/?basket_value=%ff": http.StatusBadRequest, "/?format=json": http.StatusNotAcceptable,
		value + "?format=html": http.StatusUnprocessableEntity, value + "?format=html&basket_value=50+kr": http.StatusUnprocessableEntity,
		"/service-promise?format=png": http.StatusNotAcceptable, "/v1/plan?format=html": http.StatusUnprocessableEntity, "/v1/programmes?format=png": http.StatusNotAcceptable,
		"/v1/comparison?format=html&a.basket_value=1": http.StatusUnprocessableEntity, value + "?format=html&do=add&" + pencil: http.StatusUnprocessableEntity,
	} {
		if w := call(t, h, http.MethodGet, target, ""); w.Code != status || w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %d %s", target, w.Code, w.Header().Get("Content-Type"))
		}
	}
	w := call(t, h, http.MethodPost, "/v1/lifetime-value?format=html", `{}`, "Content-Type", "application/json")
	if w.Code != http.StatusNotAcceptable {
		t.Errorf("a POST for a page is answered %d", w.Code)
	}
}

// A button leads to a page whose address is a query of the API.
func TestButtons(t *testing.T) {
	h := New(Config{})
	for target, customers := range map[string]int{
		"/?do=add&lang=nb":       3, // of the pencil, which stands there without parameters
		"/?do=copy:two&lang=nb":  3,
		"/?do=remove:one":        1,
		"/?do=add&horizon=5":     2,
		"/?do=nonsense&lang=sv":  2,
		"/?do=remove:&name=Solo": 1,
	} {
		w := call(t, h, http.MethodGet, target, "")
		location, err := url.Parse(w.Header().Get("Location"))
		if w.Code != http.StatusSeeOther || err != nil || location.Path != "/" || location.Query().Has("do") {
			t.Errorf("%s: %d to %s", target, w.Code, location)
			continue
		}
		keys := map[string]bool{}
		for name := range location.Query() {
			key, _, keyed := strings.Cut(name, ".")
			keys[key] = keyed
			if !keyed {
				delete(keys, key)
			}
		}
		if n := max(len(keys), 1); n != customers {
			t.Errorf("%s leads to %d customers: %s", target, n, location)
		}
		asked, _ := url.Parse(target)
		if location.Query().Get("lang") != asked.Query().Get("lang") {
			t.Errorf("%s loses its language: %s", target, location)
		}
	}
}

func TestAssets(t *testing.T) {
	h := New(Config{})
	page := call(t, h, http.MethodGet, "/", "").Body.String()
	paths := regexp.MustCompile(`"(/assets/[^"]+)"`).FindAllStringSubmatch(page, -1)
	if len(paths) != 5 { // an icon for the tab, one for the home screen, style, and two scripts
		t.Fatalf("the page loads %v", paths)
	}
	for _, path := range paths {
		w := call(t, h, http.MethodGet, path[1], "")
		if w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") || w.Body.Len() == 0 {
			t.Errorf("%s: %d %v", path[1], w.Code, w.Header())
		}
	}
	for _, path := range []string{"/assets/style.css", "/assets/", "/assets/../doc.go", form.AssetFolder + "style.000000000000.css"} {
		if w := call(t, h, http.MethodGet, path, ""); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

// The language of the page is that of the query, else that of the browser,
// which never changes how numbers are read.
func TestLanguageOfThePage(t *testing.T) {
	h := New(Config{})
	for _, c := range []struct{ target, accept, lang string }{
		{"/", "", "en"}, {"/", "nn,en;q=0.5", "nb"}, {"/", "qaa,sv;q=0.5", "sv"}, {"/?lang=da", "sv", "da"}, {"/?lang=no", "sv", "nb"},
	} {
		w := call(t, h, http.MethodGet, c.target, "", "Accept-Language", c.accept)
		if !strings.Contains(w.Body.String(), `<html lang="`+c.lang+`">`) || w.Header().Get("Content-Language") != c.lang {
			t.Errorf("%s for %q is not in %s", c.target, c.accept, c.lang)
		}
	}
	const rest = "&acquisition_cost=50&basket_value=10"
	if w := call(t, h, http.MethodGet, "/?repeat_purchase_rate=0,5"+rest, "", "Accept-Language", "nb"); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("Accept-Language makes 0,5 a number: %d", w.Code)
	}
	if w := call(t, h, http.MethodGet, "/?lang=nb&repeat_purchase_rate=0,5"+rest, ""); w.Code != http.StatusOK {
		t.Errorf("lang=nb does not make 0,5 a number: %d", w.Code)
	}
}

// The formulas of a page name the server as the public knows it.
func TestAddressOnThePage(t *testing.T) {
	for base, want := range map[string]string{"": "http://example.com/v1/", "https://blyant.example/": "https://blyant.example/v1/"} {
		page := call(t, New(Config{BaseURL: base}), http.MethodGet, "/", "").Body.String()
		if !strings.Contains(page, want) {
			t.Errorf("%s is not on the page", want)
		}
	}
}

// A browser that asks for the answer of a calculator gets it as the page, with
// the figures that other formats have.
func TestAnswersAsPages(t *testing.T) {
	h := New(Config{})
	const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
	for _, e := range calculator.Examples() {
		if calculator.At(e.Resource).Page == "" {
			continue // TestCalculatorsAreComplete asks why
		}
		target := e.Resource + "?" + e.Query("nb").Encode() + "&lang=nb&decimal=point"
		w := call(t, h, http.MethodGet, target, "", "Accept", browser)
		if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "text/html; charset=utf-8" {
			t.Errorf("%s: %d %s", e.Name, w.Code, w.Header().Get("Content-Type"))
		}
		for row := range strings.SplitSeq(strings.TrimSpace(call(t, h, http.MethodGet, target+"&format=csv&table="+tableShown[e.Resource], "").Body.String()), "\n") {
			for value := range strings.SplitSeq(row, ",") {
				if strings.Contains(value, ".") && !strings.Contains(w.Body.String(), `<data value="`+strings.TrimSpace(value)+`">`) {
					t.Errorf("%s: %s is not on the page", e.Name, value)
				}
			}
		}
	}
}

// tableShown is the table whose figures a page shows all of.
var tableShown = map[string]string{
	"/v1/lifetime-value": "summary", "/v1/comparison": "summary", "/v1/service-promise": "summary", "/v1/programmes": "programmes", "/v1/plan": "summary",
}

// The buttons of the programmes keep the customer that all have in common; a
// page about one thing has none.
func TestButtonsOfOtherPages(t *testing.T) {
	h := New(Config{})
	w := call(t, h, http.MethodGet, "/programmes?do=add&lang=nb", "")
	location, err := url.Parse(w.Header().Get("Location"))
	if w.Code != http.StatusSeeOther || err != nil || location.Path != "/programmes" || location.Fragment != "two.name" ||
		location.Query().Get("customers") != "800" || location.Query().Get("one.name") != "Bonuskort" || location.Query().Get("two.name") != "Program 2" {
		t.Errorf("%d to %s", w.Code, location)
	}
	w = call(t, h, http.MethodGet, "/plan?do=add&lang=nb", "")
	if location, _ := url.Parse(w.Header().Get("Location")); w.Code != http.StatusSeeOther || location.Path != "/plan" || location.Query().Get("plan_periods") != "36" {
		t.Errorf("%d to %s", w.Code, location)
	}
}
