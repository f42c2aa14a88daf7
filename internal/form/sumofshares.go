package form

import (
	"slices"

	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

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
