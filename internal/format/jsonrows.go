package format

import (
	"slices"

	"blyant/internal/answer"
	"blyant/model/vocabulary"
)

// appendJSONRows appends a table as a list of objects, row by row.
func appendJSONRows(dst []byte, t answer.Table) []byte {
	var room [usualColumns]label
	labels := labelsOf(room[:0], t.Columns)
	dst = append(dst, '[')
	first := true
	var numbers []*vocabulary.Rounded
	for record := range t.Each {
		if !first {
			dst = append(dst, ',')
		}
		first = false
		dst = append(dst, '{')
		if t.Numbers != nil {
			numbers = t.Numbers(numbers[:0], record)
			dst = append(appendJSONNumbers(dst, labels, numbers), '}')
			continue
		}
		for i := range t.Columns {
			dst = labels[i].append(dst)
			dst = appendJSONValue(dst, &t.Columns[i], record)
		}
		dst = append(dst, '}')
	}
	return append(dst, ']')
}

// appendJSONNumbers appends the values of a row of figures, each under its label.
func appendJSONNumbers(dst []byte, labels []label, numbers []*vocabulary.Rounded) []byte {
	for i, x := range numbers {
		dst = labels[i].append(dst)
		dst = appendJSONNumber(dst, x)
	}
	return dst
}

// label is a column's name as it stands in each row, in a place of a fixed size,
// which a processor copies in one go.
type label struct {
	text   [longestLabel]byte
	length int
	longer string // where it does not fit
}

// Labels up to that length, and tables of as many columns, need no memory.
const (
	longestLabel = 32
	usualColumns = 16
)

func (l *label) append(dst []byte) []byte {
	if l.longer != "" {
		return append(dst, l.longer...)
	}
	dst = slices.Grow(dst, longestLabel)
	n := len(dst)
	*(*[longestLabel]byte)(dst[n : n+longestLabel]) = l.text
	return dst[:n+l.length]
}

// labelsOf appends the columns' labels.
func labelsOf(labels []label, columns []answer.Column) []label {
	var room [4 * longestLabel]byte
	for i := range columns {
		var l label
		name := appendJSONName(room[:0], i, columns[i].Name)
		if l.length = copy(l.text[:], name); l.length < len(name) {
			l.longer = string(name)
		}
		labels = append(labels, l)
	}
	return labels
}
