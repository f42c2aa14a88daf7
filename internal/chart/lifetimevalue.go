package chart

import (
	"strconv"

	"blyant/internal/locale"
	"blyant/model"
)

// lifetimeValue pictures what one customer is worth: the cumulative present
// value, which starts at minus the acquisition cost and crosses the line at
// zero where that cost is earned back. Contributions accrue evenly within a
// period (MODEL.md §4), so the straight line between two periods crosses at
// the discounted payback itself.
func lifetimeValue(r model.Result, lang locale.Language) picture {
	p := valuePicture(r.Scenario, lang)
	p.subject, p.lines = lang.Text("chart.title.lifetime_value"), []line{valueLine(r)}
	if p.name = r.Scenario.Name; p.name == "" {
		p.name = lang.Text("chart.says.customer")
	}
	p.title = p.valueSays(r, lang)
	horizon := strconv.Itoa(len(r.Schedule))
	p.alt = lang.TextWith("chart.alt.lifetime_value",
		"first", amount(r.Scenario.AcquisitionCost.Decimal.Neg(), p.decimals, lang),
		"last", amount(r.Summary.NetLifetimeValue.Decimal(), p.decimals, lang), "currency", p.currency,
		"n", lang.Number(horizon), "periods", periodWord(horizon, r.Scenario.Period, lang))
	switch payback := r.Summary.DiscountedPaybackPeriods; {
	case payback.IsNull():
		p.alt += " " + lang.Text("chart.alt.no_payback")
	case payback.Sign() > 0:
		number := shortDuration(payback.Decimal())
		p.alt += " " + lang.TextWith("chart.alt.payback", "n", lang.Number(number), "periods", periodWord(number, r.Scenario.Period, lang))
	}
	p.marks = crossings(r, func(key, n string) string { return lang.TextWith("chart.mark."+key, "n", n) }, lang)
	p.stops = p.stopsByPeriod(r.Scenario.Period, lang)
	return p
}

// valueSays says whether and when the customer pays back, and what a customer who
// costs nothing to win comes to.
func (p picture) valueSays(r model.Result, lang locale.Language) string {
	length := periods(strconv.Itoa(len(r.Schedule)), r.Scenario.Period, lang)
	say := func(key, amount, when string) string {
		return lang.TextWith("chart.says."+key, "name", p.name, "amount", amount, "n", length, "when", when)
	}
	net, payback := r.Summary.NetLifetimeValue, r.Summary.DiscountedPaybackPeriods
	lost := p.money(-net.Float64(), lang)
	switch {
	case payback.IsNull():
		return say("never", "", "")
	case payback.Sign() > 0 && net.Sign() < 0:
		return say("reversed", lost, nthPeriod(payback, r.Scenario.Period, lang))
	case payback.Sign() > 0:
		return say("pays", "", nthPeriod(payback, r.Scenario.Period, lang))
	case net.Sign() < 0:
		return say("loses", lost, "")
	case net.Sign() > 0:
		return say("gains", p.money(net.Float64(), lang), "")
	}
	return say("nothing", "", "")
}
