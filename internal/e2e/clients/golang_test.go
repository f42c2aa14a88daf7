//go:build e2e

package clients

import (
	"os"
	"path/filepath"
	"testing"
)

// TestGo generates a client in Go, as the generator does unless told otherwise,
// compiles what uses it, and runs that.
func TestGo(t *testing.T) {
	folder := copied(t, "golang")
	if err := os.Mkdir(filepath.Join(folder, "client"), 0o700); err != nil {
		t.Fatal(err)
	}
	run(t, folder, bin(t, "oapi-codegen"), "-package", "client", "-o", filepath.Join("client", "client.go"), document(t, "openapi.json"))
	run(t, folder, "go", "build", "-o", "ask", ".")
	checkFigures(t, run(t, folder, filepath.Join(folder, "ask"), serve(t)))
}

// TestOgen generates with a generator that refuses what it cannot express.
func TestOgen(t *testing.T) {
	folder := t.TempDir()
	run(t, folder, bin(t, "ogen"), "--target", "client", "--package", "client", document(t, "openapi.json"))
	if files, err := filepath.Glob(filepath.Join(folder, "client", "*.go")); err != nil || len(files) < 10 {
		t.Errorf("it has written %d files: %v", len(files), err)
	}
}
