package answer

import (
	"blyant/internal/locale"
	"blyant/model/vocabulary"
)

// Table is rows of records under columns: in JSON and XML a list of records,
// elsewhere a rectangle of cells with a header. Its rows are made as they are
// asked for.
type Table struct {
	Name    string
	Item    string // names one of the rows in XML
	Columns []Column
	Each    func(yield func(record any) bool)
	// Numbers appends where a record keeps its values, all of them figures, in the
	// order of the columns: the short way to a whole row; nil where there is none.
	Numbers func(places []*vocabulary.Rounded, record any) []*vocabulary.Rounded
	// Accounting is the same table with a minus before what is spent; nil where
	// signs have no such meaning.
	Accounting *Table
}

// Table returns the table of that name; the empty name is the first table.
func (a Answer) Table(name string) (Table, bool) {
	if a.Tables == nil {
		for i := range a.Flat {
			if a.Flat[i].Name == name || (name == "" && i == 0) {
				return a.Flat[i].Table(a.Result, a.Lang), true
			}
		}
		a = a.Whole()
	}
	for i, t := range a.Tables {
		if t.Name == name || (name == "" && i == 0) {
			return t, true
		}
	}
	return Table{}, false
}

// Row is the record as the table has it.
func (t Table) Row(record any) Record {
	cells, row := make([]Cell, len(t.Columns)), make(Record, len(t.Columns))
	for i := range t.Columns {
		cells[i] = t.Columns[i].Of(record)
		row[i] = Member{t.Columns[i].Name, &cells[i]}
	}
	return row
}

// Records are the rows of the table as records.
func (t Table) Records() []Record {
	var rows []Record
	for record := range t.Each {
		rows = append(rows, t.Row(record))
	}
	return rows
}

// Fixed is a table of records that are there already and have the same members;
// members that are no cells have no column.
func Fixed(name, item string, records []Record) Table {
	t := Table{Name: name, Item: item, Each: func(yield func(any) bool) {
		for _, r := range records {
			if !yield(r) {
				return
			}
		}
	}}
	if len(records) == 0 {
		return t
	}
	for i, m := range records[0] {
		if c, ok := CellOf(m.Value); ok {
			t.Columns = append(t.Columns, nth(m.Name, c.Unit, i))
		}
	}
	return t
}

// nth is a column of the cells that stand at that place of their records.
func nth(name string, unit vocabulary.Unit, place int) Column {
	return Column{Name: name, Unit: unit, of: func(record any) Cell {
		c, _ := CellOf(record.(Record)[place].Value)
		return c
	}}
}

// one yields a single record.
func one(record any) func(func(any) bool) {
	return func(yield func(any) bool) { yield(record) }
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
