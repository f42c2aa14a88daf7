package input

import (
	"slices"
	"strconv"

	"blyant/model/vocabulary"
)

// request is one request being read: a binder for each record that it fills.
type request struct {
	reader
	shape    Shape
	record   any
	root     *binder
	objects  []*binder // members that are objects
	named    []*binder // and those whose fields have their name before them
	maps     []*mapped
	defaults *binder   // nil where the items have none
	bare     []*binder // those of flat
	list     *Member   // nil where there is none
	items    []*binder
	byKey    map[string]*binder // of a query; nil for an item beyond the limit
	tooMany  int                // items beyond the limit

	rowFaults vocabulary.Faults // of rows of tables
}

func newRequest(r reader, s Shape, record any) *request {
	q := &request{reader: r, shape: s, record: record, list: s.member(List)}
	for _, m := range s.Members {
		switch m.Form {
		case Object, Base:
			b := newBinder(r, m.Inside(record), m.Shape, q.within(m.Name))
			b.member, b.base = m.Name, m.Form == Base
			q.objects = append(q.objects, b)
		case Named:
			b := newBinder(r, m.Inside(record), m.Shape, m.Name+".")
			b.member = m.Name
			q.named = append(q.named, b)
		case Map:
			q.maps = append(q.maps, &mapped{request: q, member: m, seen: map[string]bool{}})
		case Defaults:
			q.defaults = newBinder(r, m.Inside(record), m.optional(), q.within(m.Name))
			q.defaults.member = m.Name
		}
	}
	q.root = newBinder(r, record, s, "")
	q.root.known = q.topLevel
	q.bare = append(slices.Clone(q.objects), q.root)
	if q.defaults != nil {
		q.bare = append(q.bare, q.defaults)
	}
	return q
}

// within is the prefix of fields that JSON nests in a member; in a query they
// are flat.
func (q *request) within(member string) string {
	if q.json {
		return member + "."
	}
	return ""
}

// flat are the binders whose fields stand bare in a query, in the order in which
// a name is looked for.
func (q *request) flat() []*binder { return q.bare }

// topLevel lists what a name at the top of the request may have been meant as.
func (q *request) topLevel() []name {
	var names []name
	for _, b := range q.flat() {
		names = append(names, fieldNames(b.shape.Fields, b.prefix)...)
	}
	switch {
	case q.json:
		for _, m := range q.shape.Members {
			names = append(names, name{m.Name, m.Name})
		}
	case q.list != nil && q.defaults == nil:
		names = append(names, fieldNames(q.list.Fields, "KEY.")...)
	}
	if !q.json {
		names = append(names, q.prefixed()...)
	}
	return names
}

// addItem begins another item; nil where there are too many.
func (q *request) addItem(key, prefix string) *binder {
	if len(q.items) == q.list.Most {
		q.tooMany++
		return nil
	}
	b := newBinder(q.reader, q.list.place(q.record, key), q.list.Shape, prefix)
	q.items = append(q.items, b)
	return b
}

// finish checks everything that was read and returns all faults: those of
// objects, of the request's own fields, of the defaults and of each item, and
// unknown names.
func (q *request) finish() vocabulary.Faults {
	var faults, unknown vocabulary.Faults
	q.baseAsDefaults()
	for _, b := range q.objects {
		faults = append(faults, b.finish()...)
	}
	faults = append(faults, q.finishNamed()...)
	for _, fault := range q.root.finish() {
		if fault.Code == vocabulary.CodeUnknownField {
			unknown = append(unknown, fault)
		} else {
			faults = append(faults, fault)
		}
	}
	faults = append(append(append(faults, q.finishItems()...), q.rowFaults...), unknown...)
	if len(faults) == 0 && q.tooMany == 0 {
		return nil
	}
	if q.tooMany > 0 {
		faults = append(faults, vocabulary.Fault{Field: q.list.Name, Code: vocabulary.CodeTooMany, Reason: reasonTooManyItems,
			Args: []string{strconv.Itoa(q.list.Most + q.tooMany), strconv.Itoa(q.list.Most)}})
	}
	return presentable(faults)
}

// baseAsDefaults makes an object that stands alone the defaults of the items, where
// there are any.
func (q *request) baseAsDefaults() {
	i := slices.IndexFunc(q.objects, func(b *binder) bool { return b.base })
	if i < 0 || len(q.items) == 0 {
		return
	}
	q.defaults = q.objects[i]
	q.defaults.shape = q.defaults.shape.optional()
	q.objects = slices.Delete(q.objects, i, i+1)
}

// finishItems gives the items what they left out and checks them.
func (q *request) finishItems() vocabulary.Faults {
	if q.defaults == nil {
		var faults vocabulary.Faults
		for _, item := range q.items {
			faults = append(faults, item.finish()...)
		}
		return faults
	}
	return q.finishWithDefaults()
}
