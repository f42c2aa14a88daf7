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
	FaultTitle         string
	Story              []string
	Doubt, Link        string
	Fields, More       []dataField
	MoreOpen           bool
	Blocks             []blockView
	Notes              []noteView
}

// RenderData makes the page.
func RenderData(r DataRequest) ([]byte, error) {
	v := &viewer{Request: Request{Lang: r.Lang, Page: Page{Name: "data"}}}
	p := dataView{Lang: r.Lang, Release: r.Release, Title: v.word("title"), Lead: v.word("lead"), About: v.word("description"), Pages: v.pageLinks(), FaultTitle: v.Lang.Page("problem")}
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
