package format

import (
	"unicode/utf8"

	"blyant/internal/answer"
	"blyant/model/vocabulary"
)

func appendJSONNumber(dst []byte, x *vocabulary.Rounded) []byte {
	if x.IsNull() {
		return append(dst, "null"...)
	}
	return x.Append(dst)
}

// AppendJSONString appends a text as JSON has it.
func AppendJSONString(dst []byte, text string) []byte { return appendJSONString(dst, text) }

// AppendJSONCell appends a cell as JSON has it.
func AppendJSONCell(dst []byte, c *answer.Cell) []byte {
	if c.Kind == answer.Decimal || c.Kind == answer.Whole {
		return c.Number.Append(dst)
	}
	return appendJSONCell(dst, *c)
}

func appendJSONCell(dst []byte, c answer.Cell) []byte {
	switch c.Kind {
	case answer.Text:
		return appendJSONString(dst, c.Words)
	case answer.Whole, answer.Decimal, answer.Boolean:
		return c.Append(dst)
	case answer.Percent:
		return append(c.Append(append(dst, '"')), '"')
	case answer.Several:
		dst = append(dst, '[')
		for i, v := range c.List {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = appendJSONCell(dst, v)
		}
		return append(dst, ']')
	}
	return append(dst, "null"...)
}

const hexDigits = "0123456789abcdef"

// appendJSONString appends s in quotes. Beside what JSON demands it escapes
// U+2028 and U+2029, which end a line in old JavaScript, and DEL.
func appendJSONString(dst []byte, s string) []byte {
	dst = append(dst, '"')
	start := 0
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c < ' ' || c == '"' || c == '\\' || c == 0x7f {
				dst = append(dst, s[start:i]...)
				dst = appendJSONEscape(dst, c)
				start = i + 1
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == '\u2028' || r == '\u2029' || (r == utf8.RuneError && size == 1) {
			dst = append(dst, s[start:i]...)
			dst = append(dst, '\\', 'u', hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
			start = i + size
		}
		i += size
	}
	dst = append(dst, s[start:]...)
	return append(dst, '"')
}

func appendJSONEscape(dst []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(dst, '\\', c)
	case '\n':
		return append(dst, '\\', 'n')
	case '\r':
		return append(dst, '\\', 'r')
	case '\t':
		return append(dst, '\\', 't')
	}
	return append(dst, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
}
