package form

import "testing"

// The drawing for telephones leaves the words of its spots to the wide one that says the
// same, and keeps them where it says something else.
func TestNarrowDrawingsTakeTheirWords(t *testing.T) {
	const wide = `<svg><g pointer-events="all" aria-label="a"></g><rect x="1" data-dots="1 2"><title>Year 1</title></rect><rect x="2"><title>Year 2</title></rect><text><title>a</title></text></svg>`
	const narrow = `<svg><g pointer-events="all" aria-label="a"></g><rect x="3" data-dots="3 4"><title>Year 1</title></rect><rect x="4"><title>Year 2</title></rect><text><title>a</title></text></svg>`
	if got, want := string(unspoken([]byte(narrow), []byte(wide))), `<svg><g pointer-events="all" data-label="a"></g><rect x="3" data-dots="3 4"/><rect x="4"/><text><title>a</title></text></svg>`; got != want {
		t.Errorf("%s, wanted %s", got, want)
	}
	const other = `<svg><rect x="3"><title>Year 1</title></rect><rect x="4"><title>Year 3</title></rect></svg>`
	if got := string(unspoken([]byte(other), []byte(wide))); got != other {
		t.Errorf("%s has lost its words", got)
	}
	views := (&viewer{}).pictures([]Chart{{SVG: []byte(wide)}, {SVG: []byte(narrow), Narrow: true}, {SVG: []byte(other), Narrow: true}})
	if len(views) != 3 || string(views[0].SVG) != wide || string(views[1].SVG) == narrow || string(views[2].SVG) != other {
		t.Errorf("%q", views)
	}
}
