package form

import (
	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model"

	"github.com/shopspring/decimal"
)

// spoken is an amount as one would say it, for sentences; the tables have it
// exactly: small change with its decimals, hundreds whole, what is larger with
// three digits that count.
func spoken(l locale.Language, digits, currency string) string {
	return spokenBy(decimal.Decimal.Round, l, digits, currency)
}

// atMost is an amount that is not too much where that much is: what one may
// spend. atLeast is one that suffices: what is needed.
func atMost(l locale.Language, digits, currency string) string {
	return spokenBy(decimal.Decimal.RoundFloor, l, digits, currency)
}

func atLeast(l locale.Language, digits, currency string) string {
	return spokenBy(decimal.Decimal.RoundCeil, l, digits, currency)
}

func spokenBy(round func(d decimal.Decimal, places int32) decimal.Decimal, l locale.Language, digits, currency string) string {
	d, err := decimal.NewFromString(digits)
	if err != nil {
		return l.Money(digits, currency)
	}
	if d.Equal(d.Truncate(0)) {
		d = d.Truncate(0)
	}
	places := int32(0)
	switch size := d.Abs(); {
	case size.LessThan(decimal.NewFromInt(10)):
		return l.Money(answer.Digits(d), currency)
	case !size.LessThan(decimal.NewFromInt(1000)):
		places = 3 - int32(len(size.Truncate(0).String())) // the first three digits, of at most a few dozen
	}
	return l.Money(round(d, places).StringFixed(0), currency)
}

// Lengths of time below which one speaks of the next smaller unit.
var (
	monthsOfYears = decimal.NewFromInt(24)
	daysOfMonths  = decimal.NewFromInt(2)
	monthsOfYear  = decimal.NewFromInt(12)
	daysOfYear    = decimal.NewFromInt(365)
)

// lasting is how long something takes as one would say it: days for less than
// two months, months for less than two years, years with one decimal.
func lasting(l locale.Language, periods decimal.Decimal, period string) string {
	perYear := decimal.NewFromInt(int64(model.Period(period).PerYear()))
	months := periods.Mul(monthsOfYear).Div(perYear)
	switch {
	case months.LessThan(daysOfMonths):
		days := decimal.Max(periods.Mul(daysOfYear).Div(perYear).Round(0), decimal.NewFromInt(1))
		return counted(l, "days", int(days.IntPart()), l.Number(days.String()))
	case period == string(model.Month) || months.LessThan(monthsOfYears):
		return duration(l, months.StringFixed(0), string(model.Month))
	}
	return duration(l, trimmed(periods.Div(perYear).Round(1)).String(), string(model.Year))
}

// said is a share as one would say it: with the digits it needs, one at the most.
func said(l locale.Language, share decimal.Decimal) string {
	return saidBy(decimal.Decimal.Round, l, share)
}

func saidBy(round func(d decimal.Decimal, places int32) decimal.Decimal, l locale.Language, share decimal.Decimal) string {
	return l.Number(answer.Digits(trimmed(round(share.Shift(2), 1)))) + l.PercentSign()
}
