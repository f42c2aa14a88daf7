package form

import (
	"bytes"
	"strings"

	"blyant/internal/guide"
	"blyant/internal/locale"
)

// Reading is what pages to read, rather than to fill in, depend on.
type Reading struct {
	Lang    locale.Language
	Release string // which release answers; empty where that is not said
	Base    string // address of the server, without a slash at the end
	Path    string // of the page
}

// framed is what the frame of a page depends on beside its words.
type framed struct {
	Shared  *sharedView // how others show a link to the page; nil where it has no address
	Reading bool        // there is nothing to fill in
}

// readingView is a page to read: what the frame needs.
type readingView struct {
	framed
	Lang               locale.Language
	Release            string
	Title, Lead, About string
	Languages, Pages   []linkView
	Faults             []faultView // none; forms have them
}

// frame prepares a page to read; its words have that key.
func (r Reading) frame(key string) readingView {
	return r.entitled(r.Lang.Page(key+".title"), r.Lang.Page(key+".lead"))
}

func (r Reading) entitled(title, lead string) readingView {
	v := &viewer{Request: Request{Lang: r.Lang, Fresh: true}}
	view := readingView{Lang: r.Lang, Release: r.Release, Title: title, Lead: lead, About: lead, Pages: v.pageLinks()}
	view.Reading = true
	for _, l := range locale.Languages() {
		view.Languages = append(view.Languages, linkView{Text: l.Name(), Lang: string(l), Current: l == r.Lang, Href: r.Path + "?lang=" + string(l)})
	}
	view.Shared = &sharedView{Title: title, Description: lead, Address: r.Base + r.Path + "?lang=" + string(r.Lang)}
	return view
}

// print executes the template of a page.
func printed(template string, view any) ([]byte, error) {
	var page bytes.Buffer
	err := templates.ExecuteTemplate(&page, template, view)
	return page.Bytes(), err
}

// guideView is a guide on a page.
type guideView struct {
	readingView
	Guide guide.Guide
}

// RenderGuide makes the page of a guide.
func RenderGuide(r Reading, g guide.Guide) ([]byte, error) {
	return printed("guide", guideView{r.entitled(g.Title, g.Lead), g})
}

// shelfView is a number of guides for the same readers.
type shelfView struct {
	Title string
	Links []entryLink
}

// entryLink is a link with what it leads to.
type entryLink struct{ Href, Text, About, Lang string }

type guidesView struct {
	readingView
	Shelves []shelfView
}

// RenderGuides makes the list of all guides.
func RenderGuides(r Reading) ([]byte, error) {
	view := guidesView{readingView: r.frame("guides")}
	lang := "?lang=" + string(r.Lang)
	view.Shelves = []shelfView{{Links: []entryLink{
		{Href: FiguresPath + lang, Text: r.Lang.Page("figures_page.title"), About: r.Lang.Page("figures_page.lead")},
		{Href: AdvicePath + lang, Text: r.Lang.Page("advice.title"), About: r.Lang.Page("advice.lead")},
	}}}
	for _, shelf := range guide.Shelves() {
		s := shelfView{Title: r.Lang.Page("guides." + shelf.Name)}
		for _, g := range shelf.Guides {
			s.Links = append(s.Links, entryLink{guide.Folder + g.Name + lang, g.Title, g.Lead, string(locale.English)})
		}
		view.Shelves = append(view.Shelves, s)
	}
	return printed("guides", view)
}

// nowhereView is the page of an address at which there is nothing.
type nowhereView struct {
	readingView
	Asked string
	Near  linkView // what was probably meant; empty where nothing is near
	Ways  []linkView
}

// RenderNowhere makes the page of an address at which there is nothing, with the
// address that was probably meant, if there is one.
func RenderNowhere(r Reading, asked, near string) ([]byte, error) {
	view := nowhereView{readingView: r.frame("nowhere"), Asked: asked}
	view.Shared = nil
	if near != "" {
		view.Near = linkView{Text: near, Href: near}
		if !strings.HasPrefix(near, "/v1/") {
			view.Near.Href += "?lang=" + string(r.Lang)
		}
	}
	view.Ways = append(view.Ways, view.Pages...)
	return printed("nowhere", view)
}
