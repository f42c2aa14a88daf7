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
	d, err := decimal.NewFromString(digits)
	if err != nil {
		return l.Money(digits, currency)
	}
	if d.Equal(d.Truncate(0)) {
		d = d.Truncate(0)
	}
	switch size := d.Abs(); {
	case size.LessThan(decimal.NewFromInt(10)):
		return l.Money(answer.Digits(d), currency)
	case size.LessThan(decimal.NewFromInt(1000)):
		return l.Money(d.StringFixed(0), currency)
	}
	return l.Money(threeDigits(d).String(), currency)
}

// threeDigits rounds a number of 1000 or more to its first three digits.
func threeDigits(d decimal.Decimal) decimal.Decimal {
	whole := int32(len(d.Abs().Truncate(0).String())) // at most a few dozen
	return d.Round(3 - whole)
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
