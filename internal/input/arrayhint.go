package input

import (
	"slices"
	"strconv"
	"strings"

	"blyant/internal/locale"
	"blyant/model/vocabulary"
)

// arrayHint is a text as the array that JSON has for a list.
func (r reader) arrayHint(f vocabulary.Field, text string) string {
	if len(text) > longestHint {
		return ""
	}
	separators := r.separator() + lineEnds
	list := array(f, parts(text, separators), r.Comma)
	if !r.doubtful(text) {
		return list
	}
	return joined(array(f, []string{text}, true), list)
}

// array writes values as JSON, those with a percent sign in quotes; empty where
// one of them is no number.
func array(f vocabulary.Field, values []string, comma bool) string {
	written := make([]string, len(values))
	for i, text := range values {
		parsed, err := locale.ParseNumber(Trim(text), comma, f.TakesPercent())
		if err != nil {
			return ""
		}
		written[i] = Dialect{}.written(parsed)
		if parsed.Percent {
			written[i] = `"` + written[i] + `"`
		}
	}
	return "[" + strings.Join(written, ", ") + "]"
}

// joined are the hints that there are.
func joined(hints ...string) string {
	return strings.Join(slices.DeleteFunc(hints, func(s string) bool { return s == "" }), " or ")
}

// namesHint is a text of names as an array.
func namesHint(text string) string {
	if len(text) > longestHint {
		return ""
	}
	names := parts(text, ",;"+lineEnds)
	for i, name := range names {
		names[i] = strconv.Quote(Trim(name))
	}
	return "[" + strings.Join(names, ", ") + "]"
}
