package orders

import (
	"strings"

	"blyant/model/purchase"
)

// parseDate reads the day of an order as it is written, in the shop's own zone:
// the time and the offset after it change nothing. 2027-01-31, 2027/01/31 and
// 31.01.2027 have one reading; 31/01/2027 needs an order, dmy or mdy.
func parseDate(text, order string) (date purchase.Date, ok, ambiguous bool) {
	text = strings.TrimSpace(text)
	if i := strings.IndexAny(text, " T"); i > 0 {
		if !IsTimeOfDay(text[i+1:]) {
			return 0, false, false
		}
		text = text[:i]
	}
	for _, separator := range []byte{'-', '/', '.'} {
		parts := strings.Split(text, string(separator))
		if len(parts) != 3 {
			continue
		}
		n, yearFirst, ok := dayNumbers(parts)
		switch {
		case !ok:
			return 0, false, false
		case yearFirst:
		case separator == '.' || order == "dmy":
			n[0], n[2] = n[2], n[0]
		case order == "mdy":
			n[0], n[1], n[2] = n[2], n[0], n[1]
		default:
			return 0, false, true
		}
		date, ok = purchase.NewDate(n[0], n[1], n[2])
		return date, ok, false
	}
	return 0, false, false
}

// dayNumbers reads the three numbers of a day: a year of four digits, first or last,
// and a month and a day of one or two.
func dayNumbers(parts []string) (n [3]int, yearFirst, ok bool) {
	year := 2
	if yearFirst = len(parts[0]) == yearDigits; yearFirst {
		year = 0
	}
	for i, part := range parts {
		if n[i], ok = digits(part); !ok || (len(part) == yearDigits) != (i == year) || len(part) == 3 {
			return n, yearFirst, false
		}
	}
	return n, yearFirst, true
}

const yearDigits = 4

// digits reads one to four digits.
func digits(text string) (n int, ok bool) {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return 0, false
		}
		n = n*10 + int(text[i]-'0')
	}
	return n, len(text) >= 1 && len(text) <= yearDigits
}

// IsTimeOfDay reports whether a text is a time of day as files have it behind a date,
// with or without a zone.
func IsTimeOfDay(text string) bool {
	return len(text) >= 4 && text[0] >= '0' && text[0] <= '9' && strings.ContainsRune(text, ':') &&
		strings.Trim(text, "0123456789:.+- ZUTCGMAPamp") == ""
}
