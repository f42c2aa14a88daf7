package form

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"blyant/internal/calculator"
	"blyant/internal/locale"

	"golang.org/x/net/html"
)

// glossaryOf are the anchors of the page of figures in a language.
func glossaryOf(t *testing.T, l locale.Language) map[string]*html.Node {
	t.Helper()
	page, err := RenderFigures(Reading{Lang: l, Base: "https://example.org", Path: FiguresPath})
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]*html.Node{}
	for _, n := range nodes(t, string(page)) {
		if id := attribute(n, "id"); id != "" {
			if all[id] != nil {
				t.Errorf("%s: %s is there twice", l, id)
			}
			all[id] = n
		}
	}
	return all
}

// Each figure of each page leads to what it means, in the language of the page: the
// anchor is there, and calls the figure as the page does.
func TestFiguresLeadToTheirMeaning(t *testing.T) {
	for _, l := range locale.Languages() {
		anchors, led := glossaryOf(t, l), 0
		for name, page := range laid(t, l) {
			for _, a := range nodes(t, page, "a") {
				u, err := url.Parse(attribute(a, "href"))
				if err != nil || u.Path != FiguresPath || u.Fragment == "" {
					continue
				}
				led++
				if anchors[u.Fragment] == nil || u.Query().Get("lang") != string(l) {
					t.Errorf("%s, %s: %q leads to %s", l, name, contents(a), attribute(a, "href"))
				}
			}
		}
		if led < 200 {
			t.Errorf("%s: only %d links to meanings", l, led)
		}
	}
}

// Every row of figures on every page has its way to the meaning.
func TestNoFigureWithoutMeaning(t *testing.T) {
	for _, s := range examplesOfPages() {
		for _, row := range nodes(t, renderedOf(t, s.page, locale.Danish, s.query, false), "tr") {
			figure := attribute(row, "data-figure")
			if figure == "" {
				continue
			}
			leads := false
			for n := range row.Descendants() {
				leads = leads || (n.Data == "a" && strings.HasPrefix(attribute(n, "href"), FiguresPath+"?lang=da#"))
			}
			if !leads {
				t.Errorf("%s: %s leads nowhere", s.page.Name, figure)
			}
		}
	}
}

// The page of figures has every figure and every field of every calculator once, with
// a label, a unit and a meaning that is no English one in another language.
func TestGlossaryIsComplete(t *testing.T) {
	english := glossaryOf(t, locale.English)
	for _, l := range locale.Languages() {
		anchors := glossaryOf(t, l)
		if len(anchors) != len(english) {
			t.Errorf("%s: %d anchors, %d in English", l, len(anchors), len(english))
		}
		for _, e := range calculator.Figures() {
			n := anchors[e.Term.Name]
			if n == nil {
				t.Errorf("%s: no %s", l, e.Term.Name)
				continue
			}
			label, meaning := wordsOf(n, "a"), wordsOf(n, "dd")
			if label != l.Label(e.Term.Name) && label != strings.Join(strings.Fields(l.Label(e.Term.Name)), " ") {
				t.Errorf("%s: %s is called %q", l, e.Term.Name, label)
			}
			if meaning == "" || (l != locale.English && meaning == wordsOf(english[e.Term.Name], "dd")) {
				t.Errorf("%s: %s means %q", l, e.Term.Name, meaning)
			}
		}
		for _, f := range fieldsOfPages() {
			if anchors[f] == nil {
				t.Errorf("%s: no field %s", l, f)
			}
		}
	}
}

// wordsOf are the words of the first element of that name within another.
func wordsOf(n *html.Node, name string) string {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == name {
			return contents(d)
		}
	}
	return ""
}

// fieldsOfPages are the names of all fields that pages ask.
func fieldsOfPages() []string {
	var all []string
	for _, p := range Pages() {
		for _, s := range p.Sections {
			for _, name := range s.Fields {
				if !slices.Contains(all, name) && locale.English.Meaning(name) != "" {
					all = append(all, name)
				}
			}
		}
	}
	return all
}

// A sheet to print has the meaning of what is asked beside the field: each question
// has a help that is not empty and says what a blank stands for or may be.
func TestEveryQuestionIsExplained(t *testing.T) {
	for _, l := range locale.Languages() {
		for _, s := range examplesOfPages() {
			for _, d := range nodes(t, renderedOf(t, s.page, l, s.query, false), "details") {
				if attribute(d, "class") == "help" && len(strings.TrimSpace(contents(d))) < 20 {
					t.Errorf("%s, %s: a question is explained as %q", l, s.page.Name, contents(d))
				}
			}
		}
	}
}
