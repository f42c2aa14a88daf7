package chart

import (
	"strconv"
	"strings"

	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/plan"

	"github.com/shopspring/decimal"
)

// businessPlan pictures a plan: the cash at the end of each period, from the
// opening cash at period 0, and below it the customers in layers.
func businessPlan(r plan.Result, lang locale.Language) picture {
	s := r.Request.Scenario
	p := valuePicture(s, lang)
	p.subject = lang.Text("chart.title.plan")
	if p.name = s.Name; p.name == "" {
		p.name = lang.Text("chart.says.plan")
	}
	p.yTitle = func(unit string) string { return lang.TextWith("chart.axis.cash", "currency", unit) }
	p.lines = []line{cashLine(r)}
	p.title = p.planSays(r, lang)
	if deepest, needed := peakFunding(r); needed {
		p.marks = append(p.marks, p.fundingMark(r, deepest, lang))
	}
	if first := r.Summary.BreakEvenPeriod; !first.IsNull() {
		p.marks = append(p.marks, mark{x: first.Float64() - 1, since: true,
			text: lang.TextWith("chart.mark.break_even", "period", periodNumber(first.Decimal(), s.Period, lang))})
	}
	p.alt = planInWords(r, lang)
	p.stops = p.stopsByPeriod(s.Period, lang)
	customers := customerLayers(r, lang)
	p.second = &customers
	return p
}

// planSays says when the plan breaks even, and how deep its cash goes meanwhile.
func (p picture) planSays(r plan.Result, lang locale.Language) string {
	key, period := "chart.says.plan.even", r.Request.Scenario.Period
	pairs := []string{"name", p.name}
	if first := r.Summary.BreakEvenPeriod; first.IsNull() {
		key = "chart.says.plan.not_even"
		pairs = append(pairs, "length", periods(strconv.Itoa(len(r.Schedule)), period, lang))
	} else {
		pairs = append(pairs, "period", periodNumber(first.Decimal(), period, lang))
	}
	if deepest, needed := peakFunding(r); needed {
		key += ".deep"
		pairs = append(pairs, "amount", p.money(deepest.ClosingCash.Float64(), lang), "n", periods(deepest.Period.String(), period, lang))
	}
	return lang.TextWith(key, pairs...)
}

// cashLine is the cash at the beginning of the plan and at the end of each
// period.
func cashLine(r plan.Result) line {
	points := []point{{Y: r.Request.OpeningCash.Decimal.InexactFloat64()}}
	for _, row := range r.Schedule {
		points = append(points, point{X: row.Period.Float64(), Y: row.ClosingCash.Float64()})
	}
	return line{points: points}
}

// peakFunding returns the row at whose end the cash is lowest, and whether it
// is then below the opening cash.
func peakFunding(r plan.Result) (plan.Row, bool) {
	deepest := r.Schedule[0]
	for _, row := range r.Schedule {
		if row.ClosingCash.Decimal().LessThan(deepest.ClosingCash.Decimal()) {
			deepest = row
		}
	}
	return deepest, r.Summary.PeakFunding.Sign() > 0
}

// fundingMark marks the greatest need of money where the cash is lowest,
// measured from the opening cash, in the unit that the axis names.
func (p picture) fundingMark(r plan.Result, deepest plan.Row, lang locale.Language) mark {
	need, u := r.Summary.PeakFunding.Float64(), p.unit()
	amount := p.label(need, u, lang)
	if need < u.size/100 {
		amount = p.money(need, lang)
	}
	return mark{x: deepest.Period.Float64(), y: deepest.ClosingCash.Float64(), fall: need,
		text: lang.TextWith("chart.mark.peak_funding", "amount", amount, "n", periods(deepest.Period.String(), r.Request.Scenario.Period, lang))}
}

// planInWords tells what the picture shows to those who cannot see it.
func planInWords(r plan.Result, lang locale.Language) string {
	s := r.Request.Scenario
	money := func(d decimal.Decimal) string { return amount(d, s.Decimals.Int, lang) + "\u00a0" + string(s.Currency) }
	last := strconv.Itoa(len(r.Schedule))
	length := periods(last, s.Period, lang)
	words := []string{lang.TextWith("chart.alt.plan", "first", money(r.Request.OpeningCash.Decimal),
		"last", money(r.Schedule[len(r.Schedule)-1].ClosingCash.Decimal()), "n", length)}
	if deepest, needed := peakFunding(r); needed {
		words = append(words, lang.TextWith("chart.alt.peak_funding", "amount", money(r.Summary.PeakFunding.Decimal()),
			"n", periods(deepest.Period.String(), s.Period, lang)))
	} else {
		words = append(words, lang.Text("chart.alt.no_funding"))
	}
	if first := r.Summary.BreakEvenPeriod; !first.IsNull() {
		words = append(words, lang.TextWith("chart.alt.break_even", "period", periodNumber(first.Decimal(), s.Period, lang)))
	} else {
		words = append(words, lang.TextWith("chart.alt.no_break_even", "n", length))
	}
	return strings.Join(append(words, lang.TextWith("chart.alt.plan_customers", "n", customers(r.Summary.ClosingCustomers.Decimal(), lang))), " ")
}

// periodNumber writes which period: month 9.
func periodNumber(d decimal.Decimal, p model.Period, lang locale.Language) string {
	return periodWord("1", p, lang) + noBreakSpace + lang.Number(d.StringFixed(0))
}
