package form

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"blyant/internal/locale"
)

// sources are the templates and the code of the package.
func sources(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	for _, pattern := range []string{"templates/*.html", "*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatal(pattern, err)
		}
		for _, file := range files {
			if data, err := os.ReadFile(file); err == nil && !strings.HasSuffix(file, "_test.go") {
				all.Write(data)
			}
		}
	}
	return all.String()
}

// compressed is the length of a body as it goes over the wire.
func compressed(t *testing.T, body []byte) int {
	t.Helper()
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.DefaultCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(body); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Len()
}

// Page, style and script together stay below 60 KB compressed.
func TestPageIsLight(t *testing.T) {
	for _, s := range allShown() {
		for _, l := range locale.Languages() {
			total := compressed(t, []byte(renderedOf(t, s.page, l, s.query, false)))
			for name := range assets().served {
				total += compressed(t, assets().served[name].Body)
			}
			if total > 60_000 {
				t.Errorf("%s, %s, %s: %d bytes", s.page.Name, s.name, l, total)
			}
			t.Logf("%s, %s, %s: %d bytes", s.page.Name, s.name, l, total)
		}
	}
}

// The names of assets tell their contents, and only those names are served.
func TestAssetNames(t *testing.T) {
	digest := regexp.MustCompile(`^/assets/[a-z]+\.[0-9a-f]{12}\.(css|js|svg)$`)
	for _, name := range []string{"style.css", "script.js", "icon.svg"} {
		path := AssetPath(name)
		if !digest.MatchString(path) {
			t.Errorf("%s is served as %s", name, path)
		}
		a, found := FindAsset(strings.TrimPrefix(path, AssetFolder))
		if !found || len(a.Body) == 0 || a.Type == "" {
			t.Errorf("%s is not there", path)
		}
		if _, found := FindAsset(name); found {
			t.Errorf("%s is served under its plain name", name)
		}
	}
}

// The script asks no other server, evaluates no text as code and keeps nothing
// but the choices of its user in the browser, and the style loads nothing.
func TestAssetsKeepToThemselves(t *testing.T) {
	foreign := regexp.MustCompile(`https?://|@import|url\(|\beval\(|new Function|\.cookie|sessionStorage|indexedDB`)
	for name, a := range assets().served {
		if found := foreign.FindString(strings.ReplaceAll(string(a.Body), "http://www.w3.org/2000/svg", "")); found != "" {
			t.Errorf("%s has %s", name, found)
		}
	}
}
