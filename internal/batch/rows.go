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
