package answer

import (
	"strconv"

	"blyant/model/vocabulary"

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
	Percent             // a share as a percentage, with its sign
	Boolean             // true or false
	Several             // a list of cells
)

// Cell is one value.
type Cell struct {
	Kind   Kind
	Words  string             // of Text, and of a Boolean
	Number vocabulary.Rounded // of Whole, Decimal and Percent
	List   []Cell             // of Several
	Item   string             // of Several: what one of them is called in XML
	Unit   vocabulary.Unit
}

// Append appends the machine form: a number has a point as its decimal mark,
// exactly the decimals it is reported with, no grouping, no exponent and no
// negative zero; the values of a list are parted by spaces; null is nothing.
func (c Cell) Append(dst []byte) []byte {
	switch c.Kind {
	case Whole, Decimal:
		return c.Number.Append(dst)
	case Percent:
		return append(c.Number.Append(dst), '%')
	case Several:
		for i, v := range c.List {
			if i > 0 {
				dst = append(dst, ' ')
			}
			dst = v.Append(dst)
		}
		return dst
	}
	return append(dst, c.Words...)
}

// String returns the machine form.
func (c Cell) String() string {
	if c.Kind == Text {
		return c.Words
	}
	return string(c.Append(nil))
}

// String is a cell of words.
func String(text string) Cell { return Cell{Kind: Text, Words: text, Unit: vocabulary.UnitText} }

// Int is a cell that counts.
func Int(n int) Cell {
	return Cell{Kind: Whole, Number: vocabulary.RoundedWhole(n), Unit: vocabulary.UnitCount}
}

// Bool is a cell that says yes or no.
func Bool(b bool) Cell {
	return Cell{Kind: Boolean, Words: strconv.FormatBool(b), Unit: vocabulary.UnitChoice}
}

// Number is a cell of a decimal with the digits it was given.
func Number(d decimal.Decimal, unit vocabulary.Unit) Cell {
	return Cell{Kind: Decimal, Number: vocabulary.RoundedDecimal(d), Unit: unit}
}

// Strings is a cell of several words; item names one of them in XML.
func Strings(item string, words []string) Cell {
	c := Cell{Kind: Several, Item: item, Unit: vocabulary.UnitText}
	for _, w := range words {
		c.List = append(c.List, String(w))
	}
	return c
}

// FigureCell is a cell of a figure's value.
func FigureCell(f vocabulary.Figure, v vocabulary.Rounded) Cell {
	var c Cell
	c.SetFigure(&f, v)
	return c
}

// SetFigure makes an empty cell, or one that held a figure, that of a figure's
// value.
func (c *Cell) SetFigure(f *vocabulary.Figure, v vocabulary.Rounded) {
	c.Kind, c.Number, c.Unit = Decimal, v, f.Unit
	switch {
	case v.IsNull():
		c.Kind = Null
	case f.Rounding == vocabulary.RoundWhole:
		c.Kind = Whole
	}
}

// FieldCell is a cell of what a record holds for a field, with the digits that
// were given; a field without a value is null, a text without one empty.
func FieldCell(f vocabulary.Field, record any) Cell { return fieldCell(&f, record) }

// fieldCell is the same without a copy of the field, which is long.
func fieldCell(f *vocabulary.Field, record any) Cell {
	if f.Measured() {
		own := f.For(record)
		f = &own
	}
	if n, whole := f.In(record).(*vocabulary.Whole); whole && n.Valid {
		return Cell{Kind: Whole, Number: vocabulary.RoundedWhole(n.Int), Unit: f.Unit}
	}
	v, given := f.Get(record)
	switch {
	case f.Kind == vocabulary.KindText || f.Kind == vocabulary.KindChoice && given:
		return Cell{Kind: Text, Words: v.Text, Unit: f.Unit}
	case !given:
		return Cell{Kind: Null, Unit: f.Unit}
	case f.Kind == vocabulary.KindDate:
		return Cell{Kind: Text, Words: v.Text, Unit: f.Unit}
	case f.Kind == vocabulary.KindWhole:
		return Cell{Kind: Whole, Number: vocabulary.RoundedDecimal(v.Number), Unit: f.Unit}
	case f.Kind == vocabulary.KindNumber && f.NeedsPercent(v.Number):
		return Cell{Kind: Percent, Number: vocabulary.RoundedDecimal(v.Number.Shift(2)), Unit: f.Unit}
	case f.Kind == vocabulary.KindNumber:
		return Number(v.Number, f.Unit)
	case f.Kind == vocabulary.KindNames:
		return Strings("name", v.Names)
	}
	c := Cell{Kind: Several, Item: "value", Unit: f.Unit}
	for _, x := range v.Numbers {
		c.List = append(c.List, Number(x, f.Unit))
	}
	return c
}

// Digits writes a decimal with the digits it was given, never with an exponent
// and never as a negative zero.
func Digits(d decimal.Decimal) string {
	return vocabulary.RoundedDecimal(d).String()
}
