// Package answer holds the one shape that every format prints: an answer is a
// tree of named members for JSON and XML, and named tables for the formats that
// are flat.
//
// A calculator describes its answer once, as Sections: what stands in it under
// which name, and where the result keeps it. The body, the tables and the
// documents follow from the sections; formats, languages and errors come
// without a line of the calculator's own.
package answer

import (
	"context"

	"blyant/internal/locale"
	"blyant/model/vocabulary"
)

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

func (Cell) node()   {}
func (Record) node() {}
func (List) node()   {}
func (Table) node()  {}

// Answer is what a calculator says: as an outline, which its sections fill in as a
// format writes them, or whole, with body and tables.
type Answer struct {
	Resource string  // the resource it is the answer of, as in its path: lifetime-value
	Title    string  // the scenario's name, for file names and headings; may be empty
	Body     Record  // the whole answer, for JSON and XML; nil of an outline
	Tables   []Table // the flat ones; the first is what csv and tsv give unless told; nil of an outline
	Result   any     // the model's own result, for the chart and the workbook
	Origin   Origin  // where a file says it comes from

	Sections []Section       // of the body, where the answer has come from some
	Flat     []Section       // those that are tables
	Wide     func() []Table  // the tables whose columns differ from answer to answer; may be nil
	Lang     locale.Language // of the words
	Until    context.Context // whoever waits for the answer; nil where nobody leaves
}

// Ended says why nobody waits for the answer any more, for formats that take long
// to write.
func (a Answer) Ended() error {
	if a.Until == nil {
		return nil
	}
	return a.Until.Err()
}

// Whole is the answer with its body and its tables.
func (a Answer) Whole() Answer {
	if a.Body != nil || a.Sections == nil {
		return a
	}
	a.Body = Members(a.Sections, a.Result, a.Lang)
	a.Tables = make([]Table, 0, len(a.Flat))
	for _, s := range a.Flat {
		a.Tables = append(a.Tables, s.Table(a.Result, a.Lang))
	}
	if a.Wide != nil {
		a.Tables = append(a.Tables, a.Wide()...)
	}
	return a
}

// Origin is where an answer comes from, for files that are kept. Whoever serves
// it fills it in; what is empty is not said.
type Origin struct {
	Page    string // full address of the page that shows the same inputs
	Release string // which release answered
	Date    string // when that was made, as 2006-01-02
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

// Column is a value that every record of a table or group has.
type Column struct {
	Name    string
	Unit    vocabulary.Unit
	Figure  *vocabulary.Figure // nil where the column holds words or inputs
	Field   *vocabulary.Field  // the field that it gives back; nil where it is none
	Choices []string           // the words that it may hold, where they are few
	Names   bool               // its words are names of figures
	Many    bool               // it holds several values
	of      func(record any) Cell
	place   func(record any) *vocabulary.Rounded // what of makes a cell of; nil where that is no figure
}

// Of returns the record's value.
func (c *Column) Of(record any) Cell { return c.of(record) }

// Number returns the value of a column of figures, nil of any other. It is the
// short way to the digits where nothing else of a cell matters.
func (c *Column) Number(record any) *vocabulary.Rounded {
	if c.place == nil {
		return nil
	}
	return c.place(record)
}

// Words is a column of words.
func Words[R any](name string, of func(*R) string, choices ...string) Column {
	return Column{Name: name, Unit: vocabulary.UnitText, Choices: choices, of: func(record any) Cell { return String(of(record.(*R))) }}
}

// Days is a column of dates, null where there is none.
func Days[R any](name string, of func(*R) string) Column {
	return Column{Name: name, Unit: vocabulary.UnitDate, of: func(record any) Cell {
		if day := of(record.(*R)); day != "" {
			return Cell{Kind: Text, Words: day, Unit: vocabulary.UnitDate}
		}
		return Cell{Kind: Null, Unit: vocabulary.UnitDate}
	}}
}

// Figures are the columns of figures.
func Figures(figures []vocabulary.Figure) []Column {
	columns := make([]Column, len(figures))
	for i, f := range figures {
		columns[i] = Column{Name: f.Name, Unit: f.Unit, Figure: &f, place: f.Place(), of: func(record any) Cell { return FigureCell(f, f.Of(record)) }}
	}
	return columns
}

// Fields are the columns of fields as they are given back.
func Fields(fields []vocabulary.Field) []Column {
	columns := make([]Column, len(fields))
	for i, f := range fields {
		columns[i] = Column{Name: f.Name, Unit: f.Unit, Field: &f, of: func(record any) Cell { return fieldCell(&f, record) }}
	}
	return columns
}

// Inside are the columns of a part of a record.
func Inside[R any](columns []Column, part func(*R) any) []Column {
	out := make([]Column, len(columns))
	for i, c := range columns {
		of := c.of
		c.of = func(record any) Cell { return of(part(record.(*R))) }
		if place := c.place; place != nil {
			c.place = func(record any) *vocabulary.Rounded { return place(part(record.(*R))) }
		}
		out[i] = c
	}
	return out
}
