package workbook

import (
	"blyant/model"
	"blyant/model/vocabulary"
)

// customer is one scenario's place in a book: its inputs, the numbers that follow
// from them, and the lines of its table.
type customer struct {
	*scope
	book     *book
	scenario model.Scenario
	name     string // as the headings have it
	number   int    // among the customers, from 1
	work     *sheet
	row      int  // the next one on the sheet of workings
	only     bool // tell where things will stand, write nothing
}

// nameFormula is the customer's name, its number where it has none.
func (c *customer) nameFormula(on *sheet) string {
	return c.at(on, `IF(@name="",`+words(itoa(c.number))+`,@name&"")`)
}

// twice lays a block of the workings out, then writes it: its formulas may refer
// to what stands below them.
func (c *customer) twice(block func()) {
	row := c.row
	c.only = true
	block()
	c.row, c.only = row, false
	block()
}

// heading begins a group of rows of the workings.
func (c *customer) heading(text, formula string) {
	if !c.only {
		for col := 1; col <= startColumn; col++ {
			c.work.say(c.row, col, lookGroup, "")
		}
		c.work.put(c.row, 1, style{look: lookGroup}, formula, text)
	}
	c.row++
}

// derive writes a number that follows from others, under a name.
func (c *customer) derive(name string, form form, formula string) {
	if !c.only {
		c.work.say(c.row, labelColumn, lookLabel, c.book.text("work."+name))
		c.work.put(c.row, totalColumn, style{lookCell, form}, c.at(c.work, formula), nil)
	}
	c.set(name, c.work, totalColumn, c.row)
	c.row++
}

// table writes lines of the workings.
func (c *customer) table(specs []lineSpec, periods int) {
	t := &table{c.scope, c.work, c.row, periods}
	t.place(specs)
	if !c.only {
		t.write(specs, c.book.workLabel, nothing)
	}
	c.row += len(specs)
}

// workLabel is what a line of the workings is called: a figure by its own label.
func (b *book) workLabel(spec lineSpec) string {
	if _, is := vocabulary.FigureNamed(model.ScheduleFigures(), spec.name); is {
		return b.lang.Label(spec.name)
	}
	return b.text("work." + spec.name)
}

// cached returns the cached value of a figure: an empty text where it is null.
func cached(v vocabulary.Rounded) any {
	if v.IsNull() {
		return ""
	}
	return v.Float64()
}
