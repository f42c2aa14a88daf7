package workbook

import (
	"blyant/internal/locale"
	"blyant/model"
)

// lifetimeValueBook lays out the answer for one customer: inputs, summary with
// its chart, schedule, workings.
func lifetimeValueBook(result model.Result, lang locale.Language) *book {
	b := newBook(lang, result.Scenario.Decimals.Int)
	b.title = b.text("property.title")
	if result.Scenario.Name != "" {
		b.title += ": " + result.Scenario.Name
	}
	c := newCustomer(b, result)
	c.inputs, c.summary = b.sheet(b.text("sheet.inputs")), b.sheet(b.text("sheet.summary"))
	c.schedule, c.workings = b.sheet(b.text("sheet.schedule")), b.sheet(b.text("sheet.workings"))
	c.headInputs()
	c.headSummary()
	top := func() int { return firstRow }
	c.write(top, top)
	c.drawChart(len(c.summary.rows) + 2)
	c.writeNotes(c.summary, len(c.summary.rows)+2+chartRows)
	return b
}

// headInputs writes the top of the inputs' sheet.
func (c *customer) headInputs() {
	s, b := c.inputs, c.book
	s.say(titleRow, 1, lookTitle, b.text("title.inputs"))
	s.say(introRow, 1, lookIntro, b.text("note.live"))
	c.status(s)
	s.header(b.text("head.label"), b.text("head.value"), b.text("head.unit"), b.text("head.meaning"), b.text("head.name"), b.text("head.check"))
	s.widths = []float64{36, 18, 22, meaningWidth, 38, 34, 3, 10, 16}
	if len(c.result.Scenario.RetentionCurve) == 0 {
		s.printed = "$A:$F"
	}
}

// headSummary writes the top of the summary.
func (c *customer) headSummary() {
	s, b := c.summary, c.book
	s.put(titleRow, 1, style{look: lookTitle}, c.at(s, `IF(@name="",`+words(b.text("title.summary"))+`,@name&"")`), c.titleText())
	s.say(introRow, 1, lookIntro, b.text("note.null"))
	c.status(s)
	s.header(b.text("head.figure"), b.text("head.value"), b.text("head.unit"), b.text("head.meaning"), b.text("head.name"))
	s.widths = []float64{54, 18, 22, meaningWidth, 27}
	s.tall = 1
}

func (c *customer) titleText() string {
	if name := c.result.Scenario.Name; name != "" {
		return name
	}
	return c.book.text("title.summary")
}

// drawChart draws the cumulative present value below the figures.
func (c *customer) drawChart(row int) {
	b, last := c.book, firstRow+c.rows
	c.summary.lines(cellName(1, row), b.chartTitle(c.result.Scenario), b.lang.Text("chart.axis."+string(c.result.Scenario.Period)),
		b.text("chart.alt", "sheet", c.workings.name), []series{{
			name:    c.workings.address(chartColumn+1, headRow, chartColumn+1, headRow),
			periods: c.workings.address(chartColumn, firstRow, chartColumn, last),
			values:  c.workings.address(chartColumn+1, firstRow, chartColumn+1, last),
		}})
}

func (b *book) chartTitle(s model.Scenario) string {
	return b.lang.TextWith("chart.axis.value", "currency", string(s.Currency))
}

// writeNotes writes the answer's notes, which are about the inputs as they were.
func (c *customer) writeNotes(s *sheet, row int) {
	b := c.book
	if len(c.result.Notes) > 0 {
		s.say(row, 1, lookGroup, b.text("title.notes"))
		for _, n := range c.result.Notes {
			row++
			s.say(row, 1, lookPlain, "• "+b.lang.Note(n))
		}
		row += 2
	}
	s.say(row, 1, lookIntro, b.text("note.rounded"))
	s.say(row+1, 1, lookIntro, b.text("note.precision"))
}
