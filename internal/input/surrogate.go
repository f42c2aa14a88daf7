package input

import (
	"strconv"
	"unicode/utf16"
)

// loneSurrogate reports whether a text that is valid JSON escapes half a
// character (\ud83d without its other half). encoding/json would put U+FFFD
// there and say nothing.
func loneSurrogate(raw []byte) bool {
	for i := 0; i < len(raw); i++ {
		if raw[i] != '\\' {
			continue
		}
		i++ // what is escaped, so that an escaped backslash begins nothing
		first, ok := escaped(raw, i)
		if !ok || !utf16.IsSurrogate(first) {
			continue
		}
		second, _ := escaped(raw, i+6)
		if raw[min(i+5, len(raw)-1)] != '\\' || utf16.DecodeRune(first, second) == '\uFFFD' {
			return true
		}
		i += 6
	}
	return false
}

// escaped reads the code unit of an escape whose letter u is at raw[i].
func escaped(raw []byte, i int) (rune, bool) {
	if i+5 > len(raw) || raw[i] != 'u' {
		return 0, false
	}
	unit, err := strconv.ParseUint(string(raw[i+1:i+5]), 16, 16)
	return rune(unit), err == nil
}
