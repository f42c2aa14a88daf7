package form

import (
	"slices"
	"strconv"
	"strings"

	"blyant/internal/answer"
	"blyant/model/vocabulary"
)

func (v *viewer) value(c answer.Cell) valueView {
	return valueView{Text: trueMinus(c, short(v.Lang, c)), Exact: c.String(), Negative: c.Number.Sign() < 0, None: c.Kind == answer.Null}
}

// among is a value among many.
func (v *viewer) among(c answer.Cell) valueView {
	value := v.value(c)
	value.Exact = ""
	return value
}

// figures are the parts side by side: the figures that matter first, and the
// others to unfold.
func (v *viewer) figures() blockView {
	b := blockView{ID: "figures", Title: v.Lang.Page("figures")}
	if len(v.parts) == 1 {
		b.Title = v.Lang.Page("figures.single")
	}
	head := v.Lang.Page("figure")
	b.Table = tableView{Caption: b.Title, Head: head, Columns: v.columns(), Beside: true}
	b.Fold = tableView{ID: "other-figures", Caption: v.Lang.Page("more_figures"), Head: head, Columns: v.columns(), Beside: true}
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

// decimalsOf is how many decimals a cell has.
func decimalsOf(c answer.Cell) int32 {
	_, decimals, _ := strings.Cut(c.String(), ".")
	return int32(len(decimals)) // at most ten
}
