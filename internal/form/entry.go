package form

import (
	"slices"

	"blyant/internal/input"
)

// entry is what stands in the form of a page: texts as they were typed, those
// that are asked once and those of each item.
type entry struct {
	page  Page
	bare  map[string]string
	items []item
	other input.Params // parameters that are no fields of the form
}

// item is one of the things side by side: a customer, a programme. The key of
// one that is asked about by itself is empty: its parameters are bare.
type item struct {
	key string
	own map[string]string
}

// read sorts the parameters by item, in order of first appearance. Where one
// may stand alone, a single key is no comparison: its values become bare ones.
func read(page Page, p input.Params) entry {
	e := entry{page: page, bare: map[string]string{}}
	for _, param := range p {
		key, field := splitField(param.Name)
		_, known := page.field(param.Name)
		switch {
		case key != "" && len(page.Items) > 0:
			e.item(key).put(field, param.Value)
		case known:
			item{own: e.bare}.put(param.Name, param.Value)
		default:
			e.other = append(e.other, param)
		}
	}
	switch {
	case len(page.Items) == 0 || (page.Alone && len(e.items) < 2):
		e.flatten()
	case len(e.items) == 0:
		e.items = []item{{key: keyNumber(1), own: map[string]string{}}}
	}
	return e
}

// item returns the item of that key, a new one at the end where there is
// none yet.
func (e *entry) item(key string) item {
	for _, it := range e.items {
		if it.key == key {
			return it
		}
	}
	it := item{key: key, own: map[string]string{}}
	e.items = append(e.items, it)
	return it
}

// put keeps the first text of a field; a second one is a fault that the
// calculator reports.
func (it item) put(field, text string) {
	if _, twice := it.own[field]; !twice {
		it.own[field] = text
	}
}

// flatten makes a single item the one without a key.
func (e *entry) flatten() {
	own := map[string]string{}
	if len(e.items) == 1 {
		own = e.items[0].own
		if own["name"] == "" {
			own["name"] = e.items[0].key
		}
	}
	for field, text := range e.bare {
		if own[field] == "" {
			own[field] = text
		}
	}
	e.bare, e.items = own, []item{{own: own}}
}

// flat reports whether there is one item, whose parameters have no key.
func (e entry) flat() bool { return len(e.items) == 1 && e.items[0].key == "" }

// text is what stands in the field of an item: the own text, else that which
// all share.
func (e entry) text(it item, field string) string {
	if own := it.own[field]; own != "" {
		return own
	}
	if field == "name" {
		return it.key
	}
	return e.bare[field]
}

// common is what stands in a field that is asked once: of the page, or the same
// for all items.
func (e entry) common(field string) string {
	if _, bare := named(e.page.Fields, field); bare && !e.flat() {
		return e.bare[field]
	}
	return e.text(e.items[0], field)
}

// shared reports whether the field has the same text for every item.
func (e entry) shared(field string) bool {
	for _, it := range e.items[1:] {
		if e.text(it, field) != e.text(e.items[0], field) {
			return false
		}
	}
	return true
}

// params writes the entry as parameters, blank ones left out: first what is
// asked once, then each item.
func (e entry) params() input.Params {
	var out input.Params
	add := func(key, field, text string) {
		if text == "" {
			return
		}
		if key != "" {
			field = key + "." + field
		}
		out = append(out, input.Param{Name: field, Value: text})
	}
	for _, f := range e.page.Fields {
		add("", f.Name, e.common(f.Name))
	}
	for _, f := range e.page.Items {
		if e.once(f.Name) {
			add("", f.Name, e.common(f.Name))
		}
	}
	for _, it := range e.items {
		for _, f := range e.page.Items {
			if !e.once(f.Name) && !e.asked(f.Name) {
				add(it.key, f.Name, e.text(it, f.Name))
			}
		}
	}
	return append(out, e.baseline()...)
}

// asked reports whether the only item's field is one that the page asks anyway.
func (e entry) asked(field string) bool {
	_, bare := named(e.page.Fields, field)
	return bare && e.flat()
}

// once reports whether an item's field is asked once for all items.
func (e entry) once(field string) bool { return !e.flat() && e.page.once(field) && e.shared(field) }

// baseline is the parameter that names the customer to compare with, where it
// was given and is still there.
func (e entry) baseline() input.Params {
	taken, _ := e.other.Split("baseline")
	return slices.DeleteFunc(taken, func(p input.Param) bool { return e.called(p.Value) < 0 })
}

// baselineIndex is the customer to compare with, the first unless another is
// named.
func (e entry) baselineIndex() int {
	for _, p := range e.baseline() {
		return e.called(p.Value)
	}
	return 0
}

// called finds a customer by key or name; -1 where there is none.
func (e entry) called(name string) int {
	return slices.IndexFunc(e.items, func(it item) bool { return it.key == name || e.text(it, "name") == name })
}
