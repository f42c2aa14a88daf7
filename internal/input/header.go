package input

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"blyant/model/vocabulary"
)

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
