package purchase

import (
	"fmt"
	"time"
)

// Date is a day of the Gregorian calendar, counted from 1970-01-01.
type Date int32

// NewDate returns a day, and whether there is such a day between the years 1
// and 9999.
func NewDate(year, month, day int) (Date, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	ok := year >= 1 && year <= 9999 && t.Year() == year && int(t.Month()) == month && t.Day() == day
	return dateOf(t), ok
}

// dateOf returns the day that begins at t.
func dateOf(t time.Time) Date { return Date(t.Unix() / secondsPerDay) }

const secondsPerDay = 24 * 60 * 60

// ParseDate reads a day written as 2027-01-31.
func ParseDate(text string) (Date, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil || t.Year() < 1 {
		return 0, fmt.Errorf("%q is not a date such as 2027-01-31", text)
	}
	return dateOf(t), nil
}

// Time returns the start of the day in UTC.
func (d Date) Time() time.Time { return time.Unix(int64(d)*secondsPerDay, 0).UTC() }

// String writes the day as 2027-01-31.
func (d Date) String() string { return d.Time().Format(time.DateOnly) }

// Unit is the unit of time in which purchases are counted.
type Unit string

// Units of time.
const (
	Day   Unit = "day"
	Week  Unit = "week"
	Month Unit = "month" // 365.25 ÷ 12 days
)

// DaysPerYear is the length of a year.
const DaysPerYear = 365.25

// Days returns the length of the unit in days, 0 where there is no such unit.
func (u Unit) Days() float64 {
	switch u {
	case Day:
		return 1
	case Week:
		return 7
	case Month:
		return DaysPerYear / 12
	}
	return 0
}

// periodDays returns the length in days of a period of a scenario, 0 where there
// is no such period.
func periodDays(period string) float64 {
	switch period {
	case "week":
		return 7
	case "month":
		return DaysPerYear / 12
	case "quarter":
		return DaysPerYear / 4
	case "year":
		return DaysPerYear
	}
	return 0
}

// periodsPerYear is the default horizon's p.
func periodsPerYear(period string) int {
	return map[string]int{"week": 52, "month": 12, "quarter": 4, "year": 1}[period]
}
