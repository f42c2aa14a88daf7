package orders

import (
	"strconv"
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
	points, commas := strings.Count(text, "."), strings.Count(text, ",")
	switch {
	case strings.Trim(text, "0123456789.,") != "" || strings.Trim(text, ".,") == "":
		return broken
	case points+commas == 0:
		return none
	case points > 0 && commas > 0:
		return lastMark(text, points, commas)
	case points > 1: // several points group thousands
		return comma
	case commas > 1:
		return point
	}
	return onlyMark(text)
}

// lastMark decides between two kinds of mark: the last is the decimal mark, which
// stands once.
func lastMark(text string, points, commas int) mark {
	last := text[strings.LastIndexAny(text, ".,")]
	switch {
	case last == '.' && points == 1:
		return point
	case last == ',' && commas == 1:
		return comma
	}
	return broken
}

// onlyMark decides about a single mark, which may group thousands where three
// digits follow it and one to three stand before.
func onlyMark(text string) mark {
	at := strings.IndexAny(text, ".,")
	switch {
	case len(text)-at-1 == 3 && at >= 1 && at <= 3 && text[0] != '0':
		return unclear
	case text[at] == '.':
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
	grouping := ","
	if decimal == ',' {
		grouping = "."
	}
	whole, fraction, marked := strings.Cut(text, string(decimal))
	if whole == "" || marked && fraction == "" {
		return purchase.Money{}, false
	}
	whole, ok := ungroup(whole, grouping)
	fraction = strings.TrimRight(fraction, "0")
	if !ok || len(fraction) > purchase.MostPlaces || strings.Trim(whole+fraction, "0123456789") != "" {
		return purchase.Money{}, false
	}
	units, err := strconv.ParseInt(whole+fraction, 10, 64)
	return purchase.Money{Units: units, Places: uint8(len(fraction))}, err == nil
}

// ungroup takes marks between thousands out.
func ungroup(whole, grouping string) (string, bool) {
	if !strings.Contains(whole, grouping) {
		return whole, true
	}
	groups := strings.Split(whole, grouping)
	for i, group := range groups {
		if len(group) != 3 && (i > 0 || len(group) == 0 || len(group) > 3) {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}
