package format

import (
	"unicode/utf8"

	"blyant/internal/answer"
)

// usualSize is what an answer of ten periods takes, so that the buffer of a short
// one never grows.
const usualSize = 8 << 10

// JSON writes the body of the answer as one JSON value and a line end. Members
// keep their order, numbers their digits.
//
// It appends bytes rather than going through encoding/json, which needs some
// fifteen times as long for a schedule and would drop the zeros of 1950.00.
func JSON(a answer.Answer) []byte { return AppendJSON(make([]byte, 0, usualSize), a) }

// AppendJSON appends the same to dst.
func AppendJSON(dst []byte, a answer.Answer) []byte { return append(appendJSON(dst, a.Body), '\n') }

func appendJSON(dst []byte, n answer.Node) []byte {
	switch n := n.(type) {
	case answer.Cell:
		return appendJSONCell(dst, n)
	case *answer.Cell:
		return appendJSONCell(dst, *n)
	case answer.Record:
		dst = append(dst, '{')
		for i, m := range n {
			dst = appendJSONName(dst, i, m.Name)
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
	case answer.Table:
		return appendJSONRows(dst, n)
	}
	return append(dst, "null"...)
}

// appendJSONRows appends a table as a list of objects, row by row.
func appendJSONRows(dst []byte, t answer.Table) []byte {
	names := namesOf(t.Columns)
	dst = append(dst, '[')
	first := true
	for record := range t.Each {
		if !first {
			dst = append(dst, ',')
		}
		first = false
		dst = append(dst, '{')
		for i := range t.Columns {
			dst = append(dst, names[i]...)
			dst = appendJSONValue(dst, &t.Columns[i], record)
		}
		dst = append(dst, '}')
	}
	return append(dst, ']')
}

// namesOf are the columns' names as they stand in each row.
func namesOf(columns []answer.Column) []string {
	names, buffer := make([]string, len(columns)), make([]byte, 0, 32*len(columns))
	for i := range columns {
		buffer = appendJSONName(buffer, i, columns[i].Name)
	}
	all := string(buffer)
	for i := range columns {
		end := len(appendJSONName(buffer[:0], i, columns[i].Name))
		names[i], all = all[:end], all[end:]
	}
	return names
}

// appendJSONValue appends a record's value of a column.
func appendJSONValue(dst []byte, c *answer.Column, record any) []byte {
	x := c.Number(record)
	switch {
	case x == nil:
		return appendJSONCell(dst, c.Of(record))
	case x.IsNull():
		return append(dst, "null"...)
	}
	return x.Append(dst)
}

// appendJSONName appends the name of an object's member i.
func appendJSONName(dst []byte, i int, name string) []byte {
	if i > 0 {
		dst = append(dst, ',')
	}
	return append(appendJSONString(dst, name), ':')
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
