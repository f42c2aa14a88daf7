package input

import (
	"regexp"
	"strconv"
	"strings"

	"blyant/internal/locale"
	"blyant/model/vocabulary"
)

// listed brings the value of a list field to a list: arrays as they are, texts
// of a query split. A text that may be one number or several, and a list of more
// values than the field takes, are faults before any of them is read.
func (r reader) listed(f vocabulary.Field, v value) (value, vocabulary.Faults) {
	switch {
	case v.form == formList:
		return v, tooMany(f, len(v.items))
	case v.form != formText || r.json:
		return v, vocabulary.Faults{r.listExpected(f, v)}
	case f.Kind == vocabulary.KindNumbers && r.doubtful(v.text):
		return v, vocabulary.Faults{{Field: f.Name, Code: vocabulary.CodeAmbiguousNumber, Reason: reasonAmbiguousList,
			Args: []string{v.shown()}, Hint: doubtHint(v.text), Value: v.shown()}}
	}
	separators := r.separator()
	if f.Kind == vocabulary.KindNames {
		separators = ",;" // no name has either
	}
	n := 1
	for _, separator := range separators {
		n += strings.Count(v.text, string(separator))
	}
	if faults := tooMany(f, n); len(faults) > 0 {
		return v, faults
	}
	return split(v.text, separators), nil
}

func tooMany(f vocabulary.Field, n int) vocabulary.Faults {
	if f.MaxLength == 0 || n <= f.MaxLength {
		return nil
	}
	return vocabulary.Faults{{Field: f.Name, Code: vocabulary.CodeTooMany, Reason: "too_many_values",
		Args: []string{strconv.Itoa(n), strconv.Itoa(f.MaxLength)}}}
}

// listExpected is the fault of a value that is no list, with the list that it
// may have been meant as.
func (r reader) listExpected(f vocabulary.Field, v value) vocabulary.Fault {
	fault := vocabulary.Fault{Field: f.Name, Code: vocabulary.CodeNotANumber, Reason: reasonListExpected, Args: []string{v.shown()}, Value: v.shown()}
	switch {
	case f.Kind == vocabulary.KindNames:
		fault.Code = vocabulary.CodeNotAChoice
		if v.form == formText {
			fault.Hint = namesHint(v.text)
		}
	case v.form == formNumber:
		fault.Hint = "[" + v.shown() + "]"
	case v.form == formText:
		fault.Hint = r.arrayHint(f, v.text)
	}
	return fault
}

// split makes a list of a text. Spaces around its values do not count.
func split(text, separators string) value {
	list := value{form: formList, text: text}
	for _, part := range parts(text, separators) {
		list.items = append(list.items, textValue(part))
	}
	return list
}

// parts splits a text at each of the separators, empty parts included.
func parts(text, separators string) []string {
	var all []string
	for {
		i := strings.IndexAny(text, separators)
		if i < 0 {
			return append(all, text)
		}
		all, text = append(all, text[:i]), text[i+1:]
	}
}

// What may be one number or several: 0,1 may have a decimal comma and 1,200,300
// may group its thousands.
var (
	oneCommaPattern = regexp.MustCompile(`^-?\d+,\d+\s?%?$`)
	groupedPattern  = regexp.MustCompile(`^-?\d+(,\d{3})+$`)
	thousands       = regexp.MustCompile(`^-?[1-9]\d{0,2}(,\d{3})+$`)
)

// doubtful reports whether nobody can tell if the text is a list or one number.
// A space after each comma says list.
func (r reader) doubtful(text string) bool { return !r.Comma && !r.Said && doubtfulText(text) }

func doubtfulText(text string) bool {
	return oneCommaPattern.MatchString(text) || groupedPattern.MatchString(text)
}

// doubtHint lists what a doubtful text may have been meant as: with a decimal
// comma, as one number, as a list.
func doubtHint(text string) string {
	if len(text) > longestHint {
		return ""
	}
	var all []string
	if _, err := locale.ParseNumber(text, true, true); err == nil {
		all = append(all, locale.HintDecimalComma)
	}
	number := strings.Replace(text, ",", ".", 1)
	if thousands.MatchString(text) {
		number = strings.ReplaceAll(text, ",", "")
	}
	if _, err := locale.ParseNumber(number, false, true); err == nil {
		all = append(all, number)
	}
	return strings.Join(append(all, strings.ReplaceAll(text, ",", ", ")), " or ")
}
