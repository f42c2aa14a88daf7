package form

import (
	"cmp"
	"unicode/utf8"
)

// tableView is a table ready to print.
type tableView struct {
	ID, Caption string
	Head        string // of the column of heads
	Columns     []columnView
	Rows        []tableRow
	Remark      string // on all of the table
	Rest        string // says that not all rows are shown
	Beside      bool   // the columns are things side by side, of the same figures
}

// longFigure is how many characters a figure may have before figures side by
// side no longer fit in their full size: 999 999,99 has.
const longFigure = 10

// longPair is how many two figures side by side may have on a telephone: millions, as
// in 1 946 618,98, leave room for what they are of.
const longPair = 12

// longest is how many characters a figure of the table has at most, where there are
// figures side by side.
func (t tableView) longest() int {
	most := 0
	for _, row := range t.Rows {
		for _, value := range row.Values {
			if len(row.Values) > 1 {
				most = max(most, utf8.RuneCountInString(value.Text))
			}
		}
	}
	return most
}

// Long reports whether the figures of the table are too long for their full size.
func (t tableView) Long() bool { return t.longest() > longFigure }

// Stacked reports whether the figures side by side are too many for a telephone, or
// two too long for it: each then has a line of its own.
func (t tableView) Stacked() bool {
	return t.Beside && len(t.Columns) <= mostItems && (len(t.Columns) > 2 || t.longest() > longPair)
}

type columnView struct {
	Label, Unit string
	Series      int    // place of the customer's line among the looks of the chart; 0 where the column is none's
	Term        string // the figure or field that it holds; empty where there are several
}

// tableRow has a head and a value for each column; Meaning explains the head.
type tableRow struct {
	ID, Head, Unit, Meaning string
	Term                    string // the figure or field that it holds, where the ID is not its name
	Lead                    bool   // the figure that matters most
	Values                  []valueView
}

// Named is the figure or field that the row holds; empty where there are several.
func (r tableRow) Named() string { return cmp.Or(r.Term, r.ID) }

// valueView is a value as people read it, and as the API gives it.
type valueView struct {
	Text, Exact    string // Exact is left out where there are many: files have them
	Negative, None bool
	Bar            *barView // a bar of its length, beside others
}

// barView is a bar, in hundredths of the longest there may be.
type barView struct{ Length string }
