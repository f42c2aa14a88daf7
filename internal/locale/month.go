package locale

import (
	"strconv"
	"time"
)

// Month is the month of a day as one would say it: January 2027. The day is written
// as 2027-01-31; another text stays as it is.
func (l Language) Month(day string) string {
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return l.Text("month."+strconv.Itoa(int(at.Month()))) + noBreakSpace + strconv.Itoa(at.Year())
}
