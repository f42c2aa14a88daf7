package locale

import (
	"strings"

	"blyant/model/vocabulary"
)

// HintDecimalComma is the parameter that makes a decimal comma readable, as a
// hint says it.
const HintDecimalComma = "decimal=comma"

// withSign puts the percent sign back behind each number of the hint.
func (f NumberFault) withSign(sign string) NumberFault {
	if sign == "" || f.Hint == "" || f.Hint == HintDecimalComma {
		return f
	}
	f.Hint = strings.ReplaceAll(f.Hint, " or ", sign+" or ") + sign
	return f
}

func tooManyDigits() *NumberFault {
	return &NumberFault{Code: vocabulary.CodeTooLong, Reason: ReasonTooManyDigits}
}

// tooLong tells a number with too many digits from a long text that is none,
// by its beginning.
func tooLong(text string) NumberFault {
	if strings.Trim(strings.ToValidUTF8(text[:longestText], ""), "-0123456789.,"+spaces) == "" {
		return *tooManyDigits()
	}
	return NumberFault{Code: vocabulary.CodeNotANumber, Reason: ReasonNotANumber}
}

// notANumber is the fault of a text that is not a number, with the number that
// was probably meant as the hint. It guesses for the message only.
func notANumber(body string, decimalComma bool) *NumberFault {
	if !decimalComma && strings.Contains(body, ",") {
		if plain, err := plainFromComma(body); err == nil {
			if _, err := bounded(plain); err != nil {
				return err
			}
			return &NumberFault{vocabulary.CodeNotANumber, ReasonDecimalComma, HintDecimalComma}
		}
	}
	return &NumberFault{vocabulary.CodeNotANumber, ReasonNotANumber, probably(body, decimalComma)}
}

// toTidy takes out what people and programs put between digits.
var toTidy = strings.NewReplacer("_", "", "'", "", "\u2019", "", " ", "", "\u00a0", "", "\u202f", "", "\u2009", "", "\u2212", "-")

// probably returns the number that a text nearly is, empty where it is not
// nearly any: 1_000 → 1000, .5 → 0.5, 5. → 5, +5 → 5, 007 → 7, 1e3 → 1000.
func probably(body string, decimalComma bool) string {
	s := onePoint(strings.TrimPrefix(toTidy.Replace(body), "+"), decimalComma)
	unsigned := strings.TrimPrefix(s, "-")
	whole, fraction, point := strings.Cut(unsigned, ".")
	if whole == "" && !point {
		return ""
	}
	whole = strings.TrimLeft(whole, "0")
	if whole == "" || !isDigits(whole[:1]) {
		whole = "0" + whole
	}
	if fraction != "" {
		whole += "." + fraction
	}
	plain, fault := expand(whole)
	if fault == nil {
		_, fault = bounded(plain)
	}
	if fault != nil || !strings.ContainsAny(body, "0123456789") {
		return ""
	}
	if decimalComma {
		plain = strings.Replace(plain, ".", ",", 1)
	}
	return s[:len(s)-len(unsigned)] + plain
}

// onePoint leaves at most one mark in a number, a point: of different marks the
// last is the decimal one, and a mark that comes twice is grouping.
func onePoint(s string, decimalComma bool) string {
	commas, points := strings.Count(s, ","), strings.Count(s, ".")
	if commas+points < 2 {
		if decimalComma {
			return strings.Replace(s, ",", ".", 1)
		}
		return s
	}
	whole, fraction := s, ""
	if commas > 0 && points > 0 {
		last := strings.LastIndexAny(s, ",.")
		whole, fraction = s[:last], "."+s[last+1:]
	}
	unsigned := strings.TrimPrefix(whole, "-")
	digits, ok := ungrouped(strings.ReplaceAll(unsigned, ",", "."))
	if !ok {
		return ""
	}
	return whole[:len(whole)-len(unsigned)] + digits + fraction
}
