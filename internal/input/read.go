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
	comma bool // texts have a decimal comma, and lists in them semicolons
	json  bool // the values come from JSON, where a list is an array
	// guesses is how many unknown names may still be compared with all known
	// ones, so that a body full of them is not a way to keep the server busy.
	guesses *int
}

// maxGuesses is more than anyone corrects at once.
const maxGuesses = 100

func newReader(comma, json bool) reader {
	guesses := maxGuesses
	return reader{comma: comma, json: json, guesses: &guesses}
}

// read turns v, which is not absent, into a value of the field. The fields of
// its faults are named without a prefix.
func (r reader) read(f vocabulary.Field, v value) (vocabulary.Value, vocabulary.Faults) {
	switch f.Kind {
	case vocabulary.KindText:
		return readText(f.Name, v)
	case vocabulary.KindChoice:
		return vocabulary.Value{Text: v.shown()}, f.Check(vocabulary.Value{Text: v.shown()})
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

// unprintable tells whether XML 1.0 cannot hold the character.
func unprintable(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF
}

// number reads one number and refuses a bare one that needs a percent sign.
func (r reader) number(f vocabulary.Field, v value) (decimal.Decimal, vocabulary.Faults) {
	var parsed locale.Parsed
	var err error = locale.NumberFault{Code: vocabulary.CodeNotANumber, Reason: locale.ReasonNotANumber}
	switch v.form {
	case formText:
		parsed, err = locale.ParseNumber(v.text, r.comma, f.TakesPercent())
	case formNumber:
		parsed, err = locale.ParseJSONNumber(v.text)
	}
	var wrong locale.NumberFault
	if errors.As(err, &wrong) {
		return decimal.Decimal{}, vocabulary.Faults{numberFault(f.Name, v, wrong)}
	}
	if parsed.Percent {
		return parsed.Decimal, nil
	}
	return parsed.Decimal, f.CheckBare(parsed.Decimal)
}

func numberFault(path string, v value, wrong locale.NumberFault) vocabulary.Fault {
	args := []string{v.shown()}
	if wrong.Reason == locale.ReasonTooManyDigits {
		args = []string{strconv.Itoa(locale.MaxWholeDigits), strconv.Itoa(locale.MaxDecimalDigits)}
	}
	return vocabulary.Fault{Field: path, Code: wrong.Code, Reason: wrong.Reason, Args: args, Hint: wrong.Hint, Value: v.shown()}
}

// numbers reads each number of a list. Where one cannot be read the record never
// sees the list, so the others' ranges are checked here.
func (r reader) numbers(f vocabulary.Field, list value) (vocabulary.Value, vocabulary.Faults) {
	var unread, all vocabulary.Faults
	numbers := make([]decimal.Decimal, len(list.items))
	for i, v := range list.items {
		one := f
		one.Name, one.Kind = elementName(f.Name, i), vocabulary.KindNumber
		x, wrong := r.element(one, v)
		unread = append(unread, wrong...)
		if len(wrong) == 0 {
			wrong = one.Check(vocabulary.Value{Number: x})
		}
		numbers[i], all = x, append(all, wrong...)
	}
	hint := r.separatorHint(list.text)
	switch {
	case len(unread) == 0:
		return vocabulary.Value{Numbers: numbers}, nil
	case hint == "":
		return vocabulary.Value{}, all
	}
	for i := range unread {
		unread[i].Hint = hint
	}
	return vocabulary.Value{}, unread
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
