package workbook

import (
	"strconv"
	"strings"
)

// A formula is written once for a whole line, in a small notation that is turned
// into cells:
//
//	[orders]    the cell of the line "orders" in this column
//	[orders^]   the one a column before
//	[orders>]   the one a column after
//	[orders:]   the whole line, fixed
//	@horizon    a cell or range that stands alone: an input, a number derived from them
type formula []part

type part struct {
	kind byte // 0 text, '.' cell in this column, '^' in the one before, '>' after, ':' line, '@' cell that stands alone
	text string
}

// parse reads a formula in the notation above.
func parse(text string) formula {
	var f formula
	for text != "" {
		i := strings.IndexAny(text, "[@")
		if i < 0 {
			return append(f, part{text: text})
		}
		if i > 0 {
			f = append(f, part{text: text[:i]})
		}
		if text[i] == '@' {
			end := i + 1
			for end < len(text) && (text[end] == '_' || 'a' <= text[end] && text[end] <= 'z') {
				end++
			}
			f, text = append(f, part{'@', text[i+1 : end]}), text[end:]
			continue
		}
		inside, rest, _ := strings.Cut(text[i+1:], "]")
		kind := byte('.')
		if name, before := strings.CutSuffix(inside, "^"); before {
			kind, inside = '^', name
		} else if name, after := strings.CutSuffix(inside, ">"); after {
			kind, inside = '>', name
		} else if name, all := strings.CutSuffix(inside, ":"); all {
			kind, inside = ':', name
		}
		f, text = append(f, part{kind, inside}), rest
	}
	return f
}

// render writes the formula for a column of a sheet.
func (sc *scope) render(f formula, on *sheet, col int) string {
	var out strings.Builder
	for _, p := range f {
		switch p.kind {
		case 0:
			out.WriteString(p.text)
		case '@':
			out.WriteString(sc.area(p.text).seen(on))
		case '.':
			if p.text == "number" { // of the period: it stands at the head of every sheet on which time runs across
				out.WriteString(on.book.letters(col) + "$" + strconv.Itoa(headRow))
				continue
			}
			fallthrough
		default:
			l := sc.line(p.text)
			out.WriteString(l.sheet.seen(on))
			switch row := strconv.Itoa(l.row); p.kind {
			case '.':
				out.WriteString(l.sheet.book.letters(col) + row)
			case '^':
				out.WriteString(l.sheet.book.letters(col-1) + row)
			case '>':
				out.WriteString(l.sheet.book.letters(col+1) + row)
			default:
				out.WriteString("$" + letters(l.first) + "$" + row + ":$" + letters(l.last) + "$" + row)
			}
		}
	}
	return out.String()
}

// words writes a text as a formula holds it.
func words(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }

// array writes an array constant of texts.
func array(texts []string) string { return "{" + list(texts) + "}" }

// list writes texts as arguments.
func list(texts []string) string {
	quoted := make([]string, len(texts))
	for i, t := range texts {
		quoted[i] = words(t)
	}
	return strings.Join(quoted, ",")
}
