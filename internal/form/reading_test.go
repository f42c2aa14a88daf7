package form

import (
	"regexp"
	"strings"
	"testing"

	"blyant/internal/locale"
)

// No two entries of the list of guides have the same title.
func TestGuidesHaveTitlesOfTheirOwn(t *testing.T) {
	entry := regexp.MustCompile(`<a href="/(?:docs|advice)[^"]*"[^>]*>([^<]+)</a>`)
	for _, l := range locale.Languages() {
		page, err := RenderGuides(Reading{Lang: l})
		if err != nil {
			t.Fatal(err)
		}
		_, list, _ := strings.Cut(string(page), "<main")
		list, _, _ = strings.Cut(list, "</main>")
		seen := map[string]bool{}
		for _, found := range entry.FindAllStringSubmatch(list, -1) {
			if seen[found[1]] {
				t.Errorf("%s: %q stands twice", l, found[1])
			}
			seen[found[1]] = true
		}
		if len(seen) < 10 {
			t.Errorf("%s: only %d guides", l, len(seen))
		}
	}
}
