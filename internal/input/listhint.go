package input

import (
	"slices"
	"strings"

	"blyant/internal/locale"
	"blyant/model/vocabulary"
)

// longestHint bounds the lists that are written again for a hint, in bytes.
const longestHint = 200

// lineEnds separate what was copied out of several cells.
const lineEnds = "\t\n\v\f\r"

// listHint is what a list in a text was probably meant as, empty where it reads
// best as it stands. It holds the numbers meant, never others, on one line.
func (r reader) listHint(f vocabulary.Field, text string) string {
	if text == "" || len(text) > longestHint {
		return ""
	}
	if inside := Trim(strings.Trim(text, "[](){}")); inside != text { // as programs write lists
		if hint := r.list(f, parts(inside, r.separator()), r.Comma); hint != "" {
			return hint
		}
		text = inside
	}
	if r.maybeSpaced(text) {
		if hint := r.otherSeparators(f, text, true); hint != "" {
			return hint
		}
	}
	return r.byMarks(f, text)
}

// maybeSpaced reports whether values may stand between spaces, which else group
// thousands.
func (r reader) maybeSpaced(text string) bool {
	return strings.Contains(text, " ") && strings.ContainsAny(text, ".,%") && !strings.ContainsAny(text, lineEnds) && !strings.Contains(text, r.separator())
}

// byMarks is the list that commas, semicolons or line ends make of a text.
func (r reader) byMarks(f vocabulary.Field, text string) string {
	cells := strings.ContainsAny(text, lineEnds)
	switch {
	case cells || !r.Comma && strings.Contains(text, ";"):
		return r.otherSeparators(f, text, cells)
	case strings.Contains(text, ";") || !strings.Contains(text, ","):
		return ""
	case r.Comma:
		return joined(r.list(f, parts(text, ","), false), r.list(f, pairs(text), true))
	}
	return r.list(f, pairs(text), true)
}

// otherSeparators is the list of a text whose values stand in lines or between
// spaces, or between semicolons where commas are expected.
func (r reader) otherSeparators(f vocabulary.Field, text string, cells bool) string {
	separators := lineEnds + ";"
	if !strings.ContainsAny(text, separators) {
		separators = " "
	}
	values := slices.DeleteFunc(parts(text, separators), func(s string) bool { return Trim(s) == "" })
	if len(values) < 2 {
		return ""
	}
	if hint := r.list(f, values, r.Comma); hint != "" {
		return hint
	}
	hint := r.list(f, values, !r.Comma)
	if hint != "" && !cells && !r.Comma {
		return locale.HintDecimalComma
	}
	return hint
}

// pairs takes every other comma for a decimal mark: 0,6,0,7 is 0,6 and 0,7.
func pairs(text string) []string {
	values := parts(text, ",")
	if len(values)%2 != 0 {
		return nil
	}
	var all []string
	for i := 0; i < len(values); i += 2 {
		all = append(all, values[i]+","+values[i+1])
	}
	return all
}

// list writes values as a list of the field, empty where one of them is no
// number with that decimal mark or out of range.
func (r reader) list(f vocabulary.Field, values []string, comma bool) string {
	read := r
	read.Comma = comma
	written := make([]string, len(values))
	for i, text := range values {
		one := elementOf(f, i)
		parsed, err := read.parse(one, textValue(text))
		if err != nil || len(one.Check(vocabulary.Value{Number: parsed.Decimal})) > 0 {
			return ""
		}
		written[i] = r.again(f, text, parsed)
	}
	list := strings.Join(written, r.separator())
	if r.doubtful(list) {
		return strings.Join(written, r.separator()+" ")
	}
	return list
}

// again writes a number that was read from a text in the dialect. Where bare
// numbers are percentages it stays bare if it was.
func (r reader) again(f vocabulary.Field, text string, parsed locale.Parsed) string {
	written := r.written(parsed)
	if r.Percent && f.TakesPercent() && !strings.HasSuffix(Trim(text), "%") {
		return strings.TrimSuffix(written, "%")
	}
	return written
}
