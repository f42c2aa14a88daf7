package form

import (
	"slices"

	"blyant/internal/input"
)

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
