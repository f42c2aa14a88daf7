package form

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"blyant/internal/locale"

	"golang.org/x/net/html"
)

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
