package form

import (
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
