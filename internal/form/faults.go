package form

import (
	"slices"
	"strings"

	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// faultView is one thing to correct, and where.
type faultView struct{ Target, Label, Message string }

// faults lists what to correct, each with the field it leads to where the page
// has it.
func (v *viewer) faults() []faultView {
	views := make([]faultView, len(v.Faults))
	for i, f := range v.Faults {
		views[i] = faultView{Message: v.message(f), Target: v.target(f.Field)}
		key, name := splitField(plainField(f.Field))
		if _, known := v.Page.field(inputName(key, name)); known {
			views[i].Label = v.Lang.Label(name)
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
	if f.Hint == "" || f.Code == vocabulary.CodeUnknownField {
		return sentence
	}
	return sentence + " " + v.Lang.Page("hint", "hint", v.hint(f))
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

// hint rewrites a hint as one would type it in the language.
func (v *viewer) hint(f vocabulary.Fault) string {
	field, known := v.Page.field(plainField(f.Field))
	if known && field.Kind == vocabulary.KindChoice {
		return v.Lang.Choice(field.Name, f.Hint)
	}
	if known && field.Kind == vocabulary.KindText {
		return f.Hint
	}
	alternatives := strings.Split(f.Hint, " or ")
	for i, text := range alternatives {
		if text == locale.HintDecimalComma { // a page has no place for it
			text = canonical(field, f.Value, input.Dialect{Comma: true, Percent: v.Percent}, v.Lang)
			if d, err := decimal.NewFromString(text); err == nil && v.Percent && v.sign(field) != "" {
				text = percent(d)
			}
		}
		if digits, isPercent := strings.CutSuffix(text, "%"); isPercent || (known && v.sign(field) != "" && isNumber(text)) {
			alternatives[i] = v.hintedPercent(digits, isPercent)
			continue
		}
		if _, isField := v.Page.field(text); isField {
			alternatives[i] = "“" + v.Lang.Label(text) + "”"
			continue
		}
		alternatives[i] = localDigits(v, text)
	}
	return strings.Join(slices.Compact(possible(field, alternatives)), " "+v.Lang.Text("or")+" ")
}

// hintedPercent is a percentage that may have been meant. A bare number is one
// already where the request had bare percentages.
func (v *viewer) hintedPercent(digits string, isPercent bool) string {
	if d, err := decimal.NewFromString(digits); err == nil && !isPercent && !v.Percent {
		digits = percent(d)
	}
	return localDigits(v, digits) + v.Lang.PercentSign()
}

// possible leaves out the hints that a field cannot take: nobody meant 1.2 years.
func possible(f vocabulary.Field, hints []string) []string {
	if whole := slices.DeleteFunc(slices.Clone(hints), isFraction); f.Kind == vocabulary.KindWhole && len(whole) > 0 {
		return whole
	}
	return hints
}

// isFraction reports whether a number, with either mark, has decimals.
func isFraction(text string) bool { return strings.ContainsAny(text, ".,") }

func isNumber(text string) bool {
	_, err := decimal.NewFromString(text)
	return err == nil
}

func localDigits(v *viewer, digits string) string {
	return strings.Replace(digits, ".", v.Lang.DecimalMark(), 1)
}

// faultAt is the message at a field: of a fault of that name, or of the shared
// parameter that stands for it.
func (v *viewer) faultAt(names ...string) string {
	var messages []string
	for _, f := range v.Faults {
		if slices.Contains(names, plainField(f.Field)) {
			messages = append(messages, v.message(f))
		}
	}
	return strings.Join(messages, " ")
}

// target is the id of the field that a fault leads to; empty where the page
// has none.
func (v *viewer) target(path string) string {
	key, name := splitField(plainField(path))
	_, bare := named(v.Page.Fields, name)
	switch {
	case len(v.entry.items) > mostItems && (!v.Page.Whole || key != "" || !v.askedOnce(name)): // shown as a table
		return ""
	case key == "" && len(v.Page.Items) > 0 && name == v.Page.Name: // there is no item at all
		return inputName(v.entry.items[0].key, "name")
	case !v.Page.shows(inputName(key, name)):
		return ""
	case v.entry.flat() || v.entry.once(name) || (bare && key == ""):
		return name
	case key == "":
		return inputName(v.entry.items[0].key, name)
	}
	return inputName(key, name)
}

// plainField leaves out the position within a list: retention_curve[2].
func plainField(path string) string {
	name, _, _ := strings.Cut(path, "[")
	return name
}

func splitField(path string) (key, name string) {
	if key, name, keyed := strings.Cut(path, "."); keyed {
		return key, name
	}
	return "", path
}
