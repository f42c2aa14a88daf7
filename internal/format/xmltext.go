package format

import (
	"strings"
	"unicode/utf8"
)

// isXMLName reports whether a name may be that of an element. Names of the
// vocabulary are; a label from a request (10 years) need not be, and is then
// written as <member name="10 years">.
func isXMLName(s string) bool {
	if s == "" {
		return false
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		letter := c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_'
		digit := c >= '0' && c <= '9' || c == '-' || c == '.'
		if !letter && (!digit || i == 0) {
			return false
		}
	}
	return len(s) < 3 || !strings.EqualFold(s[:3], "xml")
}

// appendXMLText appends s as character data that may also stand in an
// attribute. White space other than the blank is written as a reference, so
// that no reader normalises it; what XML 1.0 cannot hold becomes U+FFFD.
func appendXMLText(dst []byte, s string) []byte {
	start := 0
	for i := 0; i < len(s); {
		if c := s[i]; c >= ' ' && c < utf8.RuneSelf && c != '<' && c != '>' && c != '&' && c != '"' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if escape := xmlEscape(r, size); escape != "" {
			dst = append(dst, s[start:i]...)
			dst = append(dst, escape...)
			start = i + size
		}
		i += size
	}
	return append(dst, s[start:]...)
}

func xmlEscape(r rune, size int) string {
	switch r {
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '&':
		return "&amp;"
	case '"':
		return "&quot;"
	case '\t':
		return "&#9;"
	case '\n':
		return "&#10;"
	case '\r':
		return "&#13;"
	case '\ufffe', '\uffff':
		return "\ufffd"
	}
	if r < ' ' || (r == utf8.RuneError && size == 1) {
		return "\ufffd"
	}
	return ""
}
