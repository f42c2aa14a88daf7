package form

import (
	"slices"
	"strings"

	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

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
