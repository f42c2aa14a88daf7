package docs_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"blyant/docs"
)

// TestSwaggerIsOne wants what is served as Swagger 2.0, from Go source, to be
// the document of the file.
func TestSwaggerIsOne(t *testing.T) {
	file, err := os.ReadFile("swagger.json")
	if err != nil {
		t.Fatal(err)
	}
	var kept, served map[string]any
	if err := json.Unmarshal(file, &kept); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(docs.SwaggerInfo.ReadDoc()), &served); err != nil {
		t.Fatal(err)
	}
	if len(kept) == 0 || !reflect.DeepEqual(kept, served) {
		t.Error("what is served is not the document of the file")
	}
	if _, said := served["host"]; said {
		t.Errorf("the host is %q: who asks knows it", served["host"])
	}
}

var link = regexp.MustCompile(`\]\(([^)#:]+)(#[^)]*)?\)`)

// TestLinks wants links between the guides to lead somewhere.
func TestLinks(t *testing.T) {
	pages, err := filepath.Glob("*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range append(pages, filepath.Join("..", "README.md")) {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range link.FindAllStringSubmatch(string(text), -1) {
			target := filepath.Join(filepath.Dir(page), found[1])
			linked, err := os.ReadFile(target)
			if err != nil {
				t.Errorf("%s: %v", page, err)
			} else if found[2] != "" && !hasHeading(string(linked), found[2]) {
				t.Errorf("%s: %s has no heading for %s", page, found[1], found[2])
			}
		}
	}
}

// hasHeading reports whether a page has the heading that a fragment names.
func hasHeading(page, fragment string) bool {
	for line := range strings.SplitSeq(page, "\n") {
		title, isHeading := strings.CutPrefix(line, "#")
		if isHeading && anchor(strings.TrimLeft(title, "# ")) == fragment {
			return true
		}
	}
	return false
}

// anchor is the fragment of a heading.
func anchor(title string) string {
	return "#" + strings.ReplaceAll(strings.Map(func(r rune) rune {
		if strings.ContainsRune(".,;:?!'\"()`/", r) {
			return -1
		}
		return r
	}, strings.ToLower(title)), " ", "-")
}
