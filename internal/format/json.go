package format

import (
	"unicode/utf8"

	"blyant/internal/answer"
)

// bytesPerCell is a generous guess at what one cell of a schedule takes with
// its name, so that the buffer seldom grows.
const bytesPerCell = 32

// JSON writes the body of the answer as one JSON value and a line end. Members
// keep their order, numbers their digits.
//
// It appends bytes rather than going through encoding/json, which needs some
// fifteen times as long for a schedule and would drop the zeros of 1950.00.
func JSON(a answer.Answer) []byte {
	dst := make([]byte, 0, bytesPerCell*(16+cells(a.Body)))
	dst = appendJSON(dst, a.Body)
	return append(dst, '\n')
}

// cells counts the values under a node.
func cells(n answer.Node) int {
	count := 0
	switch n := n.(type) {
	case answer.Record:
		for _, m := range n {
			count += cells(m.Value)
		}
	case answer.List:
		for _, item := range n.Nodes {
			count += cells(item)
		}
	default:
		return 1
	}
	return count
}

func appendJSON(dst []byte, n answer.Node) []byte {
	switch n := n.(type) {
	case answer.Cell:
		return appendJSONCell(dst, n)
	case answer.Record:
		dst = append(dst, '{')
		for i, m := range n {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = appendJSONString(dst, m.Name)
			dst = append(dst, ':')
			dst = appendJSON(dst, m.Value)
		}
		return append(dst, '}')
	case answer.List:
		dst = append(dst, '[')
		for i, item := range n.Nodes {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = appendJSON(dst, item)
		}
		return append(dst, ']')
	}
	return append(dst, "null"...)
}

func appendJSONCell(dst []byte, c answer.Cell) []byte {
	switch c.Kind {
	case answer.Text:
		return appendJSONString(dst, c.Text)
	case answer.Whole, answer.Decimal, answer.Boolean:
		return append(dst, c.Text...)
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
