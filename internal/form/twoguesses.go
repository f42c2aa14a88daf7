package form

import (
	"strings"

	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/model/vocabulary"
	"blyant/model/whatif"

	"github.com/shopspring/decimal"
)

// twoGuesses is a table of the figure over the two guesses that matter most, to
// unfold.
func (v *viewer) twoGuesses(about input.Params, r *whatif.SensitivityResult) blockView {
	if len(r.Rows) < 2 {
		return blockView{}
	}
	x, y := r.Rows[0].Field, r.Rows[1].Field
	asked := with(about, "metric", r.Request.Metric, "x.field", x.Name, "x.values", around(&r.Rows[0]), "y.field", y.Name, "y.values", around(&r.Rows[1]))
	a, worked := v.beside(whereGrid, asked)
	if !worked {
		return blockView{}
	}
	g := a.Result.(*whatif.GridResult)
	b := blockView{ID: "two-guesses", Title: v.Lang.Page("grid"), Lines: []lineView{{Href: v.whole(whereGrid, asked), Link: v.Lang.Page("whole"),
		Text: v.Lang.Page("grid.reads", "metric", v.Lang.Label(r.Request.Metric), "x", v.Lang.Label(x.Name), "y", v.Lang.Label(y.Name))}}}
	b.Fold = tableView{ID: "two-guesses-data", Caption: v.Lang.Page("grid.table"), Head: v.Lang.Label(y.Name)}
	for _, value := range g.Request.X.Values {
		b.Fold.Columns = append(b.Fold.Columns, columnView{Label: v.rounded(x.Unit, vocabulary.RoundedDecimal(value)).Text})
	}
	for i, value := range g.Request.Y.Values {
		row := tableRow{Head: v.rounded(y.Unit, vocabulary.RoundedDecimal(value)).Text}
		for _, cell := range g.Values[i] {
			row.Values = append(row.Values, v.rounded(whatif.MetricFigure(r.Request.Metric).Unit, cell))
		}
		b.Fold.Rows = append(b.Fold.Rows, row)
	}
	return b
}

// around are values of a guess from its low to its high end, with the halves
// between: a list as a query has it.
func around(row *whatif.SensitivityRow) string {
	low, x, high := row.Low.Decimal(), row.Value.Decimal(), row.High.Decimal()
	two := decimal.NewFromInt(2)
	var values []string
	for _, value := range []decimal.Decimal{low, low.Add(x).Div(two), x, x.Add(high).Div(two), high} {
		text := answer.Digits(trimmed(value.Round(4)))
		if row.Field.NeedsPercent(value) {
			text = answer.Digits(trimmed(value.Round(4).Shift(2))) + "%"
		}
		if len(values) == 0 || values[len(values)-1] != text {
			values = append(values, text)
		}
	}
	return strings.Join(values, ", ")
}
