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
type catalogue struct {
	Label   map[string]string `json:"label"`
	Meaning map[string]string `json:"meaning"`
	Unit    map[string]string `json:"unit"`
	Choice  map[string]string `json:"choice"`
	Group   map[string]string `json:"group"`
	Fault   map[string]string `json:"fault"`
	Note    map[string]string `json:"note"`
	Text    map[string]string `json:"text"`
}

// section picks one of a catalogue's maps.
type section func(*catalogue) map[string]string

//go:embed words/*.json
var files embed.FS

// catalogues reads all languages once. The files are part of the program, so
// one that cannot be read is a fault of the program, which every test meets.
var catalogues = sync.OnceValue(func() map[Language]*catalogue {
	all := map[Language]*catalogue{}
	for _, l := range Languages() {
		c, err := readCatalogue(l)
		if err != nil {
			panic(err)
		}
		all[l] = c
	}
	return all
})

func readCatalogue(l Language) (*catalogue, error) {
	data, err := files.ReadFile("words/" + string(l) + ".json")
	if err != nil {
		return nil, fmt.Errorf("words of language %s: %w", l, err)
	}
	var c catalogue
	if err := json.Unmarshal(data, &c); err != nil {
		return nil, fmt.Errorf("words of language %s: %w", l, err)
	}
	return &c, nil
}

// lookup returns the word of the first key that the language has in the
// section, else the English one; false where neither has any of them.
func (l Language) lookup(s section, keys ...string) (string, bool) {
	for _, language := range []Language{l, English} {
		c, known := catalogues()[language]
		if !known {
			continue
		}
		for _, key := range keys {
			if word, found := s(c)[key]; found {
				return word, true
			}
		}
	}
	return "", false
}
