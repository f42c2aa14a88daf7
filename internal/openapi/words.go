package openapi

import (
	"strconv"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// fieldText says what a field means, its unit, range and default.
func fieldText(f vocabulary.Field) string {
	return sentences(locale.English.Meaning(f.Name), unitText(f.Unit), rangeText(f), defaultText(f))
}

func unitText(u vocabulary.Unit) string {
	if u == vocabulary.UnitText || u == vocabulary.UnitChoice || u == "" {
		return ""
	}
	return "Unit: " + locale.English.Unit(u) + "."
}

func rangeText(f vocabulary.Field) string {
	var text string
	switch f.Kind {
	case vocabulary.KindNumber, vocabulary.KindWhole, vocabulary.KindNumbers:
		text = "Range: " + answer.Digits(f.Min) + " to " + answer.Digits(f.Max)
	default:
		return ""
	}
	if !f.PercentAbove.IsZero() {
		text += "; above " + answer.Digits(f.PercentAbove) + " only with a percent sign"
	}
	return text + "."
}

func defaultText(f vocabulary.Field) string {
	switch {
	case f.DefaultYears > 0:
		return "Default: " + strconv.Itoa(f.DefaultYears) + " years, in periods."
	case f.DefaultField != "":
		return "Default: that of " + f.DefaultField + "."
	case f.Default != "":
		return "Default: " + f.Default + "."
	case f.Required && len(f.Alternatives) > 0:
		return "Required unless " + strings.Join(f.Alternatives, " or ") + " is given."
	}
	return ""
}

// sentences joins those that are not empty.
func sentences(all ...string) string {
	var kept []string
	for _, s := range all {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, " ")
}

// spaces are those that may group thousands, as locale.ParseNumber has it.
// They stand here as themselves: no two dialects of patterns escape them alike.
const spaces = " \u00A0\u202F\u2009"

// number is a number as a text may have it: plain, or with a decimal comma and
// grouping where the request says so. The schema cannot tell which it says.
const number = "-?[0-9]{1,15}([." + spaces + "][0-9]{3})*([.,][0-9]{1,20})?"

// numberPattern is the pattern of a field's number in a text. An empty one is
// that of a field that is not given.
func numberPattern(f vocabulary.Field) string { return "^(" + numberIn(f) + ")?$" }

func numberIn(f vocabulary.Field) string {
	if f.TakesPercent() {
		return number + "([" + spaces + "]?%)?"
	}
	return number
}

// listPattern is the pattern of a list of numbers in a text: separated by
// commas, or by semicolons where a comma is the decimal mark.
func listPattern(f vocabulary.Field) string {
	one := numberIn(f)
	return "^( *" + one + " *([,;] *" + one + " *)*)?$"
}

func enum(f vocabulary.Field) []any {
	var all []any
	for _, c := range f.Choices {
		all = append(all, c)
	}
	return all
}

func bound(d decimal.Decimal) *float64 {
	x := d.InexactFloat64()
	return &x
}

func length(n int) *uint64 {
	if n <= 0 {
		return nil
	}
	x := uint64(n)
	return &x
}
