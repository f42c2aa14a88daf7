package form

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"blyant/internal/locale"
)

// embeddedOf is the view of a page within another page.
func embeddedOf(t *testing.T, s shown, l locale.Language) (view string, r Request) {
	t.Helper()
	r = requestOf(t, s.page, l, s.query, false)
	r.Embedded = true
	body, err := Render(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(body), r
}

// Within another page there is nothing to fill in, to press or to load but the style:
// whatever it shows, links open elsewhere and the engines are told to pass by.
func TestEmbeddedViewIsBare(t *testing.T) {
	for _, s := range allShown() {
		for _, l := range locale.Languages() {
			view, _ := embeddedOf(t, s, l)
			if bad := nodes(t, view, "form", "input", "select", "button", "script", "iframe", "nav", "output", "object"); len(bad) > 0 {
				t.Errorf("%s, %s, %s: there is a %s", s.page.Name, s.name, l, bad[0].Data)
			}
			base, robots := "", ""
			for _, n := range nodes(t, view, "base", "meta") {
				base += attribute(n, "target")
				if attribute(n, "name") == "robots" {
					robots = attribute(n, "content")
				}
			}
			if base != "_blank" || robots != "noindex" {
				t.Errorf("%s, %s, %s: links open in %q, engines are told %q", s.page.Name, s.name, l, base, robots)
			}
		}
	}
}

// The view says what the page says, and leads to it: the same sentences, the same
// first figures, and a permalink that shows no embedded view again.
func TestEmbeddedViewSaysTheSame(t *testing.T) {
	for _, s := range append(examplesOfPages(), shown{"kinds", bakery, PlanPage()}) {
		for _, l := range locale.Languages() {
			view, r := embeddedOf(t, s, l)
			if said, want := storyOf(t, view), storyOf(t, renderedOf(t, s.page, l, s.query, false)); said != want || said == "" {
				t.Errorf("%s, %s: it says %q, the page %q", s.page.Name, l, said, want)
			}
			page := exactOf(t, renderedOf(t, s.page, l, s.query, false))
			for figure, exact := range exactOf(t, view) {
				if !slices.Equal(page[figure], exact) {
					t.Errorf("%s, %s: %s is %v, on the page %v", s.page.Name, l, figure, exact, page[figure])
				}
			}
			links := nodes(t, view, "a")
			last := attribute(links[len(links)-1], "href")
			u, err := url.Parse(last)
			if err != nil || u.Path != s.page.Path || u.Query().Has("embed") || u.Query().Get("lang") != string(l) || last != viewed(r).take().Permalink {
				t.Errorf("%s, %s: it leads to %s", s.page.Name, l, last)
			}
		}
	}
}

// storyOf are the sentences of a page.
func storyOf(t *testing.T, page string) string {
	t.Helper()
	for _, n := range nodes(t, page, "div") {
		if attribute(n, "id") == "story" {
			return contents(n)
		}
	}
	return ""
}

// exactOf are the figures of a page as the API gives them, by row.
func exactOf(t *testing.T, page string) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	for _, row := range nodes(t, page, "tr") {
		figure := attribute(row, "data-figure")
		if figure == "" || all[figure] != nil {
			continue
		}
		for n := range row.Descendants() {
			if n.Data == "data" && hasAttribute(n, "value") {
				all[figure] = append(all[figure], attribute(n, "value"))
			}
		}
	}
	return all
}

// Where something is wrong the view says what, in the words of the page, and has no
// figures.
func TestEmbeddedViewOfFaults(t *testing.T) {
	for _, s := range wrongly {
		for _, l := range locale.Languages() {
			view, r := embeddedOf(t, s, l)
			if len(r.Faults) == 0 {
				continue // what is wrong typed may be right in a link
			}
			v := viewed(r)
			v.Faults = v.entry.placed(r.Faults)
			items := nodes(t, view, "li")
			if len(items) != len(r.Faults) || len(exactOf(t, view)) > 0 {
				t.Fatalf("%s, %s, %s: %d lines for %v", s.page.Name, s.name, l, len(items), r.Faults)
			}
			for i, f := range v.faults() {
				want := strings.Join(strings.Fields(f.Label+": "+f.Message), " ")
				if got := contents(items[i]); got != want && f.Label != "" {
					t.Errorf("%s, %s, %s: it says %q, wanted %q", s.page.Name, s.name, l, got, want)
				}
			}
		}
	}
}
