package form

import (
	"slices"
	"strings"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// faultView is one thing to correct, and where.
type faultView struct{ Target, Label, Message string }

// Wanting reports whether all that a link lacks is numbers yet to be given, as what
// a new customer costs where the rest was learnt from orders: nothing on its page is
// wrong.
func (r Request) Wanting() bool {
	return !r.Typed && len(r.Faults) > 0 && !slices.ContainsFunc(r.Faults, func(f vocabulary.Fault) bool {
		_, name := splitField(plainField(f.Field))
		field, _ := r.Page.field(name)
		return f.Code != vocabulary.CodeRequired || !field.Numeric()
	})
}

// faults lists what to correct, each with the field it leads to where the page
// has it.
func (v *viewer) faults() []faultView {
	views := make([]faultView, len(v.Faults))
	for i, f := range v.Faults {
		views[i] = faultView{Message: v.message(f), Target: v.target(f.Field)}
		key, name := splitField(plainField(f.Field))
		if _, known := v.Page.field(inputName(key, name)); known {
			views[i].Label = v.Lang.Label(name)
			if key == "" && strings.HasPrefix(views[i].Message, views[i].Label) {
				views[i].Label = "" // the sentence names it
			}
			if n := slices.IndexFunc(v.entry.items, func(it item) bool { return it.key == key }); key != "" && n >= 0 {
				views[i].Label += ", " + v.itemName(v.entry.items[n])
			}
		}
	}
	return views
}

// placed gives faults the names that the form's fields have: an item that the
// calculator calls by number or by name is called by key, and a scenario's
// fields are bare.
func (e entry) placed(faults vocabulary.Faults) vocabulary.Faults {
	out := slices.Clone(faults)
	for i, f := range out {
		owner, field, found := strings.Cut(f.Field, ".")
		switch {
		case !found:
			continue
		case owner == "scenario":
			out[i].Field = field
			continue
		}
		for n, it := range e.items {
			if owner == "scenarios["+itoa(n)+"]" || (owner == e.text(it, "name") && owner != "") {
				out[i].Field = inputName(it.key, field)
			}
		}
	}
	return out
}

// message is a fault in words, with what was probably meant. Numbers in it that
// were worked out are written as the language does.
func (v *viewer) message(f vocabulary.Fault) string {
	f.Args = slices.Clone(f.Args)
	field, known := v.Page.field(plainField(f.Field))
	for i, arg := range f.Args {
		if arg != f.Value { // what was typed stays as typed
			f.Args[i] = v.argument(field, known && (f.Code == vocabulary.CodeOutOfRange || f.Code == vocabulary.CodeConflict), arg)
		}
	}
	sentence := v.Lang.Fault(f)
	switch {
	case f.Hint != "" && f.Code != vocabulary.CodeUnknownField && !v.namesField(f.Hint):
		return sentence + " " + v.Lang.Page("hint", "hint", v.hint(f))
	case f.Code == vocabulary.CodeNotANumber && known:
		return sentence + " " + v.Lang.Page("hint.number", "example", exampleOf(v, field))
	}
	return sentence
}

// namesField reports whether a hint is the name of a field: what stands against what
// is in the sentence already.
func (v *viewer) namesField(hint string) bool {
	_, is := v.Page.field(hint)
	return is
}

// exampleOf is a number that a field may have, as one would type it.
func exampleOf(v *viewer, f vocabulary.Field) string {
	if f.Kind == vocabulary.KindWhole {
		return "12"
	}
	return localDigits(v, "12.5")
}

// argument is a number that was worked out as the language writes it, a limit of
// a share in percent; all else stays.
func (v *viewer) argument(f vocabulary.Field, limit bool, arg string) string {
	digits, isPercent := strings.CutSuffix(arg, "%")
	d, err := decimal.NewFromString(digits)
	switch {
	case err != nil:
		return arg
	case isPercent:
		return localDigits(v, digits) + v.Lang.PercentSign()
	case limit && v.sign(f) != "":
		return localDigits(v, percent(d)) + v.Lang.PercentSign()
	}
	return localDigits(v, digits)
}
