package workbook

import (
	"strconv"
	"strings"
)

// A formula is written once for a whole column, in a small notation that is
// turned into cells:
//
//	[orders]    the cell of the column "orders" in this row
//	[orders^]   the one in the row above
//	[orders:]   the whole column, fixed
//	@horizon    a defined name, with its sheet where it is scoped to another one
type formula []part

type part struct {
	kind byte // 0 text, '.' cell in this row, '^' in the row above, ':' column, '@' name
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
		if name, above := strings.CutSuffix(inside, "^"); above {
			kind, inside = '^', name
		} else if name, all := strings.CutSuffix(inside, ":"); all {
			kind, inside = ':', name
		}
		f, text = append(f, part{kind, inside}), rest
	}
	return f
}

// column is where the cells of a table's column stand.
type column struct {
	sheet       *sheet
	letters     string
	first, last int // rows
}

// scope is where a formula finds its names and columns.
type scope struct {
	names   *sheet // the sheet that names are scoped to; nil where they are the workbook's
	columns map[string]column
}

// render writes the formula for a row of a sheet.
func (sc *scope) render(f formula, on *sheet, row int) string {
	var out strings.Builder
	for _, p := range f {
		switch p.kind {
		case 0:
			out.WriteString(p.text)
		case '@':
			if sc.names != nil && sc.names != on {
				out.WriteString(sc.names.quoted())
				out.WriteByte('!')
			}
			out.WriteString(p.text)
		default:
			sc.reference(&out, p, on, row)
		}
	}
	return out.String()
}

func (sc *scope) reference(out *strings.Builder, p part, on *sheet, row int) {
	c := sc.columns[p.text]
	if c.sheet != on {
		out.WriteString(c.sheet.quoted())
		out.WriteByte('!')
	}
	switch p.kind {
	case '.':
		out.WriteString(c.letters)
		out.WriteString(strconv.Itoa(row))
	case '^':
		out.WriteString(c.letters)
		out.WriteString(strconv.Itoa(row - 1))
	default:
		out.WriteString("$" + c.letters + "$" + strconv.Itoa(c.first) + ":$" + c.letters + "$" + strconv.Itoa(c.last))
	}
}

// at writes a formula that belongs to no row.
func (sc *scope) at(on *sheet, text string) string { return sc.render(parse(text), on, 0) }

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
