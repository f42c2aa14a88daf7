package form

import (
	"context"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/chart"
	"blyant/internal/input"
	"blyant/model"
	"blyant/model/vocabulary"
	"blyant/model/whatif"

	"github.com/shopspring/decimal"
)

// Where the what-if calculators are.
const (
	whereBreakEven   = "/v1/break-even"
	whereSensitivity = "/v1/sensitivity"
	whereGrid        = "/v1/grid"
	whereSimulation  = "/v1/simulation"
)

// chosenFields are fields of the sensitivity, in that order.
func chosenFields(names ...string) []vocabulary.Field {
	var fields []vocabulary.Field
	for _, name := range names {
		f, _ := named(whatif.SensitivityFields(), name)
		fields = append(fields, f)
	}
	return fields
}

// partsOfWhole takes an answer that is one part, with its figures beside its
// inputs.
func partsOfWhole(a answer.Answer) []part {
	p := partOf(a.Body)
	p.summary = a.Body
	return []part{p}
}

// lineView is a sentence of the answer, and where all of that answer is.
type lineView struct{ Text, Href, Link string }

// guessed is the scenario of an item, as the calculators take it.
func (v *viewer) guessed(it item) input.Params {
	var p input.Params
	for _, param := range v.alone(it) {
		if _, of := named(model.ScenarioFields(), param.Name); of && param.Name != "name" {
			p = append(p, param)
		}
	}
	return p
}

// with adds parameters, given as pairs.
func with(p input.Params, pairs ...string) input.Params {
	p = p[:len(p):len(p)]
	for i := 0; i+1 < len(pairs); i += 2 {
		p = append(p, input.Param{Name: pairs[i], Value: pairs[i+1]})
	}
	return p
}

// beside works out another answer about the same customer; false where there is
// none, as where no value solves it. It takes some milliseconds at the most.
func (v *viewer) beside(path string, p input.Params) (answer.Answer, bool) {
	calc := calculator.At(path)
	request := calc.NewRequest()
	if faults := input.FromParams(calc.Request, p, input.Dialect{Said: true}, request); len(faults) > 0 {
		return answer.Answer{}, false
	}
	a, err := calc.Answer(context.Background(), request, v.Lang)
	return a, err == nil
}

// whole is the address of another answer on this server.
func (v *viewer) whole(path string, p input.Params) string {
	return strings.TrimPrefix(v.address(path, p, "decimal", "point", "lang", string(v.Lang)), v.Base)
}

// wouldTake answers the customary questions in words, about the customer of that
// name where there are several.
func (v *viewer) wouldTake(about input.Params, name string) blockView {
	b := blockView{ID: "would-take", Title: v.Lang.Page("would"), Remark: name}
	for _, question := range []string{"acquisition_cost", "repeat_purchase_rate", "service_cost_per_order", "three_to_one"} {
		asked := with(about, "question", question)
		line := lineView{Href: v.whole(whereBreakEven, asked), Link: v.Lang.Page("whole")}
		if a, solved := v.beside(whereBreakEven, asked); solved {
			line.Text = v.would(question, a.Result.(*whatif.BreakEvenResult))
		} else if question == "repeat_purchase_rate" && !takesRate(about) {
			continue // a curve says who comes back
		} else {
			line.Text = v.Lang.Page("would." + question + ".none")
		}
		b.Lines = append(b.Lines, line)
	}
	return b
}

func takesRate(about input.Params) bool {
	return !given(about, "retention_curve") && !given(about, "survival_curve")
}

// would is the answer to a question.
func (v *viewer) would(question string, r *whatif.BreakEvenResult) string {
	value := r.Value.Decimal()
	if question == "repeat_purchase_rate" {
		key := "would.repeat_purchase_rate"
		share := saidBy(decimal.Decimal.RoundCeil, v.Lang, value)
		if r.MetricAtTo.Sign() < 0 {
			key, share = key+".most", saidBy(decimal.Decimal.RoundFloor, v.Lang, value)
		}
		return v.Lang.Page(key, "share", share)
	}
	key := "would." + question
	if r.Request.SolveFor == "cost_per_prospect" {
		key += ".prospect"
	}
	return v.Lang.Page(key, "money", atMost(v.Lang, value.StringFixed(int32(r.Scenario.Decimals.Int)), string(r.Scenario.Currency)))
}

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

// mostUncertain is how many guesses are drawn.
const mostUncertain = 3

// risk says how likely a loss is where the guesses that matter most are off.
func (v *viewer) risk(about input.Params, r *whatif.SensitivityResult) blockView {
	asked := with(about, "metrics", "net_lifetime_value")
	drawn := 0
	for i := range r.Rows {
		row := &r.Rows[i]
		if drawn == mostUncertain || !row.Low.Decimal().LessThan(row.High.Decimal()) || row.Field.NeedsPercent(row.High.Decimal()) {
			continue
		}
		asked = with(asked, "uncertain."+row.Field.Name, "triangular:"+row.Low.String()+","+row.Value.String()+","+row.High.String())
		drawn++
	}
	a, worked := v.beside(whereSimulation, asked)
	if !worked {
		return blockView{}
	}
	d := &a.Result.(*whatif.SimulationResult).Results[0]
	money := func(x vocabulary.Rounded) string { return v.metric("net_lifetime_value", x) }
	return blockView{ID: "risk", Title: v.Lang.Page("risk"), Charts: v.drawn(whereSimulation, a), Lines: []lineView{{Href: v.whole(whereSimulation, asked), Link: v.Lang.Page("whole"),
		Text: v.Lang.Page("risk.says", "change", said(v.Lang, r.Request.Change.Decimal), "loss", said(v.Lang, d.ProbabilityNegative.Decimal()), "low", money(d.P5), "high", money(d.P95))}}}
}

// drawn are the pictures of another answer, for wide and narrow screens.
func (v *viewer) drawn(path string, a answer.Answer) []chartView {
	picture := calculator.At(path).Chart(a, v.Lang)
	var all []Chart
	for i, size := range []Size{{480, 340}, {300, 340}} {
		all = append(all, Chart{Narrow: i > 0, SVG: chart.SVG(picture, chart.Options{Lang: v.Lang, Width: size.Width, Height: size.Height, Inline: true})})
	}
	return v.pictures(all)
}
