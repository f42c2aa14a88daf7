package form

import (
	"net/url"
	"strings"

	"blyant/internal/input"
	"blyant/internal/locale"
)

// linkView is a link of the page.
type linkView struct {
	Text, Href, Lang string
	Current          bool
}

// encode writes parameters as a query. A space is %20, since not every
// spreadsheet takes a plus for one.
func encode(p input.Params) string {
	parts := make([]string, len(p))
	for i, param := range p {
		parts[i] = escape(param.Name) + "=" + escape(param.Value)
	}
	return strings.Join(parts, "&")
}

func escape(text string) string { return strings.ReplaceAll(url.QueryEscape(text), "+", "%20") }

// canonicalParams is the entry with canonical numbers.
func (v *viewer) canonicalParams() input.Params {
	p := v.entry.params()
	for i, param := range p {
		if f, known := v.Page.field(param.Name); known {
			p[i].Value = canonical(f, param.Value, v.Dialect, v.Lang)
		}
	}
	return p
}

// canonicalQuery is the query of a link to the page: it means the same
// whatever the language of whoever follows it.
func (v *viewer) canonicalQuery(lang string) string {
	return encode(append(v.linkParams(lang), input.Param{Name: "lang", Value: lang}))
}

// resource is the path of the calculator that the entry asks: the page's first,
// or the one that takes several.
func (v *viewer) resource() string {
	return v.Page.asks(v.Page.Alone && !v.entry.flat())
}

// address is a full URL of the API.
func (v *viewer) address(path string, p input.Params, options ...string) string {
	for i := 0; i+1 < len(options); i += 2 {
		p = append(p[:len(p):len(p)], input.Param{Name: options[i], Value: options[i+1]})
	}
	return v.Base + path + "?" + encode(p)
}

// languageLinks lead to the same page in the other languages, with what stands
// in the form; a page as it comes leads to the page as it comes.
func (v *viewer) languageLinks() []linkView {
	var links []linkView
	for _, l := range locale.Languages() {
		query := "lang=" + string(l)
		if !v.Fresh {
			query = v.canonicalQuery(string(l))
		}
		links = append(links, linkView{Text: l.Name(), Lang: string(l), Current: l == v.Lang, Href: v.Page.Path + "?" + query})
	}
	return links
}

// pageLinks lead to the other pages, with the customer of this one; a page as it
// comes leads to pages as they come.
func (v *viewer) pageLinks() []linkView {
	var links []linkView
	for _, p := range Pages() {
		link := linkView{Text: v.Lang.Page(p.Name + ".nav"), Href: p.Path + "?lang=" + string(v.Lang), Current: p.Name == v.Page.Name}
		if !v.Fresh && len(v.parts) > 0 && !link.Current {
			link.Href = v.onward(p, v.entry.items[v.current()])
		}
		links = append(links, link)
	}
	return append(links, linkView{Text: v.Lang.Page("data.nav"), Href: DataPath + "?lang=" + string(v.Lang)})
}

// exampleLinks fill the form with an example.
func (v *viewer) exampleLinks() []linkView {
	var links []linkView
	for _, e := range v.Examples {
		links = append(links, linkView{Text: e.Title, Href: v.Page.Path + "?" + encode(e.Params) + "&lang=" + string(v.Lang) + "&decimal=point"})
	}
	return links
}
