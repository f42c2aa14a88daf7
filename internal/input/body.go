package input

import (
	"slices"
	"strconv"

	"blyant/model/vocabulary"
)

// FromJSON reads a JSON body into the record: one object, whose members are the
// request's own fields and the members of its shape. Texts follow the rules of
// text inputs, numbers those of JSON.
func FromJSON(s Shape, body []byte, d Dialect, record any) vocabulary.Faults {
	if atAGlance(s, d, record, func(l *PlainLines) bool { return l.object(body, record, nil) }) {
		return nil
	}
	return jsonStrictly(s, body, d, record)
}

func jsonStrictly(s Shape, body []byte, d Dialect, record any) vocabulary.Faults {
	q := newRequest(newReader(d, true), s, record)
	tables := q.tables()
	root, plain := value{}, false
	if len(tables) == 0 { // a table is never held as a whole
		root, plain = scanObject(body)
	}
	if !plain {
		var fault *vocabulary.Fault
		if root, fault = readObject(body, tables); fault != nil {
			return vocabulary.Faults{*fault}
		}
	}
	for _, m := range root.items {
		q.member(m)
	}
	return q.finish()
}

// member puts a member of the body where it belongs.
func (q *request) member(m value) {
	if f, ok := q.root.field(m.name); ok {
		q.root.set(f, m)
		return
	}
	if mapped := q.mapOf(m.name); mapped != nil {
		mapped.object(m)
		return
	}
	if q.table(m) {
		return
	}
	isList := q.list != nil && m.name == q.list.Name
	object := q.object(m.name)
	switch {
	case !isList && object == nil:
		q.root.unknown(m)
	case m.again:
		q.root.duplicate(m.name)
	case m.form == formAbsent:
	case isList:
		q.readList(m)
	default:
		q.nested(object, m, m.name)
	}
}

// object returns the binder of the member of that name, nil where there is none.
func (q *request) object(name string) *binder {
	for _, b := range slices.Concat(q.flat(), q.named) {
		if b != q.root && b.member == name {
			return b
		}
	}
	return nil
}

// nested puts the members of an object into a binder.
func (q *request) nested(b *binder, v value, path string) {
	if v.form != formObject {
		q.expected(path, reasonObjectExpected, v)
		return
	}
	b.object(v)
}

// readList reads the items of the body.
func (q *request) readList(v value) {
	if v.form != formList {
		q.expected(v.name, reasonListExpected, v)
		return
	}
	for i, item := range v.items {
		path := v.name + "[" + strconv.Itoa(i) + "]"
		switch b := q.addItem("", path+"."); {
		case b == nil:
		case q.list.Bare != "":
			q.bareList(b, item, path)
		default:
			q.nested(b, item, path)
		}
	}
}

// bareList puts a list into the one field of its item, and names its faults after
// the item: cohorts[0][3].
func (q *request) bareList(b *binder, v value, path string) {
	if v.form != formList {
		q.expected(path, reasonListExpected, v)
		return
	}
	f, _ := b.field(q.list.Bare)
	b.set(f, v)
	b.bare = path
}

// expected reports a value of another form than its place asks for.
func (q *request) expected(path, reason string, v value) {
	q.root.faults = append(q.root.faults, vocabulary.Fault{Field: path, Code: vocabulary.CodeMalformed, Reason: reason,
		Args: []string{v.shown()}, Value: v.shown()})
}
