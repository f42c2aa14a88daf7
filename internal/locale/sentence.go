package locale

import (
	"strconv"
	"strings"

	"blyant/model/vocabulary"
)

// Fault returns the sentence of a fault: what is wrong with which value, and
// what is allowed. The hint is not in it. A reason without a sentence has that
// of its code.
func (l Language) Fault(f vocabulary.Fault) string {
	template, found := l.sentence(ofFault, f.Reason, f.Field, f.Args)
	if !found {
		if template, found = l.lookup(ofFault, string(f.Code)); !found {
			return f.Reason
		}
	}
	return l.fillSentence(template, f.Field, f.Value, f.Args)
}

// Faults returns what is wrong, a line for each fault: the field as the caller
// wrote it, the sentence, and the hint in parentheses.
func (l Language) Faults(faults vocabulary.Faults) []string {
	lines := make([]string, len(faults))
	for i, f := range faults {
		lines[i] = strings.TrimPrefix(f.Field+": ", ": ") + l.Fault(f)
		if f.Hint != "" {
			lines[i] += " (" + f.Hint + ")"
		}
	}
	return lines
}

// Note returns the sentence of a note, its numbers with the language's decimal
// mark.
func (l Language) Note(n vocabulary.Note) string {
	template, found := l.sentence(ofNote, n.Code, n.Field, n.Args)
	if !found {
		return n.Code
	}
	args := make([]string, len(n.Args))
	for i, arg := range n.Args {
		args[i] = arg
		if isPlain(arg) {
			args[i] = strings.Replace(arg, ".", l.DecimalMark(), 1)
		}
	}
	return l.fillSentence(template, n.Field, "", args)
}

// sentence returns the most particular sentence that the language has, else the
// English one: for the field it is about, for its first argument, in general.
func (l Language) sentence(s section, key, field string, args []string) (string, bool) {
	var room [64]byte // of a key, which need not be kept
	for _, language := range [...]Language{l, English} {
		texts := catalogues()[language][s]
		dotted := append(append(room[:0], key...), '.')
		if text, found := texts[string(append(dotted, lastName(field)...))]; found {
			return text, true
		}
		if len(args) > 0 {
			if text, found := texts[string(append(dotted, args[0]...))]; found {
				return text, true
			}
		}
		if text, found := texts[key]; found {
			return text, true
		}
	}
	return "", false
}

// fillSentence fills the places of a sentence: {0}, {1}, … are the arguments,
// {0|label} is the label of the name in one, {field} the label of the field,
// {path} the field as the caller wrote it and {value} what was given.
func (l Language) fillSentence(template, field, value string, args []string) string {
	return fill(template, func(place string) (string, bool) {
		switch place {
		case "field":
			return l.Label(lastName(field)), true
		case "path":
			return field, true
		case "value":
			return value, true
		}
		digits, asLabel := strings.CutSuffix(place, "|label")
		i, err := strconv.Atoi(digits)
		if err != nil || i < 0 || i >= len(args) {
			return "", false
		}
		if asLabel {
			return l.Label(lastName(args[i])), true
		}
		return args[i], true
	})
}
