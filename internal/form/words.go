package form

import (
	"embed"
	"encoding/json"
	"strconv"
	"strings"
	"sync"

	"blyant/internal/locale"
)

//go:embed words/*.json
var wordFiles embed.FS

// dictionaries holds the words of the pages, read once. The files are part of
// the program; one that cannot be read is a fault that every test meets.
var dictionaries = sync.OnceValue(func() map[locale.Language]map[string]string {
	all := map[locale.Language]map[string]string{}
	for _, l := range locale.Languages() {
		data, err := wordFiles.ReadFile("words/" + string(l) + ".json")
		if err != nil {
			panic(err)
		}
		words := map[string]string{}
		if err := json.Unmarshal(data, &words); err != nil {
			panic(string(l) + ": " + err.Error())
		}
		all[l] = words
	}
	return all
})

// word returns the words of that key with their {places} filled by the pairs
// of place and text that follow; the key itself where there are none.
func word(l locale.Language, key string, pairs ...string) string {
	text, known := dictionaries()[l][key]
	if !known {
		return key
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		text = strings.ReplaceAll(text, "{"+pairs[i]+"}", pairs[i+1])
	}
	return text
}

// counted picks the words for one or for many.
func counted(l locale.Language, key string, n int, digits string) string {
	if n == 1 {
		return word(l, key+".one", "n", digits)
	}
	return word(l, key+".many", "n", digits)
}

func itoa(n int) string { return strconv.Itoa(n) }
