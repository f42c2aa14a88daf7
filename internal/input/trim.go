package input

import (
	"strings"
	"unicode"
)

// Trim takes off a text what comes along when it is copied out of a cell or a
// page: white space, line ends, a byte-order mark, and the marks that join
// characters or set their direction, none of which can be seen.
func Trim(text string) string {
	if text == "" || visible(text[0]) && visible(text[len(text)-1]) { // nearly always
		return text
	}
	return strings.TrimFunc(text, blank)
}

func visible(b byte) bool { return b > ' ' && b < 0x7f }

func blank(r rune) bool {
	switch {
	case unicode.IsSpace(r), r == 0xFEFF: // the byte-order mark
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2069:
		return true
	}
	return false
}

// oneLine puts a text on one line, as errors in a cell or a log need it.
func oneLine(text string) string {
	if !strings.ContainsFunc(text, endsLine) {
		return text
	}
	return strings.Join(strings.FieldsFunc(text, endsLine), " ")
}

func endsLine(r rune) bool {
	return r >= '\t' && r <= '\r' || r == 0x85 || r == 0x2028 || r == 0x2029
}
