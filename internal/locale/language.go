// Package locale reads and writes numbers by dialect and holds all words of
// answers and pages in English, Norwegian (bokmål), Danish and Swedish.
//
// A language is a row of the table in description.go and a catalogue,
// words/en.json and so on, with its words under the names of the vocabulary.
// What a catalogue lacks is looked up in the English one, and what that lacks is
// given by its name: a missing word is visible and never an error. Words carry
// no numbers of their own; numbers come in as arguments and are shown as they
// come.
package locale

import (
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
)

// Language is the tag of a language that labels and messages are written in.
type Language string

// Languages that code and tests call by name. None of them has to be here to be
// spoken: that takes a row of the descriptions and a catalogue.
const (
	English   Language = "en"
	Norwegian Language = "nb"
	Danish    Language = "da"
	Swedish   Language = "sv"
)

// Languages returns all languages, English first.
func Languages() []Language {
	all := make([]Language, len(descriptions))
	for i, d := range descriptions {
		all[i] = d.tag
	}
	return all
}

// Tags returns every tag that Parse takes: each language's own, followed by
// those that are taken for it.
func Tags() []string {
	var tags []string
	for _, d := range descriptions {
		tags = append(append(tags, string(d.tag)), d.same...)
	}
	return tags
}

// TakenFor returns the tags that are taken for the language beside its own.
func (l Language) TakenFor() []string { return slices.Clone(l.described().same) }

// Parse reads the tag of a language, in capitals or not, with or without a region
// and more: nb-NO as browsers write it, sv_SE and sv_SE.UTF-8 as systems do; no
// and nn are nb. It reports false for any other language.
func Parse(tag string) (Language, bool) {
	for i := range descriptions { // as it is written most
		if string(descriptions[i].tag) == tag {
			return descriptions[i].tag, true
		}
	}
	if tag == "" {
		return English, false
	}
	tag, _, _ = strings.Cut(strings.ToLower(tag), ".")
	subtags := strings.Split(strings.ReplaceAll(tag, "_", "-"), "-")
	if !slices.ContainsFunc(subtags, func(s string) bool { return !isSubtag(s) }) {
		for _, d := range descriptions {
			if base := subtags[0]; base == string(d.tag) || slices.Contains(d.same, base) {
				return d.tag, true
			}
		}
	}
	return English, false
}

// isSubtag reports whether s is a part of a tag as BCP 47 has it: one to eight
// letters or digits.
func isSubtag(s string) bool {
	return s != "" && len(s) <= 8 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789") == ""
}

// Match chooses the language that suits an Accept-Language header best. A
// header that is empty, unreadable or names no language known here is English.
func Match(acceptLanguage string) Language {
	if acceptLanguage == "" {
		return English
	}
	wanted, weights, err := language.ParseAcceptLanguage(acceptLanguage)
	if err != nil {
		return English
	}
	var acceptable []language.Tag
	for i, tag := range wanted {
		if weights[i] > 0 { // a weight of 0 refuses the language
			acceptable = append(acceptable, own(tag))
		}
	}
	_, index, confidence := matcher().Match(acceptable...)
	if confidence == language.No {
		return English
	}
	return Languages()[index]
}

// own maps a tag that is taken for a language to the language's own: the matcher
// would find no and nn no closer to nb than Danish is.
func own(tag language.Tag) language.Tag {
	base, _ := tag.Base()
	if l, known := Parse(base.String()); known && base.String() != string(l) {
		return language.MustParse(string(l))
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
