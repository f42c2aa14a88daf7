package answer

import "blyant/model/vocabulary"

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
