package openapi

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// root is the top of the repository.
const root = "../.."

// TestNoDrift writes the documents anew, as go generate does, and holds them
// against those that are there.
func TestNoDrift(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "docs")
	arguments := strings.Fields(directive(t))
	if arguments[len(arguments)-1] != "docs" {
		t.Fatalf("the directive does not end with the folder: %v", arguments)
	}
	arguments[len(arguments)-1] = folder
	swag := exec.Command("go", arguments...)
	swag.Dir = root
	if output, err := swag.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, output)
	}
	if err := Generate(folder); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{fileJSON, fileYAML, fileGo, fileOpenAPI, filePostman} {
		fresh, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		kept, err := os.ReadFile(filepath.Join(root, "docs", name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(fresh, kept) {
			t.Errorf("docs/%s is not what go generate ./... writes", name)
		}
		if bytes.Contains(fresh, []byte(folder)) || bytes.Contains(fresh, []byte(os.TempDir())) {
			t.Errorf("docs/%s names a folder of this machine", name)
		}
	}
}

// directive returns what go generate runs first, without "go -C ../..".
func directive(t *testing.T) string {
	t.Helper()
	source, err := os.ReadFile("openapi.go")
	if err != nil {
		t.Fatal(err)
	}
	_, after, found := strings.Cut(string(source), "//go:generate go -C ../.. ")
	line, _, _ := strings.Cut(after, "\n")
	if !found {
		t.Fatal("openapi.go has no directive")
	}
	return line
}

// TestNoEmptyRecord wants every record of both documents to have members: one
// that the comments name and nobody fills would have none.
func TestNoEmptyRecord(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(root, "docs", fileJSON))
	if err != nil {
		t.Fatal(err)
	}
	var document struct {
		Definitions map[string]struct {
			Enum       []any
			Properties map[string]any
		}
	}
	if err := json.Unmarshal(data, &document); err != nil {
		t.Fatal(err)
	}
	for name, d := range document.Definitions {
		if len(d.Properties) == 0 && len(d.Enum) == 0 {
			t.Errorf("%s has no members", name)
		}
	}
	for name, s := range read(t).Components.Schemas {
		if len(s.Value.Properties) == 0 && len(s.Value.Enum) == 0 && s.Value.Pattern == "" {
			t.Errorf("%s has no members", name)
		}
	}
}

// TestDefinitions wants the Swagger 2.0 document to define what it refers to, and
// nothing else.
func TestDefinitions(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(root, "docs", fileJSON))
	if err != nil {
		t.Fatal(err)
	}
	var document struct{ Definitions map[string]any }
	if err := json.Unmarshal(data, &document); err != nil {
		t.Fatal(err)
	}
	referred := map[string]bool{}
	for _, found := range regexp.MustCompile(`"#/definitions/([^"]+)"`).FindAllSubmatch(data, -1) {
		referred[string(found[1])] = true
	}
	for name := range referred {
		if document.Definitions[name] == nil {
			t.Errorf("%s is referred to and not defined", name)
		}
	}
	if len(referred) != len(document.Definitions) || len(referred) < 10 {
		t.Errorf("it refers to %d records and defines %d", len(referred), len(document.Definitions))
	}
}
