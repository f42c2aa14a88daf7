package chart

import (
	"math"
	"strings"
	"unicode"

	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

const (
	noBreakSpace = "\u00a0"
	minus        = "\u2212"
)

// written is a canonical number as print has it in the language: with its marks
// and a true minus sign.
func written(canonical string, lang locale.Language) string {
	text := lang.Number(canonical)
	if strings.HasPrefix(canonical, "-") {
		text = strings.Replace(text, "-", minus, 1)
	}
	return text
}

// number is a figure in the language's own form, with all its decimals.
func number(x vocabulary.Rounded, lang locale.Language) string { return written(x.String(), lang) }

// amount writes money with the decimals of its currency.
func amount(d decimal.Decimal, decimals int, lang locale.Language) string {
	text := d.StringFixed(int32(decimals))
	if d.Round(int32(decimals)).IsZero() {
		text = decimal.Zero.StringFixed(int32(decimals))
	}
	return written(text, lang)
}

// threeDigits writes a number with the three digits that count.
func threeDigits(d decimal.Decimal, lang locale.Language) string {
	return trimmed(d.Round(2-magnitude(d)), lang)
}

// customers writes a number of customers: whole where there are many, with
// three digits where there are few.
func customers(d decimal.Decimal, lang locale.Language) string {
	return trimmed(d.Round(max(0, 2-magnitude(d))), lang)
}

// magnitude is the power of ten of the first digit.
func magnitude(d decimal.Decimal) int32 { return int32(d.NumDigits()) + d.Exponent() - 1 }

// trimmed writes a number without zeros at the end of its decimals.
func trimmed(d decimal.Decimal, lang locale.Language) string {
	text := answer.Digits(d)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return written(text, lang)
}

// percent writes a share with one decimal of a percentage.
func percent(share float64, lang locale.Language) string {
	return trimmed(decimal.NewFromFloat(share*100).Round(1), lang) + lang.PercentSign()
}

// label writes an amount for its place in the picture, in the one unit that the
// axis names, with the three digits that count.
func (p picture) label(y float64, u unit, lang locale.Language) string {
	return threeDigits(decimal.NewFromFloat(y/u.size), lang)
}

// plain is an amount with the decimals of the picture, a share as a percentage.
func (p picture) plain(y float64, lang locale.Language) string {
	if p.share {
		return p.money(y, lang)
	}
	return written(fixed(y, p.decimals), lang)
}

// money is an amount in words: in the unit of the picture, in ones where that is
// far too large for it.
func (p picture) money(y float64, lang locale.Language) string {
	u := p.unit()
	if p.share {
		return p.label(y, u, lang) + lang.PercentSign()
	}
	if math.Abs(y) < u.size/100 {
		u = unit{size: 1}
	}
	return strings.TrimSpace(p.label(y, u, lang) + noBreakSpace + strings.ReplaceAll(u.title(p.currency, lang), " ", noBreakSpace))
}

// shortDuration writes a duration as one says it: one decimal, two below 1, and
// below 0.1 as many as show two digits; what is just past a whole period has as many
// as show that.
func shortDuration(d decimal.Decimal) string {
	one := decimal.NewFromInt(1)
	if d.LessThan(decimal.New(1, -1)) {
		decimals := -d.Exponent()
		return answer.Digits(d.Round(min(decimals, decimals+2-int32(d.NumDigits()))))
	}
	decimals := int32(2)
	if d.GreaterThanOrEqual(one) {
		decimals = 1
	}
	for ; decimals < 6 && d.Round(decimals).IsInteger() && !d.IsInteger(); decimals++ {
		continue
	}
	return d.StringFixed(decimals)
}

// inSentence is a label within a sentence: in small letters, unless it is an
// abbreviation.
func inSentence(label string) string {
	runes := []rune(label)
	if len(runes) > 1 && unicode.IsLower(runes[1]) {
		runes[0] = unicode.ToLower(runes[0])
	}
	return string(runes)
}

// periods writes a number of periods with its word: 1.2 years, 1 month.
func periods(number string, p model.Period, lang locale.Language) string {
	return written(number, lang) + noBreakSpace + periodWord(number, p, lang)
}

func periodWord(number string, p model.Period, lang locale.Language) string {
	if number == "1" {
		return lang.Text("period." + string(p) + ".one")
	}
	return lang.Text("period." + string(p) + ".many")
}

// within says in which period something happens, counted from 1: in the 2nd year.
func within(nth int64, p model.Period, lang locale.Language) string {
	return lang.TextWith("chart.within."+string(p), "nth", lang.Ordinal(nth))
}
