package whatif

import (
	"blyant/model"
	"blyant/model/internal/formula"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// To how many decimals money and ratios are taken from the closed forms where a
// difference of two is rounded: each is off by half a unit of the last of them at the most.
const (
	closeMoney  = 10
	closeRatios = 12
)

// closely says how near a metric is known.
type closely struct {
	unitOff decimal.Decimal // by which a difference of two may be off
	halfOff decimal.Decimal // by which one may be
	nothing decimal.Decimal // a value below this may be zero
	places  int32           // of the metric as it is reported
}

// closelyTo is what values rounded to so many places know of what is reported to others.
func closelyTo(last, places int32) closely {
	return closely{decimal.New(1, -last), decimal.New(5, -last-1), decimal.New(1, -last+2), places}
}

// nearness is that of the metric; false where it is reported with nearly as many
// decimals as the forms are asked for.
func (v varied) nearness(money int) (near closely, sure bool) {
	places, last := int32(vocabulary.RatioDecimals), int32(closeRatios)
	if v.metric.Rounding == vocabulary.RoundMoney {
		places, last = int32(money), closeMoney
	}
	return closelyTo(last, places), places <= last-2
}

// near is the metric that closely, where it has a value; sure is false where it is
// too large.
func (v varied) near(s model.Scenario) (value decimal.Decimal, there, sure bool) {
	terms := s.Numbers()
	all := formula.SummariseClosely(&terms, closeMoney, closeRatios)
	f := v.metric.In(&all)
	return f.Decimal(), !f.IsNull(), !f.TooLarge
}

// fastRow is the row of a field by the closed forms. It is false where its
// digits would not be sure: near the middle between two reported ones, where the
// metric is too large or may be zero, or with as many decimals as the forms are asked
// for.
func (v varied) fastRow(f vocabulary.Field, x, low, high, least, most decimal.Decimal) (SensitivityRow, bool) {
	near, sure := v.nearness(v.scenario.WithDefaults().Decimals.Int)
	if !sure {
		return SensitivityRow{}, false
	}
	row := SensitivityRow{Field: f, Value: shown(x), Low: shown(low), High: shown(high)}
	lowest, highest := with(v.scenario, f, low), with(v.scenario, f, high)
	row.MetricAtLow, _ = roundedMetric(lowest, v.metric)
	row.MetricAtHigh, _ = roundedMetric(highest, v.metric)
	moved, there, sure := v.moves(lowest, highest)
	if there && sure {
		row.Swing, sure = roundSurely(moved.Abs(), near.unitOff, near.places)
	}
	if !sure || there && (row.MetricAtLow.IsNull() || row.MetricAtHigh.IsNull()) {
		return SensitivityRow{}, false
	}
	row.Elasticity, sure = v.fastElasticity(f, x, near, least, most)
	return row, sure
}

// fastElasticity is null where the metric has no value, here or a hundredth to either
// side.
func (v varied) fastElasticity(f vocabulary.Field, x decimal.Decimal, near closely, least, most decimal.Decimal) (vocabulary.Rounded, bool) {
	base, there, sure := v.near(v.scenario.WithDefaults())
	x1, x2 := around(x, decimal.New(1, -2), least, most)
	if !sure || !there || x.IsZero() || x1.Equal(x2) {
		return vocabulary.Rounded{}, sure
	}
	if x.Sign() < 0 { // x₁ = 0.99x is the higher
		x1, x2 = x2, x1
	}
	moved, there, sure := v.moves(with(v.scenario, f, x1), with(v.scenario, f, x2))
	if !sure || base.Abs().LessThan(near.nothing) {
		return vocabulary.Rounded{}, false
	}
	if !there {
		return vocabulary.Rounded{}, true
	}
	return near.elasticitySurely(moved, base, x.DivRound(x2.Sub(x1), 40))
}

// moves is how far the metric moves from one scenario to another, where it has a value in both.
func (v varied) moves(from, to model.Scenario) (moved decimal.Decimal, there, sure bool) {
	x, thereX, sureX := v.near(from)
	y, thereY, sureY := v.near(to)
	return y.Sub(x), thereX && thereY, sureX && sureY
}

// elasticitySurely is moved ÷ base · share, where moved may be off by unitOff and
// base by halfOff: so the whole is off by no more than
//
//	|share|·(unitOff + |moved|·halfOff ÷ (|base| − halfOff)) ÷ (|base| − halfOff)
func (c closely) elasticitySurely(moved, base, share decimal.Decimal) (vocabulary.Rounded, bool) {
	least := base.Abs().Sub(c.halfOff)
	off := share.Abs().Mul(c.unitOff.Add(moved.Abs().Mul(c.halfOff).DivRound(least, 40))).DivRound(least, 40).Add(decimal.New(1, -30))
	value := moved.DivRound(base, 40).Mul(share)
	if value.Abs().GreaterThan(mostTarget) {
		return vocabulary.Rounded{}, false
	}
	return roundSurely(value, off, vocabulary.RatioDecimals)
}

// roundSurely rounds x, which may be off by so much; false where that may give
// another digit.
func roundSurely(x, off decimal.Decimal, places int32) (vocabulary.Rounded, bool) {
	low, high := x.Sub(off).Round(places), x.Add(off).Round(places)
	return vocabulary.RoundedDecimal(low.Add(decimal.New(0, -places))), low.Equal(high)
}
