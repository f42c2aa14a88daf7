package locale

import (
	"strings"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// Bounds of a number as it is written. They are looked at on the text, before
// anything parses it: a decimal library spends seconds or gigabytes on a
// hostile exponent or a megabyte of digits.
const (
	MaxWholeDigits   = 15 // before the decimal mark, grouping marks not counted
	MaxDecimalDigits = 20 // after it

	// longestText has room for a sign, all digits, four grouping marks of three
	// bytes, the decimal mark, a no-break space and a percent sign.
	longestText = 64
)

// Reasons of a NumberFault.
const (
	ReasonNotANumber        = "not_a_number"
	ReasonAmbiguousNumber   = "ambiguous_number"    // a point that may be either mark
	ReasonAmbiguousComma    = "ambiguous_comma"     // a comma that may be either mark
	ReasonDecimalComma      = "decimal_comma"       // a number if the request said decimal=comma
	ReasonPercentNotAllowed = "percent_not_allowed" // a percent sign on what is not a share
	ReasonTooManyDigits     = "too_many_digits"
	ReasonTooManyDecimals   = "too_many_decimals" // the rounded number is the hint
)

// NumberFault says why a text is not taken as a number: the kind of fault, the
// sentence that explains it, and what was probably meant, if anything.
//
//nolint:errname // A fault is this project's word for what is wrong with a request.
type NumberFault struct {
	Code         vocabulary.Code
	Reason, Hint string
}

// Error names the reason; the sentence in a reader's language is Language.Fault.
func (f NumberFault) Error() string { return strings.TrimSpace(f.Reason + " " + f.Hint) }

// Parsed is a number that was read. The digits given are kept in the decimal's
// exponent: 0.40 has two decimals, 90% is 0.90.
type Parsed struct {
	Decimal decimal.Decimal
	Percent bool // a percent sign was there; Decimal is divided by 100 already
}

// ParseNumber reads a number from a query, a form, a CSV cell or a JSON string.
//
// The plain form is -?digits[.digits] in ASCII, without leading zeros, with
// digits on both sides of the point. With decimalComma the decimal mark is a
// comma, and thousands may be grouped by points or by spaces (U+0020, U+00A0,
// U+202F, U+2009); a point that cannot be grouping is the decimal mark too, and
// one that may be either is an ambiguous number. With percentAllowed a percent
// sign may follow, after a space or directly; the bounds are those of the
// digits as written.
//
// Exponents, NaN, infinities, hexadecimals, underscores, a leading plus, the
// minus sign U+2212 and spaces around the number are refused, with the number
// that was probably meant as the hint; where it may be two, with both. Every
// error is a NumberFault.
func ParseNumber(text string, decimalComma, percentAllowed bool) (Parsed, error) {
	if len(text) > longestText {
		return Parsed{}, tooLong(text)
	}
	body, sign := cutPercent(text)
	plain, err := plainNumber(body, decimalComma)
	switch {
	case err != nil && percentAllowed:
		return Parsed{}, err.withSign(sign)
	case err != nil:
		return Parsed{}, *err
	}
	d, err := bounded(plain)
	switch {
	case err != nil && percentAllowed:
		return Parsed{}, err.written(decimalComma).withSign(sign)
	case err != nil:
		return Parsed{}, err.written(decimalComma)
	case sign == "":
		return Parsed{Decimal: d}, nil
	case !percentAllowed:
		return Parsed{}, NumberFault{vocabulary.CodeNotANumber, ReasonPercentNotAllowed, body}
	}
	return Parsed{Decimal: d.Shift(-2), Percent: true}, nil
}

// ParseJSONNumber reads the text of a JSON number. An exponent is expanded, and
// what it expands to keeps to the same bounds as a number written out: 1e3 is
// 1000, 1.50e1 is 15.0 and 1e1000000000 is refused without being expanded. What
// binary arithmetic left of a zero, 5.551115123125783e-17, has too many decimals;
// the hint is to round it.
func ParseJSONNumber(text string) (Parsed, error) {
	if len(text) > longestText {
		return Parsed{}, tooLong(text)
	}
	plain, err := expand(text)
	if err != nil {
		return Parsed{}, *err
	}
	d, err := bounded(plain)
	if err != nil {
		return Parsed{}, *err
	}
	return Parsed{Decimal: d}, nil
}

// plainNumber brings a text without its percent sign to the plain form.
func plainNumber(body string, decimalComma bool) (string, *NumberFault) {
	if decimalComma {
		return plainFromComma(body)
	}
	if isPlain(body) {
		return body, nil
	}
	return "", notANumber(body, false)
}
