// Package docs_test runs what the guides say: every command, every call with
// the answer shown below it, every cell formula. A guide is a Markdown page
// here, or the README. In its fenced blocks
//
//   - sh holds commands; that of a curl call is followed by a block with its
//     answer (json, csv, text, xml) or with some of its headers (http);
//   - any block may hold cell formulas, whose complete addresses are fetched; a
//     text block that follows a formula holds what the address answers.
package docs_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"blyant/api"
)

func TestGuides(t *testing.T) {
	handler := api.New(api.Config{})
	for name, blocks := range guides(t) {
		t.Run(name, func(t *testing.T) {
			for i, b := range blocks {
				var next block
				if i+1 < len(blocks) {
					next = blocks[i+1]
				}
				if b.language == "sh" {
					runCommands(t, handler, b, next)
				} else {
					runFormulas(t, handler, b, next)
				}
			}
		})
	}
}

// runCommands runs the commands of a block; next holds the answer of the last.
func runCommands(t *testing.T, h http.Handler, b, next block) {
	t.Helper()
	all := commands(b.text)
	for i, words := range all {
		if words[0] != "curl" {
			runElsewhere(t, b, strings.Join(words, " "))
			continue
		}
		c, err := readCall(words[1:])
		if err != nil {
			t.Errorf("%s:%d: %v", b.guide, b.line, err)
			continue
		}
		got, err := c.ask(h)
		if err != nil {
			t.Errorf("%s:%d: %v", b.guide, b.line, err)
			continue
		}
		if i == len(all)-1 {
			compare(t, next, got)
		} else if got.Code != http.StatusOK {
			t.Errorf("%s:%d: %s: status %d: %s", b.guide, b.line, c.address, got.Code, got.Body)
		}
	}
}

// elsewhere are commands that other tests run, by where they do.
var elsewhere = map[string]string{
	"go run ./api/blyant":                 "run_unix_test.go",
	"go test ./...":                       "../.ci/run",
	"go generate ./...":                   "../.ci/run",
	".ci/run":                             "../.ci/run",
	"docker build -t blyant .":            "../.ci/run", // its build line, since CI has no engine
	"docker run --rm -p 8080:8080 blyant": "../.ci/run", // the binary of that line
}

func runElsewhere(t *testing.T, b block, command string) {
	t.Helper()
	file, known := elsewhere[command]
	if !known {
		t.Errorf("%s:%d: no test runs %q", b.guide, b.line, command)
		return
	}
	if _, err := os.Stat(file); err != nil {
		t.Errorf("%s:%d: %q: %v", b.guide, b.line, command, err)
	}
}

// compare holds an answer against what the guide shows of it.
func compare(t *testing.T, shown block, got *httptest.ResponseRecorder) {
	t.Helper()
	body := strings.TrimRight(strings.ReplaceAll(got.Body.String(), "\r\n", "\n"), "\n")
	switch want := strings.TrimRight(shown.text, "\n"); shown.language {
	case "json":
		if compact(t, body) != compact(t, want) {
			t.Errorf("%s:%d: the answer is\n%s", shown.guide, shown.line, body)
		}
	case "csv", "text", "xml":
		if body != want {
			t.Errorf("%s:%d: the answer is\n%s", shown.guide, shown.line, body)
		}
	case "http":
		for line := range strings.SplitSeq(want, "\n") {
			name, value, isHeader := strings.Cut(line, ": ")
			if isHeader && got.Header().Get(name) != value {
				t.Errorf("%s:%d: %s is %q", shown.guide, shown.line, name, got.Header().Get(name))
			}
			if !isHeader && !strings.HasSuffix(line, " "+http.StatusText(got.Code)) {
				t.Errorf("%s:%d: the status is %d", shown.guide, shown.line, got.Code)
			}
		}
	default:
		if got.Code != http.StatusOK {
			t.Errorf("%s: the call before line %d is answered %d: %s", shown.guide, shown.line, got.Code, body)
		}
	}
}

// compact takes the white space out of JSON and nothing else: the digits of
// numbers stay as they are.
func compact(t *testing.T, text string) string {
	t.Helper()
	var out bytes.Buffer
	if err := json.Compact(&out, []byte(text)); err != nil {
		t.Errorf("not JSON: %v: %s", err, text)
	}
	return out.String()
}

// quoted finds texts in quotes, of which Excel takes so many characters.
var quoted = regexp.MustCompile(`"[^"]*"`)

const longestLiteral = 255

// address finds the complete addresses in cell formulas: one that a formula
// puts together from cells is not ended by its quote and a parenthesis.
var address = regexp.MustCompile(`\("(https?://[^"/]+/[^"]+)"\s*[);,]`)

func runFormulas(t *testing.T, h http.Handler, b, next block) {
	t.Helper()
	for _, literal := range quoted.FindAllString(b.text, -1) {
		if length := utf8.RuneCountInString(literal) - 2; length > longestLiteral && strings.HasPrefix(b.text, "=") {
			t.Errorf("%s:%d: Excel takes %d characters between quotes, not %d", b.guide, b.line, longestLiteral, length)
		}
	}
	for _, found := range address.FindAllStringSubmatch(strings.ReplaceAll(b.text, `"&"`, ""), -1) {
		got, err := call{address: found[1], header: http.Header{}}.ask(h)
		if err != nil {
			t.Errorf("%s:%d: %v", b.guide, b.line, err)
			continue
		}
		if got.Code != http.StatusOK {
			t.Errorf("%s:%d: %s is answered %d: %s", b.guide, b.line, found[1], got.Code, got.Body)
		} else if next.language == "text" {
			compare(t, next, got)
		}
	}
}
