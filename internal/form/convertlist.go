package form

import (
	"strings"

	"blyant/internal/answer"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// Most values that a season may have, and that a list of fixed costs may.
const (
	mostFactors = 52
	mostCosts   = 600
	mostValues  = 1200
)

// moneyPlaces is 1 for money, 0 for all else.
func moneyPlaces(u vocabulary.Unit) int32 {
	if u == vocabulary.UnitMoney {
		return 1
	}
	return 0
}

// list converts a list of values by period; false where the field is none.
func (c conversion) list(name, text string) (string, bool) {
	var convert func([]decimal.Decimal) []decimal.Decimal
	switch name {
	case "retention_curve":
		convert = c.retention
	case "survival_curve":
		convert = c.survival
	case "new_customers":
		convert = func(v []decimal.Decimal) []decimal.Decimal { return c.counts(name, v, mostValues) }
	case "fixed_costs":
		convert = func(v []decimal.Decimal) []decimal.Decimal { return c.counts(name, v, mostCosts) }
	case "seasonality":
		convert = c.season
	default:
		return "", false
	}
	var values []decimal.Decimal
	for value := range strings.SplitSeq(text, ",") {
		d, err := decimal.NewFromString(value)
		if err != nil {
			return text, true
		}
		values = append(values, d)
	}
	converted := convert(values)
	texts := make([]string, len(converted))
	for i, d := range converted {
		texts[i] = answer.Digits(trimmed(d))
	}
	return strings.Join(texts, ","), true
}

// lasts are how many periods there are until only the last value of a list is
// left to repeat, and that one.
func (c conversion) lasts(values, most int) int {
	n := decimal.NewFromInt(int64(values - 1)).Div(c.times).Round(6).Ceil().IntPart()
	return min(int(n)+1, most)
}

// overlaps calls with each old period that the t-th new one lies over, counted
// from 0, and how much of the old one that is.
func (c conversion) overlaps(t int, each func(old int, part decimal.Decimal)) {
	from := decimal.NewFromInt(int64(t)).Mul(c.times)
	to := from.Add(c.times)
	for old := from.Round(9).IntPart(); ; old++ {
		begin, end := decimal.NewFromInt(old), decimal.NewFromInt(old+1)
		part := decimal.Min(to, end).Sub(decimal.Max(from, begin)).Round(12)
		if !part.IsPositive() {
			return
		}
		each(int(old), part)
	}
}

// retention converts rates by age: in a new period as many stay as in the old ones
// that it lies over, those being left evenly.
func (c conversion) retention(rates []decimal.Decimal) []decimal.Decimal {
	out := make([]decimal.Decimal, c.lasts(len(rates), mostValues))
	for t := range out {
		stay := one
		c.overlaps(t, func(old int, part decimal.Decimal) {
			stay = stay.Mul(powered(rates[min(old, len(rates)-1)], part))
		})
		out[t] = stay.Round(c.places)
	}
	return out
}

// survival reads a curve of survivors at the ends of the new periods.
func (c conversion) survival(shares []decimal.Decimal) []decimal.Decimal {
	rates := make([]decimal.Decimal, len(shares))
	before := one
	for i, share := range shares {
		if !before.IsZero() {
			rates[i] = share.Div(before)
		}
		before = share
	}
	ends := int(decimal.NewFromInt(int64(len(shares))).Div(c.times).Round(6).Ceil().IntPart())
	out := make([]decimal.Decimal, min(ends, mostValues))
	left := one
	for t := range out {
		c.overlaps(t, func(old int, part decimal.Decimal) {
			left = left.Mul(powered(rates[min(old, len(rates)-1)], part)).Round(digitsOfPowers)
		})
		out[t] = left.Round(c.places)
	}
	return out
}

// counts converts what there is in each period, the last value repeating.
func (c conversion) counts(name string, values []decimal.Decimal, most int) []decimal.Decimal {
	out := make([]decimal.Decimal, c.lasts(len(values), most))
	for t := range out {
		c.overlaps(t, func(old int, part decimal.Decimal) {
			out[t] = out[t].Add(values[min(old, len(values)-1)].Mul(part))
		})
		out[t] = c.amount(name, out[t])
	}
	return out
}

// season converts factors that repeat: a new period has the mean of those it lies
// over. A season that does not fill whole new periods stays as it is.
func (c conversion) season(factors []decimal.Decimal) []decimal.Decimal {
	n := decimal.NewFromInt(int64(len(factors))).Div(c.times).Round(6)
	if !n.IsInteger() || n.GreaterThan(decimal.NewFromInt(mostFactors)) {
		return factors
	}
	out := make([]decimal.Decimal, n.IntPart())
	for t := range out {
		c.overlaps(t, func(old int, part decimal.Decimal) {
			out[t] = out[t].Add(factors[old%len(factors)].Mul(part))
		})
		out[t] = out[t].Div(c.times).Round(c.places)
	}
	return out
}
