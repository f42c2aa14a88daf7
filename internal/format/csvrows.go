package format

import (
	"sync"

	"blyant/internal/answer"
	"blyant/model/vocabulary"
)

// csvRowWriter writes the rows of a table. It is kept for the next one, so that a
// table takes no memory.
type csvRowWriter struct {
	table
	of      answer.Table
	numbers []*vocabulary.Rounded
	each    func(record any) bool // row, as a value
}

var csvRows = sync.Pool{New: func() any {
	w := new(csvRowWriter)
	w.each = w.row
	return w
}}

// begin writes what stands before the rows.
func (w *csvRowWriter) begin(dst []byte, t answer.Table, d Dialect) {
	w.table, w.of = d.onto(dst), t
	if d.Excel {
		w.dst = append(w.dst, byteOrderMark...)
	}
	if d.Header {
		w.header(t.Columns)
	}
}

// end returns what was written.
func (w *csvRowWriter) end() []byte {
	dst := w.dst
	clear(w.numbers)
	w.table, w.of = table{}, answer.Table{}
	csvRows.Put(w)
	return dst
}

// row writes a row.
func (w *csvRowWriter) row(record any) bool {
	start := len(w.dst)
	if w.of.Numbers != nil && !w.dialect.Comma {
		w.numbers = w.of.Numbers(w.numbers[:0], record)
		w.dst = appendNumbers(w.dst, w.dialect.Delimiter, w.numbers)
	} else {
		w.cells(record)
	}
	w.endLine(len(w.of.Columns) == 1 && len(w.dst) == start)
	return true
}

// appendNumbers appends figures with points.
func appendNumbers(dst []byte, delimiter byte, numbers []*vocabulary.Rounded) []byte {
	for i, x := range numbers {
		if i > 0 {
			dst = append(dst, delimiter)
		}
		dst = x.Append(dst)
	}
	return dst
}

// cells writes the cells of any row.
func (w *csvRowWriter) cells(record any) {
	columns := w.of.Columns
	for i := range columns {
		w.delimit(i)
		if x := columns[i].Number(record); x != nil && !w.dialect.Comma {
			w.dst = x.Append(w.dst)
			continue
		}
		w.named(&columns[i], columns[i].Of(record))
	}
}
