package vocabulary

import (
	"strings"
	"time"
)

// The forms of a date: a day, or a month for its first day.
const (
	formDay   = time.DateOnly
	formMonth = "2006-01"
)

// ParseDate reads a day, 2027-01-31, or a month, 2027-01, which is its first day.
func ParseDate(text string) (time.Time, error) {
	if len(text) == len(formMonth) {
		return time.Parse(formMonth, text)
	}
	return time.Parse(formDay, text)
}

// checkDate reports a text that is no day of the calendar, with the one that was
// probably meant.
func (f Field) checkDate(text string) Faults {
	if day, err := ParseDate(text); err == nil && day.Year() > 0 {
		return nil
	}
	return Faults{{Field: f.Name, Code: CodeOutOfRange, Reason: "not_a_date", Args: []string{text}, Hint: dateMeant(text), Value: text}}
}

// otherForms are how dates are written elsewhere, the day before the month as in
// the Nordic countries.
var otherForms = []string{"2.1.2006", "2/1/2006", "2006/1/2", "2006.1.2", "20060102", "2006-1-2", "2006-1", "1/2006", "1.2006", "2006/1"}

// dateMeant is the day that was probably meant, or how one is written.
func dateMeant(text string) string {
	text = strings.TrimSpace(text)
	for _, form := range otherForms {
		if day, err := time.Parse(form, text); err == nil && day.Year() > 0 {
			return day.Format(time.DateOnly)
		}
	}
	return "YYYY-MM or YYYY-MM-DD"
}
