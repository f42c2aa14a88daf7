package answer

import "blyant/model/vocabulary"

// Section is a named part of an answer: what stands there, and where the result
// keeps it. It knows nothing of any one result, so that documents can be made
// from it.
type Section struct {
	Name     string
	Kind     SectionKind
	Item     string    // of a list: what one of its items is called in XML
	Columns  []Column  // what a value, group or row holds
	Sections []Section // what a group or item holds beside
	Part     string    // what its figures are a part of, in the vocabulary; empty: the calculator, of rows the section
	May      bool      // a group that may be absent: inside returns nil

	keys   func(record any) []string // of a map: the members that it has; nil: it is null
	inside func(record any) any
	each   func(record any, yield func(any) bool)
	notes  func(record any) []vocabulary.Note
	matrix func(record any) Square
	keyed  func(record any) Record
	lines  []CrossLine
	head   func(item any) string

	numbers func(places []*vocabulary.Rounded, record any) []*vocabulary.Rounded // of rows of figures
}

// SectionKind says what stands in a section.
type SectionKind uint8

// Kinds of sections.
const (
	Value  SectionKind = iota // one cell
	Group                     // a record of cells, and sections beside
	Rows                      // a list of records of cells
	Nested                    // a list of records that hold sections
	Notes                     // the remarks on the answer
	Inputs                    // the request after defaults
	Matrix                    // a list of lists of numbers
	Keyed                     // a record whose names are those of fields
	Cross                     // a table only: figures down, records across
	Map                       // a record with those of its members that there are, or null
	Lists                     // a list of lists of cells
)

// Single is a section of one value.
func Single(c Column) Section { return Section{Name: c.Name, Kind: Value, Columns: []Column{c}} }

// GroupOf is a section that is a record; inside says where the result keeps it.
func GroupOf[R any](name string, columns []Column, inside func(*R) any) Section {
	return Section{Name: name, Kind: Group, Columns: columns, inside: func(record any) any { return inside(record.(*R)) }}
}

// As names what the figures of the section are a part of.
func (s Section) As(part string) Section { s.Part = part; return s }

// NestedOf is a section that is a list of records which hold sections.
func NestedOf[R any](name, item string, sections []Section, each func(r *R, yield func(any) bool)) Section {
	return Section{Name: name, Kind: Nested, Item: item, Sections: sections, each: func(record any, yield func(any) bool) { each(record.(*R), yield) }}
}

// MayBeAbsent is the group where the record has it: inside returns nil where not.
func (s Section) MayBeAbsent() Section { s.May = true; return s }

// Absent reports whether the record has no such group.
func (s *Section) Absent(record any) bool { return s.May && s.inside(record) == nil }

// Inside is the record of a group or of the inputs, whose columns and sections it
// has.
func (s *Section) Inside(record any) any { return s.inside(record) }
