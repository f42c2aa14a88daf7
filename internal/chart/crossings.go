package chart

import (
	"math"

	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// mostCrossings of one line are marked: one that swings about zero would be all
// marks.
const mostCrossings = 3

// crossings marks where the cumulative present value crosses zero: where the
// customer is earned back, by the figure, and where what was earned is lost again, or
// earned once more, by the straight line between two periods. words says what
// is written there: of "payback" or "lost_again", after so many periods.
func crossings(r model.Result, words func(key, n string) string, lang locale.Language) []mark {
	var marks []mark
	add := func(key string, x decimal.Decimal) {
		if x.IsPositive() && len(marks) < mostCrossings {
			marks = append(marks, mark{x: x.InexactFloat64(), text: words(key, periods(shortDuration(x), r.Scenario.Period, lang))})
		}
	}
	payback := r.Summary.DiscountedPaybackPeriods
	if payback.IsNull() {
		return nil
	}
	add("payback", payback.Decimal())
	points := valueLine(r).points
	above := true
	for i := int(math.Ceil(payback.Float64())) + 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		switch {
		case above && a.Y >= 0 && b.Y < 0:
			add("lost_again", crossed(a, b))
			above = false
		case !above && a.Y < 0 && b.Y >= 0:
			add("payback", crossed(a, b))
			above = true
		}
	}
	return marks
}

// crossed is the moment at which the line from a to b is at zero.
func crossed(a, b point) decimal.Decimal {
	return decimal.NewFromFloat(a.X + (b.X-a.X)*a.Y/(a.Y-b.Y)).Round(6)
}

// nthPeriod says in which period a moment lies: what ends with the first year is in it.
func nthPeriod(moment vocabulary.Rounded, p model.Period, lang locale.Language) string {
	return within(moment.Decimal().Ceil().IntPart(), p, lang)
}
