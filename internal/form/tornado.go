package form

import (
	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/model/vocabulary"
	"blyant/model/whatif"
)

// tornado is the block about the guess that matters most.
func (v *viewer) tornado(about input.Params, r *whatif.SensitivityResult, charts []chartView) blockView {
	asked := with(about, "metric", r.Request.Metric, "change", r.Request.Change.Decimal.String())
	b := blockView{ID: "tornado", Title: v.Lang.Page("tornado"), Charts: charts, Lines: []lineView{{Href: v.whole(whereSensitivity, asked), Link: v.Lang.Page("whole")}}}
	if len(r.Rows) > 0 && !r.Rows[0].Swing.IsNull() {
		b.Lines[0].Text = v.Lang.Page("tornado.most", "field", v.Lang.Label(r.Rows[0].Field.Name)) + " " + v.swings(r)
	}
	b.Fold = tableView{ID: "tornado-data", Caption: v.Lang.Page("chart_table"), Head: v.Lang.Label("field")}
	for _, f := range whatif.SensitivityFigures() {
		b.Fold.Columns = append(b.Fold.Columns, v.column(f.Name))
	}
	for i := range r.Rows {
		b.Fold.Rows = append(b.Fold.Rows, v.swingRow(&r.Rows[i], whatif.MetricFigure(r.Request.Metric).Unit))
	}
	return b
}

// swingRow is a row of the tornado: what the guess is, what it is moved to, and what
// that does to a figure of the unit.
func (v *viewer) swingRow(row *whatif.SensitivityRow, metric vocabulary.Unit) tableRow {
	line := tableRow{ID: row.Field.Name, Head: v.Lang.Label(row.Field.Name)}
	for _, f := range whatif.SensitivityFigures() {
		unit := metric
		switch f.Name {
		case "value", "low", "high":
			unit = row.Field.Unit
		case "elasticity":
			unit = f.Unit
		}
		line.Values = append(line.Values, v.rounded(unit, f.Of(row)))
	}
	return line
}

// rounded is a figure in that unit, ready to print.
func (v *viewer) rounded(unit vocabulary.Unit, x vocabulary.Rounded) valueView {
	c := answer.FigureCell(vocabulary.Figure{Unit: unit}, x)
	c.Unit = unit
	return v.value(c)
}

// metric is a figure in a sentence.
func (v *viewer) metric(name string, x vocabulary.Rounded) string {
	f := whatif.MetricFigure(name)
	if x.IsNull() {
		return v.Lang.Page("no_value")
	}
	if f.Unit == vocabulary.UnitMoney {
		return trueMinus(answer.Number(x.Decimal(), f.Unit), spoken(v.Lang, x.String(), v.currency()))
	}
	return v.rounded(f.Unit, x).Text
}
