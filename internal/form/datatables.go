package form

import (
	"blyant/internal/answer"
	"blyant/model/vocabulary"
)

// across is a table of one row as a list of its figures.
func (v *viewer) across(t answer.Table, caption string) tableView {
	view := tableView{Caption: caption, Head: v.Lang.Page("figure"), Columns: []columnView{{Label: v.Lang.Label("value")}}}
	for record := range t.Each {
		for _, c := range t.Columns {
			view.Rows = append(view.Rows, tableRow{Term: c.Name, Head: v.Lang.Label(c.Name), Meaning: v.Lang.Meaning(c.Name), Values: []valueView{v.value(c.Of(record))}})
		}
	}
	return view
}

// Of a table of cohorts the page shows so many ages.
const mostColumns = 14

// tableOf is a table of an answer, its first column as heads, as much of it as a
// page shows.
func (v *viewer) tableOf(t answer.Table, id, caption string) tableView {
	view := tableView{ID: id, Caption: caption}
	columns := t.Columns[:min(len(t.Columns), mostColumns)]
	for i, c := range columns {
		if i == 0 {
			view.Head = v.Lang.Label(c.Name)
			continue
		}
		view.Columns = append(view.Columns, v.column(c.Name))
	}
	all := 0
	for record := range t.Each {
		if all++; all > mostRows {
			continue
		}
		row := tableRow{Head: v.named(columns[0].Of(record))}
		for _, c := range columns[1:] {
			value := v.value(c.Of(record))
			value.Text = v.named(c.Of(record))
			row.Values = append(row.Values, value)
		}
		view.Rows = append(view.Rows, row)
	}
	if all > mostRows {
		view.Rest = v.Lang.Page("rows_left", "n", itoa(mostRows), "all", v.Lang.Number(itoa(all)))
	}
	return view
}

// named is a cell as people read it: names of models and figures by their labels,
// estimates with all their digits.
func (v *viewer) named(c answer.Cell) string {
	switch {
	case c.Kind == answer.Text:
		return v.Lang.Label(c.Words)
	case c.Kind == answer.Decimal && c.Unit == vocabulary.UnitNumber:
		return v.Lang.Number(c.String())
	}
	return short(v.Lang, c)
}

func drawn(charts []Chart) []chartView {
	v := viewer{Request: Request{Charts: charts}}
	return v.charts()
}

func notesOf(a *answer.Answer) []noteView {
	var views []noteView
	for _, n := range records(a.Body.Get("notes")) {
		views = append(views, noteView{Message: text(n, "message")})
	}
	return views
}
