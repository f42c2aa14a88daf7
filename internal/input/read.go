package input

import (
	"errors"
	"strconv"
	"strings"

	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// reader turns values as they were written into values of fields.
type reader struct {
	Dialect
	json bool // the values come from JSON, where a list is an array
	// guesses is how many unknown names may still be compared with all known
	// ones, so that a body full of them is not a way to keep the server busy.
	guesses *int
}

// maxGuesses is more than anyone corrects at once.
const maxGuesses = 100

func newReader(d Dialect, json bool) reader {
	guesses := maxGuesses
	return reader{Dialect: d, json: json, guesses: &guesses}
}

// read turns v, which is not absent, into a value of the field. The fields of
// its faults are named without a prefix.
func (r reader) read(f vocabulary.Field, v value) (vocabulary.Value, vocabulary.Faults) {
	switch f.Kind {
	case vocabulary.KindText:
		return readText(f.Name, v)
	case vocabulary.KindDate:
		text, faults := readText(f.Name, v)
		if len(faults) == 0 {
			faults = f.Check(text)
		}
		return text, faults
	case vocabulary.KindChoice:
		return readChoice(f, v)
	case vocabulary.KindWhole:
		x, faults := r.number(f, v)
		if len(faults) == 0 {
			faults = f.Check(vocabulary.Value{Number: x}) // here, since a record's whole number holds an int
		}
		return vocabulary.Value{Number: x}, faults
	case vocabulary.KindNumber:
		x, faults := r.number(f, v)
		return vocabulary.Value{Number: x}, faults
	case vocabulary.KindNumbers:
		return r.numbers(f, v)
	}
	return readNames(f, v)
}

// mostChoices is how many choices are looked through for the one that was meant;
// of 160 currencies some are always near.
const mostChoices = 50

// readChoice takes one of the choices; the nearest is the hint for any other.
func readChoice(f vocabulary.Field, v value) (vocabulary.Value, vocabulary.Faults) {
	chosen := vocabulary.Value{Text: v.shown()}
	faults := f.Check(chosen)
	if len(faults) > 0 && faults[0].Hint == "" && len(f.Choices) <= mostChoices {
		faults[0].Hint = Nearest(chosen.Text, f.Choices)
	}
	return chosen, faults
}

// readText takes a text as it is. Characters that no document can hold are
// refused, or every format would have to deal with them.
func readText(path string, v value) (vocabulary.Value, vocabulary.Faults) {
	if v.form != formText {
		return vocabulary.Value{}, vocabulary.Faults{{Field: path, Code: vocabulary.CodeMalformed, Reason: reasonTextExpected,
			Args: []string{v.shown()}, Value: v.shown()}}
	}
	if strings.ContainsFunc(v.text, unprintable) {
		return vocabulary.Value{}, vocabulary.Faults{{Field: path, Code: vocabulary.CodeMalformed, Reason: reasonUnprintable}}
	}
	return vocabulary.Value{Text: v.text}, nil
}

// unprintable reports whether XML 1.0 cannot hold the character.
func unprintable(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF
}

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

// numbers reads each number of a list. Where one cannot be read the record never
// sees the list, so the others' ranges are checked here. Where the list makes
// sense in another way that way is the hint of each.
func (r reader) numbers(f vocabulary.Field, list value) (vocabulary.Value, vocabulary.Faults) {
	var unread, all vocabulary.Faults
	numbers := make([]decimal.Decimal, len(list.items))
	for i, v := range list.items {
		one := elementOf(f, i)
		x, wrong := r.element(one, v)
		unread = append(unread, wrong...)
		if len(wrong) == 0 {
			wrong = r.worded(one, v, one.Check(vocabulary.Value{Number: x}))
		}
		numbers[i], all = x, append(all, wrong...)
	}
	if len(all) == 0 {
		return vocabulary.Value{Numbers: numbers}, nil
	}
	if hint := r.listHint(f, list.text); hint != "" {
		return vocabulary.Value{}, hinting(all, unread, hint)
	}
	if len(unread) == 0 { // the record's own check reports ranges
		return vocabulary.Value{Numbers: numbers}, nil
	}
	return vocabulary.Value{}, all
}

// hinting gives the faults one hint: what cannot be read says it all.
func hinting(all, unread vocabulary.Faults, hint string) vocabulary.Faults {
	if len(unread) > 0 {
		all = unread
	}
	for i := range all {
		all[i].Hint = hint
	}
	return all
}

// elementOf is the field of one number of a list.
func elementOf(f vocabulary.Field, i int) vocabulary.Field {
	f.Name, f.Kind = elementName(f.Name, i), vocabulary.KindNumber
	return f
}

// element reads one number of a list; none may be left out.
func (r reader) element(f vocabulary.Field, v value) (decimal.Decimal, vocabulary.Faults) {
	if v.form == formAbsent {
		return decimal.Decimal{}, vocabulary.Faults{{Field: f.Name, Code: vocabulary.CodeNotANumber, Reason: reasonEmptyValue}}
	}
	return r.number(f, v)
}

// readNames reads each name of a list.
func readNames(f vocabulary.Field, list value) (vocabulary.Value, vocabulary.Faults) {
	var faults vocabulary.Faults
	names := make([]string, len(list.items))
	for i, v := range list.items {
		path := elementName(f.Name, i)
		if v.form == formAbsent {
			faults = append(faults, vocabulary.Fault{Field: path, Code: vocabulary.CodeNotAChoice, Reason: reasonEmptyValue})
			continue
		}
		text, wrong := readText(path, v)
		names[i], faults = text.Text, append(faults, wrong...)
	}
	return vocabulary.Value{Names: names}, faults
}

// elementName names the value of a list as its faults do.
func elementName(name string, i int) string { return name + "[" + strconv.Itoa(i) + "]" }
