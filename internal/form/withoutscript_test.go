package form

import (
	"strings"
	"testing"

	"blyant/internal/locale"

	"golang.org/x/net/html"
)

// within reports whether a node is in an element that is so.
func within(n *html.Node, is func(*html.Node) bool) bool {
	for ; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && is(n) {
			return true
		}
	}
	return false
}

// Without script a page offers nothing that does nothing: what only the script can do
// is hidden, all else is sent by a form or leads somewhere.
func TestNothingNeedsTheScript(t *testing.T) {
	pages := map[string]string{}
	for _, s := range allShown() {
		pages[s.page.Name+" "+s.name] = renderedOf(t, s.page, locale.Swedish, s.query, false)
	}
	data, err := RenderData(DataRequest{Lang: locale.Swedish})
	if err != nil {
		t.Fatal(err)
	}
	pages["data"] = string(data)
	hidden := func(n *html.Node) bool { return hasAttribute(n, "hidden") }
	form := func(n *html.Node) bool { return n.Data == "form" }
	sent := 0
	for name, page := range pages {
		for _, element := range []string{"button", "select", "input", "textarea"} {
			for _, n := range nodes(t, page, element) {
				switch {
				case within(n, hidden):
				case !within(n, form) || element == "button" && attribute(n, "type") == "button":
					t.Errorf("%s: a %s that only the script would answer: %v", name, element, n.Attr)
				case element == "button":
					sent++
				}
			}
		}
		for _, n := range nodes(t, page, "a") {
			if href := attribute(n, "href"); (href == "" || href == "#" || strings.HasPrefix(href, "javascript:")) && !within(n, hidden) {
				t.Errorf("%s: a link that leads nowhere: %v", name, n.Attr)
			}
		}
	}
	if sent < len(pages) {
		t.Errorf("%d buttons on %d pages", sent, len(pages))
	}
}
