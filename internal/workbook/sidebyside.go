package workbook

import (
	"blyant/model"
	"blyant/model/vocabulary"
)

// writeBaseline writes the input that says which customer the others are held
// against.
func (c *comparison) writeBaseline() {
	s := c.sheet
	s.say(numberRow, 1, lookLabel, c.lang.Label("scenario"))
	s.say(baselineRow, 1, lookLabel, c.text("title.baseline"))
	s.put(baselineRow, firstCustomer, style{lookInput, formWhole}, "", c.result.Baseline+1)
	s.whole(cellName(firstCustomer, baselineRow), 1, len(c.customers), c.baselineText())
	c.define(s, "baseline", s.address(firstCustomer, baselineRow, firstCustomer, baselineRow))
}

func (c *comparison) baselineText() string {
	return c.text("check.baseline", "max", itoa(len(c.customers)))
}

// statusFormula says why figures are empty, and on which customer's sheet to look.
func (c *comparison) statusFormula() string {
	var sheets []string
	for _, one := range c.customers {
		sheets = append(sheets, one.inputs.name)
	}
	valid := c.row("inputs_valid")
	look := `SUBSTITUTE(` + words(c.text("check.invalid_elsewhere")) + `,"{sheet}",INDEX(` + array(sheets) + `,1,MATCH(0,` + valid + `,0)))`
	return `IF(` + c.one("baseline_valid") + `=0,` + words(c.baselineText()) + `,IF(MIN(` + valid + `)=0,` + look +
		`,IF(` + c.one("comparable") + `=0,` + words(c.text("check.differ")) + `,IF(MIN(` + c.row("figures_ready") + `)=0,` + words(c.text("check.large")) + `,""))))`
}

// describe writes what a row of figures is: label, unit, name, and after the
// customers its meaning.
func (c *comparison) describe(row int, f vocabulary.Figure) {
	s := c.sheet
	s.say(row, 1, lookLabel, c.lang.Label(f.Name))
	c.customers[0].unitAt(s, row, unitColumn-1, f.Name, f.Unit)
	last := c.column(len(c.customers))
	s.say(row, last, lookWords, c.lang.Meaning(f.Name))
	s.height(row, linesOf(c.lang.Meaning(f.Name), meaningLine))
	c.define(s, f.Name, s.address(firstCustomer, row, last-1, row))
}

// writeSummaries writes every customer's figures side by side.
func (c *comparison) writeSummaries(row int) int {
	c.group(row, c.text("sheet.summary"), "")
	for _, f := range model.SummaryFigures() {
		row++
		c.describe(row, f)
		for i, one := range c.customers {
			value := f.Of(&one.result.Summary)
			c.sheet.widen(c.column(i), value)
			c.sheet.put(row, c.column(i), style{lookFigure, figureForm(f)}, one.at(c.sheet, "@"+f.Name), cached(value))
		}
	}
	c.sheet.widths = append(c.sheet.widths, meaningWidth)
	return row + 1
}

// group writes a heading, as a formula where there is one.
func (c *comparison) group(row int, text, formula string) {
	for col := 1; col <= c.column(len(c.customers)); col++ {
		c.sheet.say(row, col, lookGroup, "")
	}
	c.sheet.put(row, 1, style{look: lookGroup}, formula, text)
}

// draw draws one line for each customer.
func (c *comparison) draw(row int) {
	var lines []series
	first, last := c.rows["cumulative"], c.rows["cumulative"]+c.longest
	for i := range c.customers {
		lines = append(lines, series{
			name:    c.sheet.address(c.column(i), customerRow, c.column(i), customerRow),
			periods: c.workings.address(1, first, 1, last),
			values:  c.workings.address(2+i, first, 2+i, last),
		})
	}
	s := c.result.Scenarios[0].Scenario
	c.sheet.lines(cellName(1, row), c.chartTitle(s), c.lang.Text("chart.axis."+string(s.Period)), c.text("chart.alt", "sheet", c.workings.name), lines)
}
