package locale

import (
	"strings"

	"blyant/model/vocabulary"
)

// spaces are the characters that group thousands in Nordic texts: the space,
// the no-break space, the narrow no-break space and the thin space.
const spaces = " \u00a0\u202f\u2009"

// toSpace writes each of them as U+0020.
var toSpace = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ")

// cutPercent takes a trailing percent sign off, with the space before it. The
// sign is empty where there is none.
func cutPercent(text string) (body, sign string) {
	body, found := strings.CutSuffix(text, "%")
	if !found {
		return text, ""
	}
	for _, space := range spaces {
		if before, spaced := strings.CutSuffix(body, string(space)); spaced {
			return before, "%"
		}
	}
	return body, "%"
}

// isDigits reports whether s is one ASCII digit or more and nothing else.
func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// isWhole reports whether s is digits without a leading zero, or zero.
func isWhole(s string) bool { return isDigits(s) && (s[0] != '0' || s == "0") }

// isPlain reports whether s has the plain form of a number.
func isPlain(s string) bool {
	whole, fraction, point := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	return isWhole(whole) && (!point || isDigits(fraction))
}

// plainFromComma brings a number in the Nordic way of writing to the plain form.
func plainFromComma(body string) (string, *NumberFault) {
	unsigned, negative := strings.CutPrefix(toSpace.Replace(body), "-")
	sign := ""
	if negative {
		sign = "-"
	}
	if whole, fraction, comma := strings.Cut(unsigned, ","); comma {
		if digits, ok := ungrouped(whole); ok && isDigits(fraction) {
			return sign + digits + "." + fraction, nil
		}
		return "", notANumber(body, true)
	}
	if strings.Count(unsigned, ".") == 1 {
		return plainFromPoint(body, sign, unsigned)
	}
	if digits, ok := ungrouped(unsigned); ok {
		return sign + digits, nil
	}
	return "", notANumber(body, true)
}

// plainFromPoint decides what the only point of a number without a comma is:
// the decimal mark where it cannot be grouping (0.4, 12.5, 1234.567), else
// nobody can tell (1.234).
func plainFromPoint(body, sign, unsigned string) (string, *NumberFault) {
	whole, fraction, _ := strings.Cut(unsigned, ".")
	digits, ok := ungrouped(whole)
	if !ok || !isDigits(fraction) {
		return "", notANumber(body, true)
	}
	grouped := len(digits) <= 3 || len(digits) < len(whole)
	if len(fraction) == 3 && grouped && digits != "0" {
		hint := sign + digits + fraction + " or " + sign + digits + "," + fraction
		return "", &NumberFault{vocabulary.CodeAmbiguousNumber, ReasonAmbiguousNumber, hint}
	}
	return sign + digits + "." + fraction, nil
}

// ungrouped takes the grouping marks out of a whole number. They are all points
// or all spaces, and what they separate are real groups of three.
func ungrouped(s string) (string, bool) {
	mark := " "
	if strings.Contains(s, ".") {
		mark = "."
	}
	groups := strings.Split(s, mark)
	if len(groups) > 1 && (len(groups[0]) > 3 || groups[0] == "0") {
		return "", false
	}
	for i, group := range groups {
		if !isDigits(group) || (i > 0 && len(group) != 3) {
			return "", false
		}
	}
	return strings.Join(groups, ""), isWhole(groups[0])
}
