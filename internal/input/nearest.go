package input

import (
	"strings"
	"unicode"
)

// Nearest returns which of the known names was probably meant by the one that
// was written, empty where none is near it.
func Nearest(written string, known []string) string {
	names := make([]name, len(known))
	for i, k := range known {
		names[i] = name{plainName(k), k} // NOK and Many are near to nok and Manny
	}
	return suggest(written, names)
}

// onlyPartOf returns the name that begins or ends with the words written, if
// there is just one (rebate → rebate_rate).
func onlyPartOf(words string, known []name) string {
	hint := ""
	for _, n := range known {
		if !strings.HasPrefix(n.bare, words+"_") && !strings.HasSuffix(n.bare, "_"+words) {
			continue
		}
		if hint != "" {
			return ""
		}
		hint = n.full
	}
	return hint
}

// plainName writes a name the way ours are written: the last part of a path, in
// lower case, with underscores between the words.
func plainName(written string) string {
	var b strings.Builder
	lower := false
	for _, r := range written[strings.LastIndex(written, ".")+1:] {
		switch {
		case strings.ContainsRune("- :/", r):
			r = '_'
		case unicode.IsUpper(r) && lower:
			b.WriteByte('_')
		}
		lower = unicode.IsLower(r)
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// distance is the number of letters to insert, delete, replace or swap with
// their neighbour to make b of a (optimal string alignment).
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range row {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}
