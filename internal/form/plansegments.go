package form

import (
	"strings"

	"blyant/internal/answer"
	"blyant/model/plan"

	"github.com/shopspring/decimal"
)

// kindNames are the names of the kinds of customers of the plan, none where there is
// one kind.
func (v *viewer) kindNames() []string {
	var names []string
	for _, kind := range records(v.Answer.Body.Get("segments")) {
		names = append(names, text(kind, "name"))
	}
	return names
}

// segments are the kinds of customers of the plan side by side; empty where there is
// one.
func (v *viewer) segments() blockView {
	kinds := records(v.Answer.Body.Get("segments"))
	b := blockView{ID: "segments", Title: v.word("segments"), Remark: v.word("segments.remark")}
	if len(kinds) == 0 {
		return b
	}
	b.Table = tableView{Caption: b.Title, Head: v.Lang.Page("figure"), Beside: true}
	for _, kind := range kinds {
		b.Table.Columns = append(b.Table.Columns, columnView{Label: text(kind, "name")})
	}
	lead := tableRow{ID: "segment-net_present_value", Term: "net_present_value", Head: v.word("segments.value"), Unit: v.Lang.CurrencySign(v.currency()), Lead: true}
	b.Table.Rows = append(b.Table.Rows, filled(v, lead, "net_present_value", kinds))
	for _, f := range plan.SegmentFigures() {
		if f.Name != "net_present_value" {
			row := tableRow{ID: "segment-" + f.Name, Term: f.Name, Head: v.Lang.Label(f.Name), Unit: v.figureUnit(f.Unit), Meaning: v.Lang.Meaning(f.Name)}
			b.Table.Rows = append(b.Table.Rows, filled(v, row, f.Name, kinds))
		}
	}
	if len(kinds) > mostItems {
		b.Table = turned(b.Table)
		b.Table.Head = v.Lang.Label("name")
	}
	return b
}

// filled is a row with that figure of each record.
func filled(v *viewer, row tableRow, figure string, of []answer.Record) tableRow {
	for _, r := range of {
		row.Values = append(row.Values, v.value(cell(r, figure)))
	}
	return row
}

// planYears is the statement of the plan by year.
func (v *viewer) planYears() tableView {
	years := records(v.Answer.Body.Get("years"))
	t := tableView{ID: "years", Caption: v.Lang.Label("years"), Head: v.Lang.Label("line"), Beside: true, Remark: v.Lang.Page("amounts", "currency", v.Lang.CurrencySign(v.parts[0].currency))}
	calendar := text(v.parts[0].inputs, "start") != ""
	for _, year := range years {
		label := text(year, "year")
		if !calendar {
			label = v.Lang.Text("chart.axis.year") + noBreakSpace + label
		}
		t.Columns = append(t.Columns, columnView{Label: label})
	}
	for _, line := range plan.Statement() {
		row := tableRow{ID: "year-" + line.Name, Term: line.Name, Head: v.Lang.Label(line.Name)}
		t.Rows = append(t.Rows, filled(v, row, line.Name, years))
	}
	return t
}

// dated puts a column of days before the others of a schedule, where it has days.
func dated(t *tableView, label string, schedule []answer.Record) {
	if len(schedule) == 0 || cell(schedule[0], "date").Kind == answer.Null {
		return
	}
	t.Columns = append([]columnView{{Label: label}}, t.Columns...)
	for i := range t.Rows {
		day := text(schedule[i], "date")
		t.Rows[i].Values = append([]valueView{{Text: day}}, t.Rows[i].Values...)
	}
}

// began says when a period of a plan with days begins, in brackets.
func (v *viewer) began(p part, period answer.Cell) string {
	i := int(number(period).IntPart()) - 1
	if i < 0 || i >= len(p.schedule) {
		return ""
	}
	day := text(p.schedule[i], "date")
	if day == "" {
		return ""
	}
	return " (" + v.Lang.Month(day) + ")"
}

// segmentsStory says which kind of customers brings most, or that one costs more
// than it brings.
func (v *viewer) segmentsStory(p part) string {
	kinds := records(v.Answer.Body.Get("segments"))
	if len(kinds) < 2 {
		return ""
	}
	worth := func(r answer.Record) decimal.Decimal { return number(cell(r, "net_present_value")) }
	most, least := kinds[0], kinds[0]
	for _, kind := range kinds {
		if worth(kind).GreaterThan(worth(most)) {
			most = kind
		}
		if worth(kind).LessThan(worth(least)) {
			least = kind
		}
	}
	money := func(r answer.Record) string {
		return spoken(v.Lang, strings.TrimPrefix(text(r, "net_present_value"), "-"), p.currency)
	}
	var said []string
	if worth(most).IsPositive() {
		said = append(said, v.word("segments.most", "name", text(most, "name"), "money", money(most)))
	}
	if worth(least).IsNegative() {
		said = append(said, v.word("segments.loses", "name", text(least, "name"), "money", money(least)))
	}
	return strings.Join(said, " ")
}
