package form

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"blyant/internal/answer"
	"blyant/model/vocabulary"
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

// How many periods the page shows; the downloads have them all.
const (
	mostRows  = 60
	fewerRows = 12 // where there are more items than the form itself takes
)

func (v *viewer) maxRows() int {
	if len(v.parts) > mostItems {
		return fewerRows
	}
	return mostRows
}

func (v *viewer) value(c answer.Cell) valueView {
	return valueView{Text: trueMinus(c, short(v.Lang, c)), Exact: c.String(), Negative: c.Number.Sign() < 0, None: c.Kind == answer.Null}
}

// figures are the parts side by side: the figures that matter first, and the
// others to unfold.
func (v *viewer) figures() blockView {
	b := blockView{ID: "figures", Title: v.Lang.Page("figures")}
	if len(v.parts) == 1 {
		b.Title = v.Lang.Page("figures.single")
	}
	head := v.Lang.Page("figure")
	b.Table = tableView{Caption: b.Title, Head: head, Columns: v.columns()}
	b.Fold = tableView{ID: "other-figures", Caption: v.Lang.Page("more_figures"), Head: head, Columns: v.columns()}
	for _, f := range v.known() {
		if !slices.Contains(v.Page.Figures, f.Name) {
			b.Fold.Rows = append(b.Fold.Rows, v.figureRow(f))
		}
	}
	for _, name := range v.Page.Figures {
		if f, known := figureNamed(v.known(), name); known {
			b.Table.Rows = append(b.Table.Rows, v.figureRow(f))
		}
	}
	b.Table.Rows[0].Lead = true
	if len(v.parts) > mostItems {
		b.Table, b.Fold = turned(b.Table), turned(b.Fold)
		b.Table.Head, b.Fold.Head = v.Lang.Label("name"), v.Lang.Label("name")
	}
	return b
}

// known are the figures that the answer has.
func (v *viewer) known() []vocabulary.Figure {
	if len(v.parts) > 1 {
		return append(slices.Clone(v.Page.All), v.Page.Compared...)
	}
	return v.Page.All
}

func figureNamed(figures []vocabulary.Figure, name string) (vocabulary.Figure, bool) {
	i := slices.IndexFunc(figures, func(f vocabulary.Figure) bool { return f.Name == name })
	if i < 0 {
		return vocabulary.Figure{}, false
	}
	return figures[i], true
}

func (v *viewer) columns() []columnView {
	columns := make([]columnView, len(v.parts))
	for i, p := range v.parts {
		columns[i] = columnView{Label: v.partName(p, i)}
		if v.Page.compares() {
			columns[i].Series = v.placeOf(i)
		}
	}
	return columns
}

// column is headed by a figure or field, with the way to what it means.
func (v *viewer) column(name string) columnView {
	c := columnView{Label: v.Lang.Label(name)}
	if isTerm(name) {
		c.Term = name
	}
	return c
}

func (v *viewer) partName(p part, i int) string {
	if p.name != "" {
		return p.name
	}
	if v.Page.Whole {
		return v.word("schedule")
	}
	return v.word("item", "n", strconv.Itoa(i+1))
}

func (v *viewer) figureRow(f vocabulary.Figure) tableRow {
	row := tableRow{ID: f.Name, Head: v.Lang.Label(f.Name), Unit: v.figureUnit(f.Unit), Meaning: v.Lang.Meaning(f.Name)}
	switch {
	case isReturn(f.Name):
		row.Unit = v.word("per_hundred", "hundred", hundred(v.Lang, v.currency()))
	case inPoints(f.Name):
		row.Unit = v.Lang.Page("points")
	}
	for _, p := range v.parts {
		row.Values = append(row.Values, v.figureValue(f.Name, p.figure(f.Name)))
	}
	return row
}

// isReturn reports whether the figure is what comes back on top of what is
// spent. Pages tell it for each hundred, everywhere the same.
func isReturn(figure string) bool { return figure == "return_on_cost" }

// inPoints reports whether a field or figure is in percentage points: added to
// a rate, it is no share of it.
func inPoints(name string) bool {
	return strings.HasSuffix(name, "_rate_change") && name != "add_on_rate_change"
}

// figureValue is the value of a figure in its row.
func (v *viewer) figureValue(name string, c answer.Cell) valueView {
	value := v.value(c)
	switch {
	case c.Kind == answer.Null:
	case isReturn(name):
		value.Text = trueMinus(c, v.Lang.Number(number(c).Shift(2).StringFixed(decimalsOf(v.parts[0].figure("total_gain")))))
	case inPoints(name):
		value.Text = trueMinus(c, v.Lang.Number(number(c).Shift(2).StringFixed(2)))
	}
	return value
}

// figureUnit is the unit beside a label; none where the value carries it.
func (v *viewer) figureUnit(u vocabulary.Unit) string {
	switch u {
	case vocabulary.UnitMoney:
		return v.Lang.CurrencySign(v.currency())
	case vocabulary.UnitPeriods:
		return v.Lang.Text("period." + v.period() + ".many")
	}
	return ""
}

// schedules are the parts period by period, in columns of these figures; the
// first is the period.
func (v *viewer) schedules(figures []vocabulary.Figure) []tableView {
	var views []tableView
	for i, p := range v.parts {
		t := tableView{ID: "schedule-" + strconv.Itoa(i+1), Caption: v.partName(p, i), Head: v.Lang.Label("period"), Remark: v.Lang.Page("amounts", "currency", v.Lang.CurrencySign(p.currency))}
		for _, f := range figures[1:] {
			t.Columns = append(t.Columns, v.column(f.Name))
		}
		for _, row := range p.schedule[:min(len(p.schedule), v.maxRows())] {
			r := tableRow{Head: short(v.Lang, cell(row, "period"))}
			for _, f := range figures[1:] {
				r.Values = append(r.Values, v.value(cell(row, f.Name)))
			}
			t.Rows = append(t.Rows, r)
		}
		t.Rest = v.rest(len(p.schedule))
		views = append(views, t)
	}
	return views
}

// rest says how many of the periods are shown, where it is not all.
func (v *viewer) rest(all int) string {
	if all <= v.maxRows() {
		return ""
	}
	return v.Lang.Page("rows_left", "n", strconv.Itoa(v.maxRows()), "all", v.Lang.Number(strconv.Itoa(all)))
}

// chartTable is what the chart shows, as a table: the cumulative present value
// by period, from the acquisition cost at the start.
func (v *viewer) chartTable() tableView {
	t := tableView{ID: "chart-data", Caption: v.Lang.Page("chart_table"), Head: v.Lang.Label("period"), Columns: v.columns()}
	longest := 0
	for _, p := range v.parts {
		longest = max(longest, len(p.schedule))
	}
	for n := range min(longest, v.maxRows()) + 1 {
		row := tableRow{Head: strconv.Itoa(n)}
		for _, p := range v.parts {
			row.Values = append(row.Values, v.cumulative(p, n))
		}
		t.Rows = append(t.Rows, row)
	}
	t.Rest = v.rest(longest)
	return t
}

// cumulative is the cumulative present value after n periods; a shorter
// schedule than the longest has none at its end.
func (v *viewer) cumulative(p part, n int) valueView {
	switch {
	case n > len(p.schedule):
		return valueView{Text: "–", None: true}
	case n > 0:
		return v.value(cell(p.schedule[n-1], "cumulative_present_value"))
	}
	return v.value(atStart(p))
}

// atStart is the value before the first purchase: the acquisition cost, spent.
func atStart(p part) answer.Cell {
	c := p.figure("net_lifetime_value")
	return answer.Number(number(cell(p.scenario, "acquisition_cost")).Neg().Round(decimalsOf(c)), c.Unit)
}

// decimalsOf is how many decimals a cell has.
func decimalsOf(c answer.Cell) int32 {
	_, decimals, _ := strings.Cut(c.String(), ".")
	return int32(len(decimals)) // at most ten
}
