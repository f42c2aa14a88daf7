//go:build e2e

// Package snippets runs what the guides give to paste, in Node, against stubs of
// the programs that it is for and a server that is real.
package snippets

import (
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"blyant/api"
)

// published is the path of a snippet.
func published(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("..", "..", "..", "docs", "snippets", name))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func serve(t *testing.T) string {
	t.Helper()
	server := httptest.NewServer(api.New(api.Config{}))
	t.Cleanup(server.Close)
	return server.URL
}

// run runs a program, which has to end well and to say so.
func run(t *testing.T, says, program string, arguments ...string) {
	t.Helper()
	output, err := exec.CommandContext(t.Context(), program, arguments...).CombinedOutput()
	if err != nil || !strings.Contains(string(output), says) {
		t.Fatalf("%s: %v\n%s", program, err, output)
	}
}

func TestAppsScript(t *testing.T) {
	run(t, "sheets ok", "node", filepath.Join("testdata", "sheets.js"), published(t, "apps-script.gs"), serve(t))
}

// The script is compiled as strictly as can be, against the interface that it uses.
func TestOfficeScript(t *testing.T) {
	address, folder := serve(t), t.TempDir()
	script, err := os.ReadFile(published(t, "office-script.ts"))
	if err != nil {
		t.Fatal(err)
	}
	here := strings.Replace(string(script), "http://127.0.0.1:8080", address, 1)
	if here == string(script) {
		t.Fatal("the script asks nobody")
	}
	if err := os.WriteFile(filepath.Join(folder, "script.ts"), []byte(here), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(folder, os.DirFS("testdata")); err != nil {
		t.Fatal(err)
	}
	tsc := filepath.Join(os.Getenv("BLYANT_NPM"), "node_modules", ".bin", "tsc")
	run(t, "", tsc, "--strict", "--target", "es2022", "--lib", "es2022,dom", "--outDir", folder, filepath.Join(folder, "script.ts"), filepath.Join(folder, "excelscript.d.ts"))
	run(t, "office ok", "node", filepath.Join("testdata", "office.js"), filepath.Join(folder, "script.js"), address)
}
