package input

import (
	"strings"

	"blyant/model/vocabulary"
)

// Reads reports whether every number in the text of a field can be read without
// doubt. Whether the field takes the numbers is not asked; a text without numbers
// can always be read.
func (d Dialect) Reads(f vocabulary.Field, text string) bool {
	values := []string{text}
	switch {
	case text == "" || !f.Numeric() && f.Kind != vocabulary.KindNumbers:
		return true
	case f.Kind == vocabulary.KindNumbers:
		if !d.Comma && !d.Said && doubtfulText(text) {
			return false
		}
		values = parts(text, d.separator())
	}
	for _, value := range values {
		if _, err := d.Parse(f, strings.TrimSpace(value)); err != nil {
			return false
		}
	}
	return true
}
