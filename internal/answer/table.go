package answer

import (
	"strings"

	"blyant/internal/locale"
	"blyant/model"
)

// List is the table as a list of records, item being the name of one.
func (t Table) List(item string) List {
	list := List{Item: item, Nodes: make([]Node, len(t.Rows))}
	for i, row := range t.Rows {
		record := make(Record, len(row))
		for j, cell := range row {
			record[j] = Member{t.Columns[j].Name, cell}
		}
		list.Nodes[i] = record
	}
	return list
}

// TableOf is a record of cells as a table of one row.
func TableOf(name string, r Record) Table {
	t := Table{Name: name, Rows: [][]Cell{{}}}
	for _, m := range r {
		cell, ok := m.Value.(Cell)
		if !ok {
			continue
		}
		t.Columns = append(t.Columns, Column{Name: m.Name, Unit: cell.Unit})
		t.Rows[0] = append(t.Rows[0], cell)
	}
	return t
}

// Inputs is a record of the request's fields after defaults, with the digits
// that were given; a field without a value is null.
func Inputs(r model.Record, fields []model.Field) Record {
	record := make(Record, 0, len(fields))
	for _, f := range fields {
		v, given := model.Read(r.Slot(f.Name))
		record = append(record, Member{f.Name, inputNode(f, v, given)})
	}
	return record
}

func inputNode(f model.Field, v model.Value, given bool) Node {
	if f.Kind == model.KindText && !given {
		return Cell{Kind: Text, Unit: f.Unit}
	}
	if !given {
		return Cell{Kind: Null, Unit: f.Unit}
	}
	switch f.Kind {
	case model.KindWhole:
		return Cell{Kind: Whole, Text: Digits(v.Number), Unit: f.Unit}
	case model.KindNumber:
		return Cell{Kind: Decimal, Text: Digits(v.Number), Unit: f.Unit}
	case model.KindNumbers:
		list := List{Item: "value"}
		for _, x := range v.Numbers {
			list.Nodes = append(list.Nodes, Cell{Kind: Decimal, Text: Digits(x), Unit: f.Unit})
		}
		return list
	case model.KindNames:
		list := List{Item: "name"}
		for _, x := range v.Names {
			list.Nodes = append(list.Nodes, String(x))
		}
		return list
	default:
		return Cell{Kind: Text, Text: v.Text, Unit: f.Unit}
	}
}

// inputsTable has a row for each field: its name and value, a list's values
// parted by a space.
func inputsTable(inputs Record) Table {
	t := Table{Name: "inputs", Columns: []Column{{"field", model.UnitText}, {"value", model.UnitText}}}
	for _, m := range inputs {
		if scenario, ok := m.Value.(Record); ok {
			t.Rows = append(t.Rows, inputsTable(scenario).Rows...)
			continue
		}
		t.Rows = append(t.Rows, []Cell{String(m.Name), flat(m.Value)})
	}
	return t
}

func flat(n Node) Cell {
	list, ok := n.(List)
	if !ok {
		return n.(Cell) // an input is a cell or a list of cells
	}
	var parts []string
	for _, v := range list.Nodes {
		parts = append(parts, flat(v).Text)
	}
	return String(strings.Join(parts, " "))
}

// Notes is the list of notes in words.
func Notes(notes []model.Note, lang locale.Language) List {
	return notesTable(notes, lang).List("note")
}

func notesTable(notes []model.Note, lang locale.Language) Table {
	t := Table{Name: "notes", Columns: []Column{{"code", model.UnitText}, {"field", model.UnitText}, {"message", model.UnitText}}}
	for _, n := range notes {
		t.Rows = append(t.Rows, []Cell{String(n.Code), String(n.Field), String(lang.Note(n))})
	}
	return t
}
