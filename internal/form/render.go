package form

import (
	"embed"
	"html/template"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model/vocabulary"
)

//go:embed templates/*.html
var templateFiles embed.FS

var templates = template.Must(template.New("").Funcs(template.FuncMap{
	"word":      locale.Language.Page,
	"soft":      locale.Language.Soft,
	"asset":     AssetPath,
	"dict":      dict,
	"breakable": breakable,
	"meaning":   figureHref,
	"key":       keyOf,
}).ParseFS(templateFiles, "templates/*.html"))

// viewer prepares what the templates print.
type viewer struct {
	Request
	entry entry
	parts []part
}

// Most items that the form itself lets one put side by side.
const mostItems = 4

// Render makes the page.
func Render(r Request) ([]byte, error) {
	v := &viewer{Request: r, entry: read(r.Page, r.Params)}
	v.Faults = v.entry.placed(r.Faults)
	if len(r.Faults) == 0 {
		v.parts = r.Page.parts(r.Answer)
	}
	if r.Embedded {
		return printed("embed", v.embedded())
	}
	p := v.page()
	p.Shared = v.shared(&p)
	return printed("page", p)
}

func (v *viewer) page() pageView {
	p := pageView{
		Lang: v.Lang, Page: v.Page, Release: v.Release, Title: v.word("title"), Lead: v.word("lead"), About: v.word("description"),
		Languages: v.languageLinks(), Pages: v.pageLinks(), Examples: v.exampleLinks(), Trades: v.tradeLinks(), Take: v.take(),
		Heads: v.heads(), Questions: v.word("items"), Columns: len(v.entry.items), Faults: v.faults(), Of: v.about(),
		Many: v.many(), TypedFor: v.typedFor(), Changed: v.change().Says,
	}
	if len(p.Heads) > 0 {
		p.Add, p.CanRemove = v.word("add"), len(p.Heads) > 1
		p.CanAdd = len(p.Heads) < mostItems
	}
	p.Beside, p.Opens = v.besides(), v.Page.compares()
	if len(p.Heads) == 1 {
		p.Questions = v.word("items.single")
	}
	if _, asked := v.baseline(); !asked {
		for _, b := range v.entry.baseline() {
			p.Baseline = b.Value
		}
	}
	v.ask(&p)
	if len(v.Faults) > 0 {
		key := "problem"
		if p.Wanting = v.Wanting(); p.Wanting {
			key = "wanting"
		}
		p.FaultTitle, p.FaultCount = v.Lang.Page(key), counted(v.Lang, key, len(v.Faults), v.Lang.Number(itoa(len(v.Faults))))
		return p
	}
	p.Answered, p.Strip, p.Notes = true, v.strip(), v.notes()
	p.Onward = v.onwards()
	v.Page.tell(v, &p)
	return p
}

// word is one of the page's own words.
func (v *viewer) word(key string, pairs ...string) string {
	return v.Lang.Page(v.Page.Name+"."+key, pairs...)
}

// ask puts the questions on the page, those that few need under "more".
func (v *viewer) ask(p *pageView) {
	filled := 0
	for _, s := range v.sections() {
		if !s.Folded {
			p.Sections = append(p.Sections, s)
			continue
		}
		p.More = append(p.More, s)
		p.MoreOpen = p.MoreOpen || s.Faulty
		filled += s.Filled
	}
	if filled > 0 {
		p.MoreFilled = counted(v.Lang, "filled", filled, itoa(filled))
	}
}

// strip is what stays in sight on a telephone: one figure of each part, or
// several of the only one.
func (v *viewer) strip() []stripView {
	var views []stripView
	for i, part := range v.parts {
		for _, name := range v.Page.Strip {
			c := part.figure(name)
			strip := stripView{v.Lang.Label(name), trueMinus(c, v.amount(c, part.currency))}
			switch {
			case len(v.Page.Items) > 0 && !v.Page.Whole:
				strip.Name = v.partName(part, i)
			case c.Unit == vocabulary.UnitPeriodNumber && c.Kind != answer.Null: // labels of periods are too long here
				strip = stripView{v.word("turns.in"), periodNumber(v, part, c)}
			}
			views = append(views, strip)
		}
	}
	return views[:min(len(views), mostItems)]
}

// dict gathers named values for a template within a template.
func dict(pairs ...any) map[string]any {
	named := make(map[string]any, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		if name, ok := pairs[i].(string); ok {
			named[name] = pairs[i+1]
		}
	}
	return named
}

// breakable lets an address break over lines between its parameters.
func breakable(text string) template.HTML {
	escaped := template.HTMLEscapeString(text)
	return template.HTML(strings.ReplaceAll(escaped, "&amp;", "<wbr>&amp;")) // escaped above
}
