package format

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

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

func (w *table) cell(c answer.Cell) {
	switch c.Kind {
	case answer.Null:
	case answer.Text, answer.Several:
		w.words(c.String())
	default:
		w.number(c)
	}
}

// number writes a number, in quotes only where its decimal comma is the
// delimiter too: some readers take a quoted number for words.
func (w *table) number(c answer.Cell) {
	start := len(w.dst)
	w.dst = c.Append(w.dst)
	point := -1
	if w.dialect.Comma && hasMark(c) {
		point = bytes.IndexByte(w.dst[start:], '.')
	}
	switch {
	case point < 0:
	case w.dialect.Delimiter == ',':
		w.dst = w.dst[:start]
		w.quote(mark(c, true))
	default:
		w.dst[start+point] = ','
	}
}

// words writes a label. One with any of the customary delimiters is quoted
// whatever the delimiter here: a spreadsheet that splits at another one must
// not find a formula behind it.
func (w *table) words(text string) {
	text = strings.ToValidUTF8(text, "\ufffd")
	if text == "" {
		return
	}
	if startsFormula(text) {
		text = "'" + text
	}
	if text[0] == ' ' || strings.ContainsAny(text, "\",;\t\r\n") || strings.IndexByte(text, w.dialect.Delimiter) >= 0 {
		w.quote(text)
		return
	}
	w.dst = append(w.dst, text...)
}

func (w *table) quote(text string) {
	w.dst = append(w.dst, '"')
	w.dst = append(w.dst, strings.ReplaceAll(text, `"`, `""`)...)
	w.dst = append(w.dst, '"')
}

// startsFormula reports whether a spreadsheet might take the words for a formula.
// The wide signs count as the narrow ones do on an East Asian system.
//
// White space, a byte-order mark and characters without width do not count at the
// beginning: LibreOffice evaluates what stands behind them.
func startsFormula(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	if strings.ContainsRune("\t\r\n", first) {
		return true
	}
	first, _ = utf8.DecodeRuneInString(strings.TrimLeftFunc(text, unseen))
	return strings.ContainsRune("=+-@＝＋－＠", first)
}

// unseen reports whether a character shows nothing: white space, controls, and
// what Unicode calls format characters (zero-width spaces and joiners, the
// byte-order mark, marks of direction), variation selectors and fillers.
func unseen(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector) ||
		r == '\u034f' || r == '\u115f' || r == '\u1160' || r == '\u3164' || r == '\uffa0'
}
