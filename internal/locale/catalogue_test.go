package locale

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// sections lists all of them.
var sections = []section{ofLabel, ofMeaning, ofUnit, ofChoice, ofGroup, ofFault, ofNote, ofText, ofPage, ofExample}

var places = regexp.MustCompile(`\{[^}]*\}`)

func sortedPlaces(text string) []string {
	found := places.FindAllString(text, -1)
	slices.Sort(found)
	return found
}

// eachWord calls look with every word of every language and the English one.
func eachWord(t *testing.T, look func(l Language, s section, key, word, english string)) {
	t.Helper()
	for _, s := range sections {
		english := catalogues()[English][s]
		if len(english) == 0 {
			t.Errorf("English has no section %s", s)
		}
		for _, l := range Languages() {
			for key, word := range catalogues()[l][s] {
				look(l, s, key, word, english[key])
			}
		}
	}
}

// Each language has every word and no others. What it lacks is shown in English,
// which is right for a reader and wrong for a release.
func TestLanguagesHaveTheSameWords(t *testing.T) {
	for _, l := range Languages() {
		for s := range catalogues()[l] {
			if !slices.Contains(sections, s) {
				t.Errorf("%s: nothing reads the section %s", l, s)
			}
		}
		for _, s := range sections {
			have, want := catalogues()[l][s], catalogues()[English][s]
			for _, key := range slices.Sorted(maps.Keys(want)) {
				if _, found := have[key]; !found && !isOrdinal(key) {
					t.Errorf("%s: no %s %q", l, s, key)
				}
			}
			for _, key := range slices.Sorted(maps.Keys(have)) {
				if _, found := want[key]; !found && !isOrdinal(key) {
					t.Errorf("%s: %s %q, which English has not", l, s, key)
				}
			}
		}
	}
}

// A word that stands twice in a file is read as the last of them, which hides the other.
func TestNoWordStandsTwice(t *testing.T) {
	for _, l := range Languages() {
		text, err := files.ReadFile("words/" + string(l) + ".json")
		if err != nil {
			t.Fatal(err)
		}
		part, seen := "", map[string]bool{}
		for line := range strings.Lines(string(text)) {
			name, rest, isEntry := strings.Cut(strings.TrimSpace(line), `": `)
			switch {
			case !isEntry:
				continue
			case strings.HasPrefix(rest, "{"):
				part = name
			case seen[part+name]:
				t.Errorf("%s: %s %s\" stands twice", l, part, name)
			}
			seen[part+name] = true
		}
	}
}

// isOrdinal reports whether a text is an ending of ordinals, of which each
// language has its own.
func isOrdinal(key string) bool { return strings.HasPrefix(key, "ordinal.") }

func TestTranslationsUseTheSamePlaces(t *testing.T) {
	eachWord(t, func(l Language, s section, key, word, english string) {
		if isOrdinal(key) {
			english = "{n}"
		}
		if !slices.Equal(sortedPlaces(word), sortedPlaces(english)) {
			t.Errorf("%s: %s %q has the places %v, English has %v", l, s, key, sortedPlaces(word), sortedPlaces(english))
		}
	})
}

func TestWordsAreWellFormed(t *testing.T) {
	eachWord(t, func(l Language, s section, key, word, _ string) {
		switch {
		case !utf8.ValidString(word) || strings.TrimSpace(word) != word || word == "" || strings.Contains(word, "  "):
			t.Errorf("%s: %s %q is empty or badly spaced: %q", l, s, key, word)
		case strings.Count(word, "{") != strings.Count(word, "}") || strings.Count(word, "[") != strings.Count(word, "]"):
			t.Errorf("%s: %s %q has brackets without a partner: %q", l, s, key, word)
		}
		sentence := s == ofMeaning || s == ofFault || s == ofNote
		if sentence != strings.HasSuffix(word, ".") && s != ofText && s != ofPage && s != ofExample {
			t.Errorf("%s: %s %q ends wrongly: %q", l, s, key, word)
		}
	})
}

// A label goes into cells of spreadsheets, where these begin a formula.
func TestLabelsAreNoFormulas(t *testing.T) {
	eachWord(t, func(l Language, s section, key, word, _ string) {
		if s != ofMeaning && strings.ContainsAny(word[:1], "=+-@\t\r'") {
			t.Errorf("%s: %s %q could start a formula: %q", l, s, key, word)
		}
	})
}

func TestSheetNamesSuitSpreadsheets(t *testing.T) {
	for _, l := range Languages() {
		seen := map[string]string{}
		for key, word := range catalogues()[l][ofText] {
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
	eachWord(t, func(l Language, s section, key, word, _ string) {
		if i := strings.IndexAny(word, foreign[l]); i >= 0 {
			t.Errorf("%s: %s %q has a letter or mark of another language: %q", l, s, key, word[i:])
		}
	})
}

// Words that are the same in English and one of the other languages.
var sameAsEnglish = map[string]bool{
	"label.period": true, "label.service-promise": true, "label.p50": true,
	"unit.text": true, "group.service": true,
	"page.trade.cafe": true, "page.trade.gym": true, "page.use.curl": true, "page.use.libreoffice": true, "page.use.sheets": true, "page.data.orders.one": true,
	"text.chart.amount.million": true, "text.workbook.work.chart_period": true,
}

func TestTranslationsDifferFromEnglish(t *testing.T) {
	eachWord(t, func(l Language, s section, key, word, english string) {
		if l != English && word == english && !sameAsEnglish[string(s)+"."+key] {
			t.Errorf("%s: %s %q is not translated: %q", l, s, key, word)
		}
	})
}
