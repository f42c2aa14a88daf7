package locale

import (
	"strings"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// HintDecimalComma is the parameter that makes a decimal comma readable, as a
// hint says it.
const HintDecimalComma = "decimal=comma"

// withSign puts the percent sign back behind each number of the hint.
func (f NumberFault) withSign(sign string) NumberFault {
	if sign == "" || f.Hint == "" {
		return f
	}
	all := strings.Split(f.Hint, " or ")
	for i, hint := range all {
		if hint != HintDecimalComma {
			all[i] = hint + sign
		}
	}
	f.Hint = strings.Join(all, " or ")
	return f
}

// written gives the hint, a plain number, the decimal mark.
func (f NumberFault) written(decimalComma bool) NumberFault {
	if decimalComma {
		f.Hint = strings.Replace(f.Hint, ".", ",", 1)
	}
	return f
}

func tooManyDigits() *NumberFault {
	return &NumberFault{Code: vocabulary.CodeTooLong, Reason: ReasonTooManyDigits}
}

// meantDecimals is to how many decimals a number with too many was probably meant:
// as many as binary arithmetic keeps right.
const meantDecimals = 15

func tooManyDecimals(d decimal.Decimal) *NumberFault {
	meant := d.Round(meantDecimals)
	if meant.Abs().GreaterThanOrEqual(decimal.New(1, MaxWholeDigits)) { // rounded up to a digit more than there may be
		meant = d.Truncate(meantDecimals)
	}
	return &NumberFault{vocabulary.CodeTooLong, ReasonTooManyDecimals, meant.String()}
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
			if thousands, may := groupedByComma(body); may {
				return &NumberFault{vocabulary.CodeAmbiguousNumber, ReasonAmbiguousComma, thousands + " or " + HintDecimalComma}
			}
			return &NumberFault{vocabulary.CodeNotANumber, ReasonDecimalComma, HintDecimalComma}
		}
	}
	return &NumberFault{vocabulary.CodeNotANumber, ReasonNotANumber, probably(body, decimalComma)}
}

// groupedByComma returns the number that a text is if its comma groups thousands
// (1,200), and reports whether it may do so.
func groupedByComma(body string) (string, bool) {
	unsigned := strings.TrimPrefix(body, "-")
	if strings.ContainsAny(unsigned, ". ") {
		return "", false
	}
	digits, ok := ungrouped(strings.ReplaceAll(unsigned, ",", "."))
	return body[:len(body)-len(unsigned)] + digits, ok
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
