package input

import (
	"strings"
	"unicode/utf8"
)

// form is the form a value was written in.
type form uint8

const (
	formAbsent form = iota // JSON null, or an empty text
	formText
	formNumber // a JSON number, kept as text
	formBoolean
	formList
	formObject
)

// value is what a caller wrote, before it is known which field it belongs to.
type value struct {
	form  form
	name  string  // of a member of an object
	again bool    // a member whose name came before in the same object
	text  string  // of a text, a number or a boolean; of a list the text it was split from
	items []value // of a list or an object
}

// textValue is a text from a query, a form, a row or a JSON string, without
// what a cell that it was copied from may have put around it.
func textValue(text string) value {
	text = Trim(text)
	if text == "" {
		return value{}
	}
	return value{form: formText, text: text}
}

// shown is the value as a fault shows it.
func (v value) shown() string {
	switch {
	case v.form == formAbsent:
		return "null"
	case v.form == formList && v.text == "":
		return "[…]"
	case v.form == formObject:
		return "{…}"
	}
	return cut(v.text, maxValueShown)
}

// percent reports whether the value was written with a percent sign.
func (v value) percent() bool { return v.form == formText && strings.HasSuffix(v.text, "%") }

// What faults show of values and names that may be of any length.
const (
	maxValueShown = 40
	maxFieldShown = 120
)

// Shown is a value as a fault shows it.
func Shown(text string) string { return cut(text, maxValueShown) }

// cut shortens a text to that many characters, the last one an ellipsis.
func cut(text string, most int) string {
	if len(text) <= most {
		return text
	}
	kept := 0
	for i := range text {
		if kept == most-1 && utf8.RuneCountInString(text[i:]) > 1 {
			return text[:i] + "…"
		}
		kept++
	}
	return text
}
