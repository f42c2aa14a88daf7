package calculator

import (
	"slices"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/orders"
	"blyant/model/vocabulary"
)

// rowsReport is what became of the rows.
type rowsReport struct {
	file            *orders.Report
	read, kept      int
	merged, sameDay int
	afterEnd, late  int
	leftOut         []leftOut
}

// leftOut is why rows were left out.
type leftOut struct {
	Reason      string
	Rows, First int
}

// report begins a report on the rows.
func (p *purchases) report() rowsReport {
	if p.Report == nil {
		n := max(p.Log.Len(), len(p.Customers))
		return rowsReport{file: &orders.Report{}, read: n, kept: n}
	}
	r := rowsReport{file: p.Report, read: p.Report.Read, kept: p.Report.Kept, merged: p.Report.Merged}
	for reason, rows := range p.Report.LeftOut {
		r.leftOut = append(r.leftOut, leftOut{reason, rows, p.Report.First[reason]})
	}
	slices.SortFunc(r.leftOut, func(a, b leftOut) int { return strings.Compare(a.Reason, b.Reason) })
	return r
}

// reportColumns are the counts and what was found out about the file.
var reportColumns = []answer.Column{
	answer.Counts(counted("read"), func(r *rowsReport) int { return r.read }),
	answer.Counts(counted("kept"), func(r *rowsReport) int { return r.kept }),
	answer.Counts(counted("merged"), func(r *rowsReport) int { return r.merged }),
	answer.Counts(counted("same_day"), func(r *rowsReport) int { return r.sameDay }),
	answer.Counts(counted("after_end"), func(r *rowsReport) int { return r.afterEnd }),
	answer.Counts(vocabulary.WholeFigure("customers_late", vocabulary.UnitCustomers), func(r *rowsReport) int { return r.late }),
	answer.Words("system", func(r *rowsReport) string { return r.file.System }),
	answer.Words("encoding", func(r *rowsReport) string { return r.file.Encoding }),
	answer.Words("columns_parted_by", func(r *rowsReport) string { return delimiterNames[r.file.Delimiter] }),
	answer.Words("decimal_mark", func(r *rowsReport) string { return decimalNames[r.file.Decimal] }),
	answer.Words("file_currency", func(r *rowsReport) string { return r.file.Currency }),
}

func counted(name string) vocabulary.Figure {
	return vocabulary.WholeFigure(name, vocabulary.UnitCount)
}

var leftOutRows = answer.RowsOf("left_out", "row", []answer.Column{
	answer.Words("reason", func(l *leftOut) string { return l.Reason }),
	answer.Counts(counted("rows"), func(l *leftOut) int { return l.Rows }),
	answer.Counts(counted("first_row"), func(l *leftOut) int { return l.First }),
}, func(r *rowsReport, yield func(any) bool) { answer.Yield(r.leftOut, yield) }).As("left_out")

// rowsOf is the section that says what became of the rows, and its tables.
func rowsOf[R any](of func(*R) *rowsReport) (section, summary, left answer.Section) {
	section = answer.GroupOf("rows", reportColumns, func(r *R) any { return of(r) }).As("rows")
	summary = section
	section.Sections = []answer.Section{leftOutRows}
	left = answer.RowsOf(leftOutRows.Name, leftOutRows.Item, leftOutRows.Columns, func(r *R, yield func(any) bool) { answer.Yield(of(r).leftOut, yield) })
	return section, summary, left
}
