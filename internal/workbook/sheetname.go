package workbook

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf16"
)

const longestSheetName = 31 // UTF-16 code units, as spreadsheets count

// uniqueName returns a name that spreadsheets allow and that no other sheet of
// the book has, in capitals or small letters. Only letters, digits, spaces and a
// few marks are kept, so that nothing in a customer's name can mean anything in a
// formula.
func (b *book) uniqueName(wanted string) string {
	name := strings.Join(strings.Fields(strings.Map(plain, wanted)), " ")
	name = cut(strings.Trim(name, "-. "), longestSheetName)
	if name == "" {
		name = "-"
	}
	unique := name
	for n := 2; b.takes(unique); n++ {
		end := "_" + itoa(n)
		unique = cut(name, longestSheetName-len(end)) + end
	}
	return unique
}

func (b *book) takes(name string) bool {
	for _, s := range b.sheets {
		if strings.EqualFold(s.name, name) {
			return true
		}
	}
	return false
}

func plain(r rune) rune {
	if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(" -.&+%", r) {
		return r
	}
	return ' '
}

// cut shortens text to so many UTF-16 code units.
func cut(text string, most int) string {
	for len(utf16.Encode([]rune(text))) > most {
		runes := []rune(text)
		text = strings.TrimRight(string(runes[:len(runes)-1]), " ")
	}
	return text
}

var needsNoQuotes = regexp.MustCompile(`^[A-Za-z]{4,}$`)

// quoted returns the sheet's name as a formula writes it.
func (s *sheet) quoted() string {
	if needsNoQuotes.MatchString(s.name) {
		return s.name
	}
	return "'" + strings.ReplaceAll(s.name, "'", "''") + "'"
}
