package workbook

import (
	"blyant/model"
	"blyant/model/vocabulary"
)

// customer is one scenario's place in a book: the sheets that hold it and where
// the columns of its tables stand.
type customer struct {
	*scope
	book   *book
	result model.Result
	rows   int // periods of the schedule: the horizon at download
	ages   int // periods of the retention curve that can be filled in, at least rows

	inputs, summary, schedule, workings *sheet
	checks                              [2]int // first and last row of the checks on inputs
	work                                int    // row of the next derived number on workings
}

// workings stand side by side on their sheet: a table by period, derived numbers,
// the bisection, and the chart's points.
const (
	workColumn  = 20 // labels of derived numbers; their values stand beside them
	rateColumn  = 23
	chartColumn = 29
)

func newCustomer(b *book, result model.Result) *customer {
	rows := len(result.Schedule)
	return &customer{
		scope: &scope{columns: map[string]column{}}, book: b, result: result,
		rows: rows, ages: max(rows, len(result.Scenario.RetentionCurve)), work: firstRow,
	}
}

// write fills the sheets: inputs from a row of their sheet, the summary from a
// row of its own.
func (c *customer) write(inputRow, summaryRow func() int) {
	c.place(c.schedule, 1, scheduleColumns, c.rows)
	c.place(c.workings, 1, workColumns, c.ages)
	for i, name := range rateColumns {
		c.columns[name] = column{sheet: c.workings, letters: letters(rateColumn + i), first: firstRow, last: firstRow + halvings + 1}
	}
	c.writeInputs(inputRow())
	c.writeCurve()
	c.writeSummary(summaryRow())
	c.writeSchedule()
	c.writeWorkings()
	c.writeConstants()
	c.writePerpetuity()
	c.writeRateOfReturn()
	c.writeChartPoints()
}

// place tells where the columns of a table will stand.
func (c *customer) place(s *sheet, from int, specs []columnSpec, rows int) {
	for i, spec := range specs {
		last := firstRow + rows - 1
		if spec.horizon {
			last = firstRow + c.rows - 1
		}
		c.columns[spec.name] = column{sheet: s, letters: letters(from + i), first: firstRow, last: last}
	}
}

// columnSpec is a column of formulas.
type columnSpec struct {
	name    string
	form    form
	first   string // formula of the first row, where it differs
	next    string
	horizon bool // ends with the schedule, where the table is longer
}

// fill writes the formulas of columns that have been placed. cached is the value
// of a cell at download, nil where the answer has none.
func (c *customer) fill(s *sheet, from int, specs []columnSpec, cached func(spec, row int) any) {
	for i, spec := range specs {
		place, next := c.columns[spec.name], parse(spec.next)
		for row := place.first; row <= place.last; row++ {
			f := next
			if row == place.first && spec.first != "" {
				f = parse(spec.first)
			}
			s.put(row, from+i, style{lookCell, spec.form}, c.render(f, s, row), cached(i, row-place.first))
		}
	}
}

// derive writes a named number on the workings' sheet that follows from others.
func (c *customer) derive(name string, form form, formula string) {
	row := c.work
	c.work++
	c.workings.say(row, workColumn, lookLabel, c.book.text("work."+name))
	c.workings.put(row, workColumn+1, style{lookCell, form}, c.at(c.workings, formula), nil)
	c.book.define(c.names, name, c.workings.address(workColumn+1, row, workColumn+1, row))
}

// heading begins a group of derived numbers.
func (c *customer) heading(key string) {
	if c.work > firstRow {
		c.work++
	}
	c.workings.say(c.work, workColumn, lookGroup, c.book.text(key))
	c.workings.say(c.work, workColumn+1, lookGroup, "")
	c.work++
}

// cached returns the cached value of a figure: an empty text where it is null.
func cached(v vocabulary.Rounded) any {
	if v.IsNull() {
		return ""
	}
	return v.Float64()
}
