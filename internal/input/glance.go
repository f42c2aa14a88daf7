package input

import (
	"sync"

	"blyant/model/vocabulary"
)

// glances keep readers of plain objects by the fields that they read: the list of
// a shape's fields is made once, and where it stands says which it is.
var glances sync.Map // *vocabulary.Field to *sync.Pool of *PlainLines

// glancing returns where readers of the shape's plain objects are kept; nil where
// it has none.
func glancing(s Shape, d Dialect) *sync.Pool {
	if len(s.Fields) == 0 || len(s.Members) > 0 || len(s.Refused) > 0 || d != (Dialect{Said: d.Said}) {
		return nil
	}
	key := &s.Fields[0]
	if kept, known := glances.Load(key); known {
		return kept.(*sync.Pool)
	}
	kept, _ := glances.LoadOrStore(key, &sync.Pool{New: func() any { return NewPlainLines(s, Dialect{}) }})
	return kept.(*sync.Pool)
}

// atAGlance reads what is plain and has no fault into the record, by what read does
// with a reader. Where it reports false the strict reader is the judge: each field
// that was filled it fills again, or finds fault with.
func atAGlance(s Shape, d Dialect, record any, read func(*PlainLines) bool) bool {
	kept := glancing(s, d)
	if kept == nil {
		return false
	}
	reader := kept.Get().(*PlainLines)
	if reader == nil {
		return false
	}
	defer kept.Put(reader)
	return read(reader) && len(s.check(record, nil)) == 0
}

// params reads the parameters of a query, their numbers with a point.
func (l *PlainLines) params(p Params, record any) bool {
	var seen uint64
	for position := range p {
		i, known := placeOf(l, p[position].Name, position)
		if !known || seen>>i&1 == 1 || !l.text(p[position].Value, l.fields[i], record) {
			return false
		}
		seen |= 1 << i
	}
	return true
}

// text reads a parameter into the field's place in the record: a number, a choice as
// it is called, or a text of printable ASCII with nothing around it. An empty one says
// nothing.
func (l *PlainLines) text(value string, f *vocabulary.Field, record any) bool {
	switch {
	case value == "":
		return true
	case f.Measured():
		return false
	case f.Kind == vocabulary.KindChoice:
		return choose(value, f, record)
	case f.Kind == vocabulary.KindText:
		return words(value, f, record)
	case f.Kind != vocabulary.KindWhole && f.Kind != vocabulary.KindNumber:
		return false
	}
	s := byteScanner{text: []byte(value)}
	n, plain := s.number()
	return plain && s.next == len(s.text) && l.put(n, f, record)
}

// words takes a text that needs no judge.
func words(text string, f *vocabulary.Field, record any) bool {
	place, isText := f.In(record).(*string)
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	if !isText || Trim(text) != text {
		return false
	}
	*place = text
	return true
}
