package input

import (
	"strconv"
	"strings"

	"blyant/internal/locale"
	"blyant/model/vocabulary"
)

// listed brings the value of a list field to a list: arrays as they are, texts
// of a query split. A list of more values than the field takes is a fault
// before any of them is read.
func (r reader) listed(f vocabulary.Field, v value) (value, vocabulary.Faults) {
	if v.form != formList && (r.json || v.form != formText) {
		fault := vocabulary.Fault{Field: f.Name, Code: vocabulary.CodeNotANumber, Reason: reasonListExpected, Args: []string{v.shown()}, Value: v.shown()}
		if f.Kind == vocabulary.KindNames {
			fault.Code = vocabulary.CodeNotAChoice
		}
		if v.form == formNumber {
			fault.Hint = "[" + v.shown() + "]"
		}
		return value{}, vocabulary.Faults{fault}
	}
	n := len(v.items)
	if v.form == formText {
		n = strings.Count(v.text, r.separator()) + 1
	}
	if f.MaxLength > 0 && n > f.MaxLength {
		return value{}, vocabulary.Faults{{Field: f.Name, Code: vocabulary.CodeTooMany, Reason: "too_many_values",
			Args: []string{strconv.Itoa(n), strconv.Itoa(f.MaxLength)}}}
	}
	if v.form == formText {
		return r.split(v.text), nil
	}
	return v, nil
}

// separatorHint says how a list in a text was probably to be separated, empty
// where its separators are as they should be.
func (r reader) separatorHint(text string) string {
	switch {
	case !r.comma && strings.Contains(text, ";"):
		return locale.HintDecimalComma
	case r.comma && !strings.Contains(text, ";") && strings.Contains(text, ",") && len(text) <= maxValueShown:
		return strings.ReplaceAll(text, ",", ";")
	}
	return ""
}

// separator separates the values of a list in a text.
func (r reader) separator() string {
	if r.comma {
		return ";"
	}
	return ","
}

// split makes a list of a text. Spaces around its values do not count.
func (r reader) split(text string) value {
	list := value{form: formList, text: text}
	for part := range strings.SplitSeq(text, r.separator()) {
		list.items = append(list.items, textValue(strings.TrimSpace(part)))
	}
	return list
}
