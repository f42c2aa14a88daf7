package form

import (
	"strings"

	"blyant/internal/answer"
	"blyant/internal/locale"

	"github.com/shopspring/decimal"
)

// programmesStory says which programme brings most, when it pays, and whether
// keeping or finding customers returns more.
func (v *viewer) programmesStory() [][]phrase {
	best := v.parts[0]
	key, gain := "brings", best.figure("total_gain")
	digits := gain.String()
	if number(gain).IsNegative() {
		key, digits = "costs_more", strings.TrimPrefix(digits, "-")
	}
	if len(v.parts) > 1 {
		key += ".most"
	}
	sentences := [][]phrase{strong(v.word(key, "gain", emphasised, "name", v.partName(best, 0)), spoken(v.Lang, digits, best.currency))}
	for _, s := range []string{v.onTop(best), v.breakEven(best), v.keepOrFind(best)} {
		if s != "" {
			sentences = append(sentences, []phrase{{Text: s}})
		}
	}
	return sentences
}

// hundred is a round sum to hold a return against.
func hundred(l locale.Language, currency string) string { return l.Money("100", currency) }

// onTop says what comes back for each hundred spent.
func (v *viewer) onTop(p part) string {
	back := p.figure("return_on_cost")
	if back.Kind == answer.Null {
		return ""
	}
	key := "gains"
	if number(back).IsNegative() {
		key = "lost"
	}
	return v.word(key, "hundred", hundred(v.Lang, p.currency), "back", ofHundred(v.Lang, number(back).Abs(), p))
}

// ofHundred is a return as an amount for each hundred spent.
func ofHundred(l locale.Language, back decimal.Decimal, p part) string {
	return spoken(l, back.Shift(2).StringFixed(decimalsOf(p.figure("total_gain"))), p.currency)
}

// breakEven says how much the repeat-purchase rate must change for the
// programme to pay. Where more loyalty makes it pay less there is no such thing
// to say.
func (v *viewer) breakEven(p part) string {
	c := p.figure("break_even_repeat_purchase_rate_change")
	given := v.given(p.name, "repeat_purchase_rate_change")
	pays := !number(p.figure("total_gain")).IsNegative()
	if c.Kind == answer.Null || pays != given.GreaterThanOrEqual(number(c)) {
		return ""
	}
	key := "pays.from"
	if number(c).IsNegative() {
		key = "pays.even"
	}
	points := v.Lang.Number(rounded(number(c).Abs().Shift(2)))
	if points == "1" {
		return v.word(key + ".one")
	}
	return v.word(key, "points", points)
}

// given is the value that a programme has for a field, 0 where it is blank.
func (v *viewer) given(name, field string) decimal.Decimal {
	i := v.entry.called(name)
	if i < 0 {
		return decimal.Zero
	}
	f, _ := named(v.Page.Items, field)
	parsed, err := locale.ParseNumber(canonical(f, v.entry.text(v.entry.items[i], field), v.Dialect, v.Lang), false, f.TakesPercent())
	if err != nil {
		return decimal.Zero
	}
	return parsed.Decimal
}

// keepOrFind holds the best programme against finding new customers.
func (v *viewer) keepOrFind(p part) string {
	keep := p.figure("return_on_cost")
	find := v.Answer.Body.Cell("return_on_acquisition")
	if keep.Kind == answer.Null || find.Kind == answer.Null {
		return ""
	}
	key := "keep"
	if number(find).GreaterThan(number(keep)) {
		key = "find"
	}
	return v.word(key, "hundred", hundred(v.Lang, p.currency), "find", ofHundred(v.Lang, number(find), p)) + " " + v.word("average")
}
