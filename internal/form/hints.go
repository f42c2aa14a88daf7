package form

import (
	"slices"
	"strconv"
	"strings"

	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

func mode(f vocabulary.Field) string {
	switch f.Kind {
	case vocabulary.KindWhole:
		return "numeric"
	case vocabulary.KindNumber:
		if f.Min.IsNegative() {
			return "text" // the decimal pads of telephones have no minus sign
		}
		return "decimal"
	}
	return "text"
}

// choices lists what may be chosen, the currencies of the neighbourhood first.
func (v *viewer) choices(f vocabulary.Field, chosen string) []choiceView {
	if chosen == "" {
		chosen = f.Default
	}
	values := slices.Clone(f.Choices)
	if f.Name == "currency" {
		values = append([]string{"NOK", "SEK", "DKK", "EUR"}, slices.DeleteFunc(values, func(code string) bool {
			return code == "NOK" || code == "SEK" || code == "DKK" || code == "EUR"
		})...)
	}
	if !slices.Contains(values, chosen) {
		values = append([]string{chosen}, values...)
	}
	views := make([]choiceView, len(values))
	for i, value := range values {
		views[i] = choiceView{Value: value, Label: v.Lang.Choice(f.Name, value), Chosen: value == chosen}
	}
	return views
}

// unit is the unit of a field in words: the currency for money, the length of
// a period; nothing where the label says it or the value carries a sign.
func (v *viewer) unit(f vocabulary.Field) string {
	switch f.Unit {
	case vocabulary.UnitMoney:
		return v.Lang.CurrencySign(v.currency())
	case vocabulary.UnitPeriods:
		return v.Lang.Text("period." + v.period() + ".many")
	}
	if inPoints(f.Name) {
		return v.Lang.Page("points")
	}
	return ""
}

// sign is the percent sign that stands in a field, so that a bare number in it
// is a percentage.
func (v *viewer) sign(f vocabulary.Field) string {
	if !f.TakesPercent() || f.Unit == vocabulary.UnitAsNamed {
		return ""
	}
	return "%"
}

// beyondMeaning is the upper end from which a range tells a shopkeeper nothing.
var beyondMeaning = decimal.New(1, 6)

// rangeOf says what may be typed, and what a blank stands for.
func (v *viewer) rangeOf(f vocabulary.Field) string {
	var says []string
	if (f.Numeric() || f.Kind == vocabulary.KindNumbers) && f.Max.LessThan(beyondMeaning) {
		says = append(says, v.Lang.Page("range", "min", inProse(v.Lang, f, f.Min.String()), "max", inProse(v.Lang, f, f.Max.String())))
	}
	if f.Kind == vocabulary.KindNumbers {
		says = append(says, v.Lang.Page("list", "mark", v.Lang.ListMark()))
	}
	switch {
	case f.Default != "" && f.Numeric():
		says = append(says, v.Lang.Page("default", "default", inProse(v.Lang, f, f.Default)))
	case f.DefaultYears > 0:
		says = append(says, v.Lang.Page("default", "default", v.blankYears(f)))
	case f.DefaultField != "":
		says = append(says, v.Lang.Page("same_as", "field", v.Lang.Label(f.DefaultField)))
	case !f.Required && f.Kind != vocabulary.KindChoice:
		says = append(says, v.Lang.Page("optional"))
	}
	return strings.Join(says, " ")
}

// blankYears is the number of periods that a blank stands for.
func (v *viewer) blankYears(f vocabulary.Field) string {
	return strconv.Itoa(f.DefaultYears * model.Period(v.period()).PerYear())
}

// placeholder is what a blank stands for, as one would type it; a space where
// it stands for nothing, so that a style sheet can tell blanks.
func (v *viewer) placeholder(f vocabulary.Field, key string) string {
	switch {
	case f.Default != "" && f.Numeric():
		return writtenNumber(v.Lang, f, f.Default)
	case f.DefaultYears > 0:
		return v.blankYears(f)
	case f.DefaultField != "":
		return v.followed(f.DefaultField, key)
	}
	return " "
}

// followed is what stands in the field that a blank one is the same as.
func (v *viewer) followed(name, key string) string {
	f, known := v.Page.field(inputName(key, name))
	if !known {
		return " "
	}
	text := v.entry.common(name)
	for _, it := range v.entry.items {
		if it.key == key && key != "" {
			text = v.entry.text(it, name)
		}
	}
	if text == "" {
		return v.placeholder(f, key)
	}
	return v.shown(f, text)
}

func (v *viewer) currency() string { return v.chosen("currency") }

func (v *viewer) period() string { return v.chosen("period") }

// chosen is the choice that all items have to agree on, its default where
// none is made or it is none there is.
func (v *viewer) chosen(field string) string {
	f, _ := vocabulary.FieldNamed(customerFields, field)
	if text := v.entry.common(field); slices.Contains(f.Choices, text) {
		return text
	}
	return f.Default
}
