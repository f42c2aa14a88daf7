package workbook

import (
	"maps"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Every sheet begins alike: a title, a sentence, a line for warnings, then the
// header, which stays in view.
const (
	titleRow  = 1
	introRow  = 2
	statusRow = 3
	headRow   = 4
	firstRow  = 5
)

// sheet gathers the cells of one sheet, and what is set for it, until the file
// is written.
type sheet struct {
	book      *book
	name      string
	rows      [][]cell // by row and column, from 0
	widths    []float64
	wide      int // pages that its width fills in print, 1 where 0
	heights   map[int]float64
	frozen    int // columns that stay in view
	tall      int // pages that its height fills, as many as it needs where 0
	portrait  bool
	grid      bool   // show grid lines
	printed   string // area to print, all where empty
	checks    []*excelize.DataValidation
	notes     []excelize.Comment
	charts    []placedChart
	headStays bool
	across    int     // periods that stand across, 0 where time does not
	shown     int     // of these, how many are printed
	perColumn float64 // width of a period's column
	shared    int     // formulas that ranges share, so far
	hidden    []hiding
	links     map[string]string // where a cell leads, by its address
	open      bool              // not protected: it holds no formulas
	about     string            // what the start sheet says of it
}

// hiding is rows of periods that are pale beyond the last one that counts.
type hiding struct {
	first, last int
	count       string // formula of the last period that counts
}

// hideBeyond makes the periods of these rows invisible beyond the given one.
func (s *sheet) hideBeyond(first, last int, count string) {
	s.hidden = append(s.hidden, hiding{first, last, count})
}

// link makes a cell lead to an address, or to a cell of another sheet.
func (s *sheet) link(row, col int, target string) {
	if s.links == nil {
		s.links = map[string]string{}
	}
	s.links[cellName(col, row)] = target
}

// put writes a cell; columns count from 1. An empty formula is a plain value,
// and a value of nil none at all.
func (s *sheet) put(row, col int, st style, formula string, value any) {
	for len(s.rows) < row {
		s.rows = append(s.rows, nil)
	}
	cells := s.rows[row-1]
	if more := col - len(cells); more > 0 {
		cells = append(cells, make([]cell, more)...)
	}
	cells[col-1] = newCell(s.book.style(st), formula, value)
	s.rows[row-1] = cells
}

// say writes words.
func (s *sheet) say(row, col int, l look, text string) { s.put(row, col, style{look: l}, "", text) }

// header writes the header row of a table of words.
func (s *sheet) header(labels ...string) {
	for i, label := range labels {
		s.say(headRow, i+1, lookHeader, label)
	}
	s.headStays = true
}

// note attaches a remark to a cell.
func (s *sheet) note(row, col int, text string) {
	s.notes = append(s.notes, excelize.Comment{Cell: cellName(col, row), Author: "blyant", Text: text, Width: 320, Height: 110})
}

// finish gives excelize what is not a cell.
func (s *sheet) finish() {
	s.settings()
	f, check := s.book.file, s.book.check
	for _, v := range s.checks {
		check(f.AddDataValidation(s.name, v))
	}
	for _, n := range s.notes {
		check(f.AddComment(s.name, n))
	}
	for _, c := range s.charts {
		check(f.AddChart(s.name, c.at, c.chart))
	}
	s.hide()
	for _, at := range slices.Sorted(maps.Keys(s.links)) {
		kind := "External"
		if !strings.Contains(s.links[at], "://") {
			kind = "Location"
		}
		check(f.SetCellHyperLink(s.name, at, s.links[at], kind))
	}
}
