package form

import (
	"slices"
	"strconv"

	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// sectionView is a part of the form, ready to print.
type sectionView struct {
	Title  string
	Rows   []rowView
	Filled int  // how many of its fields are filled in
	Folded bool // stands under "more"
	Faulty bool
}

// rowView is one field: its words, and a place to type for each item.
type rowView struct {
	Offer                           string // on a button that fills the field in; may be empty
	ID, Label, Unit, Meaning, Range string
	Once                            bool
	Cells                           []cellView
	Change                          *changeView // of the length of a period; nil beside other fields
}

// cellView is a place to type.
type cellView struct {
	Name, Item, Value string
	Mode              string // inputmode: decimal, numeric or text
	Sign              string // stands in the field, behind what is typed
	Blank             string // what a blank stands for
	Fault, Remark     string
	See               string // the field whose fault is also this one's
	Slider            *sliderView
	Choices           []choiceView
	Rest              string // what the others leave, which nobody types; empty where one does
}

// percent is a share as the number before the sign.
func percent(share decimal.Decimal) string { return trimmed(share.Shift(2)).String() }

// percentText is the same of a text; one that is no number stays.
func percentText(share string) string {
	d, err := decimal.NewFromString(share)
	if err != nil {
		return share
	}
	return percent(d)
}

type choiceView struct {
	Value, Label string
	Chosen       bool
}

// sliderView is what the script needs to put a slider beside a field, in
// percent. Default
// is where it stands as long as the field is blank.
type sliderView struct{ From, To, Step, Default, Label string }

// headView heads the column of one item.
type headView struct {
	Key, Field, Name, Label, Fault string
	Series                         int // place of the item's line among the looks of the chart; 0 where there is none
}

// sections prepares all parts of the form.
func (v *viewer) sections() []sectionView {
	var views []sectionView
	for _, s := range v.Page.Sections {
		view := sectionView{Folded: s.More}
		switch {
		case s.Group != "":
			view.Title = v.Lang.Group(s.Group)
		case s.Title != "":
			view.Title = v.Lang.Page(s.Title)
		}
		for _, name := range s.Fields {
			if !v.asks(name, s.Once) {
				continue
			}
			row := v.row(name, s.Once)
			view.Rows = append(view.Rows, row)
			view.Filled += count(row.Cells, func(c cellView) bool { return c.Value != "" && len(c.Choices) == 0 })
			view.Faulty = view.Faulty || count(row.Cells, func(c cellView) bool { return c.Fault != "" }) > 0
		}
		if row, asked := v.baseline(); asked && s.Title == frame.Title {
			view.Rows = append(view.Rows, row)
		}
		if len(view.Rows) > 0 {
			views = append(views, view)
		}
	}
	return views
}

// asks reports whether a field has a row: not the name of the only item, which heads
// its column, and of more items than there are columns for only what is asked once.
func (v *viewer) asks(name string, once bool) bool {
	_, bare := named(v.Page.Fields, name)
	switch {
	case name == "name" && v.Page.Alone:
		return !v.entry.flat()
	case len(v.entry.items) > mostItems:
		return bare || (once && v.entry.shared(name))
	}
	return true
}

func count[T any](all []T, is func(T) bool) int {
	n := 0
	for _, x := range all {
		if is(x) {
			n++
		}
	}
	return n
}

// baseline is the choice of the customer that the others are held against,
// where there are enough of them for it to matter.
func (v *viewer) baseline() (row rowView, asked bool) {
	if len(v.entry.items) < 3 || !v.Page.compares() {
		return rowView{}, false
	}
	const name = "baseline"
	c := cellView{Name: name, Fault: v.faultAt(name)}
	for i, it := range v.entry.items {
		c.Choices = append(c.Choices, choiceView{Value: it.key, Label: v.itemName(it), Chosen: i == v.entry.baselineIndex()})
	}
	return rowView{ID: name, Label: v.Lang.Label(name), Meaning: v.Lang.Meaning(name), Once: true, Cells: []cellView{c}}, true
}

// row prepares a field: one place to type, or one for each item. A field that
// items may share is asked once as long as they do.
func (v *viewer) row(name string, once bool) rowView {
	f, bare := named(v.Page.Fields, name)
	if !bare {
		f, _ = named(v.Page.Items, name)
	}
	once = bare || (once && v.entry.shared(name))
	row := rowView{ID: name, Label: v.label(name), Unit: v.unit(f), Meaning: v.Lang.Meaning(name), Range: v.rangeOf(f), Once: once, Offer: v.offer(name)}
	if name == "period" {
		change := v.change()
		row.Change = &change
	}
	if once {
		c := v.cell(f, name, "", v.entry.common(name))
		if !bare {
			c.Fault = v.faultAt(name, inputName(v.entry.items[0].key, name))
		}
		row.Cells = []cellView{c}
		return row
	}
	for _, it := range v.entry.items {
		row.Cells = append(row.Cells, v.cell(f, inputName(it.key, name), v.itemName(it), v.entry.text(it, name)))
	}
	return row
}

// label is what a field is called; the name that stands among the questions is that
// of the whole, each item having its own.
func (v *viewer) label(name string) string {
	if name == "name" && v.Page.Whole {
		return v.word("name")
	}
	return v.Lang.Label(name)
}

func (v *viewer) cell(f vocabulary.Field, name, item, text string) cellView {
	c := cellView{Name: name, Item: item, Value: v.shown(f, text), Mode: mode(f), Sign: v.sign(f)}
	key, _ := splitField(name)
	c.Blank = v.placeholder(f, key)
	if c.Fault = v.faultAt(name, f.Name); c.Fault == "" {
		c.Remark = v.smallShare(f, text)
	}
	if f.Kind == vocabulary.KindChoice {
		c.Choices = v.choices(f, c.Value)
	}
	if s, has := v.Page.slider(f.Name); has {
		c.Slider = &sliderView{From: percent(s.From), To: percent(s.To), Step: percent(s.Step), Default: percentText(f.Default), Label: v.Lang.Page("slider", "field", v.Lang.Label(f.Name))}
		if item != "" {
			c.Slider.Label = v.Lang.Page("slider.of", "field", v.Lang.Label(f.Name), "name", item)
		}
	}
	if at := slices.Index(v.Page.Sum, name); at > 0 && v.faultOfSum() {
		c.See = v.Page.Sum[0]
	}
	if n := len(v.Page.Sum); n > 0 && name == v.Page.Sum[n-1] {
		c.Rest = v.theRest()
	}
	return c
}

// theRest is what the first shares of a sum leave for the last, as the language
// writes it; a dash where they leave nothing or cannot be read.
func (v *viewer) theRest() string {
	left := decimal.NewFromInt(1)
	for _, name := range v.Page.Sum[:len(v.Page.Sum)-1] {
		share, known := v.shareOf(name)
		if !known {
			return "–"
		}
		left = left.Sub(share)
	}
	if left.IsNegative() {
		return "–"
	}
	f, _ := v.Page.field(v.Page.Sum[len(v.Page.Sum)-1])
	return writtenNumber(v.Lang, f, left.String())
}

// shareOf is a share of a sum as typed, or what the others leave where it is blank.
func (v *viewer) shareOf(name string) (share decimal.Decimal, known bool) {
	f, _ := v.Page.field(name)
	text := v.entry.common(name)
	if text == "" && len(v.parts) > 0 {
		return number(cell(v.parts[0].inputs, name)), true
	}
	parsed, err := locale.ParseNumber(canonical(f, text, v.Dialect, v.Lang), false, true)
	return parsed.Decimal, err == nil
}

// faultOfSum reports whether shares do not add up to 1.
func (v *viewer) faultOfSum() bool {
	return slices.ContainsFunc(v.Faults, func(f vocabulary.Fault) bool {
		return f.Code == vocabulary.CodeConflict && slices.Contains(v.Page.Sum, f.Field)
	})
}

// inputName is the parameter of an item's field.
func inputName(key, field string) string {
	if key == "" {
		return field
	}
	return key + "." + field
}

// shown is a text as the form shows it: as it was typed, or, where it came with
// a link, as one would type it in the language.
func (v *viewer) shown(f vocabulary.Field, text string) string {
	if text == "" && slices.Contains(v.Page.Sum, f.Name) && len(v.parts) > 0 { // left out, it is the rest
		return written(v.Lang, f, cell(v.parts[0].inputs, f.Name).String())
	}
	if v.Typed || text == "" {
		return bare(f, text)
	}
	return written(v.Lang, f, canonical(f, text, v.Dialect, v.Lang))
}

// heads prepares the heads of the columns; none where there is one thing only.
func (v *viewer) heads() []headView {
	if len(v.Page.Items) == 0 {
		return nil
	}
	const field = "name"
	views := make([]headView, len(v.entry.items))
	for i, it := range v.entry.items {
		views[i] = headView{Key: it.key, Field: inputName(it.key, field), Name: v.entry.text(it, field),
			Label: v.Lang.Page(v.Page.Name+".item_name", "n", strconv.Itoa(i+1))}
		views[i].Fault = v.faultAt(views[i].Field, field)
		if v.Page.compares() {
			views[i].Series = v.placeOf(i)
		}
	}
	return views
}

// itemName is what an item is called on the page.
func (v *viewer) itemName(it item) string {
	if name := v.entry.text(it, "name"); name != "" {
		return name
	}
	i := slices.IndexFunc(v.entry.items, func(other item) bool { return other.key == it.key })
	return v.Lang.Page(v.Page.Name+".item", "n", strconv.Itoa(i+1))
}
