package api

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"blyant/internal/form"
	"blyant/internal/locale"
)

// What the interactive documentation loads comes compressed to whoever takes it
// so, has no source maps, and is the same otherwise.
func TestSwaggerParts(t *testing.T) {
	h := New(Config{})
	for _, name := range []string{"swagger-ui.css", "swagger-ui-bundle.js", "swagger-ui-standalone-preset.js", "favicon-32x32.png"} {
		plain := call(t, h, http.MethodGet, "/swagger/"+name, "")
		packed := call(t, h, http.MethodGet, "/swagger/"+name, "", "Accept-Encoding", "gzip")
		head := call(t, h, http.MethodHead, "/swagger/"+name, "")
		if plain.Code != http.StatusOK || bytes.Contains(plain.Body.Bytes(), []byte("sourceMappingURL")) || head.Header().Get("Content-Length") != strconv.Itoa(plain.Body.Len()) {
			t.Errorf("%s: %d, %d bytes, %v", name, plain.Code, plain.Body.Len(), head.Header())
		}
		if packed.Header().Get("Content-Encoding") == "" { // an icon is not worth it
			continue
		}
		r, err := gzip.NewReader(packed.Body)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, plain.Body.Bytes()) || 2*packed.Body.Len() > len(got) {
			t.Errorf("%s compressed: %v, %d bytes", name, err, len(got))
		}
		if packed.Header().Get("Vary") != "Accept-Encoding" {
			t.Errorf("%s: %v", name, packed.Header())
		}
	}
	for _, name := range []string{"swagger-ui-bundle.js.map", "swagger-ui.css.map", "swagger-ui-es-bundle.js", "oauth2-redirect.html"} {
		if w := call(t, h, http.MethodGet, "/swagger/"+name, ""); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", name, w.Code)
		}
	}
}

// The page of the interactive documentation has the way home in the reader's
// language, the colours of the pages, and all that the library puts on it.
func TestSwaggerPage(t *testing.T) {
	h := New(Config{})
	for _, l := range locale.Languages() {
		w := call(t, h, http.MethodGet, "/swagger/index.html?lang="+string(l), "")
		body := w.Body.String()
		for _, want := range []string{`<a class="brand" href="/?lang=` + string(l) + `"`, `href="/docs/?lang=` + string(l) + `"`, form.AssetPath("explorer.css"), "SwaggerUIBundle({", `<div id="swagger-ui"></div>`, "openapi.json", "<title>API – blyant</title>"} {
			if !strings.Contains(body, want) {
				t.Errorf("%s: no %s", l, want)
			}
		}
		if w.Code != http.StatusOK || strings.Count(body, "<title>") != 1 || strings.Contains(body, "favicon-16x16") {
			t.Errorf("%s: %d", l, w.Code)
		}
		if before, _, _ := strings.Cut(body, form.AssetPath("explorer.css")); !strings.Contains(before, "swagger-ui.css") {
			t.Errorf("%s: the library's sheet comes last", l)
		}
	}
	if w := call(t, h, http.MethodGet, "/swagger/?lang=sv", ""); w.Header().Get("Location") != "/swagger/index.html?lang=sv" {
		t.Errorf("to %s", w.Header().Get("Location"))
	}
	if w := call(t, h, http.MethodGet, form.AssetPath("explorer.css"), ""); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "--paper: #faf8f4") || !strings.Contains(w.Body.String(), "prefers-color-scheme: dark") {
		t.Errorf("its style: %d", w.Code)
	}
}
