package workbook

import (
	"slices"

	"blyant/model/vocabulary"
)

// Columns of the sheets of inputs, figures and checks: what a row is, then one
// for each customer, then what is wrong and what the row means.
const (
	nameColumn    = 3
	firstCustomer = 4
)

// inputs is the one sheet of inputs: a row for each field, a column for each
// customer, and below them the lists, a row for each value.
type inputs struct {
	*book
	sheet, checks *sheet
	customers     []*customer
	own           *scope // of fields that all share, in the first column
	periods       int    // that a customer has room for, and rows of a curve
	planned       int    // that the plan has room for, and rows of its lists
	row           int
	filled        int // last row of a list that has a value: printed to there
	ends, ownEnds int // last rows of the fields of customers, and of those that all share
	lists         []listed
}

// column is the column of customer i.
func (in *inputs) column(i int) int { return firstCustomer + i }

func (in *inputs) checkColumn() int { return in.column(len(in.customers)) }

// head writes the top of the sheets of inputs and checks.
func (in *inputs) head() {
	b := in.book
	for _, s := range []*sheet{in.sheet, in.checks} {
		s.header(b.text("head.label"), b.text("head.unit"), b.text("head.name"))
		s.widths = []float64{40, 20, 30}
		for range in.customers {
			s.widths = append(s.widths, 19)
		}
		s.frozen = nameColumn
	}
	in.sheet.say(headRow, in.checkColumn(), lookHeader, b.text("head.check"))
	in.sheet.say(headRow, in.checkColumn()+1, lookHeader, b.text("head.meaning"))
	in.sheet.widths = append(in.sheet.widths, 34, meaningWidth)
	in.sheet.say(titleRow, 1, lookTitle, b.text("title.inputs"))
	in.sheet.say(introRow, 1, lookIntro, b.text("note.live"))
	in.checks.say(titleRow, 1, lookTitle, b.text("title.checks"))
	in.checks.say(introRow, 1, lookIntro, b.text("note.checks"))
	in.row, in.checks.tall = firstRow, 1
}

// scenarios writes the fields of the customers, by group.
func (in *inputs) scenarios(fields []vocabulary.Field, records []any) {
	var groups []vocabulary.Group
	for _, f := range fields {
		if !slices.Contains(groups, f.Group) {
			groups = append(groups, f.Group)
		}
	}
	for _, g := range groups {
		in.group(in.lang.Group(g))
		for _, f := range fields {
			if f.Group == g {
				in.field(f, records, false)
			}
		}
	}
}

// group begins a group of rows.
func (in *inputs) group(label string) {
	for _, s := range []*sheet{in.sheet, in.checks} {
		for col := 1; col <= in.checkColumn()+1; col++ {
			s.say(in.row, col, lookGroup, "")
		}
		s.say(in.row, 1, lookGroup, label)
	}
	in.row++
}

// field writes the row of a field: the customers' cells, or one for all.
func (in *inputs) field(f vocabulary.Field, records []any, own bool) {
	s, b, row := in.sheet, in.book, in.row
	in.row++
	in.describe(s, row, f)
	s.put(row, in.checkColumn(), style{look: lookWarning}, in.checkOf(row, len(records)), "")
	s.say(row, in.checkColumn()+1, lookWords, b.lang.Meaning(f.Name))
	s.height(row, linesOf(b.lang.Meaning(f.Name), meaningLine))
	in.checks.say(row, 1, lookLabel, b.lang.Label(f.Name))
	in.checks.say(row, nameColumn, lookName, f.Name)
	if f.Kind == vocabulary.KindNumbers {
		in.lists = append(in.lists, listed{f, records, own, row})
		return
	}
	for i, record := range records {
		in.cell(f, record, i, row, own)
	}
	last := in.column(len(records) - 1)
	s.validate(f, in.room(f), cells(firstCustomer, row, last, row), cellName(firstCustomer, in.rowOf("basket_value")))
	b.define(nil, f.Name, s.address(firstCustomer, row, last, row))
}

// room is how many periods there are for a field that counts them or lists them.
func (in *inputs) room(f vocabulary.Field) int {
	if f.Name == "horizon" || f.Unit == vocabulary.UnitShare {
		return in.periods
	}
	if f.Kind == vocabulary.KindNumbers {
		return min(max(in.planned, 1), f.MaxLength)
	}
	return max(in.planned, 1)
}

// rowOf is the row of a field that the first customer has.
func (in *inputs) rowOf(name string) int { return max(in.customers[0].area(name).row, 1) }
