package chart

import (
	"strconv"

	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model"

	"github.com/shopspring/decimal"
)

// lifetimeValue pictures what one customer is worth: the cumulative present
// value, which starts at minus the acquisition cost and crosses the line at
// zero where that cost is earned back. Contributions accrue evenly within a
// period (MODEL.md §4), so the straight line between two periods crosses at
// the discounted payback itself.
func lifetimeValue(r model.Result, lang locale.Language) picture {
	p := valuePicture(r.Scenario, lang)
	p.lines = []line{valueLine(r)}
	if p.title = r.Scenario.Name; p.title == "" {
		p.title = lang.Text("chart.title.lifetime_value")
	}
	horizon := strconv.Itoa(len(r.Schedule))
	p.alt = lang.TextWith("chart.alt.lifetime_value",
		"first", amount(r.Scenario.AcquisitionCost.Decimal.Neg(), p.decimals, lang),
		"last", amount(r.Summary.NetLifetimeValue.Decimal(), p.decimals, lang), "currency", p.currency,
		"n", lang.Number(horizon), "periods", periodWord(horizon, r.Scenario.Period, lang))
	switch payback := r.Summary.DiscountedPaybackPeriods; {
	case payback.IsNull():
		p.remark = lang.TextWith("chart.mark.no_payback", "n", periods(horizon, r.Scenario.Period, lang))
		p.alt += " " + lang.Text("chart.alt.no_payback")
	case payback.Sign() > 0:
		number := shortDuration(payback.Decimal())
		p.marks = []mark{{x: payback.Float64(), text: lang.TextWith("chart.mark.payback", "n", periods(number, r.Scenario.Period, lang))}}
		p.alt += " " + lang.TextWith("chart.alt.payback", "n", lang.Number(number), "periods", periodWord(number, r.Scenario.Period, lang))
	}
	return p
}

// shortDuration writes a duration as one says it: one decimal, two below 1, and
// below 0.1 as many as show two digits.
func shortDuration(d decimal.Decimal) string {
	switch {
	case d.GreaterThanOrEqual(decimal.NewFromInt(1)):
		return d.StringFixed(1)
	case d.GreaterThanOrEqual(decimal.New(1, -1)):
		return d.StringFixed(2)
	}
	decimals := -d.Exponent()
	return answer.Digits(d.Round(min(decimals, decimals+2-int32(d.NumDigits()))))
}

// amount writes money as the language does, with the decimals of its currency.
func amount(d decimal.Decimal, decimals int, lang locale.Language) string {
	text := d.StringFixed(int32(decimals))
	if d.Round(int32(decimals)).IsZero() {
		text = decimal.Zero.StringFixed(int32(decimals))
	}
	return lang.Number(text)
}
