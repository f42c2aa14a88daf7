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
	if s.headStays {
		check(f.SetPanes(s.name, &excelize.Panes{Freeze: true, XSplit: s.frozen, YSplit: headRow,
			TopLeftCell: cellName(s.frozen+1, firstRow), ActivePane: s.pane()}))
	}
	check(f.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &s.grid}))
	s.print()
}

func (s *sheet) pane() string {
	if s.frozen > 0 {
		return "bottomRight"
	}
	return "bottomLeft"
}

// print fits the sheet to the width of A4 pages that repeat the header.
func (s *sheet) print() {
	f, check := s.book.file, s.book.check
	orientation, size, wide, high, fit := "landscape", paperA4, max(s.wide, 1), s.tall, true
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
		s.book.define(s, "_xlnm.Print_Titles", s.quoted()+"!$"+head+":$"+head)
	}
	if s.printed != "" {
		s.book.define(s, "_xlnm.Print_Area", s.quoted()+"!"+s.printed)
	}
}
