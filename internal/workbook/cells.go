package workbook

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode/utf8"
)

// cell is one cell of a sheet: a format, and a formula with the value that it
// has at download, or a value alone. The zero cell is none.
type cell struct {
	style   int
	formula string
	shared  int    // number of the formula that a range shares, 0 where it is the cell's own
	over    string // of the first cell of such a range: the range
	value   any    // float64, int, string, bool, or nil for none
}

func (c cell) absent() bool {
	return c.style == 0 && c.formula == "" && c.shared == 0 && c.value == nil
}

// sheetData writes the rows as the file holds them. Numbers are written with the
// digits that tell one double from its neighbours, texts where they stand.
func (s *sheet) sheetData() []byte {
	dst := append(make([]byte, 0, 64*s.count()+64), "<sheetData>"...)
	for i, row := range s.rows {
		if row == nil {
			continue
		}
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
		dst = append(dst, "</row>"...)
	}
	return append(dst, "</sheetData>"...)
}

func (s *sheet) count() (cells int) {
	for _, row := range s.rows {
		cells += len(row)
	}
	return cells
}

// append writes the cell in that column and row.
func (c cell) append(dst []byte, column, row string) []byte {
	dst = append(append(append(append(dst, `<c r="`...), column...), row...), '"')
	if c.style > 0 {
		dst = append(strconv.AppendInt(append(dst, ` s="`...), int64(c.style), 10), '"')
	}
	isFormula := c.formula != "" || c.shared > 0
	switch v := c.value.(type) {
	case string:
		if isFormula {
			dst = c.appendFormula(append(dst, ` t="str">`...))
			return append(appendEscaped(append(dst, "<v>"...), v), "</v></c>"...)
		}
		dst = append(dst, ` t="inlineStr"><is><t xml:space="preserve">`...)
		return append(appendEscaped(dst, v), "</t></is></c>"...)
	case bool:
		return append(dst, ` t="b"><v>`+map[bool]string{false: "0", true: "1"}[v]+"</v></c>"...)
	case float64:
		dst = c.appendFormula(append(dst, '>'))
		return append(strconv.AppendFloat(append(dst, "<v>"...), v, 'f', -1, 64), "</v></c>"...)
	case int:
		dst = c.appendFormula(append(dst, '>'))
		return append(strconv.AppendInt(append(dst, "<v>"...), int64(v), 10), "</v></c>"...)
	}
	return append(c.appendFormula(append(dst, '>')), "</c>"...)
}

func (c cell) appendFormula(dst []byte) []byte {
	switch {
	case c.shared > 0 && c.over != "":
		dst = strconv.AppendInt(append(append(append(dst, `<f t="shared" ref="`...), c.over...), `" si="`...), int64(c.shared-1), 10)
		return append(appendEscaped(append(dst, `">`...), c.formula), "</f>"...)
	case c.shared > 0:
		return append(strconv.AppendInt(append(dst, `<f t="shared" si="`...), int64(c.shared-1), 10), `"></f>`...)
	case c.formula != "":
		return append(appendEscaped(append(dst, "<f>"...), c.formula), "</f>"...)
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
