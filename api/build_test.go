package api

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

// The release is the same wherever it is said: by the command, in the documents,
// at the foot of the page and to assistants.
func TestBuildIsSaidOnce(t *testing.T) {
	var line bytes.Buffer
	if err := WriteBuild(&line); err != nil {
		t.Fatal(err)
	}
	version := ReadBuild().Version
	if !strings.HasPrefix(line.String(), "blyant "+version+", ") || version == "" {
		t.Fatalf("blyant version says %s", line.String())
	}
	h := New(Config{})
	for _, path := range []string{"/openapi.json", "/swagger/doc.json", "/postman.json"} {
		var document struct{ Info struct{ Version string } }
		if err := json.Unmarshal(call(t, h, http.MethodGet, path, "").Body.Bytes(), &document); err != nil || document.Info.Version != version {
			t.Errorf("%s: version %q %v, want %q", path, document.Info.Version, err, version)
		}
	}
	for _, path := range []string{"/", "/what-if", "/service-promise", "/programmes", "/plan", "/data"} {
		if page := call(t, h, http.MethodGet, path, "").Body.String(); !strings.Contains(page, ">blyant "+version+"</span>") {
			t.Errorf("the foot of %s says something else", path)
		}
	}
	w := rpc(t, h, `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}`)
	if !strings.Contains(w.Body.String(), `"version":"`+strings.TrimPrefix(version, "v")+`"`) {
		t.Errorf("assistants are told %s", w.Body)
	}
}
