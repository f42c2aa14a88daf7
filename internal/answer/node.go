package answer

import "blyant/internal/locale"

// Node is a member's value: a Cell or the address of one, a Record, a List or a
// Table.
type Node interface{ node() }

// Member is a named value.
type Member struct {
	Name  string
	Value Node
}

// Record is an ordered list of named values.
type Record []Member

// List is a list of nodes; Item names one of them in XML.
type List struct {
	Item  string
	Nodes []Node
}

func (Cell) node()   {}
func (Record) node() {}
func (List) node()   {}
func (Table) node()  {}

// Get returns the member's value, nil where there is none of that name.
func (r Record) Get(name string) Node {
	for _, m := range r {
		if m.Name == name {
			return m.Value
		}
	}
	return nil
}

// Cell returns the named cell of a record; a null one where there is none.
func (r Record) Cell(name string) Cell {
	c, _ := CellOf(r.Get(name))
	return c
}

// CellOf returns the cell that a node is; false where it is none.
func CellOf(n Node) (Cell, bool) {
	switch c := n.(type) {
	case Cell:
		return c, true
	case *Cell:
		return *c, true
	}
	return Cell{}, false
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
