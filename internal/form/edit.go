package form

import (
	"slices"
	"strconv"
	"strings"

	"blyant/internal/input"
	"blyant/internal/locale"
)

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
