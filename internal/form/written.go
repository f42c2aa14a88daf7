package form

import (
	"strings"

	"blyant/internal/answer"
	"blyant/internal/locale"
	"blyant/model/vocabulary"
)

// written is a canonical text as one would type it in the language: shares as
// bare percentages, numbers with the language's marks.
func written(l locale.Language, f vocabulary.Field, text string) string {
	switch f.Kind {
	case vocabulary.KindWhole, vocabulary.KindNumber:
		return writtenNumber(l, f, text)
	case vocabulary.KindNumbers:
		values := strings.Split(text, ",")
		for i, value := range values {
			values[i] = writtenNumber(l, f, value)
		}
		return strings.Join(values, l.ListMark()+" ")
	}
	return text
}

func writtenNumber(l locale.Language, f vocabulary.Field, text string) string {
	parsed, err := locale.ParseNumber(text, false, f.TakesPercent())
	if err != nil {
		return text
	}
	if f.TakesPercent() {
		return marked(l, answer.Digits(trimmed(parsed.Decimal.Shift(2))))
	}
	return marked(l, text)
}

// inProse is a canonical number as a sentence has it: percentages with their
// sign, which stands beside the fields themselves.
func inProse(l locale.Language, f vocabulary.Field, text string) string {
	if f.TakesPercent() {
		return writtenNumber(l, f, text) + l.PercentSign()
	}
	return writtenNumber(l, f, text)
}

// bare takes the percent signs out of a text whose field has one beside it.
func bare(f vocabulary.Field, text string) string {
	if !f.TakesPercent() {
		return text
	}
	for _, spaced := range []string{noBreakSpace + "%", " %", "%"} {
		text = strings.ReplaceAll(text, spaced, "")
	}
	return text
}

// marked writes canonical digits with the marks of the language, grouped where
// the reader of numbers will read the same number back.
func marked(l locale.Language, digits string) string {
	grouped := l.Number(digits)
	back, err := locale.ParseNumber(grouped, l.DecimalComma(), false)
	if err == nil && answer.Digits(back.Decimal) == digits {
		return grouped
	}
	return strings.Replace(digits, ".", l.DecimalMark(), 1)
}
