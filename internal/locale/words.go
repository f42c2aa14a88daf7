package locale

import (
	"strings"

	"blyant/model/vocabulary"
)

// Label returns what a field, figure, column, table or resource is called; the
// name itself where it has no label.
func (l Language) Label(name string) string {
	return l.word(ofLabel, name)
}

// Meaning returns one or two plain sentences on what a field, figure, table or
// resource stands for; empty where there are none.
func (l Language) Meaning(name string) string {
	sentence, _ := l.lookup(ofMeaning, name)
	return sentence
}

// Unit returns the unit in words.
func (l Language) Unit(u vocabulary.Unit) string {
	return l.word(ofUnit, string(u))
}

// Choice returns a value of a choice in words, the value itself where it speaks
// for itself, as the codes of currencies do.
func (l Language) Choice(field, value string) string {
	if word, found := l.lookup(ofChoice, field+"."+value); found {
		return word
	}
	return l.word(ofLabel, value) // the name of a field or figure
}

// Group returns the heading of a group of fields.
func (l Language) Group(g vocabulary.Group) string {
	return l.word(ofGroup, string(g))
}

// Text returns other words of answers: of charts, workbooks and problems. The
// key itself stands in for a text that is not known.
func (l Language) Text(key string) string { return l.word(ofText, key) }

// TextWith is Text with its places filled: pairs holds the name of a place and
// what stands there, in turn, so that TextWith("workbook.page", "page", "1",
// "pages", "3") is "Page 1 of 3".
func (l Language) TextWith(key string, pairs ...string) string {
	return fillPairs(l.Text(key), pairs)
}

// Example returns words of an example: NAME.title, NAME.explanation, or a name
// in its request.
func (l Language) Example(key string) string { return l.word(ofExample, key) }

// Page returns words of the form's pages with their places filled as TextWith
// does, the key itself where there are none.
func (l Language) Page(key string, pairs ...string) string {
	return fillPairs(l.word(ofPage, key), pairs)
}

func (l Language) word(s section, name string) string {
	if word, found := l.lookup(s, name); found {
		return word
	}
	return name
}

// lastName returns the field's own name from a path that leads to it, such as
// scenarios[1].retention_curve[0] or ten.horizon.
func lastName(path string) string {
	if i := strings.LastIndexByte(path, '.'); i >= 0 {
		path = path[i+1:]
	}
	name, _, _ := strings.Cut(path, "[")
	return name
}
