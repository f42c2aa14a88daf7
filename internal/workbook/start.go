package workbook

import "strings"

// Rows of the start sheet.
const startText = 4

// writeStart writes the first sheet: what the workbook is, where it comes from,
// how its cells are told apart, and what stands where; failing is the cell that
// counts the checks that fail.
func (b *book) writeStart(s *sheet, sheets []*sheet, failing area) {
	s.widths, s.portrait = []float64{30, 84}, true
	s.say(titleRow, 1, lookTitle, b.title)
	s.say(introRow, 1, lookIntro, b.text("note.live"))
	row := startText
	fact := func(key, value string) {
		s.say(row, 1, lookLabel, b.text("start."+key))
		s.say(row, 2, lookPlain, value)
		row++
	}
	if b.answer.Origin.Page != "" {
		fact("page", b.answer.Origin.Page)
		s.put(row-1, 2, style{look: lookLink}, "", b.answer.Origin.Page)
		if len(b.answer.Origin.Page) <= longestLink {
			s.link(row-1, 2, b.answer.Origin.Page)
		}
	}
	if origin := b.answer.Origin; origin.Release+origin.Date != "" {
		fact("release", strings.TrimSpace(origin.Release+" "+origin.Date))
	}
	s.say(row, 1, lookLabel, b.text("start.checks"))
	at := failing.seen(s)
	s.put(row, 2, style{look: lookFigureText}, `IF(`+at+`=0,`+words(b.text("start.well"))+`,`+at+`&" "&`+words(b.text("start.failing"))+`)`, b.text("start.well"))
	row += 2
	row = b.writeColours(s, row)
	s.say(row, 1, lookGroup, b.text("start.contents"))
	s.say(row, 2, lookGroup, "")
	for _, to := range sheets {
		row++
		s.put(row, 1, style{look: lookLink}, "", to.name)
		s.link(row, 1, to.quoted()+"!A1")
		s.say(row, 2, lookWords, b.text("start.about."+to.about))
	}
}

// longestLink is the longest address that a spreadsheet follows.
const longestLink = 2000

// writeColours says what the colours of cells mean.
func (b *book) writeColours(s *sheet, row int) int {
	s.say(row, 1, lookGroup, b.text("start.colours"))
	s.say(row, 2, lookGroup, "")
	for _, x := range []struct {
		look look
		key  string
	}{{lookInput, "input"}, {lookFigure, "figure"}, {lookCell, "cell"}, {lookWarning, "warning"}} {
		row++
		s.put(row, 1, style{look: x.look}, "", b.text("start.sample."+x.key))
		s.say(row, 2, lookWords, b.text("start.colour."+x.key))
	}
	return row + 2
}

// status writes on a sheet why figures are empty, or that a check fails.
func (b *book) status(s *sheet, failing area) {
	at := failing.seen(s)
	s.put(statusRow, 1, style{look: lookWarning}, `IF(`+at+`=0,"",`+at+`&" "&`+words(b.text("start.failing"))+`)`, "")
}
