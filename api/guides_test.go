package api

import (
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"blyant/internal/form"
	"blyant/internal/guide"
	"blyant/internal/locale"
)

var (
	hrefs     = regexp.MustCompile(`<a [^>]*href="([^"]*)"`)
	elementID = regexp.MustCompile(` id="([^"]*)"`)
)

// toRead are the pages to read.
func toRead() []string {
	all := []string{guide.Folder, form.FiguresPath, form.AdvicePath}
	for _, name := range guide.Names() {
		all = append(all, guide.Folder+name)
	}
	return all
}

// Each page to read is there in each language, is kept under the policy of
// pages, has no name twice, and leads to nothing that there is not.
func TestPagesToRead(t *testing.T) {
	h := New(Config{})
	status := map[string]int{}
	for _, path := range toRead() {
		for _, l := range locale.Languages() {
			target := path + "?lang=" + string(l)
			w := call(t, h, http.MethodGet, target, "")
			body := w.Body.String()
			if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "text/html; charset=utf-8" || w.Header().Get("Content-Language") != string(l) {
				t.Errorf("%s: %d %v", target, w.Code, w.Header())
			}
			if w.Header().Get("Content-Security-Policy") != pagesMay || !strings.Contains(body, `<html lang="`+string(l)+`">`) {
				t.Errorf("%s may %s", target, w.Header().Get("Content-Security-Policy"))
			}
			again := call(t, h, http.MethodGet, target, "", "If-None-Match", w.Header().Get("ETag"))
			if again.Code != http.StatusNotModified || again.Header().Get("Content-Security-Policy") != pagesMay {
				t.Errorf("%s, kept: %d %v", target, again.Code, again.Header())
			}
			names := map[string]bool{}
			for _, id := range elementID.FindAllStringSubmatch(body, -1) {
				if names[id[1]] {
					t.Errorf("%s: two are called %s", target, id[1])
				}
				names[id[1]] = true
			}
			for _, href := range hrefs.FindAllStringSubmatch(body, -1) {
				leadsSomewhere(t, h, target, html.UnescapeString(href[1]), names, status)
			}
		}
	}
}

// leadsSomewhere wants a link of a page to lead to a name on it, or to an address
// that is answered.
func leadsSomewhere(t *testing.T, h http.Handler, target, href string, names map[string]bool, status map[string]int) {
	t.Helper()
	address, fragment, within := strings.Cut(href, "#")
	switch {
	case strings.HasPrefix(href, "https://"):
		return
	case address == "" && within:
		if fragment, _ = url.PathUnescape(fragment); !names[fragment] {
			t.Errorf("%s: nothing is called %s", target, fragment)
		}
		return
	case status[address] == 0:
		status[address] = call(t, h, http.MethodGet, address, "").Code
	}
	if status[address] != http.StatusOK && status[address] != http.StatusMovedPermanently {
		t.Errorf("%s leads to %s: %d", target, address, status[address])
	}
}

func TestGuidesAndFiles(t *testing.T) {
	h := New(Config{})
	for target, want := range map[string]string{"/docs": "/docs/", "/docs/plan.md": "/docs/plan"} {
		if w := call(t, h, http.MethodGet, target, ""); w.Code != http.StatusMovedPermanently || w.Header().Get("Location") != want {
			t.Errorf("%s: %d to %s", target, w.Code, w.Header().Get("Location"))
		}
	}
	w := call(t, h, http.MethodGet, "/docs/snippets/lambda.txt", "")
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "text/plain; charset=utf-8" || w.Header().Get("Content-Security-Policy") != answersMay {
		t.Errorf("a snippet: %d %v", w.Code, w.Header())
	}
	other := call(t, h, http.MethodGet, "/docs/deploy/nginx.conf", "")
	if other.Code != http.StatusOK || other.Header().Get("ETag") == w.Header().Get("ETag") {
		t.Errorf("another file: %d %v", other.Code, other.Header())
	}
	if again := call(t, h, http.MethodGet, "/docs/snippets/lambda.txt", "", "If-None-Match", w.Header().Get("ETag")); again.Code != http.StatusNotModified {
		t.Errorf("kept: %d", again.Code)
	}
	for _, target := range []string{"/docs/nowhere", "/docs/nowhere.md", "/docs/docs.go", "/docs/snippets/", "/docs/../go.mod", "/docs/plan/"} {
		if w := call(t, h, http.MethodGet, target, ""); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", target, w.Code)
		}
	}
	if w := call(t, h, http.MethodGet, "/docs/plan?format=json", ""); w.Code != http.StatusNotAcceptable {
		t.Errorf("a guide as JSON: %d", w.Code)
	}
}

// Guides are in English, whatever the language of the page around them, and say so.
func TestLanguageOfGuides(t *testing.T) {
	h := New(Config{})
	const remark = "Veiledningene er på engelsk."
	if body := call(t, h, http.MethodGet, "/docs/plan?lang=nb", "").Body.String(); !strings.Contains(body, `<article class="prose" lang="en">`) || !strings.Contains(body, remark) {
		t.Error("a guide does not say that it is in English")
	}
	if body := call(t, h, http.MethodGet, "/docs/plan?lang=en", "").Body.String(); strings.Contains(body, "The guides are in English.") {
		t.Error("an English guide says that it is in English")
	}
}

// Every figure and every input has its address on the page of what they mean, in
// each language with its label and meaning, and every result page leads there.
func TestEveryFigureIsExplained(t *testing.T) {
	h := New(Config{})
	for _, l := range locale.Languages() {
		page := call(t, h, http.MethodGet, form.FiguresPath+"?lang="+string(l), "").Body.String()
		names := map[string]bool{}
		for _, id := range elementID.FindAllStringSubmatch(page, -1) {
			names[id[1]] = true
		}
		for _, term := range vocabularyOf(t, h) {
			if l.Meaning(term) == "" { // an option of programs
				continue
			}
			if !names[term] || !strings.Contains(page, html.EscapeString(l.Label(term))) || !strings.Contains(page, html.EscapeString(l.Meaning(term))) {
				t.Errorf("%s: %s is not explained", l, term)
			}
		}
		for resource, query := range questions {
			body := call(t, h, http.MethodGet, resource+"?format=html&lang="+string(l)+"&decimal=point&"+query, "").Body.String()
			seen := 0
			for _, href := range hrefs.FindAllStringSubmatch(body, -1) {
				address, fragment, _ := strings.Cut(html.UnescapeString(href[1]), "#")
				if address != form.FiguresPath+"?lang="+string(l) || fragment == "" {
					continue
				}
				if seen++; !names[fragment] {
					t.Errorf("%s, %s: nothing explains %s", resource, l, fragment)
				}
			}
			if seen == 0 {
				t.Errorf("%s, %s leads to no explanation", resource, l)
			}
		}
	}
}

func TestFavicon(t *testing.T) {
	w := call(t, New(Config{}), http.MethodGet, "/favicon.ico", "")
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "image/x-icon" || !strings.HasPrefix(w.Body.String(), "\x00\x00\x01\x00") {
		t.Errorf("%d %v", w.Code, w.Header())
	}
}

// vocabularyOf are the names of all fields and figures.
func vocabularyOf(t *testing.T, h http.Handler) []string {
	t.Helper()
	v := decode[Vocabulary](t, call(t, h, http.MethodGet, "/v1/vocabulary", "").Body.String())
	var names []string
	for _, f := range v.Fields {
		names = append(names, f.Name)
	}
	for _, f := range v.Figures {
		names = append(names, f.Name)
	}
	return names
}
