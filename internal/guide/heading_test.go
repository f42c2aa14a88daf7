package guide

import (
	"strings"
	"testing"
)

// The address of a heading is the one that GitHub gives it, so that a link works in both
// places: small letters, hyphens for spaces, other marks left out.
func TestAddressesOfHeadings(t *testing.T) {
	for heading, want := range map[string]string{
		"What a figure means": "what-a-figure-means", "GET, POST & HEAD": "get-post--head", "`of=` and keys": "of-and-keys", "A – B": "a--b", "snake_case-and-hyphens": "snake_case-and-hyphens",
		"Ærlig talt": "ærlig-talt", "100 % of it": "100--of-it", "  around  ": "around", "???": "",
	} {
		if got := addressOf(heading); got != want {
			t.Errorf("%q is at %q, want %q", heading, got, want)
		}
	}
	taken := addresses{}
	for _, want := range []string{"the-same", "the-same-1", "the-same-2"} {
		if got := string(taken.Generate([]byte("The same"), 0)); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	taken.Put([]byte("other"))
	if got := string(taken.Generate([]byte("Other"), 0)); got != "other-1" {
		t.Errorf("beside one that is taken: %s", got)
	}
}

// The first paragraph stands in the list of guides: without its marks, and without a last
// sentence that only leads on.
func TestLeads(t *testing.T) {
	for text, want := range map[string]string{
		"# T\n\nOne *two* [three](plan.md).\n\nMore.": "One two three.", "# T\n\nIt is so. Like this:\n\n- a": "It is so.", "# T\n\nLike this:\n\n- a": "",
		"# T\n\n- a list\n\nThen words.": "Then words.", "# T": "", "# T\n\nAt 12:30 it ends.": "At 12:30 it ends.",
	} {
		if got := render("x", []byte(text)).Lead; got != want {
			t.Errorf("%q leads with %q, want %q", text, got, want)
		}
	}
}

// Links of a rendered guide lead to the server; what is written in another language of the
// web comes out as text.
func TestRenderedLinks(t *testing.T) {
	for text, want := range map[string]string{
		"[a](plan.md#x)": `<a href="/docs/plan#x">a</a>`, "[a](http://127.0.0.1:8080/data)": `<a href="/data">a</a>`, "[a](../README.md)": `<a href="/docs/">a</a>`,
		"[a](javascript:alert(1))": `<a href="">a</a>`, "`<b>`": "<code>&lt;b&gt;</code>", "a < b & c": "a &lt; b &amp; c",
	} {
		if got := string(render("x", []byte(text)).Text); !strings.Contains(got, want) {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
	for _, text := range []string{"<script>alert(1)</script>", "a <img src=x> b", "<div onclick=x>"} {
		if got := string(render("x", []byte(text)).Text); strings.Contains(got, "<script") || strings.Contains(got, "<img") || strings.Contains(got, "onclick") {
			t.Errorf("%s is %s", text, got)
		}
	}
}
