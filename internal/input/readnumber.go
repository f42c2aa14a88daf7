package input

import (
	"errors"
	"strconv"

	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// number reads one number and refuses a bare one that needs a percent sign.
func (r reader) number(f vocabulary.Field, v value) (decimal.Decimal, vocabulary.Faults) {
	parsed, err := r.parse(f, v)
	var wrong locale.NumberFault
	if errors.As(err, &wrong) {
		if wrong.Reason == locale.ReasonPercentNotAllowed && isCount(f) {
			wrong.Hint = r.hundredth(wrong.Hint)
		}
		return decimal.Decimal{}, vocabulary.Faults{numberFault(f.Name, v, wrong)}
	}
	if parsed.Percent {
		return parsed.Decimal, nil
	}
	return parsed.Decimal, r.worded(f, v, f.CheckBare(parsed.Decimal))
}

// parse reads a number from a text or from JSON. The error is a
// locale.NumberFault.
func (r reader) parse(f vocabulary.Field, v value) (locale.Parsed, error) {
	switch v.form {
	case formText:
		return r.Parse(f, v.text)
	case formNumber:
		return locale.ParseJSONNumber(v.text)
	}
	return locale.Parsed{}, locale.NumberFault{Code: vocabulary.CodeNotANumber, Reason: locale.ReasonNotANumber}
}

// isCount reports whether the field counts what need not be whole: orders,
// add-ons, customers. 30 % of them are 0.3; of money or of whole things nobody
// means a hundredth.
func isCount(f vocabulary.Field) bool {
	return f.Kind != vocabulary.KindWhole && f.Unit != vocabulary.UnitMoney
}

// hundredth is a hundredth of a number in a text, the text itself where it is
// none.
func (r reader) hundredth(text string) string {
	parsed, err := locale.ParseNumber(text, r.Comma, false)
	if err != nil {
		return text
	}
	return r.hint(vocabulary.Field{}, parsed.Decimal.Shift(-2).String())
}

func numberFault(path string, v value, wrong locale.NumberFault) vocabulary.Fault {
	args := []string{v.shown()}
	switch wrong.Reason {
	case locale.ReasonTooManyDigits:
		args = []string{strconv.Itoa(locale.MaxWholeDigits), strconv.Itoa(locale.MaxDecimalDigits)}
	case locale.ReasonTooManyDecimals:
		args = []string{strconv.Itoa(locale.MaxDecimalDigits)}
	}
	return vocabulary.Fault{Field: path, Code: wrong.Code, Reason: wrong.Reason, Args: args, Hint: wrong.Hint, Value: v.shown()}
}
