package cohort

import (
	"fmt"

	"blyant/model/purchase"
)

// Period is the calendar period by which customers are gathered.
type Period string

// Periods of a calendar.
const (
	Week    Period = "week" // from Monday, ISO 8601
	Month   Period = "month"
	Quarter Period = "quarter"
	Year    Period = "year"
)

// valid reports whether there is such a period.
func (p Period) valid() bool {
	return p == Week || p == Month || p == Quarter || p == Year
}

// months is the length of a period of months, 0 for a week.
func (p Period) months() int {
	return map[Period]int{Month: 1, Quarter: 3, Year: 12}[p]
}

// monday is 1969-12-29, the Monday on or before the day that dates count from.
const monday purchase.Date = -3

// index numbers the calendar's periods, so that ages are differences.
func (p Period) index(d purchase.Date) int {
	if p == Week {
		days := int(d - monday)
		if days < 0 {
			days -= 6 // towards the Monday before
		}
		return days / 7
	}
	t := d.Time()
	return (t.Year()*12 + int(t.Month()) - 1) / p.months()
}

// first returns the first day of the period of that index.
func (p Period) first(index int) purchase.Date {
	if p == Week {
		return monday + purchase.Date(7*index)
	}
	months := index * p.months()
	d, _ := purchase.NewDate(months/12, months%12+1, 1)
	return d
}

// name is what a cohort is called: 2027, 2027-Q1, 2027-01, 2027-W05. The year of
// a week is the one its Thursday lies in.
func (p Period) name(index int) string {
	t := p.first(index).Time()
	switch p {
	case Week:
		year, week := t.ISOWeek()
		return fmt.Sprintf("%04d-W%02d", year, week)
	case Quarter:
		return fmt.Sprintf("%04d-Q%d", t.Year(), (int(t.Month())+2)/3)
	case Month:
		return t.Format("2006-01")
	}
	return t.Format("2006")
}
