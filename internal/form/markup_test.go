package form

import (
	"bytes"
	"errors"
	"io"
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

// A page says its language, has one title and one heading of the first rank, and no
// heading that skips a rank or says nothing.
func TestHeadingsAreInOrder(t *testing.T) {
	for _, l := range locale.Languages() {
		for name, page := range laid(t, l) {
			root, title := nodes(t, page, "html"), nodes(t, page, "title")
			if attribute(root[0], "lang") != string(l) || len(title) == 0 || contents(title[0]) == "" {
				t.Errorf("%s, %s: the language is %q", l, name, attribute(root[0], "lang"))
			}
			before, firsts := 0, 0
			for _, h := range nodes(t, page, "h1", "h2", "h3", "h4", "h5", "h6") {
				rank := int(h.Data[1] - '0')
				if rank > before+1 || contents(h) == "" {
					t.Errorf("%s, %s: after rank %d comes %s %q", l, name, before, h.Data, contents(h))
				}
				if before = rank; rank == 1 {
					firsts++
				}
			}
			if firsts != 1 {
				t.Errorf("%s, %s: %d headings of the first rank", l, name, firsts)
			}
		}
	}
}

// Whatever can be typed in, chosen, pressed or followed has a name that is read out,
// and each label belongs to a field.
func TestEverythingToUseHasAName(t *testing.T) {
	for _, l := range locale.Languages() {
		for name, page := range laid(t, l) {
			labels, fields := map[string]string{}, map[string]bool{}
			for _, label := range nodes(t, page, "label") {
				labels[attribute(label, "for")] += contents(label)
			}
			for _, n := range nodes(t, page, "input", "select", "textarea", "output", "button", "a", "summary", "progress") {
				if attribute(n, "type") == "hidden" {
					continue
				}
				fields[attribute(n, "id")] = true
				said := contents(n) + attribute(n, "aria-label")
				if n.Data == "input" || n.Data == "select" || n.Data == "output" {
					said = labels[attribute(n, "id")] + attribute(n, "aria-label")
				}
				if strings.TrimSpace(said) == "" {
					t.Errorf("%s, %s: the %s %v has no name", l, name, n.Data, n.Attr)
				}
			}
			for id := range labels {
				if !fields[id] {
					t.Errorf("%s, %s: the label of %q belongs to nothing", l, name, id)
				}
			}
		}
	}
}

// void are the elements that have no end.
var void = []string{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

// Every element is closed where it was opened: what browsers mend differs, and a
// template that mends itself hides what is wrong.
func TestElementsAreClosed(t *testing.T) {
	for _, l := range locale.Languages() {
		for name, page := range laid(t, l) {
			z, open := html.NewTokenizer(strings.NewReader(page)), []string{}
			for {
				kind := z.Next()
				if kind == html.ErrorToken {
					break
				}
				tag, _ := z.TagName()
				tag = bytes.Clone(tag)
				switch {
				case kind == html.StartTagToken && !slices.Contains(void, string(tag)):
					open = append(open, string(tag))
				case kind == html.EndTagToken && (len(open) == 0 || open[len(open)-1] != string(tag)):
					t.Fatalf("%s, %s: </%s> closes %v", l, name, tag, open)
				case kind == html.EndTagToken:
					open = open[:len(open)-1]
				}
			}
			if !errors.Is(z.Err(), io.EOF) || len(open) > 0 {
				t.Errorf("%s, %s: %v is left open (%v)", l, name, open, z.Err())
			}
		}
	}
}
