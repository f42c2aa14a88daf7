package locale

import (
	"strings"

	"blyant/model"
)

// Label returns what a field, figure, column, table or resource is called; the
// name itself where it has no label.
func (l Language) Label(name string) string {
	return l.word(func(c *catalogue) map[string]string { return c.Label }, name)
}

// Meaning returns one or two plain sentences on what a field, figure, table or
// resource stands for; empty where there are none.
func (l Language) Meaning(name string) string {
	sentence, _ := l.lookup(func(c *catalogue) map[string]string { return c.Meaning }, name)
	return sentence
}

// Unit returns the unit in words.
func (l Language) Unit(u model.Unit) string {
	return l.word(func(c *catalogue) map[string]string { return c.Unit }, string(u))
}

// Choice returns a value of a choice in words, the value itself where it speaks
// for itself, as the codes of currencies do.
func (l Language) Choice(field, value string) string {
	if word, found := l.lookup(func(c *catalogue) map[string]string { return c.Choice }, field+"."+value); found {
		return word
	}
	return value
}

// Group returns the heading of a group of fields.
func (l Language) Group(g model.Group) string {
	return l.word(func(c *catalogue) map[string]string { return c.Group }, string(g))
}

// Text returns other words of the interface: of charts, workbooks and problems.
// The key itself stands in for a text that is not known.
func (l Language) Text(key string) string {
	return l.word(func(c *catalogue) map[string]string { return c.Text }, key)
}

// TextWith is Text with its places filled: pairs holds the name of a place and
// what stands there, in turn, so that TextWith("workbook.page", "page", "1",
// "pages", "3") is "Page 1 of 3".
func (l Language) TextWith(key string, pairs ...string) string {
	return fill(l.Text(key), func(place string) (string, bool) {
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == place {
				return pairs[i+1], true
			}
		}
		return "", false
	})
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
