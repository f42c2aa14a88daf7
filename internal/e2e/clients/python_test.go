//go:build e2e

package clients

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// guide is the page about clients.
func guide(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, "docs", "clients.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// program is the first block of the guide in a language.
func program(t *testing.T, language string) string {
	t.Helper()
	_, rest, found := strings.Cut(guide(t), "```"+language+"\n")
	code, _, ended := strings.Cut(rest, "```")
	if !found || !ended {
		t.Fatalf("the guide has no %s", language)
	}
	return code
}

// TestPython runs the guide's program, of which the last line is an error in words.
func TestPython(t *testing.T) {
	folder := t.TempDir()
	code := strings.Replace(program(t, "python"), "http://127.0.0.1:8080", serve(t), 1)
	if err := os.WriteFile(filepath.Join(folder, "ask.py"), []byte(code), 0o600); err != nil {
		t.Fatal(err)
	}
	printed := run(t, folder, "python3", "ask.py")
	good, reason, _ := strings.Cut(printed, "error ")
	checkFigures(t, good)
	if !strings.HasPrefix(reason, "repeat_purchase_rate: 90 is outside the range") || !strings.Contains(reason, "0.9 or 90%") {
		t.Errorf("the error is %q", reason)
	}
}

// TestGuideIsTried wants the guide's other programs to be parts of those that run.
func TestGuideIsTried(t *testing.T) {
	for language, file := range map[string]string{"ts": "typescript/main.ts", "go": "golang/main.go"} {
		text, err := os.ReadFile(filepath.Join("testdata", file))
		if err != nil || !strings.Contains(string(text), strings.TrimSpace(program(t, language))) {
			t.Errorf("%s has not what the guide shows: %v", file, err)
		}
	}
}
