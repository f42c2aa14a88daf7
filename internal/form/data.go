package form

import (
	"bytes"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model/vocabulary"
)

// DataPath is where the page is served that takes a list of orders.
const DataPath = "/data"

// DataRequest is all that the page about one's own orders depends on. Who bought
// is not on it.
type DataRequest struct {
	Lang    locale.Language
	Release string            // which release answers; empty where that is not said
	Given   map[string]string // what was typed, by field
	Sample  bool              // the answer is that of the sample
	Faults  vocabulary.Faults // where there are any there is no answer

	Cohorts *answer.Answer // nil before a file was given
	Fit     *answer.Answer // nil where nothing could be learnt
	Doubt   vocabulary.Faults
	Heat    []Chart // of the cohorts
	Tracked []Chart // of the fit
}

// dataView is the page ready to print.
type dataView struct {
	framed
	Lang               locale.Language
	Release            string
	Title, Lead, About string
	Languages, Pages   []linkView
	Faults             []faultView
	Story              []string
	Doubt, Link        string
	Fields, More       []dataField
	MoreOpen           bool
	Blocks             []blockView
	Notes              []noteView
}

// dataField is a field of the form.
type dataField struct {
	Name, Label, Meaning, Value string
	Choices                     []choiceView
}

// Fields of the form: those that few files leave open stand under "more".
var (
	dataFields = []string{"period"}
	dataMore   = []string{"customer", "date", "amount", "currency", "decimal", "date_order"}
)

// RenderData makes the page.
func RenderData(r DataRequest) ([]byte, error) {
	v := &viewer{Request: Request{Lang: r.Lang, Page: Page{Name: "data"}}}
	p := dataView{Lang: r.Lang, Release: r.Release, Title: v.word("title"), Lead: v.word("lead"), About: v.word("description"), Pages: v.pageLinks()}
	for i := range p.Pages {
		p.Pages[i].Current = strings.HasPrefix(p.Pages[i].Href, DataPath+"?")
	}
	for _, l := range locale.Languages() {
		href := DataPath + "?lang=" + string(l)
		if r.Sample {
			href += "&sample=on"
		}
		p.Languages = append(p.Languages, linkView{Text: l.Name(), Lang: string(l), Current: l == r.Lang, Href: href})
	}
	for _, name := range dataFields {
		p.Fields = append(p.Fields, v.dataField(name, r.Given[name]))
	}
	for _, name := range dataMore {
		p.More = append(p.More, v.dataField(name, r.Given[name]))
		p.MoreOpen = p.MoreOpen || r.Given[name] != ""
	}
	for _, f := range r.Faults {
		p.Faults = append(p.Faults, v.dataFault(f))
		p.MoreOpen = true
	}
	if len(r.Faults) == 0 && r.Cohorts != nil {
		v.tellData(r, &p)
	}
	var page bytes.Buffer
	err := templates.ExecuteTemplate(&page, "data", p)
	return page.Bytes(), err
}

// dataChoices are the choices of a field; none of one that is typed.
var dataChoices = map[string][]string{
	"period": {"year", "quarter", "month", "week"}, "decimal": {"", "point", "comma"}, "date_order": {"", "dmy", "mdy"},
}

func (v *viewer) dataField(name, value string) dataField {
	f := dataField{Name: name, Label: v.Lang.Label(name), Meaning: v.Lang.Meaning(name), Value: value}
	if name == "decimal" { // no field of the model, and so in no vocabulary
		f.Label, f.Meaning = v.word("decimal"), v.word("decimal.meaning")
	}
	for _, c := range dataChoices[name] {
		label := v.Lang.Choice(name, c)
		if c != "" && name == "decimal" {
			label = v.word("decimal." + c)
		}
		if c == "" {
			label = v.word("found")
		}
		f.Choices = append(f.Choices, choiceView{Value: c, Label: label, Chosen: c == value})
	}
	return f
}

// dataFault leads to the field that a fault is about, else to the file.
func (v *viewer) dataFault(f vocabulary.Fault) faultView {
	view := faultView{Target: "file", Message: v.message(f)}
	for _, name := range append(dataFields, dataMore...) {
		if f.Field == name {
			view.Target, view.Label = name, v.dataField(name, "").Label
		}
	}
	return view
}

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
	story := []string{v.word("read", "orders", short(v.Lang, cell(totals, "orders")), "customers", short(v.Lang, cell(totals, "customers")),
		"share", short(v.Lang, cell(totals, "repeat_share")))}
	rows, _ := r.Cohorts.Body.Get("rows").(answer.Record)
	left := 0
	for _, l := range records(rows.Get("left_out")) {
		left += int(number(cell(l, "rows")).IntPart())
	}
	if left > 0 {
		story = append(story, v.word("left", "n", v.Lang.Number(itoa(left))))
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
