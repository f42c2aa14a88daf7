// Package answer holds the one shape that every format prints: an answer is a
// tree of named members for JSON and XML, and named tables for the formats that
// are flat. A calculator builds one answer; formats, languages and errors then
// come without a line of its own.
package answer

import (
	"strconv"

	"blyant/model"

	"github.com/shopspring/decimal"
)

// Kind says how a cell is to be written.
type Kind uint8

// Kinds of cells.
const (
	Null    Kind = iota // a figure that has no value
	Text                // words
	Whole               // a number that counts, written without decimals
	Decimal             // money, ratios, shares: a number that may have decimals
	Boolean             // true or false
)

// Cell is one value. Text is its machine form: a number has a point as its
// decimal mark, exactly the decimals it is reported with, no grouping, no
// exponent and no negative zero.
type Cell struct {
	Kind Kind
	Text string
	Unit model.Unit
}

// Node is a member's value: a Cell, a Record or a List.
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

// Column heads a column of a table.
type Column struct {
	Name string
	Unit model.Unit
}

// Table is a rectangle of cells with a header.
type Table struct {
	Name    string
	Columns []Column
	Rows    [][]Cell
}

// Answer is what a calculator says.
type Answer struct {
	Resource string  // the resource it is the answer of, as in its path: lifetime-value
	Title    string  // the scenario's name, for file names and headings; may be empty
	Body     Record  // the whole answer, for JSON and XML
	Tables   []Table // the flat ones; the first is what csv and tsv give unless told
	Figures  Record  // the figures that /{figure} reaches, each a Cell
	Result   any     // the model's own result, for the chart and the workbook
}

// Table returns the table of that name; the empty name is the first table.
func (a Answer) Table(name string) (Table, bool) {
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

// String is a cell of words.
func String(text string) Cell { return Cell{Kind: Text, Text: text, Unit: model.UnitText} }

// Int is a cell that counts.
func Int(n int) Cell { return Cell{Kind: Whole, Text: strconv.Itoa(n), Unit: model.UnitCount} }

// Figure is a cell of a figure's value, null where v is not valid.
func Figure(f model.Figure, v decimal.NullDecimal) Cell {
	if !v.Valid {
		return Cell{Kind: Null, Unit: f.Unit}
	}
	if f.Rounding == model.RoundWhole {
		return Cell{Kind: Whole, Text: Digits(v.Decimal), Unit: f.Unit}
	}
	return Cell{Kind: Decimal, Text: Digits(v.Decimal), Unit: f.Unit}
}

// Digits writes a decimal with the digits it was given, never with an exponent
// and never as a negative zero.
func Digits(d decimal.Decimal) string {
	if d.IsZero() {
		d = d.Abs()
	}
	if d.Exponent() >= 0 {
		return d.StringFixed(0)
	}
	return d.StringFixed(-d.Exponent())
}
