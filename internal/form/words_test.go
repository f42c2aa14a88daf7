package form

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"blyant/internal/locale"
)

var place = regexp.MustCompile(`\{[a-z]+\}`)

// Every language has all the words, with the same places to fill.
func TestWordsAreComplete(t *testing.T) {
	english := dictionaries()[locale.English]
	for _, l := range locale.Languages() {
		words := dictionaries()[l]
		if len(words) != len(english) {
			t.Errorf("%s has %d words, English %d", l, len(words), len(english))
		}
		for key, text := range english {
			translated, known := words[key]
			if !known || (translated == "" && key != "use.excel_local") {
				t.Errorf("%s: %s is missing", l, key)
			}
			if want, got := places(text), places(translated); want != got && key != "use.excel_local" {
				t.Errorf("%s: %s has the places %s, English %s", l, key, got, want)
			}
		}
	}
}

func places(text string) string {
	found := place.FindAllString(text, -1)
	slices.Sort(found)
	return strings.Join(found, " ")
}

// No page shows the name of a word, or a place that was not filled.
func TestWordsAreFound(t *testing.T) {
	keys := regexp.MustCompile(`[>"](?:value|promise|programmes|plan|use|download|payback|problem|filled|footer|take|slider)\.[a-z_.]+[<"]|\{[a-z]+\}`)
	for _, s := range allShown() {
		for _, l := range locale.Languages() {
			if found := keys.FindString(renderedOf(t, s.page, l, s.query, false)); found != "" {
				t.Errorf("%s, %s, %s: %s is on the page", s.page.Name, s.name, l, found)
			}
		}
	}
}

// Every word is used: by its name, or by one that the code puts together.
func TestWordsAreUsed(t *testing.T) {
	source := sources(t)
	composed := regexp.MustCompile(`^(use|download|filled|problem|such_)|^promise\.(keep_more_promises|exceed_more|tell_more|correct_doubt)$|^programmes\.(brings|costs_more)\.most$`)
	ofPage := regexp.MustCompile(`^(value|promise|programmes|plan)\.`)
	for key := range dictionaries()[locale.English] {
		own := ofPage.ReplaceAllString(key, "")
		if !strings.Contains(source, `"`+key+`"`) && !strings.Contains(source, `"`+own+`"`) && !strings.Contains(source, `".`+own+`"`) && !composed.MatchString(key) {
			t.Errorf("nothing uses %s", key)
		}
	}
}
