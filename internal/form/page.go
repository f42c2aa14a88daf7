package form

import (
	"slices"

	"blyant/internal/answer"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// Page describes one page of the form: what it asks, in which order, and how
// its answer is told. The look, the languages and the script are the same for
// all pages.
type Page struct {
	Name    string   // key of its words
	Path    string   // where it is served
	Answers []string // the resources whose answer it shows

	Fields []vocabulary.Field // what is asked once, by bare parameters
	Items  []vocabulary.Field // what is asked of each of the things side by side, by KEY.field; none where there is one thing only
	Alone  bool               // an item by itself is asked about without a key, and what all items share stands bare
	Whole  bool               // the items are parts of one answer, such as the customers of a plan, and not held against each other

	Sections []Section // the questions, in the order of the page
	Sliders  []Slider  // fields that have a slider beside them
	Sum      []string  // shares that must add up to 1, the last being the rest; a fault in that stands at the first

	All      []vocabulary.Figure // the figures of each part of the answer
	Compared []vocabulary.Figure // those of a part held against others
	Figures  []string            // those that are shown first
	Figure   string              // the one that a cell formula asks for unless another is chosen
	Strip    []string            // those that stay in sight on a telephone
	Table    string              // the table that they are the columns of, where they have no addresses of their own
	Rows     string              // the table to take along as a whole, likewise
	Files    []string            // further tables to download

	Wide, Narrow Size // of its chart: beside the form, and on a telephone

	parts func(answer.Answer) []part // takes the answer apart
	tell  func(*viewer, *pageView)   // puts the answer on the page

	// paste writes a part of the answer as cells and formulas; false where there is no
	// room for it, nil where the page is about what fits into no block.
	paste func(v *viewer, b *block, p part, name string) bool
}

// Size is that of a drawing, in pixels.
type Size struct{ Width, Height int }

// Section is a part of the form. Its title is the word of that key, or the
// locale's label of a group of fields.
type Section struct {
	Title  string
	Group  vocabulary.Group
	Fields []string
	Once   bool // asked once for all items, unless they differ
	More   bool // folded away until it is wanted
}

// Slider is a range for a hand that looks for the right number rather than
// typing it: the part of the field's range that shops live in. What is typed
// may lie outside it.
type Slider struct {
	Field          string
	From, To, Step decimal.Decimal
}

// field returns the field that a parameter is.
func (p Page) field(parameter string) (vocabulary.Field, bool) {
	key, name := splitField(parameter)
	if key == "" {
		if f, known := named(p.Fields, name); known || !p.Alone {
			return f, known
		}
	}
	return named(p.Items, name)
}

// compares reports whether the page holds customers against each other, each of
// whom has an answer of its own.
func (p Page) compares() bool { return p.Alone && !p.Whole }

// asks is the resource for so many items: the last takes several.
func (p Page) asks(several bool) string {
	if several {
		return p.Answers[len(p.Answers)-1]
	}
	return p.Answers[0]
}

func named(fields []vocabulary.Field, name string) (vocabulary.Field, bool) {
	i := slices.IndexFunc(fields, func(f vocabulary.Field) bool { return f.Name == name })
	if i < 0 {
		return vocabulary.Field{}, false
	}
	return fields[i], true
}

// shows reports whether the page has a place to type the parameter in.
func (p Page) shows(parameter string) bool {
	key, name := splitField(parameter)
	if _, known := p.field(parameter); known && name == "name" && len(p.Items) > 0 && (key != "" || p.Alone) {
		return true
	}
	return slices.ContainsFunc(p.Sections, func(s Section) bool { return slices.Contains(s.Fields, name) })
}

// once reports whether an item's field is asked for once where all items agree.
func (p Page) once(field string) bool {
	if !p.Alone || field == "decimals" {
		return p.Alone
	}
	i := slices.IndexFunc(p.Sections, func(s Section) bool { return slices.Contains(s.Fields, field) })
	return i >= 0 && p.Sections[i].Once
}

func (p Page) slider(field string) (Slider, bool) {
	i := slices.IndexFunc(p.Sliders, func(s Slider) bool { return s.Field == field })
	if i < 0 {
		return Slider{}, false
	}
	return p.Sliders[i], true
}
