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

// Form says what a member is.
type Form uint8

// Forms of members.
const (
	Object   Form = iota // one object; in a query its fields stand bare
	List                 // a list of objects; in a query KEY.field sets a field of the item KEY
	Defaults             // an object whose values fill in what the items of the list leave out; bare in a query
	Named                // one object; in a query NAME.field sets a field of it
	Map                  // an object of objects; in a query NAME.KEY is one of them, as a text
	Base                 // an Object where the list has no items, Defaults where it has
	Table                // a long list of objects, taken one by one; in a body only
)

// Member is a named part of a request.
type Member struct {
	Name string // of the member of the JSON body
	Form Form
	Shape
	Item  string   // of a list: what one of its items is called
	Most  int      // items of a list at the most
	Keys  []string // of a map: the names it may have
	Text  Compact  // of a map: how a text stands for one of its objects
	Spare bool     // it may be left out, since another may stand in its place
	Bare  string   // of a list: the field that an item is where it is written as a list
	place func(record any, key string) any
	take  func(record, row any) vocabulary.Faults // of a table
}

// One is a member that is an object, kept where a record of type R says.
func One[R any](name string, shape Shape, at func(*R) any) Member {
	return Member{Name: name, Shape: shape, place: func(record any, _ string) any { return at(record.(*R)) }}
}

// Shared is an object of values that items leave out, likewise.
func Shared[R any](name string, shape Shape, at func(*R) any) Member {
	m := One(name, shape, at)
	m.Form = Defaults
	return m
}

// Alone is an object that is asked for where the list has no items; where it
// has, its values are those that items leave out.
func Alone[R any](name string, shape Shape, at func(*R) any) Member {
	m := One(name, shape, at)
	m.Form = Base
	return m
}

// Many is a member that is a list. add is called once for each item, in order,
// with the item's KEY in a query and the empty key in JSON, and returns a new
// item of the record; see Grow. The key is also the item's name unless one is
// given.
func Many[R any](name, item string, most int, shape Shape, add func(r *R, key string) any) Member {
	return Member{Name: name, Form: List, Shape: shape, Item: item, Most: most,
		place: func(record any, key string) any { return add(record.(*R), key) }}
}

// ManyLists is a member that is a list of lists: each is the one field of an
// item. In a query it is KEY.field.
func ManyLists[R any](name, item string, most int, field vocabulary.Field, add func(r *R, key string) any) Member {
	m := Many(name, item, most, Shape{Fields: []vocabulary.Field{field}}, add)
	m.Bare = field.Name
	return m
}

// Optional makes the member one that may be left out.
func (m Member) Optional() Member { m.Spare = true; return m }

// Grow appends an item to a list that holds at most so many, and returns it. The
// list never moves, so that items may be kept by their addresses.
func Grow[T any](list *[]T, most int) *T {
	if *list == nil {
		*list = make([]T, 0, most)
	}
	var item T
	*list = append(*list, item)
	return &(*list)[len(*list)-1]
}

// Inside returns where the record keeps the member that is an object.
func (m Member) Inside(record any) any { return m.place(record, "") }

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
