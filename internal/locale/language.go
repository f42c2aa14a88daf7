// Package locale reads and writes numbers by dialect and holds the words of
// fields, figures, faults and notes in English, Norwegian (bokmål), Danish and
// Swedish.
//
// The words stand in one catalogue for each language, words/en.json and so on,
// under the names of the vocabulary. What a catalogue lacks is looked up in the
// English one, and what that lacks is given by its name: a missing word is
// visible and never an error. Words carry no numbers of their own; numbers come
// in as arguments and are shown as they come.
package locale

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
)

// Language is one of the four languages of labels and messages.
type Language string

// Languages.
const (
	English   Language = "en"
	Norwegian Language = "nb"
	Danish    Language = "da"
	Swedish   Language = "sv"
)

// Languages returns all languages, English first.
func Languages() []Language { return []Language{English, Norwegian, Danish, Swedish} }

// Parse reads the tag of a language, in capitals or not. The tags no and nn are
// nb: Norwegian is written in bokmål here. It reports false for any other
// language, and for tags that say more than the language.
func Parse(tag string) (Language, bool) {
	switch strings.ToLower(tag) {
	case "en":
		return English, true
	case "nb", "nn", "no":
		return Norwegian, true
	case "da":
		return Danish, true
	case "sv":
		return Swedish, true
	}
	return English, false
}

// Match chooses the language that suits an Accept-Language header best. A
// header that is empty, unreadable or names no language known here is English.
func Match(acceptLanguage string) Language {
	wanted, weights, err := language.ParseAcceptLanguage(acceptLanguage)
	if err != nil {
		return English
	}
	var acceptable []language.Tag
	for i, tag := range wanted {
		if weights[i] > 0 { // a weight of 0 refuses the language
			acceptable = append(acceptable, norwegianAsBokmal(tag))
		}
	}
	_, index, confidence := matcher().Match(acceptable...)
	if confidence == language.No {
		return English
	}
	return Languages()[index]
}

// norwegianAsBokmal maps no and nn to nb, which the matcher would otherwise
// find no closer to bokmål than Danish is.
func norwegianAsBokmal(tag language.Tag) language.Tag {
	if base, _ := tag.Base(); base.String() == "no" || base.String() == "nn" {
		return language.MustParse(string(Norwegian))
	}
	return tag
}

var matcher = sync.OnceValue(func() language.Matcher {
	var tags []language.Tag
	for _, l := range Languages() {
		tags = append(tags, language.MustParse(string(l)))
	}
	return language.NewMatcher(tags)
})
