package locale

import (
	"strings"
)

// fillPairs fills the places named by pairs, each name being followed by what
// stands there. Places not named stay as they stand.
func fillPairs(template string, pairs []string) string {
	return fill(template, func(place string) (string, bool) {
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == place {
				return pairs[i+1], true
			}
		}
		return "", false
	})
}

// fill replaces every {place} of a template by its value. A part in [square
// brackets] is left out where one of its places is empty; it cannot be nested.
func fill(template string, value func(place string) (string, bool)) string {
	if !strings.ContainsAny(template, "[{") {
		return template
	}
	var out strings.Builder
	for template != "" {
		before, rest, optional := strings.Cut(template, "[")
		text, _ := fillPlaces(before, value)
		out.WriteString(text)
		if !optional {
			break
		}
		inside, after, _ := strings.Cut(rest, "]")
		if text, complete := fillPlaces(inside, value); complete {
			out.WriteString(text)
		}
		template = after
	}
	return out.String()
}

// fillPlaces fills the places of a text without brackets. It reports false
// where one of them is empty or not known; one not known stays as it stands.
func fillPlaces(text string, value func(place string) (string, bool)) (string, bool) {
	var out strings.Builder
	complete := true
	for {
		before, rest, found := strings.Cut(text, "{")
		out.WriteString(before)
		if !found {
			return out.String(), complete
		}
		place, after, closed := strings.Cut(rest, "}")
		if !closed {
			out.WriteString("{" + rest)
			return out.String(), complete
		}
		word, known := value(place)
		if !known {
			word = "{" + place + "}"
		}
		complete = complete && known && word != ""
		out.WriteString(word)
		text = after
	}
}
