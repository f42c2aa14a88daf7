package api

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"strconv"
	"testing"
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
