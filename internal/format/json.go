package format

import (
	"blyant/internal/answer"
	"blyant/internal/locale"
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
func AppendJSON(dst []byte, a answer.Answer) []byte {
	if a.Body == nil && a.Sections != nil {
		dst = appendJSONSections(append(dst, '{'), 0, a.Sections, a.Result, a.Lang)
		return append(dst, '}', '\n')
	}
	return append(appendJSON(dst, a.Body), '\n')
}

// appendJSONSections appends the sections of a record as members of an object that
// has some already: what answer.Members makes a tree of, without the tree.
func appendJSONSections(dst []byte, has int, sections []answer.Section, record any, lang locale.Language) []byte {
	for i := range sections {
		s := &sections[i]
		if s.Absent(record) {
			continue
		}
		dst = appendJSONName(dst, has, s.Name)
		dst = appendJSONSection(dst, s, record, lang)
		has++
	}
	return dst
}

func appendJSONSection(dst []byte, s *answer.Section, record any, lang locale.Language) []byte {
	switch s.Kind {
	case answer.Value:
		return appendJSONValue(dst, &s.Columns[0], record)
	case answer.Group:
		part := s.Inside(record)
		dst = appendJSONColumns(append(dst, '{'), 0, s.Columns, part)
		return append(appendJSONSections(dst, len(s.Columns), s.Sections, part, lang), '}')
	case answer.Inputs:
		part := s.Inside(record)
		before := len(dst) + 1
		dst = appendJSONSections(append(dst, '{'), 0, s.Sections, part, lang)
		return append(appendJSONColumns(dst, len(dst)-before, s.Columns, part), '}')
	case answer.Rows, answer.Notes:
		return appendJSONRows(dst, s.Table(record, lang))
	}
	return appendJSON(dst, s.Node(record, lang))
}

// appendJSONColumns appends a record's values as members of an object that has some
// already.
func appendJSONColumns(dst []byte, has int, columns []answer.Column, record any) []byte {
	for i := range columns {
		dst = appendJSONName(dst, has+i, columns[i].Name)
		dst = appendJSONValue(dst, &columns[i], record)
	}
	return dst
}

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

// appendJSONValue appends a record's value of a column.
func appendJSONValue(dst []byte, c *answer.Column, record any) []byte {
	if x := c.Number(record); x != nil {
		return appendJSONNumber(dst, x)
	}
	return appendJSONCell(dst, c.Of(record))
}

// appendJSONName appends the name of an object's member i.
func appendJSONName(dst []byte, i int, name string) []byte {
	if i > 0 {
		dst = append(dst, ',')
	}
	return append(appendJSONString(dst, name), ':')
}
