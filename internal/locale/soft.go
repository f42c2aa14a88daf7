package locale

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// softHyphen shows only where a line ends at it.
const softHyphen = "\u00ad"

// Soft returns a text whose longest compounds may be divided where their parts meet:
// browsers have no dictionary for every language.
func (l Language) Soft(text string) string {
	d := l.described()
	if len(d.compounds) == 0 {
		return text
	}
	softener, known := softeners.Load(d.tag)
	if !known {
		softener, _ = softeners.LoadOrStore(d.tag, softenerOf(d.compounds))
	}
	return softener.(*strings.Replacer).Replace(text)
}

var softeners sync.Map // *strings.Replacer by language

func softenerOf(compounds []string) *strings.Replacer {
	var pairs []string
	for _, c := range compounds {
		first, n := utf8.DecodeRuneInString(c)
		for _, written := range []string{c, string(unicode.ToUpper(first)) + c[n:]} {
			pairs = append(pairs, strings.ReplaceAll(written, "-", ""), strings.ReplaceAll(written, "-", softHyphen))
		}
	}
	return strings.NewReplacer(pairs...)
}
