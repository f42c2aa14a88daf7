package answer

import (
	"strconv"

	"blyant/model/vocabulary"
)

// InputsOf is the section that gives the request back: the records of its
// members, each under its name, then its own fields.
func InputsOf[R any](fields []vocabulary.Field, inside func(*R) any, members ...Section) Section {
	s := GroupOf("inputs", Fields(fields), inside)
	s.Kind, s.Sections = Inputs, members
	return s
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
