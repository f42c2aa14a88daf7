package input

import (
	"errors"
	"strconv"
	"strings"

	"blyant/internal/locale"
	"blyant/model"

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
func (r reader) read(f model.Field, v value) (model.Value, model.Faults) {
	switch f.Kind {
	case model.KindText:
		return readText(f.Name, v)
	case model.KindChoice:
		return model.Value{Text: v.shown()}, f.Check(model.Value{Text: v.shown()})
	case model.KindWhole:
		x, faults := r.number(f, v)
		if len(faults) == 0 {
			faults = f.Check(model.Value{Number: x}) // here, since a record's whole number holds an int
		}
		return model.Value{Number: x}, faults
	case model.KindNumber:
		x, faults := r.number(f, v)
		return model.Value{Number: x}, faults
	case model.KindNumbers:
		return r.numbers(f, v)
	}
	return readNames(f, v)
}

// readText takes a text as it is. Characters that no document can hold are
// refused, or every format would have to deal with them.
func readText(path string, v value) (model.Value, model.Faults) {
	if v.form != formText {
		return model.Value{}, model.Faults{{Field: path, Code: model.CodeMalformed, Reason: reasonTextExpected,
			Args: []string{v.shown()}, Value: v.shown()}}
	}
	if strings.ContainsFunc(v.text, unprintable) {
		return model.Value{}, model.Faults{{Field: path, Code: model.CodeMalformed, Reason: reasonUnprintable}}
	}
	return model.Value{Text: v.text}, nil
}

// unprintable tells whether XML 1.0 cannot hold the character.
func unprintable(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF
}

// number reads one number and refuses a bare one that needs a percent sign.
func (r reader) number(f model.Field, v value) (decimal.Decimal, model.Faults) {
	var parsed locale.Parsed
	var err error = locale.NumberFault{Code: model.CodeNotANumber, Reason: locale.ReasonNotANumber}
	switch v.form {
	case formText:
		parsed, err = locale.ParseNumber(v.text, r.comma, f.TakesPercent())
	case formNumber:
		parsed, err = locale.ParseJSONNumber(v.text)
	}
	var wrong locale.NumberFault
	if errors.As(err, &wrong) {
		return decimal.Decimal{}, model.Faults{numberFault(f.Name, v, wrong)}
	}
	if parsed.Percent {
		return parsed.Decimal, nil
	}
	return parsed.Decimal, f.CheckBare(parsed.Decimal)
}

func numberFault(path string, v value, wrong locale.NumberFault) model.Fault {
	args := []string{v.shown()}
	if wrong.Reason == locale.ReasonTooManyDigits {
		args = []string{strconv.Itoa(locale.MaxWholeDigits), strconv.Itoa(locale.MaxDecimalDigits)}
	}
	return model.Fault{Field: path, Code: wrong.Code, Reason: wrong.Reason, Args: args, Hint: wrong.Hint, Value: v.shown()}
}

// numbers reads each number of a list. Where one cannot be read the record never
// sees the list, so the others' ranges are checked here.
func (r reader) numbers(f model.Field, list value) (model.Value, model.Faults) {
	var unread, all model.Faults
	numbers := make([]decimal.Decimal, len(list.items))
	for i, v := range list.items {
		one := f
		one.Name, one.Kind = elementName(f.Name, i), model.KindNumber
		x, wrong := r.element(one, v)
		unread = append(unread, wrong...)
		if len(wrong) == 0 {
			wrong = one.Check(model.Value{Number: x})
		}
		numbers[i], all = x, append(all, wrong...)
	}
	hint := r.separatorHint(list.text)
	switch {
	case len(unread) == 0:
		return model.Value{Numbers: numbers}, nil
	case hint == "":
		return model.Value{}, all
	}
	for i := range unread {
		unread[i].Hint = hint
	}
	return model.Value{}, unread
}

// element reads one number of a list; none may be left out.
func (r reader) element(f model.Field, v value) (decimal.Decimal, model.Faults) {
	if v.form == formAbsent {
		return decimal.Decimal{}, model.Faults{{Field: f.Name, Code: model.CodeNotANumber, Reason: reasonEmptyValue}}
	}
	return r.number(f, v)
}

// readNames reads each name of a list.
func readNames(f model.Field, list value) (model.Value, model.Faults) {
	var faults model.Faults
	names := make([]string, len(list.items))
	for i, v := range list.items {
		path := elementName(f.Name, i)
		if v.form == formAbsent {
			faults = append(faults, model.Fault{Field: path, Code: model.CodeNotAChoice, Reason: reasonEmptyValue})
			continue
		}
		text, wrong := readText(path, v)
		names[i], faults = text.Text, append(faults, wrong...)
	}
	return model.Value{Names: names}, faults
}

// elementName names the value of a list as its faults do.
func elementName(name string, i int) string { return name + "[" + strconv.Itoa(i) + "]" }
