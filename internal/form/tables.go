package form

import (
	"cmp"
	"slices"
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
}

// longFigure is how many characters a figure may have before figures side by
// side no longer fit in their full size: 999 999,99 has.
const longFigure = 10

// Long reports whether the figures of the table are too long for their full size.
func (t tableView) Long() bool {
	for _, row := range t.Rows {
		for _, value := range row.Values {
			if len(row.Values) > 1 && utf8.RuneCountInString(value.Text) > longFigure {
				return true
			}
		}
	}
	return false
}

// Stacked reports whether the figures side by side are too many for a telephone,
// where each then has a line of its own.
func (t tableView) Stacked() bool {
	return len(t.Columns) > 2 && len(t.Columns) <= mostItems && slices.ContainsFunc(t.Columns, func(c columnView) bool { return c.Series > 0 })
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
	Text, Exact    string
	Negative, None bool
	Bar            *barView // a bar of its length, beside others
}

// barView is a bar, in hundredths of the longest there may be.
type barView struct{ Length string }
