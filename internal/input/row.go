package input

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"blyant/model/vocabulary"
)

// ID is what a row of a stream calls itself, to be echoed as it was given; the
// zero value is that of a row without one.
type ID struct {
	Text   string
	Number bool // a JSON number, whose digits Text has
}

// idName is the member or column of a row that is echoed.
const idName = "id"

// maxID bounds an id, in characters: a UUID has 36.
const maxID = 200

// read takes the id as it was written.
func (id *ID) read(v value) *vocabulary.Fault {
	fault := vocabulary.Fault{Field: idName, Code: vocabulary.CodeMalformed, Reason: reasonIDExpected, Args: []string{v.shown()}, Value: v.shown()}
	switch {
	case v.form == formAbsent:
		return nil
	case v.form != formText && v.form != formNumber:
		return &fault
	case strings.ContainsFunc(v.text, unprintable):
		fault.Reason, fault.Args, fault.Value = reasonUnprintable, nil, ""
		return &fault
	case utf8.RuneCountInString(v.text) > maxID:
		n := strconv.Itoa(utf8.RuneCountInString(v.text))
		return &vocabulary.Fault{Field: idName, Code: vocabulary.CodeTooLong, Reason: "too_long", Args: []string{n, strconv.Itoa(maxID)}}
	}
	*id = ID{Text: v.text, Number: v.form == formNumber}
	return nil
}

// FromLine reads a line of NDJSON into the record: an object of the shape, as
// FromJSON reads it, with the row's id beside. Where the line is no object there
// is no id.
func FromLine(s Shape, line []byte, d Dialect, record any) (ID, vocabulary.Faults) {
	var id ID
	root, fault := readObject(line, nil)
	if fault != nil {
		return id, vocabulary.Faults{*fault}
	}
	var faults vocabulary.Faults
	q := newRequest(newReader(d, true), s, record)
	for _, m := range root.items {
		switch {
		case m.name != idName:
			q.member(m)
		case m.again:
			q.root.duplicate(idName)
		default:
			if fault := id.read(m); fault != nil {
				faults = append(faults, *fault)
			}
		}
	}
	return id, append(faults, q.finish()...)
}

// Header is the first row of a table: the names of the fields in its columns, in
// any order, as a query has them; beside them the row's id.
type Header struct{ names []string }

// NewHeader returns the header with these names. Its faults are names that the
// shape has not, and names given twice. The record is an empty one.
func NewHeader(s Shape, names []string, record any) (Header, vocabulary.Faults) {
	if len(names) > maxParameters {
		return Header{}, vocabulary.Faults{{Code: vocabulary.CodeTooMany, Reason: reasonTooManyParameters, Args: []string{strconv.Itoa(maxParameters)}}}
	}
	h := Header{names: make([]string, len(names))}
	q := newRequest(newReader(Dialect{}, false), s, record)
	seen := map[string]bool{}
	for i, written := range names {
		name := strings.TrimSpace(strings.TrimPrefix(written, string(byteOrderMark)))
		h.names[i] = name
		again := seen[name]
		seen[name] = true
		switch {
		case !utf8.ValidString(name):
			return Header{}, vocabulary.Faults{*malformed(reasonNotUTF8)}
		case name != idName:
			q.param(name, value{again: again})
		case again:
			q.root.duplicate(idName)
		}
	}
	return h, q.wrongNames()
}

// wrongNames returns the faults that names alone have.
func (q *request) wrongNames() vocabulary.Faults {
	faults := slices.Clone(q.root.faults)
	for _, b := range slices.Concat(q.flat(), q.named, q.items) {
		if b != q.root {
			faults = append(faults, b.faults.Under(b.prefix)...)
		}
	}
	return presentable(faults)
}

// Read reads a row of the table into the record. The faults of cells are those of
// a query's values.
func (h Header) Read(s Shape, cells []string, d Dialect, record any) (ID, vocabulary.Faults) {
	var id ID
	var faults vocabulary.Faults
	if i := slices.Index(h.names, idName); i >= 0 && i < len(cells) {
		if fault := id.read(textValue(strings.ToValidUTF8(cells[i], "\uFFFD"))); fault != nil {
			faults = append(faults, *fault)
		}
	}
	if len(cells) != len(h.names) {
		return id, vocabulary.Faults{{Code: vocabulary.CodeMalformed, Reason: reasonCells, Args: []string{strconv.Itoa(len(cells)), strconv.Itoa(len(h.names))}}}
	}
	params := make(Params, 0, len(cells))
	for i, cell := range cells {
		switch {
		case h.names[i] == idName:
		case !utf8.ValidString(cell):
			return id, vocabulary.Faults{{Field: h.names[i], Code: vocabulary.CodeMalformed, Reason: reasonNotUTF8}}
		default:
			params = append(params, Param{h.names[i], cell})
		}
	}
	return id, append(faults, FromParams(s, params, d, record)...)
}

// Cells splits a row of a table (RFC 4180): cells are in quotes where they hold
// the delimiter, a quote (written twice) or a line end, and only a whole cell is.
// It reports false where quotes stand elsewhere or are never closed.
func Cells(row []byte, delimiter byte) ([]string, bool) {
	cells := make([]string, 0, bytes.Count(row, []byte{delimiter})+1)
	for {
		cell, rest, more, ok := nextCell(row, delimiter)
		if !ok {
			return cells, false
		}
		cells = append(cells, cell)
		if !more {
			return cells, true
		}
		row = rest
	}
}

// nextCell returns the first cell of a row, and whether others follow.
func nextCell(row []byte, delimiter byte) (cell string, rest []byte, more, ok bool) {
	if len(row) == 0 || row[0] != '"' {
		plain, rest, more := bytes.Cut(row, []byte{delimiter})
		return string(plain), rest, more, bytes.IndexByte(plain, '"') < 0
	}
	var text []byte
	for row = row[1:]; ; row = row[1:] {
		end := bytes.IndexByte(row, '"')
		if end < 0 {
			return "", nil, false, false
		}
		text, row = append(text, row[:end]...), row[end+1:]
		switch {
		case len(row) == 0:
			return string(text), nil, false, true
		case row[0] == delimiter:
			return string(text), row[1:], true, true
		case row[0] != '"':
			return "", nil, false, false
		}
		text = append(text, '"')
	}
}
