package locale

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// sections names the maps of a catalogue for messages.
var sections = map[string]section{
	"label":   func(c *catalogue) map[string]string { return c.Label },
	"meaning": func(c *catalogue) map[string]string { return c.Meaning },
	"unit":    func(c *catalogue) map[string]string { return c.Unit },
	"choice":  func(c *catalogue) map[string]string { return c.Choice },
	"group":   func(c *catalogue) map[string]string { return c.Group },
	"fault":   func(c *catalogue) map[string]string { return c.Fault },
	"note":    func(c *catalogue) map[string]string { return c.Note },
	"text":    func(c *catalogue) map[string]string { return c.Text },
}

var places = regexp.MustCompile(`\{[^}]*\}`)

func sortedPlaces(text string) []string {
	found := places.FindAllString(text, -1)
	slices.Sort(found)
	return found
}

// eachWord calls look with every word of every language and the English one.
func eachWord(t *testing.T, look func(l Language, section, key, word, english string)) {
	t.Helper()
	for name, s := range sections {
		english := s(catalogues()[English])
		if len(english) == 0 {
			t.Errorf("English has no section %s", name)
		}
		for _, l := range Languages() {
			for key, word := range s(catalogues()[l]) {
				look(l, name, key, word, english[key])
			}
		}
	}
}

func TestLanguagesHaveTheSameWords(t *testing.T) {
	for name, s := range sections {
		want := slices.Sorted(maps.Keys(s(catalogues()[English])))
		for _, l := range Languages() {
			have := s(catalogues()[l])
			for _, key := range want {
				if _, found := have[key]; !found {
					t.Errorf("%s: no %s %q", l, name, key)
				}
			}
			if len(have) > len(want) {
				t.Errorf("%s: %d words in %s, English has %d", l, len(have), name, len(want))
			}
		}
	}
}

func TestTranslationsUseTheSamePlaces(t *testing.T) {
	eachWord(t, func(l Language, section, key, word, english string) {
		if !slices.Equal(sortedPlaces(word), sortedPlaces(english)) {
			t.Errorf("%s: %s %q has the places %v, English has %v", l, section, key, sortedPlaces(word), sortedPlaces(english))
		}
	})
}

func TestWordsAreWellFormed(t *testing.T) {
	eachWord(t, func(l Language, section, key, word, _ string) {
		switch {
		case !utf8.ValidString(word) || strings.TrimSpace(word) != word || word == "" || strings.Contains(word, "  "):
			t.Errorf("%s: %s %q is empty or badly spaced: %q", l, section, key, word)
		case strings.Count(word, "{") != strings.Count(word, "}") || strings.Count(word, "[") != strings.Count(word, "]"):
			t.Errorf("%s: %s %q has brackets without a partner: %q", l, section, key, word)
		}
		sentence := section == "meaning" || section == "fault" || section == "note"
		if sentence != strings.HasSuffix(word, ".") && section != "text" {
			t.Errorf("%s: %s %q ends wrongly: %q", l, section, key, word)
		}
	})
}

// A label goes into cells of spreadsheets, where these begin a formula.
func TestLabelsAreNoFormulas(t *testing.T) {
	eachWord(t, func(l Language, section, key, word, _ string) {
		if section != "meaning" && strings.ContainsAny(word[:1], "=+-@\t\r'") {
			t.Errorf("%s: %s %q could start a formula: %q", l, section, key, word)
		}
	})
}

func TestSheetNamesSuitSpreadsheets(t *testing.T) {
	for _, l := range Languages() {
		seen := map[string]string{}
		for key, word := range catalogues()[l].Text {
			if !strings.HasPrefix(key, "workbook.sheet.") {
				continue
			}
			name := strings.ReplaceAll(word, "{n}", "20")
			if utf8.RuneCountInString(name) > 31 || strings.ContainsAny(name, `:\/?*[]'`) {
				t.Errorf("%s: %s cannot be a sheet's name: %q", l, key, name)
			}
			if other, taken := seen[strings.ToLower(name)]; taken {
				t.Errorf("%s: %s and %s are both called %q", l, key, other, name)
			}
			seen[strings.ToLower(name)] = key
		}
	}
}

// Every language puts its quotation marks and letters in its own way.
func TestLettersBelongToTheLanguage(t *testing.T) {
	foreign := map[Language]string{
		English:   "æøåäöÆØÅÄÖ«»„\"",
		Norwegian: "äöÄÖ“”„\"",
		Danish:    "äöÄÖ“”„\"",
		Swedish:   "æøÆØ«»“„\"",
	}
	eachWord(t, func(l Language, section, key, word, _ string) {
		if i := strings.IndexAny(word, foreign[l]); i >= 0 {
			t.Errorf("%s: %s %q has a letter or mark of another language: %q", l, section, key, word[i:])
		}
	})
}

// Words that are the same in English and one of the other languages.
var sameAsEnglish = map[string]bool{
	"label.period": true, "label.service-promise": true,
	"unit.text": true, "group.service": true,
	"text.chart.amount.million": true, "text.workbook.work.chart_period": true,
}

func TestTranslationsDifferFromEnglish(t *testing.T) {
	eachWord(t, func(l Language, section, key, word, english string) {
		if l != English && word == english && !sameAsEnglish[section+"."+key] {
			t.Errorf("%s: %s %q is not translated: %q", l, section, key, word)
		}
	})
}
