package orders

import (
	"strings"
)

// delimiterOf takes what stands most often between the names of the header. Two
// equally frequent ones are not told apart.
func delimiterOf(text string) (rune, error) {
	counts := headerMarks(text)
	best, twice := ',', false
	for _, c := range ";\t|" {
		if counts[c] > counts[best] {
			best, twice = c, false
		} else if counts[c] == counts[best] {
			twice = true
		}
	}
	switch {
	case counts[best] == 0:
		return 0, refuse("delimiter", "required", "delimiter_not_found", "delimiter=comma")
	case twice:
		return 0, refuse("delimiter", "required", "delimiter_unclear", "delimiter=comma, delimiter=semicolon")
	}
	return best, nil
}

// headerMarks counts delimiters of the first line outside quotes.
func headerMarks(text string) map[rune]int {
	counts, quoted := map[rune]int{}, false
	for _, c := range text {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\n' || c == '\r':
			return counts
		case strings.ContainsRune(",;\t|", c):
			counts[c]++
		}
	}
	return counts
}
