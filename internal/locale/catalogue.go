package locale

import (
	"embed"
	"encoding/json"
	"fmt"
	"sync"
)

// catalogue holds the words of one language, by section and name. A choice is
// named after its field (period.month); a fault or note that reads differently
// for one field or argument has that one after a dot.
type catalogue map[section]map[string]string

// section is a part of a catalogue.
type section string

// Sections of a catalogue.
const (
	ofLabel   section = "label"   // what a field, figure, column, table or resource is called
	ofMeaning section = "meaning" // what it stands for
	ofUnit    section = "unit"
	ofChoice  section = "choice"
	ofGroup   section = "group" // headings of groups of fields
	ofFault   section = "fault"
	ofNote    section = "note"
	ofText    section = "text"    // charts, workbooks and problems
	ofPage    section = "page"    // the pages of the form
	ofExample section = "example" // titles, explanations and names of the examples
)

//go:embed words/*.json
var files embed.FS

// catalogues reads all languages once. The files are part of the program, so
// one that cannot be read is a fault of the program, which every test meets.
var catalogues = sync.OnceValue(func() map[Language]catalogue {
	all := map[Language]catalogue{}
	for _, l := range Languages() {
		c, err := readCatalogue(l)
		if err != nil {
			panic(err)
		}
		all[l] = c
	}
	return all
})

func readCatalogue(l Language) (catalogue, error) {
	data, err := files.ReadFile("words/" + string(l) + ".json")
	if err != nil {
		return nil, fmt.Errorf("words of language %s: %w", l, err)
	}
	var c catalogue
	if err := json.Unmarshal(data, &c); err != nil {
		return nil, fmt.Errorf("words of language %s: %w", l, err)
	}
	return c, nil
}

// lookup returns the word of the first key that the language has in the
// section, else the English one; false where neither has any of them.
func (l Language) lookup(s section, keys ...string) (string, bool) {
	for _, language := range []Language{l, English} {
		for _, key := range keys {
			if word, found := catalogues()[language][s][key]; found {
				return word, true
			}
		}
	}
	return "", false
}
