package locale

import (
	"strconv"
	"strings"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// bounded turns a plain number into a decimal, if it has few enough digits.
func bounded(plain string) (decimal.Decimal, *NumberFault) {
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(plain, "-"), ".")
	if len(whole) > MaxWholeDigits {
		return decimal.Decimal{}, tooManyDigits()
	}
	d, err := decimal.NewFromString(plain)
	switch {
	case err != nil: // plain numbers are a subset of what the library reads
		return decimal.Decimal{}, &NumberFault{Code: vocabulary.CodeNotANumber, Reason: ReasonNotANumber}
	case len(fraction) > MaxDecimalDigits:
		return decimal.Decimal{}, tooManyDecimals(d)
	}
	return d, nil
}

// expand writes a JSON number out without its exponent.
func expand(text string) (string, *NumberFault) {
	mantissa, exponent, found := strings.Cut(strings.ToLower(text), "e")
	unsigned := strings.TrimPrefix(exponent, "-")
	if unsigned == exponent {
		unsigned = strings.TrimPrefix(exponent, "+")
	}
	switch {
	case !isPlain(mantissa) || (found && !isDigits(unsigned)):
		return "", &NumberFault{Code: vocabulary.CodeNotANumber, Reason: ReasonNotANumber}
	case !found:
		return text, nil
	}
	shift, err := strconv.Atoi(exponent)
	switch {
	case strings.HasPrefix(exponent, "-") && (err != nil || shift < -longestText):
		return "", tooManyDecimals(decimal.Zero)
	case err != nil || shift > longestText:
		return "", tooManyDigits()
	}
	sign := mantissa[:len(mantissa)-len(strings.TrimPrefix(mantissa, "-"))]
	whole, fraction, _ := strings.Cut(mantissa[len(sign):], ".")
	return sign + shifted(whole+fraction, len(whole)+shift), nil
}

// shifted puts the point after that many of the digits, adding zeros on either
// side as needed and dropping leading ones.
func shifted(digits string, point int) string {
	if point < 1 {
		digits, point = strings.Repeat("0", 1-point)+digits, 1
	}
	if point > len(digits) {
		digits += strings.Repeat("0", point-len(digits))
	}
	whole := strings.TrimLeft(digits[:point], "0")
	if whole == "" {
		whole = "0"
	}
	if point == len(digits) {
		return whole
	}
	return whole + "." + digits[point:]
}
