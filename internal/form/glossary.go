package form

import (
	"slices"
	"strings"
	"sync"

	"blyant/internal/calculator"
	"blyant/internal/guide"
	"blyant/internal/locale"
	"blyant/model/vocabulary"
)

// FiguresPath is where the page is served that says what every figure means.
const FiguresPath = guide.Folder + "figures"

// figureHref is the address of what a figure or field means.
func figureHref(l locale.Language, name string) string {
	return FiguresPath + "?lang=" + string(l) + "#" + name
}

// glossaryView is the page that says what every figure means.
type glossaryView struct {
	readingView
	Figures, Inputs []termSection
}

// termSection is a number of terms that belong together.
type termSection struct {
	ID, Title string
	Terms     []termView
}

// termView is a name of the vocabulary in words. Its address on the page is its
// name.
type termView struct {
	Name, Label, Unit, Meaning string
	Range                      string // what may be typed; empty of a figure
	Also                       string // says where else it is met; may be empty
}

// RenderFigures makes the page that says what every figure and input means.
func RenderFigures(r Reading) ([]byte, error) {
	g := &glossary{l: r.Lang, seen: map[string]bool{}}
	view := glossaryView{readingView: r.frame("figures_page")}
	view.Inputs = g.inputs() // a figure that can be given is looked for there
	view.Figures = g.figures()
	return printed("figures", view)
}

// glossary gathers terms, each once.
type glossary struct {
	l    locale.Language
	seen map[string]bool
}

// inputs are the fields of all calculators. Those of a customer stand under
// their groups, the others under what they are asked for.
func (g *glossary) inputs() []termSection {
	var sections []termSection
	blank := &viewer{Request: Request{Lang: g.l}, entry: read(Page{}, nil)}
	for _, e := range calculator.Fields() {
		f := e.Term
		if e.Part == "options" || g.l.Meaning(f.Name) == "" || g.seen[f.Name] { // the options are a program's
			continue
		}
		id, title := "in."+e.Part, g.l.Label(e.Part)
		if e.Part == "scenario" {
			id, title = "in."+string(f.Group), g.l.Group(f.Group)
		}
		term := g.term(f.Name, f.Unit)
		term.Range = blank.rangeOf(f)
		if _, is := figureEntry(f.Name); is {
			term.Also = g.l.Page("figures_page.also")
		}
		sections = placed(sections, id, title, g.l.Label(e.Part) != e.Part, term)
	}
	return sections
}

// figures are those of all answers that are no inputs.
func (g *glossary) figures() []termSection {
	var sections []termSection
	for _, e := range calculator.Figures() {
		if g.seen[e.Term.Name] {
			continue
		}
		part, _, _ := strings.Cut(e.Part, " ") // the schedule of a plan stands under the plan
		named := g.l.Label(part) != part
		sections = placed(sections, "out."+part, g.l.Label(part), named, g.term(e.Term.Name, e.Term.Unit))
	}
	for _, c := range calculator.All() { // levers have addresses, and no place of their own in the vocabulary
		for _, f := range c.Figures.All() {
			if !g.seen[f.Name] {
				sections = placed(sections, "out."+c.Name, g.l.Label(c.Name), true, g.term(f.Name, f.Unit))
			}
		}
	}
	return sections
}

// isTerm reports whether the page says what a name means.
func isTerm(name string) bool { return terms()[name] }

// terms are all names that the page has.
var terms = sync.OnceValue(func() map[string]bool {
	g := &glossary{l: locale.English, seen: map[string]bool{}}
	g.inputs()
	g.figures()
	return g.seen
})

// term is a name in words, noted as seen.
func (g *glossary) term(name string, u vocabulary.Unit) termView {
	g.seen[name] = true
	unit := g.l.Unit(u)
	if inPoints(name) {
		unit = g.l.Page("points")
	}
	return termView{Name: name, Label: g.l.Label(name), Unit: unit, Meaning: g.l.Meaning(name)}
}

// figureEntry returns the figure of that name; false where there is none.
func figureEntry(name string) (vocabulary.Figure, bool) {
	for _, e := range calculator.Figures() {
		if e.Term.Name == name {
			return e.Term, true
		}
	}
	return vocabulary.Figure{}, false
}

// placed puts a term into its section. What has no title of its own, being a part
// of something, stands with what came before.
func placed(sections []termSection, id, title string, named bool, term termView) []termSection {
	i := slices.IndexFunc(sections, func(s termSection) bool { return s.ID == id })
	switch {
	case i >= 0:
	case !named && len(sections) > 0:
		i = len(sections) - 1
	default:
		sections = append(sections, termSection{ID: id, Title: title})
		i = len(sections) - 1
	}
	sections[i].Terms = append(sections[i].Terms, term)
	return sections
}
