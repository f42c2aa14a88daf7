package form

import (
	"slices"
	"strings"

	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/vocabulary"
)

// keepButton leaves the numbers as they are for the length of period that is
// chosen now.
const keepButton = "keep"

// changeView goes with another length of period: what the numbers mean now, what
// they would become, and the way there or back.
type changeView struct {
	Says          string
	Becomes       []string
	Convert, Keep string // on buttons
	Undo          linkView
}

// change tells of another length of period; nothing where there is none.
func (v *viewer) change() (c changeView) {
	switch {
	case v.Converted != "":
		c.Says = v.Lang.Page("convert.done", v.lengths(v.Converted)...)
		c.Undo = linkView{Text: v.Lang.Page("convert.undo"), Href: v.Undo}
	case v.changed(v.Was):
		c.Says = v.Lang.Page("convert.means", v.lengths(v.Was)...)
		c.Becomes = v.becomes()
		c.Convert, c.Keep = v.Lang.Page("convert", v.lengths(v.Was)...), v.Lang.Page("convert.keep")
	}
	return c
}

// lengths are the words for the length before and the one that is chosen now.
func (v *viewer) lengths(was string) []string {
	word := func(period, number string) string { return v.Lang.Text("period." + period + number) }
	return []string{"was", word(was, ".one"), "now", word(v.period(), ".one"), "many", word(v.period(), ".many")}
}

// becomes lists the numbers that a conversion would change, as they are and as
// they would be.
func (v *viewer) becomes() []string {
	before := v.canonicalParams()
	after := between(v.Page, model.Period(v.Was), model.Period(v.period()), finely).of(before)
	var all []string
	for i, param := range before {
		if param.Value == after[i].Value {
			continue
		}
		key, name := splitField(param.Name)
		f, _ := v.Page.field(param.Name)
		label := v.Lang.Label(name)
		if at := slices.IndexFunc(v.entry.items, func(it item) bool { return it.key == key }); key != "" && at >= 0 {
			label += ", " + v.itemName(v.entry.items[at])
		}
		all = append(all, label+": "+fewOf(v.Lang, f, param.Value)+" → "+fewOf(v.Lang, f, after[i].Value))
	}
	return all
}

// fewShown is how many values of a list a line has room for.
const fewShown = 4

// fewOf is a value as a sentence has it, of a list the first values.
func fewOf(l locale.Language, f vocabulary.Field, text string) string {
	if f.Kind != vocabulary.KindNumbers {
		return inProse(l, f, text)
	}
	values := strings.Split(text, ",")
	shown := make([]string, min(len(values), fewShown))
	for i := range shown {
		shown[i] = inProse(l, f, values[i])
	}
	if len(values) > len(shown) {
		shown = append(shown, "…")
	}
	return strings.Join(shown, l.ListMark()+" ")
}

// typedFor is the length of period that the numbers in the form are for.
func (v *viewer) typedFor() string {
	if v.changed(v.Was) {
		return v.Was
	}
	return v.period()
}
