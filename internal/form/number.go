package form

import (
	"strings"

	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// noBreakSpace stands between a number and its sign or unit.
const noBreakSpace = "\u00a0"

// canonical rewrites a typed text as the API's links carry it: numbers with a
// decimal point and without grouping, percentages as shares. A text that
// cannot be read stays as it is, so that its fault stays too.
func canonical(f vocabulary.Field, text string, d input.Dialect, l locale.Language) string {
	text = tidy(f, text, l)
	switch f.Kind {
	case vocabulary.KindWhole, vocabulary.KindNumber:
		return canonicalNumber(f, text, d)
	case vocabulary.KindNumbers:
		values := splitList(text, d.Comma)
		for i, value := range values {
			values[i] = canonicalNumber(f, strings.TrimSpace(value), d)
		}
		return strings.Join(values, ",")
	}
	return text
}

func canonicalNumber(f vocabulary.Field, text string, d input.Dialect) string {
	parsed, err := d.Parse(f, text)
	if err != nil {
		return text
	}
	switch {
	case !parsed.Percent:
		return answer.Digits(parsed.Decimal)
	case f.NeedsPercent(parsed.Decimal):
		return answer.Digits(parsed.Decimal.Shift(2)) + "%" // only the sign makes it believable
	}
	return answer.Digits(trimmed(parsed.Decimal))
}

// splitList splits a list as the query does: by commas, by semicolons where
// the comma is the decimal mark.
func splitList(text string, comma bool) []string {
	if comma {
		return strings.Split(text, ";")
	}
	return strings.Split(text, ",")
}

// trimmed drops the zeros that end the decimals.
func trimmed(d decimal.Decimal) decimal.Decimal {
	digits := answer.Digits(d)
	if !strings.Contains(digits, ".") {
		return d
	}
	shorter, err := decimal.NewFromString(strings.TrimRight(strings.TrimRight(digits, "0"), "."))
	if err != nil {
		return d
	}
	return shorter
}

// amount is a figure with its currency where it is money, for a few words.
func (v *viewer) amount(c answer.Cell, currency string) string {
	if c.Unit == vocabulary.UnitMoney && c.Kind != answer.Null {
		return v.Lang.Money(c.String(), currency)
	}
	return short(v.Lang, c)
}

// trueMinus writes the sign of a figure below zero as print does, for people to
// read; data elements and everything for machines keep the hyphen.
func trueMinus(c answer.Cell, text string) string {
	if !number(c).IsNegative() {
		return text // the hyphen of a date stays
	}
	return strings.Replace(text, "-", "\u2212", 1)
}

// short is a figure as people read it: money and whole numbers as they are,
// shares in percent, all else with two decimals.
func short(l locale.Language, c answer.Cell) string {
	if c.Kind == answer.Null {
		return "–"
	}
	if c.Kind != answer.Decimal {
		if c.Kind == answer.Whole {
			return l.Number(c.String())
		}
		return c.String()
	}
	d, err := decimal.NewFromString(c.String())
	switch {
	case err != nil || c.Unit == vocabulary.UnitMoney:
		return l.Number(c.String())
	case c.Unit == vocabulary.UnitShare || c.Unit == vocabulary.UnitSharePerPeriod || c.Unit == vocabulary.UnitSharePerYear:
		return l.Number(d.Shift(2).StringFixed(1)) + l.PercentSign()
	case c.Unit == vocabulary.UnitFactor:
		return l.Number(d.StringFixed(4))
	}
	return l.Number(d.StringFixed(2))
}
