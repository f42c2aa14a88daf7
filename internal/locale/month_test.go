package locale

import (
	"strings"
	"testing"
)

func TestMonths(t *testing.T) {
	for day, want := range map[string][4]string{
		"2027-01-31": {"January 2027", "januar 2027", "januar 2027", "januari 2027"},
		"2028-08-01": {"August 2028", "august 2028", "august 2028", "augusti 2028"},
		"2028-13-01": {"2028-13-01", "2028-13-01", "2028-13-01", "2028-13-01"}, // no such day
	} {
		for i, l := range []Language{English, Norwegian, Danish, Swedish} {
			if got := strings.ReplaceAll(l.Month(day), noBreakSpace, " "); got != want[i] {
				t.Errorf("%s: %s is in %q, wanted %q", l, day, got, want[i])
			}
		}
	}
}
