package workbook

import (
	"strings"

	"blyant/internal/locale"
	"blyant/model"
)

// comparison is a book that holds customers against one of them: a sheet with
// the figures side by side, and three sheets for each customer.
type comparison struct {
	*book
	result    model.ComparisonResult
	customers []*customer
	sheet     *sheet
	workings  *sheet
	rows      map[string]int // of numbers on the workings' sheet, by name
	longest   int            // periods of the longest schedule
}

// The comparison's columns: labels, units, then one for each customer, then what
// the figures mean.
const (
	firstCustomer = 3
	customerRow   = headRow // names
	numberRow     = firstRow
	baselineRow   = firstRow + 1
	againstRow    = firstRow + 3
)

// comparisonBook lays out the answer for several customers. Their names are
// scoped to their sheets, so that each has a basket_value of its own.
func comparisonBook(result model.ComparisonResult, lang locale.Language) *book {
	b := newBook(lang, result.Scenarios[0].Scenario.Decimals.Int)
	b.title = b.text("property.comparison") + ": " + strings.Join(result.Names, ", ")
	c := &comparison{book: b, result: result, rows: map[string]int{}}
	c.sheet = b.sheet(b.text("sheet.comparison"))
	for i, r := range result.Scenarios {
		c.customers = append(c.customers, newCompared(b, i, r))
		c.longest = max(c.longest, len(r.Schedule))
	}
	c.workings = b.sheet(b.text("sheet.workings"))
	for _, one := range c.customers {
		one.writeCompared()
	}
	c.writeWorkings()
	c.write()
	return b
}

// newCompared adds the sheets of customer i.
func newCompared(b *book, i int, r model.Result) *customer {
	c, number := newCustomer(b, r), itoa(i+1)
	name := number + " " + r.Scenario.Name
	if r.Scenario.Name == "" || r.Scenario.Name == number {
		name = b.text("sheet.scenario", "n", number)
	}
	c.inputs = b.sheet(name)
	c.summary, c.names = c.inputs, c.inputs
	c.schedule = b.sheet(number + " " + b.text("sheet.schedule"))
	c.workings = b.sheet(number + " " + b.text("sheet.workings"))
	return c
}

// writeCompared fills a customer's sheets: the summary stands below the inputs.
func (c *customer) writeCompared() {
	c.headInputs()
	c.inputs.widths[0] = 54
	c.write(func() int { return firstRow }, func() int {
		row := c.checks[1] + 2
		for col, key := range []string{"head.figure", "head.value", "head.unit", "head.meaning", "head.name"} {
			c.summary.say(row, col+1, lookHeader, c.book.text(key))
		}
		return row + 1
	})
	c.writeNotes(c.summary, c.checks[1]+len(model.SummaryFigures())+4)
}

// column returns the column of customer i.
func (c *comparison) column(i int) int { return firstCustomer + i }

// nameFormula returns the formula for the name of customer i, its number where it has
// none.
func (c *comparison) nameFormula(i int) string {
	name := c.customers[i].at(c.sheet, `@name`)
	return `IF(` + name + `="",` + words(itoa(i+1)) + `,` + name + `&"")`
}

// write fills the comparison's own sheet.
func (c *comparison) write() {
	s := c.sheet
	s.say(titleRow, 1, lookTitle, c.text("property.comparison"))
	s.say(introRow, 1, lookIntro, c.text("note.live")+" "+c.text("note.null"))
	s.put(statusRow, 1, style{look: lookWarning}, c.statusFormula(), "")
	s.header(c.text("head.figure"), c.text("head.unit"))
	s.widths, s.frozen = []float64{54, 18}, firstCustomer-1
	for i := range c.customers {
		s.put(customerRow, c.column(i), style{look: lookNumberHeader}, c.nameFormula(i), c.result.Names[i])
		s.put(numberRow, c.column(i), style{lookIntro, formWhole}, "", i+1)
		s.widths = append(s.widths, 20)
	}
	s.say(customerRow, c.column(len(c.customers)), lookHeader, c.text("head.meaning"))
	s.height(customerRow, 2)
	s.tall = 1
	c.writeBaseline()
	row := c.writeAgainst()
	row = c.writeSummaries(row + 1)
	c.draw(row + 1)
	row += 2 + chartRows
	for _, n := range c.result.Notes {
		s.say(row, 1, lookPlain, "• "+c.lang.Note(n))
		row++
	}
	s.say(row+1, 1, lookIntro, c.text("note.precision"))
}
