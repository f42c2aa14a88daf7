package form

import (
	"strconv"

	"blyant/internal/answer"
	"blyant/model/vocabulary"
)

// How many periods the page shows; the downloads have them all.
const (
	mostRows  = 60
	mostCells = 120 // of one figure for several items
	fewerRows = 12  // where there are more items than the form itself takes
)

func (v *viewer) maxRows() int {
	return max(fewerRows, min(mostRows, mostCells/max(len(v.parts), 1)))
}

// eachRows is how many periods the schedule of each part shows: as many in all as there
// may be of one, and of ten years all where there are up to six. A plan of more kinds
// of customers than the form has columns for shows two years of months.
func (v *viewer) eachRows() int {
	if len(records(v.Answer.Body.Get("segments"))) > mostItems {
		return twoYears
	}
	return mostRows / max(len(v.parts), 1)
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
		for _, row := range p.schedule[:min(len(p.schedule), v.eachRows())] {
			r := tableRow{Head: short(v.Lang, cell(row, "period"))}
			for _, f := range figures[1:] {
				r.Values = append(r.Values, v.among(cell(row, f.Name)))
			}
			t.Rows = append(t.Rows, r)
		}
		t.Rest = v.rest(len(p.schedule), v.eachRows())
		views = append(views, t)
	}
	return views
}

// rest says how many of the periods are shown, where it is not all.
func (v *viewer) rest(all, shown int) string {
	if all <= shown {
		return ""
	}
	return v.Lang.Page("rows_left", "n", strconv.Itoa(shown), "all", v.Lang.Number(strconv.Itoa(all)))
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
	t.Rest = v.rest(longest, v.maxRows())
	return t
}

// cumulative is the cumulative present value after n periods; a shorter
// schedule than the longest has none at its end.
func (v *viewer) cumulative(p part, n int) valueView {
	switch {
	case n > len(p.schedule):
		return valueView{Text: "–", None: true}
	case n > 0:
		return v.among(cell(p.schedule[n-1], "cumulative_present_value"))
	}
	return v.among(atStart(p))
}

// atStart is the value before the first purchase: the acquisition cost, spent.
func atStart(p part) answer.Cell {
	c := p.figure("net_lifetime_value")
	return answer.Number(number(cell(p.scenario, "acquisition_cost")).Neg().Round(decimalsOf(c)), c.Unit)
}
