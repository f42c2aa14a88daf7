package plan

import (
	"slices"
	"strconv"
	"time"

	"blyant/model"
	"blyant/model/vocabulary"
)

// calendar knows the first day of each period of a plan.
type calendar struct {
	start  time.Time // the zero time where the plan has no dates
	period model.Period
}

// latest is the last year that a date has four digits in.
const latest = 9999

func (req *Request) calendar(period model.Period) calendar {
	start, _ := vocabulary.ParseDate(req.Start) // of a request that was checked; none is no date
	return calendar{start, period}
}

// dated reports whether the plan has dates.
func (c calendar) dated() bool { return !c.start.IsZero() }

// day is the first day of period j: 7·j days after the start, or 1, 3 or 12
// months times j after it, on the same day of the month or on its last where it
// has none (31 Jan, 28 Feb, 31 Mar).
func (c calendar) day(j int) time.Time {
	if c.period == model.Week {
		return c.start.AddDate(0, 0, 7*j)
	}
	months := 12 / c.period.PerYear() * j
	year, month, day := c.start.Date()
	first := time.Date(year, month+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(day, last)-1)
}

// date is the first day of period j in writing, empty where there is none.
func (c calendar) date(j int) string {
	if !c.dated() {
		return ""
	}
	return c.day(j).Format(time.DateOnly)
}

// year is the calendar year in which period j begins, without dates the year of
// the plan, 1 + ⌊j ÷ p⌋.
func (c calendar) year(j int) int {
	if !c.dated() {
		return 1 + j/c.period.PerYear()
	}
	return c.day(j).Year()
}

// checkStart reports a start from which the plan runs beyond the years that a
// date can name.
func (req *Request) checkStart(ignore []string) vocabulary.Faults {
	if _, err := vocabulary.ParseDate(req.Start); req.Start == "" || err != nil || slices.Contains(ignore, "plan_periods") || !req.Periods.Valid {
		return nil
	}
	scenario := req.kinds()[0].WithDefaults()
	if scenario.Period.PerYear() == 0 || req.Periods.Int < 1 || req.Periods.Int > MostPeriods {
		return nil // a fault of its own
	}
	if last := req.calendar(scenario.Period).day(req.Periods.Int - 1).Year(); last > latest {
		return vocabulary.Faults{{Field: "start", Code: vocabulary.CodeOutOfRange, Reason: "start_too_late", Args: []string{req.Start, strconv.Itoa(latest)}, Value: req.Start}}
	}
	return nil
}
