package orders

import (
	"strings"

	"blyant/model/purchase"
)

// mark is what the form of a number says about the decimal mark.
type mark uint8

const (
	none    mark = iota // no mark at all
	point               // a point is the decimal mark
	comma               // a comma is
	unclear             // 1,234 or 1.234: a decimal or a group of thousands
	broken              // no number
)

// markOf looks at a number without white space and sign.
func markOf(text string) mark {
	p, c := strings.Count(text, "."), strings.Count(text, ",")
	lastPoint, lastComma := strings.LastIndexByte(text, '.'), strings.LastIndexByte(text, ',')
	switch {
	case strings.Trim(text, "0123456789.,") != "" || strings.Trim(text, ".,") == "":
		return broken
	case p == 0 && c == 0:
		return none
	case p > 0 && c > 0 && lastPoint > lastComma && p == 1, p == 0 && c > 1:
		return point
	case p > 0 && c > 0 && lastComma > lastPoint && c == 1, c == 0 && p > 1:
		return comma
	case p > 0 && c > 0:
		return broken
	}
	at := max(lastPoint, lastComma)
	if len(text)-at-1 == 3 && at >= 1 && at <= 3 && text[0] != '0' {
		return unclear
	}
	if p == 1 {
		return point
	}
	return comma
}

// clean takes white space that groups thousands, and a sign, off a number.
func clean(text string) (digits string, negative bool) {
	text = strings.TrimSpace(text)
	if strings.ContainsAny(text, " \u00a0\u202f") {
		text = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "").Replace(text)
	}
	if rest, ok := strings.CutPrefix(text, "-"); ok {
		return rest, true
	}
	return text, false
}

// parse reads a number whose decimal mark is known; groups of thousands must be
// three digits each.
func parse(text string, decimal byte) (purchase.Money, bool) {
	var m purchase.Money
	group, fraction, groups := 0, false, false
	for i := range len(text) {
		b := text[i]
		switch {
		case b >= '0' && b <= '9':
			if m.Units > (1<<63-1-9)/10 {
				return m, false
			}
			m.Units = m.Units*10 + int64(b-'0')
			group++
			if fraction {
				m.Places++
			}
		case b == decimal && !fraction && (!groups || group == 3):
			fraction, group = true, 0
		case (b == '.' || b == ',') && b != decimal && !fraction && (groups && group == 3 || !groups && group >= 1 && group <= 3):
			groups, group = true, 0
		default:
			return m, false
		}
	}
	for m.Places > 0 && m.Units%10 == 0 {
		m.Units, m.Places = m.Units/10, m.Places-1
	}
	return m, group > 0 && (fraction || !groups || group == 3) && m.Places <= purchase.MostPlaces
}
