package workbook

import (
	"blyant/model"
	"blyant/model/vocabulary"
)

// headResult writes the top of the sheet of figures and returns the next row.
func (v *valuation) headResult(title, intro string) int {
	s := v.result
	s.say(titleRow, 1, lookTitle, title)
	s.say(introRow, 1, lookIntro, intro)
	s.header(v.text("head.figure"), v.text("head.unit"), v.text("head.name"))
	s.widths = []float64{54, 18, 38}
	for i, c := range v.customers {
		s.put(headRow, v.in.column(i), style{look: lookNumberHeader}, c.nameFormula(s), c.name)
		s.widths = append(s.widths, 19)
	}
	s.say(headRow, v.in.checkColumn(), lookHeader, v.text("head.meaning"))
	s.widths = append(s.widths, meaningWidth)
	s.height(headRow, 2)
	s.frozen, s.tall = nameColumn, 1
	return firstRow
}

// writeFigures writes a row for each figure of a customer.
func (v *valuation) writeFigures(row int) int {
	s := v.result
	for _, f := range model.SummaryFigures() {
		v.describeFigure(s, row, f)
		for i, c := range v.customers {
			value := f.Of(&v.results[i].Summary)
			formula := c.at(s, summaryFormulas[f.Name].figure(f, `@decimals`, `@figures_ready=1`))
			s.put(row, v.in.column(i), style{lookFigure, figureForm(f)}, formula, cached(value))
			s.widen(v.in.column(i), value)
		}
		switch f.Name {
		case "internal_rate_of_return":
			s.note(row, firstCustomer, v.text("note.halving", "sheet", v.work.name))
		case "perpetual_lifetime_value":
			s.note(row, firstCustomer, v.text("note.closed_form", "sheet", v.work.name))
		}
		row++
	}
	return row
}

// drawValues draws a line for each customer: the cumulative present value from
// the start to the longest horizon.
func (v *valuation) drawValues(row int) {
	longest := 0
	for _, r := range v.results {
		longest = max(longest, len(r.Schedule))
	}
	var all []series
	for i, c := range v.customers {
		l := c.line("cumulative_present_value")
		all = append(all, series{
			name:    v.result.address(v.in.column(i), headRow, v.in.column(i), headRow),
			periods: l.sheet.address(startColumn, headRow, startColumn+longest, headRow),
			values:  l.sheet.address(startColumn, l.row, startColumn+longest, l.row),
		})
	}
	first := v.results[0].Scenario
	v.result.drawLines(cellName(1, row), v.chartTitle(string(first.Currency)), v.lang.Text("chart.axis."+string(first.Period)),
		v.text("chart.alt", "sheet", v.schedule.name), all)
}

// writeNotes writes the answer's notes, which are about the inputs as they were.
func (v *valuation) writeNotes(row int, notes []vocabulary.Note) {
	s := v.result
	if len(notes) > 0 {
		s.say(row, 1, lookGroup, v.text("title.notes"))
		for _, n := range notes {
			row++
			s.say(row, 1, lookPlain, "• "+v.lang.Note(n))
		}
		row += 2
	}
	s.say(row, 1, lookIntro, v.text("note.rounded"))
	s.say(row+1, 1, lookIntro, v.text("note.precision"))
}
