package batch

import (
	"strconv"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/format"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/internal/option"
	"blyant/model/vocabulary"
)

// rowsOut is how rows are written; each function appends.
type rowsOut interface {
	head(dst []byte) []byte
	row(dst []byte, id input.ID, values []answer.Cell) []byte
	fault(dst []byte, id input.ID, faults vocabulary.Faults) []byte
	trailer(dst []byte, c Counts) []byte
	broken(dst []byte, why string) []byte
}

func (s *Stream) rowsOut() rowsOut {
	if s.Out == option.NDJSON {
		return newLines(s.Figures, s.Lang)
	}
	return cells{s.Dialect, s.Figures, s.Lang}
}

// lines are rows of NDJSON:
//
//	{"id":…,"summary":{…}}
//	{"id":…,"error":{"detail":…,"errors":[…]}}
//	{"trailer":{"rows":…,"errors":…}}
type lines struct {
	figures []vocabulary.Figure
	names   []string // each figure's, as it stands before its value
	lang    locale.Language
}

func newLines(figures []vocabulary.Figure, l locale.Language) lines {
	out := lines{figures: figures, lang: l}
	for i, f := range figures {
		name := string(format.AppendJSONString(nil, f.Name)) + ":"
		if i > 0 {
			name = "," + name
		}
		out.names = append(out.names, name)
	}
	return out
}

func (lines) head(dst []byte) []byte { return dst }

func (l lines) row(dst []byte, id input.ID, values []answer.Cell) []byte {
	dst = append(appendID(dst, id), `,"summary":{`...)
	for i := range values {
		dst = append(dst, l.names[i]...)
		dst = format.AppendJSONCell(dst, &values[i])
	}
	return append(dst, "}}\n"...)
}

// appendID begins a row: the id as it was given, null where there is none.
func appendID(dst []byte, id input.ID) []byte {
	dst = append(dst, `{"id":`...)
	switch {
	case id.Text == "":
		return append(dst, "null"...)
	case id.Number:
		return append(dst, id.Text...)
	}
	return format.AppendJSONString(dst, id.Text)
}

func (l lines) fault(dst []byte, id input.ID, faults vocabulary.Faults) []byte {
	dst = append(appendID(dst, id), `,"error":{"detail":`...)
	dst = format.AppendJSONString(dst, strings.Join(l.lang.Faults(faults), " "))
	dst = append(dst, `,"errors":[`...)
	for i, f := range faults {
		if i > 0 {
			dst = append(dst, ',')
		}
		separator := byte('{')
		for _, member := range [][2]string{{"field", f.Field}, {"code", string(f.Code)}, {"message", l.lang.Fault(f)}, {"hint", f.Hint}, {"value", f.Value}} {
			dst = format.AppendJSONString(append(dst, separator), member[0])
			dst = format.AppendJSONString(append(dst, ':'), member[1])
			separator = ','
		}
		dst = append(dst, '}')
	}
	return append(dst, "]}}\n"...)
}

func (lines) trailer(dst []byte, c Counts) []byte {
	dst = strconv.AppendInt(append(dst, `{"trailer":{"rows":`...), c.Rows, 10)
	dst = strconv.AppendInt(append(dst, `,"errors":`...), c.Errors, 10)
	return append(dst, "}}\n"...)
}

func (lines) broken(dst []byte, why string) []byte {
	dst = format.AppendJSONString(append(dst, `{"error":{"detail":`...), why)
	return append(dst, ",\"errors\":[]}}\n"...)
}

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
