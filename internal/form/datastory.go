package form

import (
	"strings"

	"blyant/internal/answer"
)

// tellData puts what was learnt on the page.
func (v *viewer) tellData(r DataRequest, p *dataView) {
	p.Story = v.dataStory(r)
	for _, f := range r.Doubt {
		p.Doubt = strings.TrimSpace(p.Doubt + " " + v.message(f))
	}
	totals, _ := r.Cohorts.Table("totals")
	left, _ := r.Cohorts.Table("left_out")
	triangle, _ := r.Cohorts.Table("triangle")
	kept := v.tableOf(triangle, "triangle", v.word("cohorts.table"))
	kept.Remark = kept.Caption
	p.Blocks = append(p.Blocks,
		blockView{ID: "totals", Title: v.word("totals"), Table: v.across(totals, v.word("totals")), Fold: v.tableOf(left, "left-out", v.word("left_out"))},
		blockView{ID: "cohorts", Title: v.word("cohorts"), Charts: drawn(r.Heat), Table: kept})
	p.Notes = append(p.Notes, notesOf(r.Cohorts)...)
	if r.Fit == nil {
		return
	}
	parameters, _ := r.Fit.Table("parameters")
	curve, _ := r.Fit.Table("retention_curve")
	p.Blocks = append(p.Blocks,
		blockView{ID: "models", Title: v.word("models"), Charts: drawn(r.Tracked), Fold: v.tableOf(parameters, "parameters", v.word("parameters"))},
		blockView{ID: "curve", Title: v.word("curve"), Table: v.tableOf(curve, "retention-curve", v.word("curve"))})
	p.Notes = append(p.Notes, notesOf(r.Fit)...)
	scenario, _ := r.Fit.Body.Get("scenario").(answer.Record)
	p.Link = text(scenario, "link") + "&lang=" + string(v.Lang)
}

// dataStory says what was read, and what a new customer is expected to do.
func (v *viewer) dataStory(r DataRequest) []string {
	totals, _ := r.Cohorts.Body.Get("totals").(answer.Record)
	many := func(key, total string) string {
		c := cell(totals, total)
		return counted(v.Lang, "data."+key, int(number(c).IntPart()), short(v.Lang, c))
	}
	story := []string{v.word("read", "orders", many("orders", "orders"), "customers", many("buyers", "customers"),
		"share", short(v.Lang, cell(totals, "repeat_share")))}
	rows, _ := r.Cohorts.Body.Get("rows").(answer.Record)
	left := 0
	for _, l := range records(rows.Get("left_out")) {
		left += int(number(cell(l, "rows")).IntPart())
	}
	if left > 0 {
		story = append(story, counted(v.Lang, "data.left", left, v.Lang.Number(itoa(left))))
	}
	if r.Fit == nil {
		return story
	}
	scenario, _ := r.Fit.Body.Get("scenario").(answer.Record)
	said := []string{"orders", v.Lang.Number(number(cell(scenario, "orders_per_period")).StringFixed(2)), "period", duration(v.Lang, "1", text(scenario, "period"))}
	if value := cell(scenario, "basket_value"); value.Kind != answer.Null {
		return append(story, v.word("worth", append(said, "money", v.Lang.Money(number(value).StringFixed(2), text(r.Fit.Body, "currency")))...))
	}
	return append(story, v.word("expected", said...))
}
