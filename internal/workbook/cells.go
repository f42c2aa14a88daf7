package workbook

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// cell is one cell of a sheet: a format, and a formula with the value that it
// has at download, or a value alone. The zero cell is none. There are hundreds of
// thousands of them in a large workbook, so it is small.
type cell struct {
	style  uint16
	kind   kind   // of the value
	shared uint32 // number of the formula that a range shares, 0 where it is the cell's own
	number float64
	words  *wording // nil where there are none
}

// wording is the words of a cell.
type wording struct {
	formula string
	over    string // of the first cell of a range that shares a formula: the range
	value   string
}

// kind is what the value of a cell is.
type kind uint8

const (
	nothingAtAll kind = iota
	aNumber
	aTruth
	aText
)

// newCell returns a cell; the value is a float64, int, string, bool, or nil for none.
func newCell(style int, formula string, value any) cell {
	c := cell{style: uint16(style)} //nolint:gosec // a workbook has fewer styles than that
	switch v := value.(type) {
	case float64:
		c.kind, c.number = aNumber, v
	case int:
		c.kind, c.number = aNumber, float64(v)
	case bool:
		if c.kind = aTruth; v {
			c.number = 1
		}
	case string:
		c.kind, c.words = aText, &wording{formula: formula, value: v}
		return c
	}
	if formula != "" {
		c.words = &wording{formula: formula}
	}
	return c
}

// shares makes a cell one of a range that shares a formula, which the first of
// them has.
func (c *cell) shares(number int, formula, over string) {
	c.shared = uint32(number) //nolint:gosec // of lines of a sheet
	if formula != "" {
		w := wording{formula: formula, over: over}
		if c.words != nil {
			w.value = c.words.value
		}
		c.words = &w
	}
}

func (c cell) absent() bool { return c == cell{} }

func (c cell) formula() string {
	if c.words == nil {
		return ""
	}
	return c.words.formula
}

// writeRows writes the rows as the file holds them. Numbers are written with the
// digits that tell one double from its neighbours, texts where they stand.
func (s *sheet) writeRows(w io.Writer) error {
	dst := []byte("<sheetData>")
	for i, row := range s.rows {
		if row != nil {
			dst = s.appendRow(dst, i, row)
		}
		if len(dst) < enough {
			continue
		}
		if _, err := w.Write(dst); err != nil {
			return err
		}
		dst = dst[:0]
	}
	_, err := w.Write(append(dst, "</sheetData>"...))
	return err
}

const enough = 1 << 14 // bytes to be compressed in one go

func (s *sheet) appendRow(dst []byte, i int, row []cell) []byte {
	number := strconv.Itoa(i + 1)
	dst = append(append(append(dst, `<row r="`...), number...), '"')
	if h := s.heights[i+1]; h > 0 {
		dst = append(strconv.AppendFloat(append(dst, ` ht="`...), h, 'f', -1, 64), `" customHeight="1"`...)
	}
	dst = append(dst, '>')
	for j, c := range row {
		if !c.absent() {
			dst = c.append(dst, s.book.letters(j+1), number)
		}
	}
	return append(dst, "</row>"...)
}

// append writes the cell in that column and row.
func (c cell) append(dst []byte, column, row string) []byte {
	dst = append(append(append(append(dst, `<c r="`...), column...), row...), '"')
	if c.style > 0 {
		dst = append(strconv.AppendInt(append(dst, ` s="`...), int64(c.style), 10), '"')
	}
	switch c.kind {
	case aText:
		if c.formula() != "" || c.shared > 0 {
			dst = c.appendFormula(append(dst, ` t="str">`...))
			return append(appendEscaped(append(dst, "<v>"...), c.words.value), "</v></c>"...)
		}
		dst = append(dst, ` t="inlineStr"><is><t xml:space="preserve">`...)
		return append(appendEscaped(dst, c.words.value), "</t></is></c>"...)
	case aTruth:
		return append(strconv.AppendFloat(append(dst, ` t="b"><v>`...), c.number, 'f', -1, 64), "</v></c>"...)
	case aNumber:
		dst = c.appendFormula(append(dst, '>'))
		return append(strconv.AppendFloat(append(dst, "<v>"...), c.number, 'f', -1, 64), "</v></c>"...)
	}
	return append(c.appendFormula(append(dst, '>')), "</c>"...)
}

func (c cell) appendFormula(dst []byte) []byte {
	formula := c.formula()
	switch {
	case c.shared > 0 && formula != "":
		dst = strconv.AppendUint(append(append(append(dst, `<f t="shared" ref="`...), c.words.over...), `" si="`...), uint64(c.shared-1), 10)
		return append(appendEscaped(append(dst, `">`...), formula), "</f>"...)
	case c.shared > 0:
		return append(strconv.AppendUint(append(dst, `<f t="shared" si="`...), uint64(c.shared-1), 10), `"></f>`...)
	case formula != "":
		return append(appendEscaped(append(dst, "<f>"...), formula), "</f>"...)
	}
	return dst
}

// appendEscaped writes a text as XML holds it. What XML cannot hold becomes the
// sign for that.
func appendEscaped(dst []byte, text string) []byte {
	if !strings.ContainsFunc(text, func(r rune) bool {
		return r < ' ' || r == '&' || r == '<' || r == '>' || r == '"' || r == '\'' || r >= 0xD800 && (r == utf8.RuneError || r == 0xFFFE || r == 0xFFFF)
	}) {
		return append(dst, text...)
	}
	var out strings.Builder
	_ = xml.EscapeText(&out, []byte(text)) // a builder takes everything
	return append(dst, out.String()...)
}

// used is the address of the cells that are used.
func (s *sheet) used() string {
	columns, rows, first := 1, 1, 0
	for i, row := range s.rows {
		for j, c := range row {
			if c.absent() {
				continue
			}
			if rows = i + 1; first == 0 {
				first = i + 1
			}
			columns = max(columns, j+1)
		}
	}
	return cellName(1, max(first, 1)) + ":" + cellName(columns, rows)
}

// letters returns the name of a column, which is asked for at every cell.
func (b *book) letters(col int) string {
	for len(b.columns) < col {
		b.columns = append(b.columns, letters(len(b.columns)+1))
	}
	return b.columns[col-1]
}
