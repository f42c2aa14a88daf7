package form

import (
	"slices"
	"strings"
	"testing"

	"blyant/internal/guide"
	"blyant/internal/locale"

	"golang.org/x/net/html"
)

// nodes are the elements of a page of one of the names, in the order of the page;
// all of them where no name is given.
func nodes(t *testing.T, page string, names ...string) []*html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var all []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && (len(names) == 0 || slices.Contains(names, n.Data)) {
			all = append(all, n)
		}
	}
	return all
}

// attribute is that of an element; empty where it has none.
func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasAttribute(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

// contents are the words within an element, with single spaces.
func contents(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// laidBefore are the pages that a test has made, which cost seconds.
var laidBefore = map[locale.Language]map[string]string{}

// laid are pages of every kind in a language, by what they show: forms with answers
// and faults, the view within other pages, and pages to read.
func laid(t *testing.T, l locale.Language) map[string]string {
	t.Helper()
	if before := laidBefore[l]; before != nil {
		return before
	}
	all := map[string]string{}
	laidBefore[l] = all
	for _, s := range allShown() {
		r := requestOf(t, s.page, l, s.query, false)
		for view, embedded := range map[string]bool{"": false, ", embedded": true} {
			r.Embedded = embedded
			page, err := Render(r)
			if err != nil {
				t.Fatal(err)
			}
			all[s.page.Name+", "+s.name+view] = string(page)
		}
	}
	keep := func(name string) func([]byte, error) {
		return func(page []byte, err error) {
			if err != nil {
				t.Fatal(name, err)
			}
			all[name] = string(page)
		}
	}
	r := Reading{Lang: l, Base: "https://example.org", Path: FiguresPath}
	keep("figures")(RenderFigures(r))
	keep("guides")(RenderGuides(r))
	keep("advice")(RenderAdvice(r))
	keep("nowhere")(RenderNowhere(r, `/<b>"`, "/plan"))
	keep("data")(RenderData(DataRequest{Lang: l}))
	for _, shelf := range guide.Shelves() {
		for _, g := range shelf.Guides {
			keep("guide " + g.Name)(RenderGuide(r, g))
		}
	}
	return all
}
