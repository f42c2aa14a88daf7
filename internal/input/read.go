package input

import (
	"strings"

	"blyant/model/vocabulary"
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
