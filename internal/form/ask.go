package form

import (
	"slices"
	"strconv"
	"strings"

	"blyant/internal/calculator"
	"blyant/internal/input"
	"blyant/internal/locale"
)

// Asked returns the calculator that the parameters of a page are for, and the
// parameters as it takes them. The first page asks for a comparison where there
// are two customers or more; the only customer of a query is asked about flat.
func Asked(page Page, p input.Params) (*calculator.Calculator, input.Params) {
	if !page.Alone {
		return calculator.At(page.Answers[0]), p
	}
	keys := keysOf(p)
	switch {
	case len(keys) == 0:
		return calculator.At(page.Answers[0]), p
	case len(keys) > 1:
		return calculator.At(page.asks(true)), p
	}
	return calculator.At(page.Answers[0]), flattened(p, keys[0])
}

// flattened are the parameters of a single item without its key, which is its
// name unless one is given.
func flattened(p input.Params, only string) input.Params {
	var asked input.Params
	named := false
	for _, param := range p {
		key, field, keyed := strings.Cut(param.Name, ".")
		if keyed {
			named = named || (field == "name" && param.Value != "")
			asked = append(asked, input.Param{Name: field, Value: param.Value})
		} else if !given(p, only+"."+key) && key != "baseline" {
			named = named || (key == "name" && param.Value != "")
			asked = append(asked, param)
		}
	}
	if !named {
		asked = append(asked, input.Param{Name: "name", Value: only})
	}
	return asked
}

// keysOf lists the items of a query in order of first appearance.
func keysOf(p input.Params) []string {
	var keys []string
	for _, param := range p {
		if key, _, keyed := strings.Cut(param.Name, "."); keyed && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// Numbered gives the items of an example the keys that the form gives its
// own: they stay short, and the same in every language.
func Numbered(p input.Params) input.Params {
	keys := keysOf(p)
	out := make(input.Params, len(p))
	for i, param := range p {
		if key, field, keyed := strings.Cut(param.Name, "."); keyed {
			param.Name = keyNumber(slices.Index(keys, key)+1) + "." + field
		}
		out[i] = param
	}
	return out
}

// given reports whether the parameter is there and not blank.
func given(p input.Params, name string) bool {
	return slices.ContainsFunc(p, func(param input.Param) bool { return param.Name == name && param.Value != "" })
}

// Edit carries out what a button of the form asks for: add, copy:KEY, remove:KEY,
// vat or keep. It returns the parameters of the form with that item more or
// less, and the id of the field where one goes on. Texts stay as typed.
func Edit(page Page, p input.Params, do string, l locale.Language) (edited input.Params, id string) {
	e := read(page, p)
	switch {
	case do == vatButton:
		e.includeVAT()
		return e.typed(), e.vatInput()
	case do == keepButton:
		return e.params(), "period"
	case len(page.Items) == 0:
		return e.typed(), ""
	}
	what, key, _ := strings.Cut(do, ":")
	at := slices.IndexFunc(e.items, func(it item) bool { return it.key == key })
	switch {
	case what == "add" && len(e.items) < mostItems:
		id = e.insert(0, l.Page(page.Name+".item", "n", strconv.Itoa(len(e.items)+1)))
	case what == "copy" && at >= 0 && len(e.items) < mostItems:
		id = e.insert(at, strings.TrimSpace(e.text(e.items[at], "name")+" "+strconv.Itoa(len(e.items)+1)))
	case what == "remove" && at >= 0 && len(e.items) > 1:
		e.items = slices.Delete(e.items, at, at+1)
		if page.Alone && len(e.items) == 1 {
			e.flatten()
		}
		id = inputName(e.items[0].key, "name")
	}
	return e.typed(), id
}

// typed are the parameters of the form, with what they were typed for.
func (e entry) typed() input.Params {
	was, _ := e.other.Split(wasParameter)
	return append(e.params(), was...)
}

// insert adds an item at the end, like the one at that place but for the name.
// The only item, where it has no key, gets one first.
func (e *entry) insert(like int, name string) (id string) {
	if e.flat() {
		e.part()
	}
	it := item{key: e.freeKey(), own: map[string]string{}}
	for field, text := range e.items[like].own {
		it.own[field] = text
	}
	it.own["name"] = name
	e.items = append(e.items, it)
	return inputName(it.key, "name")
}

// part gives the only item a key of its own. What the page asks once stays bare;
// the name is the item's.
func (e *entry) part() {
	own := map[string]string{}
	for field, text := range e.bare {
		if _, bare := named(e.page.Fields, field); !bare || field == "name" {
			own[field] = text
			delete(e.bare, field)
		}
	}
	e.items[0] = item{key: e.freeKey(), own: own}
}

// freeKey is the first key that no item has.
func (e *entry) freeKey() string {
	for n := 1; ; n++ {
		key := keyNumber(n)
		if !slices.ContainsFunc(e.items, func(it item) bool { return it.key == key }) {
			return key
		}
	}
}

// keyNumber is the key of the n-th item, counted from 1.
func keyNumber(n int) string {
	words := [mostItems]string{"one", "two", "three", "four"}
	if n <= len(words) {
		return words[n-1]
	}
	return strconv.Itoa(n)
}
