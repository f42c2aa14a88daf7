package answer

import (
	"strconv"

	"blyant/internal/locale"
	"blyant/model/vocabulary"
)

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

// NotesOf is the section of remarks.
func NotesOf[R any](of func(*R) []vocabulary.Note) Section {
	return Section{Name: "notes", Kind: Notes, Item: "note", Columns: noteColumns(locale.English),
		notes: func(record any) []vocabulary.Note { return of(record.(*R)) }}
}

// InputsOf is the section that gives the request back: the records of its
// members, each under its name, then its own fields.
func InputsOf[R any](fields []vocabulary.Field, inside func(*R) any, members ...Section) Section {
	s := GroupOf("inputs", Fields(fields), inside)
	s.Kind, s.Sections = Inputs, members
	return s
}

// noteColumns are the columns of notes, in the words of a language.
func noteColumns(lang locale.Language) []Column {
	return []Column{
		Words("code", func(n *vocabulary.Note) string { return n.Code }),
		Words("field", func(n *vocabulary.Note) string { return n.Field }),
		Words("message", func(n *vocabulary.Note) string { return lang.Note(*n) }),
	}
}

// notesIn are those columns in every language.
var notesIn = func() map[locale.Language][]Column {
	all := map[locale.Language][]Column{}
	for _, lang := range locale.Languages() {
		all[lang] = noteColumns(lang)
	}
	return all
}()

func columnsOfNotes(lang locale.Language) []Column {
	if columns, known := notesIn[lang]; known {
		return columns
	}
	return noteColumns(lang)
}

// Node is the section of a record, in the words of a language.
func (s Section) Node(record any, lang locale.Language) Node {
	switch s.Kind {
	case Value:
		c := s.Columns[0].Of(record)
		return &c
	case Group:
		part := s.inside(record)
		return with(Table{Columns: s.Columns}.Row(part), s.Sections, part, lang)
	case Inputs:
		part := s.inside(record)
		return append(Members(s.Sections, part, lang), Table{Columns: s.Columns}.Row(part)...)
	case Matrix:
		return s.matrix(record).list(s.Item)
	case Keyed:
		return s.keyed(record)
	case Map:
		return s.mapped(record, lang)
	case Lists:
		return s.lists(record)
	case Nested:
		list := List{Item: s.Item}
		s.each(record, func(item any) bool {
			list.Nodes = append(list.Nodes, Members(s.Sections, item, lang))
			return true
		})
		return list
	}
	return s.Table(record, lang)
}

// with adds sections to a record.
func with(r Record, sections []Section, record any, lang locale.Language) Record {
	if len(sections) == 0 {
		return r
	}
	return append(r, Members(sections, record, lang)...)
}

// MayBeAbsent is the group where the record has it: inside returns nil where not.
func (s Section) MayBeAbsent() Section { s.May = true; return s }

// Absent reports whether the record has no such group.
func (s *Section) Absent(record any) bool { return s.May && s.inside(record) == nil }

// Inside is the record of a group or of the inputs, whose columns and sections it
// has.
func (s *Section) Inside(record any) any { return s.inside(record) }

// Members are the sections of a record under their names.
func Members(sections []Section, record any, lang locale.Language) Record {
	members := make(Record, 0, len(sections))
	for _, s := range sections {
		if s.Absent(record) {
			continue
		}
		members = append(members, Member{s.Name, s.Node(record, lang)})
	}
	return members
}

// Table is the section of a record as a table: of a group one row, of the
// inputs one for each field.
func (s Section) Table(record any, lang locale.Language) Table {
	switch s.Kind {
	case Notes:
		notes := s.notes(record)
		return Table{Name: s.Name, Item: s.Item, Columns: columnsOfNotes(lang), Each: func(yield func(any) bool) { Yield(notes, yield) }}
	case Cross:
		return s.cross(record)
	case Inputs:
		return s.inputs(record)
	case Matrix:
		return s.matrix(record).table(s.Name, s.Item)
	case Keyed:
		return Fixed(s.Name, s.Item, keyedRows(s.keyed(record)))
	case Group:
		return Table{Name: s.Name, Item: s.Item, Columns: s.Columns, Each: one(s.inside(record))}
	case Value:
		return Table{Name: s.Name, Item: s.Item, Columns: s.Columns, Each: one(record)}
	}
	each := s.each // the table keeps no more of the section than that
	return Table{Name: s.Name, Item: s.Item, Columns: s.Columns, Numbers: s.numbers, Each: func(yield func(any) bool) { each(record, yield) }}
}

// inputs has a row for each field: its name and value, a list's values parted by
// a space. A field of a list's item stands under its path. The rows of plain
// fields are made when they are asked for.
func (s Section) inputs(record any) Table {
	if len(s.Sections) > 0 || s.Columns[0].Field == nil || s.Columns[0].Field.Measured() {
		return Fixed(s.Name, "row", s.inputRows(record, ""))
	}
	return Table{Name: s.Name, Item: "row", Columns: []Column{nth("field", vocabulary.UnitText, 0), nth("value", flatUnit(&s.Columns[0]), 1)},
		Each: func(yield func(any) bool) {
			for _, row := range s.inputRows(record, "") {
				if !yield(row) {
					return
				}
			}
		}}
}

// flatUnit is the unit of a field's value as one value.
func flatUnit(c *Column) vocabulary.Unit {
	if c.Field.Kind == vocabulary.KindNumbers || c.Field.Kind == vocabulary.KindNames {
		return vocabulary.UnitText // see flat
	}
	return c.Unit
}

func (s Section) inputRows(record any, path string) []Record {
	var rows []Record
	if s.Kind == Lists {
		for i, node := range s.lists(record).Nodes {
			c, _ := CellOf(node)
			rows = append(rows, Record{{"field", String(s.Name + "[" + strconv.Itoa(i) + "]")}, {"value", flat(c)}})
		}
		return rows
	}
	if s.Kind == Rows {
		i := 0
		s.each(record, func(item any) bool {
			rows = append(rows, fieldRows(s.Columns, item, s.Name+"["+strconv.Itoa(i)+"].")...)
			i++
			return true
		})
		return rows
	}
	part := s.inside(record)
	for _, member := range s.Sections {
		if member.Absent(part) {
			continue
		}
		rows = append(rows, member.inputRows(part, path)...)
	}
	return append(rows, fieldRows(s.Columns, part, path)...)
}

func fieldRows(columns []Column, record any, path string) []Record {
	rows := make([]Record, len(columns))
	for i, c := range columns {
		rows[i] = Record{{"field", String(path + c.Name)}, {"value", flat(c.Of(record))}}
	}
	return rows
}

// flat is a cell as one value.
func flat(c Cell) Cell {
	if c.Kind == Several {
		return String(c.String())
	}
	return c
}
