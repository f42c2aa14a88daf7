package whatif

import (
	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// closePlaces is to how many decimals money is taken from the closed forms where
// a difference of amounts is rounded: an amount is off by half a unit of the last
// of them at the most.
const closePlaces = 10

var (
	unitOff = decimal.New(1, -closePlaces)   // by which a difference of two may be off
	halfOff = decimal.New(5, -closePlaces-1) // by which one may be
	nothing = decimal.New(1, -closePlaces+2) // an amount below this may be zero
)

// near is an amount to closePlaces decimals; false where it is null, too large,
// or no amount of money.
func (v varied) near(s model.Scenario) (decimal.Decimal, bool) {
	s.Decimals = vocabulary.Count(closePlaces)
	value, _ := roundedMetric(s, v.metric)
	return value.Decimal(), !value.IsNull()
}

// fastRow is the row of a field by the closed forms. It is false where its
// digits would not be sure: near the middle between two reported ones, where the
// metric is null or not money, or with as many decimals as the forms are asked
// for.
func (v varied) fastRow(f vocabulary.Field, x, low, high, least, most decimal.Decimal) (SensitivityRow, bool) {
	s := v.scenario.WithDefaults()
	money := int32(s.Decimals.Int)
	if v.metric.Rounding != vocabulary.RoundMoney || money > closePlaces-2 {
		return SensitivityRow{}, false
	}
	row := SensitivityRow{Field: f, Value: shown(x), Low: shown(low), High: shown(high)}
	lowest, highest := with(v.scenario, f, low), with(v.scenario, f, high)
	row.MetricAtLow, _ = roundedMetric(lowest, v.metric)
	row.MetricAtHigh, _ = roundedMetric(highest, v.metric)
	from, there := v.near(lowest)
	to, too := v.near(highest)
	base, known := v.near(s)
	if !there || !too || !known || row.MetricAtLow.IsNull() || row.MetricAtHigh.IsNull() || base.Abs().LessThan(nothing) {
		return SensitivityRow{}, false
	}
	swing, sure := roundSurely(to.Sub(from).Abs(), unitOff, money)
	row.Swing = swing
	x1, x2 := around(x, decimal.New(1, -2), least, most)
	if !sure || x.IsZero() || x1.Equal(x2) {
		return SensitivityRow{}, false
	}
	if x.Sign() < 0 { // x₁ = 0.99x is the higher
		x1, x2 = x2, x1
	}
	under, there := v.near(with(v.scenario, f, x1))
	over, too := v.near(with(v.scenario, f, x2))
	if !there || !too {
		return SensitivityRow{}, false
	}
	row.Elasticity, sure = elasticitySurely(over.Sub(under), base, x.DivRound(x2.Sub(x1), 40))
	return row, sure
}

// elasticitySurely is moved ÷ base · share, where moved may be off by unitOff and
// base by halfOff: so the whole is off by no more than
//
//	|share|·(unitOff + |moved|·halfOff ÷ (|base| − halfOff)) ÷ (|base| − halfOff)
func elasticitySurely(moved, base, share decimal.Decimal) (vocabulary.Rounded, bool) {
	least := base.Abs().Sub(halfOff)
	off := share.Abs().Mul(unitOff.Add(moved.Abs().Mul(halfOff).DivRound(least, 40))).DivRound(least, 40).Add(decimal.New(1, -30))
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
