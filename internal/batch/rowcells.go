package batch

import (
	"strings"

	"blyant/internal/answer"
	"blyant/internal/format"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model/vocabulary"
)

// cells are rows of a table: id, the figures, error; the last one is #trailer,
// rows, errors, and that of a stream which broke off #error and why.
type cells struct {
	format.Dialect
	figures []vocabulary.Figure
	lang    locale.Language
}

func (c cells) head(dst []byte) []byte {
	if !c.Header {
		return dst
	}
	names := []string{"id"}
	for _, f := range c.figures {
		names = append(names, f.Name)
	}
	return c.AppendHeader(dst, append(names, "error")...)
}

func (c cells) row(dst []byte, id input.ID, values []answer.Cell) []byte {
	row := make([]answer.Cell, 0, len(values)+2)
	row = append(row, idCell(id))
	row = append(row, values...)
	return c.AppendRow(dst, append(row, answer.String("")))
}

func (c cells) fault(dst []byte, id input.ID, faults vocabulary.Faults) []byte {
	row := make([]answer.Cell, len(c.figures)+2)
	row[0] = idCell(id)
	row[len(row)-1] = answer.String(strings.Join(c.lang.Faults(faults), " "))
	return c.AppendRow(dst, row)
}

func (c cells) trailer(dst []byte, n Counts) []byte {
	return c.AppendRow(dst, []answer.Cell{answer.String("#trailer"), answer.Int(int(n.Rows)), answer.Int(int(n.Errors))})
}

func (c cells) broken(dst []byte, why string) []byte {
	return c.AppendRow(dst, []answer.Cell{answer.String("#error"), answer.String(why)})
}

// idCell is the id as words: a number too is echoed with the digits it was given.
func idCell(id input.ID) answer.Cell { return answer.String(id.Text) }
