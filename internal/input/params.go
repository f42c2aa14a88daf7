package input

import (
	"strings"
	"unicode"

	"blyant/model/vocabulary"
)

// FromParams reads a query or a form body into the record. The fields of the
// request, of its objects and of defaults stand bare; KEY.field sets a field of
// the item KEY, which is made of letters and digits of any script, - and _. Items
// come in the order in which their keys first appear.
func FromParams(s Shape, p Params, d Dialect, record any) vocabulary.Faults {
	if atAGlance(s, d, record, func(l *PlainLines) bool { return l.params(p, record) }) {
		return nil
	}
	return paramsStrictly(s, p, d, record)
}

func paramsStrictly(s Shape, p Params, d Dialect, record any) vocabulary.Faults {
	q := newRequest(newReader(d, false), s, record)
	seen := make(map[string]bool, len(p))
	for _, param := range p {
		v := textValue(param.Value)
		v.again = seen[param.Name]
		seen[param.Name] = true
		q.param(param.Name, v)
	}
	q.nameByKey()
	return q.finish()
}

// param puts a parameter where it belongs.
func (q *request) param(name string, v value) {
	for _, b := range q.flat() {
		if f, ok := b.field(name); ok {
			b.set(f, v)
			return
		}
	}
	key, field, dotted := strings.Cut(name, ".")
	switch {
	case dotted && q.namedParam(key, field, v):
	case !dotted || q.list == nil:
		v.name = name
		q.root.unknown(v)
	case !isKey(key):
		q.badKey(name, key, v)
	default:
		q.itemParam(key, field, v)
	}
}

// itemParam puts a parameter into the item of that key.
func (q *request) itemParam(key, field string, v value) {
	item, ok := q.byKey[key]
	if !ok {
		item = q.addItem(key, key+".")
		if q.byKey == nil {
			q.byKey = map[string]*binder{}
		}
		q.byKey[key] = item
	}
	if item == nil {
		return
	}
	if f, ok := item.field(field); ok {
		item.set(f, v)
		return
	}
	v.name = field
	item.unknown(v)
}

// badKey reports a key that has other characters than a key may have.
func (q *request) badKey(name, key string, v value) {
	if !v.again {
		q.root.faults = append(q.root.faults, vocabulary.Fault{Field: name, Code: vocabulary.CodeUnknownField, Reason: reasonUnknownKey,
			Args: []string{cut(key, maxValueShown)}})
	}
}

// isKey reports whether s is made of letters, with the marks that belong to them
// (å may be a and a ring), digits, - and _.
func isKey(s string) bool {
	foreign := func(r rune) bool {
		return r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r)
	}
	return s != "" && !strings.ContainsFunc(s, foreign)
}

// nameByKey names each item by its key unless it was given a name.
func (q *request) nameByKey() {
	for _, item := range q.items {
		if f, ok := item.field("name"); ok && !item.gives("name") {
			f.Set(item.record, vocabulary.Value{Text: strings.TrimSuffix(item.prefix, ".")})
		}
	}
}
