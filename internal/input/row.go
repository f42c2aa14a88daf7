package input

import (
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
