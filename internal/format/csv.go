package format

import (
	"blyant/internal/answer"
	"blyant/internal/locale"
)

// Dialect is how a table is written. The zero value but for Header is what
// IMPORTDATA, Power Query and pandas expect: commas, points, machine names.
type Dialect struct {
	Comma     bool            // a decimal comma in numbers
	Delimiter byte            // between cells: ',', ';' or a tab; 0 is ','
	Header    bool            // a first row with the names of the columns
	Excel     bool            // byte-order mark, CRLF, and labels of Lang for names
	Lang      locale.Language // language of the labels
}

// byteOrderMark tells Excel that a CSV file is UTF-8.
const byteOrderMark = "\ufeff"

// CSV writes the table as RFC 4180 has it: rectangular, cells quoted where they
// need it, lines ended by LF (CRLF for Excel). With a tab for a delimiter it is
// TSV, quoted in the same way. A null cell is empty.
//
// Words that a spreadsheet would take for a formula (they begin with =, +, -,
// @, a tab or a line end) get an apostrophe before them. Numbers never do.
func CSV(t answer.Table, d Dialect) []byte { return AppendCSV(make([]byte, 0, usualSize), t, d) }

// AppendCSV appends the same to dst.
func AppendCSV(dst []byte, t answer.Table, d Dialect) []byte {
	w := csvRows.Get().(*csvRowWriter) // the pool holds nothing else
	w.begin(dst, t, d)
	t.Each(w.each)
	return w.end()
}

// AppendHeader appends the header of a table with these columns, and before it
// what the dialect begins a file with.
func (d Dialect) AppendHeader(dst []byte, columns ...string) []byte {
	w := d.onto(dst)
	if d.Excel {
		w.dst = append(w.dst, byteOrderMark...)
	}
	for i, name := range columns {
		if d.Excel {
			name = d.Lang.Label(name)
		}
		w.delimit(i)
		w.words(name)
	}
	w.endLine(false)
	return w.dst
}

// AppendRow appends a row of a table.
func (d Dialect) AppendRow(dst []byte, cells []answer.Cell) []byte {
	w := d.onto(dst)
	for i, c := range cells {
		w.delimit(i)
		w.cell(c)
	}
	w.endLine(false)
	return w.dst
}

// onto is a table whose bytes are appended to others.
func (d Dialect) onto(dst []byte) table {
	if d.Delimiter == 0 {
		d.Delimiter = ','
	}
	return table{dialect: d, dst: dst}
}

// table is a table on its way into bytes.
type table struct {
	dialect Dialect
	dst     []byte
}

func (w *table) header(columns []answer.Column) {
	for i, c := range columns {
		name := c.Name
		if w.dialect.Excel {
			name = w.dialect.Lang.Label(name)
		}
		w.delimit(i)
		w.words(name)
	}
	w.endLine(len(columns) == 1 && columns[0].Name == "")
}

// named writes a cell; where it names a figure Excel gets its label.
func (w *table) named(column *answer.Column, c answer.Cell) {
	if column.Names && w.dialect.Excel {
		c.Words = w.dialect.Lang.Label(c.Words)
	}
	w.cell(c)
}

func (w *table) delimit(column int) {
	if column > 0 {
		w.dst = append(w.dst, w.dialect.Delimiter)
	}
}

// endLine ends a line. A lone empty cell is written as "", since readers skip
// a line with nothing on it.
func (w *table) endLine(blank bool) {
	if blank {
		w.dst = append(w.dst, `""`...)
	}
	if w.dialect.Excel {
		w.dst = append(w.dst, '\r')
	}
	w.dst = append(w.dst, '\n')
}
