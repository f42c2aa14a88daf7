package workbook

import (
	"strconv"

	"github.com/xuri/excelize/v2"
)

const paperA4 = 9

// settings sets what is not a cell: widths, panes, view and print.
func (s *sheet) settings() {
	f, check := s.book.file, s.book.check
	for i, width := range s.widths {
		if width > 0 {
			check(f.SetColWidth(s.name, letters(i+1), letters(i+1), width))
		}
	}
	if s.across > 0 {
		check(f.SetColWidth(s.name, letters(periodColumn), letters(periodColumn+s.across-1), max(s.perColumn, 11)))
	}
	if s.headStays {
		check(f.SetPanes(s.name, &excelize.Panes{Freeze: true, XSplit: s.frozen, YSplit: headRow,
			TopLeftCell: cellName(s.frozen+1, firstRow), ActivePane: s.pane()}))
	}
	check(f.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &s.grid}))
	if !s.open {
		check(f.ProtectSheet(s.name, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true,
			FormatCells: true, FormatColumns: true, FormatRows: true}))
	}
	s.print()
}

// hide gives the periods beyond the last one that counts the colour of the paper.
func (s *sheet) hide() {
	if len(s.hidden) == 0 {
		return
	}
	f, check := s.book.file, s.book.check
	pale, err := f.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: "FFFFFF"}, Fill: fill("FFFFFF")})
	check(err)
	for _, h := range s.hidden {
		cells := cellName(periodColumn, h.first) + ":" + cellName(periodColumn+s.across-1, h.last)
		check(f.SetConditionalFormat(s.name, cells, []excelize.ConditionalFormatOptions{
			{Type: "formula", Criteria: letters(periodColumn) + "$" + strconv.Itoa(headRow) + ">" + h.count, Format: &pale}}))
	}
}

func (s *sheet) pane() string {
	if s.frozen > 0 {
		return "bottomRight"
	}
	return "bottomLeft"
}

// periodsOnPage is how many periods a page holds beside their labels.
const periodsOnPage = 12

// pages is how many pages the sheet is wide in print.
func (s *sheet) pages() int {
	if s.across > 0 {
		return max(1, (s.shown+periodsOnPage-1)/periodsOnPage)
	}
	return max(s.wide, 1)
}

// print fits the sheet to the width of A4 pages that repeat the header.
func (s *sheet) print() {
	f, check := s.book.file, s.book.check
	orientation, size, wide, high, fit := "landscape", paperA4, s.pages(), s.tall, true
	if s.portrait {
		orientation = "portrait"
	}
	check(f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	check(f.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high}))
	side, top := 0.5, 0.7
	check(f.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &top}))
	page := s.book.text("page", "page", "&P", "pages", "&N")
	check(f.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddFooter: "&L&A&R" + page}))
	if s.headStays {
		head := strconv.Itoa(headRow)
		titles := s.quoted() + "!$" + head + ":$" + head
		if s.across > 0 {
			titles = s.quoted() + "!$A:$" + letters(totalColumn) + "," + titles
		}
		s.book.define(s, "_xlnm.Print_Titles", titles)
	}
	if s.across > 0 && s.shown > 0 {
		s.printed = "$A$1:$" + letters(periodColumn+s.shown-1) + "$" + strconv.Itoa(len(s.rows))
	}
	if s.printed != "" {
		s.book.define(s, "_xlnm.Print_Area", s.quoted()+"!"+s.printed)
	}
}
