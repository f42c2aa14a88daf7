package form

import (
	"slices"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/locale"

	"github.com/shopspring/decimal"
)

// phrase is a run of words in the answer's sentences; Strong is the figure
// that the eye should find first.
type phrase struct {
	Text   string
	Strong bool
}

// story tells the answer in words: what the best customer is worth, when the
// acquisition cost is earned back, and what the lead over the others allows.
func story(l locale.Language, all []part, baseline int) [][]phrase {
	best := bestOf(all)
	first := worth(l, all[best], len(all) > 1)
	if len(all) > 1 && net(all[best]).IsNegative() {
		first = losesLeast(l, all[best])
	}
	sentences := [][]phrase{first, {{Text: payback(l, all[best])}}}
	if len(all) > 1 {
		if s := lead(l, all, best, baseline); s != "" {
			sentences = append(sentences, []phrase{{Text: s}})
		}
	}
	return sentences
}

// bestOf returns the customer with the greatest net lifetime value, the first
// of equal ones.
func bestOf(all []part) int {
	best := 0
	for i := range all {
		if net(all[i]).GreaterThan(net(all[best])) {
			best = i
		}
	}
	return best
}

func net(p part) decimal.Decimal { return number(p.figure("net_lifetime_value")) }

// number is the value of a cell, zero where it is null.
func number(c answer.Cell) decimal.Decimal {
	d, err := decimal.NewFromString(c.String())
	if err != nil {
		return decimal.Zero
	}
	return d
}

// worth says what a customer is worth, named where there are several.
func worth(l locale.Language, p part, named bool) []phrase {
	key, value := "worth", p.figure("net_lifetime_value").String()
	if net(p).IsNegative() {
		key, value = "loses", strings.TrimPrefix(value, "-")
	}
	if !named || p.name == "" {
		key = "such_" + key
	}
	sentence := l.Page(key, "net", emphasised, "name", p.name, "horizon", duration(l, text(p.scenario, "horizon"), p.period))
	return strong(sentence, spoken(l, value, p.currency))
}

// losesLeast says which customer loses least where all of them lose.
func losesLeast(l locale.Language, p part) []phrase {
	lost := strings.TrimPrefix(p.figure("net_lifetime_value").String(), "-")
	sentence := l.Page("loses.least", "net", emphasised, "name", p.name, "horizon", duration(l, text(p.scenario, "horizon"), p.period))
	return strong(sentence, spoken(l, lost, p.currency))
}

// emphasised holds the place of the figure that the eye should find first. No
// name can hold it: control characters are refused.
const emphasised = "\x00"

// strong puts the figure in its place.
func strong(sentence, figure string) []phrase {
	before, after, found := strings.Cut(sentence, emphasised)
	if !found {
		return []phrase{{Text: sentence}}
	}
	return []phrase{{Text: before}, {Text: figure, Strong: true}, {Text: after}}
}

func payback(l locale.Language, p part) string {
	periods, orders := p.figure("payback_periods"), p.figure("payback_orders")
	switch {
	case periods.Kind == answer.Null:
		return l.Page("payback.never")
	case number(orders).IsZero():
		return l.Page("payback.free")
	case number(orders).LessThanOrEqual(decimal.NewFromInt(1)):
		return l.Page("payback.first")
	}
	nth := number(orders).Ceil().IntPart()
	return l.Page("payback", "time", lasting(l, number(periods), p.period), "nth", l.Ordinal(nth))
}

// rounded shortens a number to what one would say: one decimal, two below 1.
func rounded(d decimal.Decimal) string {
	if d.LessThan(decimal.NewFromInt(1)) {
		return trimmed(d.Round(2)).String()
	}
	return trimmed(d.Round(1)).String()
}

// lead tells how far the best customer is ahead of the baseline, or of the
// next best where it is the baseline itself or all lose.
func lead(l locale.Language, all []part, best, baseline int) string {
	loses := net(all[best]).IsNegative()
	if best != baseline && !loses {
		afford := all[best].figure("affordable_service_cost_per_order")
		if number(afford).IsPositive() {
			return l.Page("afford", "money", atMost(l, afford.String(), all[best].currency), "name", all[baseline].name)
		}
		return ""
	}
	rest := slices.Delete(slices.Clone(all), best, best+1)
	second := rest[bestOf(rest)]
	ahead := net(all[best]).Sub(net(second))
	if !ahead.IsPositive() {
		return ""
	}
	key := "ahead"
	if loses {
		key = "ahead.loses"
	}
	return l.Page(key, "money", spoken(l, ahead.String(), second.currency), "name", second.name)
}

// duration is a number of periods in words: 1.2 years.
func duration(l locale.Language, digits, period string) string {
	many := ".many"
	if digits == "1" {
		many = ".one"
	}
	return l.Number(digits) + noBreakSpace + l.Text("period."+period+many)
}
