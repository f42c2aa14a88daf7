package workbook

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

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
