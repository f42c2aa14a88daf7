package model

// Period is the length of one period.
type Period string

// Lengths of a period.
const (
	Week    Period = "week"
	Month   Period = "month"
	Quarter Period = "quarter"
	Year    Period = "year"
)

// PerYear returns p, the number of periods in a year: 52, 12, 4 or 1; 0 for a
// period that is none of these.
func (p Period) PerYear() int {
	switch p {
	case Week:
		return 52
	case Month:
		return 12
	case Quarter:
		return 4
	case Year:
		return 1
	}
	return 0
}

// Timing says when in its period the cash of a period falls.
type Timing string

// Timings.
const (
	Start Timing = "start"
	Mid   Timing = "mid"
	End   Timing = "end"
)

// HalfPeriods returns twice the offset o: 0, 1 or 2 half periods; -1 for a
// timing that is none of these.
func (t Timing) HalfPeriods() int {
	switch t {
	case Start:
		return 0
	case Mid:
		return 1
	case End:
		return 2
	}
	return -1
}
