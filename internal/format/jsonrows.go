package format

import (
	"slices"
	"sync"

	"blyant/internal/answer"
	"blyant/model/vocabulary"
)

// appendJSONRows appends a table as a list of objects, row by row.
func appendJSONRows(dst []byte, t answer.Table) []byte {
	w := jsonRows.Get().(*jsonRowWriter) // the pool holds nothing else
	w.begin(append(dst, '['), t)
	t.Each(w.each)
	return append(w.end(), ']')
}

// jsonRowWriter writes rows as objects. It is kept for the next table, so that one
// takes no memory.
type jsonRowWriter struct {
	dst     []byte
	table   answer.Table
	labels  []label
	numbers []*vocabulary.Rounded
	more    bool                  // a row is there already
	each    func(record any) bool // row, as a value
}

var jsonRows = sync.Pool{New: func() any {
	w := new(jsonRowWriter)
	w.each = w.row
	return w
}}

func (w *jsonRowWriter) begin(dst []byte, t answer.Table) {
	w.dst, w.table, w.more = dst, t, false
	w.labels = appendLabels(w.labels[:0], t.Columns)
}

// end returns what was written.
func (w *jsonRowWriter) end() []byte {
	dst := w.dst
	clear(w.numbers)
	w.dst, w.table = nil, answer.Table{}
	jsonRows.Put(w)
	return dst
}

// row appends a row.
func (w *jsonRowWriter) row(record any) bool {
	dst := w.dst
	if w.more {
		dst = append(dst, ',')
	}
	w.more = true
	dst = append(dst, '{')
	if w.table.Numbers != nil {
		w.numbers = w.table.Numbers(w.numbers[:0], record)
		dst = appendJSONNumbers(dst, w.labels, w.numbers)
	} else {
		dst = appendJSONValues(dst, w.labels, w.table.Columns, record)
	}
	w.dst = append(dst, '}')
	return true
}

// appendJSONNumbers appends the values of a row of figures, each under its label.
func appendJSONNumbers(dst []byte, labels []label, numbers []*vocabulary.Rounded) []byte {
	for i, x := range numbers {
		dst = labels[i].append(dst)
		dst = appendJSONNumber(dst, x)
	}
	return dst
}

// appendJSONValues appends the values of any row, likewise.
func appendJSONValues(dst []byte, labels []label, columns []answer.Column, record any) []byte {
	for i := range columns {
		dst = labels[i].append(dst)
		dst = appendJSONValue(dst, &columns[i], record)
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

// longestLabel is how long a label is at most that has such a place.
const longestLabel = 32

func (l *label) append(dst []byte) []byte {
	if l.longer != "" {
		return append(dst, l.longer...)
	}
	dst = slices.Grow(dst, longestLabel)
	n := len(dst)
	*(*[longestLabel]byte)(dst[n : n+longestLabel]) = l.text
	return dst[:n+l.length]
}

// appendLabels appends the columns' labels.
func appendLabels(labels []label, columns []answer.Column) []label {
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
