// Package input reads a request, from a query, a form body or JSON, into the
// records of the model. It is strict, it goes by the vocabulary, and it reports
// every fault at once.
//
// A Shape is the tree of a request: the fields of an object and its members,
// which are objects themselves, or lists of objects. The same shape is read from
// JSON, where it stands as it is, and from a query, where it is flat.
//
// A field has one name and one meaning in all three. Nothing is ignored: an
// unknown name, a name given twice, a value of the wrong form and data after
// the end are faults, each with its field as the caller wrote it (basket_value,
// ten.basket_value, scenarios[1].basket_value) and, where one can be guessed,
// what was probably meant. Nothing is guessed in the reading itself.
//
// An empty text and JSON null mean that the field is absent. Numbers keep the
// digits they were given with; locale.ParseNumber and locale.ParseJSONNumber say
// which texts are numbers. Ranges and required fields are checked by the shape's
// Check where it has one, else by vocabulary.CheckRecord.
//
// The reasons of faults are listed in reasons.go.
package input

import (
	"io"
	"slices"

	"blyant/model/vocabulary"
)

// Shape is an object of a request.
type Shape struct {
	Part    string // what its fields are a part of, in the vocabulary; empty: the calculator
	Fields  []vocabulary.Field
	Members []Member
	Refused []string // fields that are known and never taken; Check says why
	Partial bool     // a required field may be missing: Check knows when
	// Check returns the faults of a record of this shape, but for those of its
	// members; ignore holds the fields whose fault is known already. Where it
	// is nil the fields are checked one by one.
	Check func(record any, ignore ...string) vocabulary.Faults
	// Rows reads a body of rows, such as CSV, into the record, whose other
	// fields stand in the query; nil where a request has no rows. Its error is
	// of type vocabulary.Faults, or the body's.
	Rows func(record any, body io.Reader, d RowDialect) error
}

// Tabular reports whether a request needs rows: a query has no room for it.
func (s Shape) Tabular() bool {
	return slices.ContainsFunc(s.Members, func(m Member) bool { return m.Form == Table })
}

// RowDialect is what a query says about a body of rows; what is zero is to be found.
type RowDialect struct {
	Decimal   byte // '.' or ','
	Delimiter rune // ',', ';' or a tab
}

// member returns the member of that form, nil where there is none.
func (s Shape) member(form Form) *Member {
	i := slices.IndexFunc(s.Members, func(m Member) bool { return m.Form == form })
	if i < 0 {
		return nil
	}
	return &s.Members[i]
}

// With returns the shape of a record that holds one of this shape, which to
// finds, and has fields beside.
func (s Shape) With(to func(record any) any, beside ...vocabulary.Field) Shape {
	out := Shape{Part: s.Part, Refused: s.Refused, Partial: s.Partial, Check: func(record any, ignore ...string) vocabulary.Faults {
		return append(s.check(to(record), ignore), vocabulary.CheckRecord(record, beside, ignore...)...)
	}}
	for _, f := range s.Fields {
		out.Fields = append(out.Fields, f.Within(to))
	}
	out.Fields = append(out.Fields, beside...)
	for _, m := range s.Members {
		place := m.place
		m.place = func(record any, key string) any { return place(to(record), key) }
		out.Members = append(out.Members, m)
	}
	return out
}

func (s Shape) check(record any, ignore []string) vocabulary.Faults {
	if s.Check != nil {
		return s.Check(record, ignore...)
	}
	return vocabulary.CheckRecord(record, s.Fields, ignore...)
}

// optional is the shape without its required fields: they may come from
// elsewhere.
func (s Shape) optional() Shape {
	fields := slices.Clone(s.Fields)
	for i := range fields {
		fields[i].Required = false
	}
	return Shape{Fields: fields}
}
