package format

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"blyant/internal/answer"
)

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
