package form

import (
	"strings"

	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model/vocabulary"
)

// Tidy takes out of numbers typed into a page what people add to them and a number has no
// room for: spaces around it, its unit (50 kr, NOK 50, 50,-, 50:-, 10 years), and the
// typographic minus. What is left is read as strictly as everywhere.
func Tidy(page Page, p input.Params, l locale.Language) input.Params {
	out := make(input.Params, len(p))
	for i, param := range p {
		if f, known := page.field(param.Name); known {
			param.Value = tidy(f, param.Value, l)
		}
		out[i] = param
	}
	return out
}

func tidy(f vocabulary.Field, text string, l locale.Language) string {
	if f.Kind == vocabulary.KindText {
		return text
	}
	text = strings.TrimSpace(text)
	switch {
	case f.Kind == vocabulary.KindNumbers:
		return tidyList(f, text, l)
	case f.Numeric():
		return tidyNumber(f, text, l)
	}
	return text
}

// tidyList tidies each value of a list. Spaces between them stay: after a comma
// they say that it is a list.
func tidyList(f vocabulary.Field, text string, l locale.Language) string {
	separator := ","
	if l.DecimalComma() || strings.Contains(text, ";") {
		separator = ";"
	}
	values := strings.Split(text, separator)
	for i, value := range values {
		if bare := strings.TrimSpace(value); bare != "" {
			values[i] = strings.Replace(value, bare, tidyNumber(f, bare, l), 1)
		}
	}
	return strings.Join(values, separator)
}

func tidyNumber(f vocabulary.Field, text string, l locale.Language) string {
	text = strings.Replace(text, "\u2212", "-", 1)
	for _, unit := range units(f, l) {
		if rest, cut := cutUnit(text, unit); cut {
			return rest
		}
	}
	return text
}

// cutUnit takes a unit off the end of a number, or off its beginning.
func cutUnit(text, unit string) (string, bool) {
	if len(text) <= len(unit) {
		return text, false
	}
	if end := len(text) - len(unit); strings.EqualFold(text[end:], unit) {
		return strings.TrimSpace(text[:end]), true
	}
	if strings.EqualFold(text[:len(unit)], unit) {
		return strings.TrimSpace(text[len(unit):]), true
	}
	return text, false
}

// units are the ways in which people write the unit of a field.
func units(f vocabulary.Field, l locale.Language) []string {
	switch f.Unit {
	case vocabulary.UnitMoney:
		currency, _ := vocabulary.FieldNamed(customerFields, "currency")
		return append([]string{"kr.", "kr", ",-", ":-", ",–", ":–", "€", "$", "£"}, currency.Choices...)
	case vocabulary.UnitPeriods:
		period, _ := vocabulary.FieldNamed(customerFields, "period")
		var words []string
		for _, p := range period.Choices {
			words = append(words, l.Text("period."+p+".many"), l.Text("period."+p+".one"))
		}
		return words
	}
	return nil
}
