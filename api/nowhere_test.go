package api

import (
	"net/http"
	"strings"
	"testing"

	"blyant/internal/locale"
)

// browserAccept is what browsers send.
const browserAccept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

// A browser at an address at which there is nothing gets a page in its language,
// with the address that was probably meant.
func TestNowhere(t *testing.T) {
	h := New(Config{})
	for _, l := range locale.Languages() {
		w := call(t, h, http.MethodGet, "/nowhere/%3Cscript%3E?lang="+string(l), "", "Accept", browserAccept)
		body := w.Body.String()
		if w.Code != http.StatusNotFound || w.Header().Get("Content-Type") != "text/html; charset=utf-8" || w.Header().Get("Cache-Control") != cacheNothing ||
			w.Header().Get("Content-Security-Policy") != pagesMay || w.Header().Get("ETag") != "" {
			t.Errorf("%s: %d %v", l, w.Code, w.Header())
		}
		if !strings.Contains(body, `<html lang="`+string(l)+`">`) || !strings.Contains(body, l.Page("nowhere.title")) || !strings.Contains(body, "/nowhere/&lt;script&gt;") || strings.Contains(body, "<script>") {
			t.Errorf("%s: %s", l, body)
		}
	}
	for target, near := range map[string]string{
		"/Programmes/": "/programmes?lang=en", "/servicepromise": "/service-promise?lang=en", "/docs/spread-sheets": "/docs/spreadsheets?lang=en",
		"/retention_fit": "/v1/retention-fit", "/api/simulation": "/v1/simulation", "/DOCS": "/docs/?lang=en",
	} {
		if body := call(t, h, http.MethodGet, target, "", "Accept", browserAccept).Body.String(); !strings.Contains(body, `<a href="`+near+`">`) {
			t.Errorf("%s does not lead to %s", target, near)
		}
	}
	if w := call(t, h, http.MethodHead, "/nowhere", "", "Accept", browserAccept); w.Code != http.StatusNotFound || w.Body.Len() > 0 || w.Header().Get("Content-Length") == "0" {
		t.Errorf("HEAD: %d %v", w.Code, w.Header())
	}
}

// Programs get the problem that they always got, and so does a browser whose
// request is one of a program.
func TestNowhereForPrograms(t *testing.T) {
	h := New(Config{})
	for _, c := range []struct{ method, target, accept, kind string }{
		{http.MethodGet, "/nowhere", "", "application/problem+json"},
		{http.MethodGet, "/nowhere", "*/*", "application/problem+json"},
		{http.MethodGet, "/nowhere", "application/json", "application/problem+json"},
		{http.MethodGet, "/nowhere", "text/html;q=0, */*", "application/problem+json"},
		{http.MethodGet, "/nowhere", "text/csv", "text/plain; charset=utf-8"},
		{http.MethodGet, "/nowhere?format=json", browserAccept, "application/problem+json"},
		{http.MethodGet, "/nowhere?format=text", browserAccept, "text/plain; charset=utf-8"},
		{http.MethodPost, "/nowhere", browserAccept, "application/problem+json"},
		{http.MethodGet, "/v1/nowhere", browserAccept, "application/problem+json"},
		{http.MethodGet, "/v1/examples/nowhere", browserAccept, "application/problem+json"},
	} {
		w := call(t, h, c.method, c.target, "", "Accept", c.accept)
		if w.Code != http.StatusNotFound || w.Header().Get("Content-Type") != c.kind || w.Header().Get("Content-Security-Policy") != answersMay {
			t.Errorf("%s %s for %q: %d %v", c.method, c.target, c.accept, w.Code, w.Header())
		}
	}
	w := call(t, h, http.MethodGet, "/nowhere?errors=inline", "", "Accept", browserAccept)
	if w.Code != http.StatusOK || !strings.HasPrefix(w.Body.String(), "#ERR ") {
		t.Errorf("inline: %d %s", w.Code, w.Body)
	}
}
