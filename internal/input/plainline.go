package input

import "blyant/model/vocabulary"

// PlainLines reads lines of NDJSON that are as programs write them: an object
// without members that are objects, ASCII without escapes, each name once, numbers
// of at most 18 digits without an exponent, also in quotes. Such a line is read
// at a glance, in memory that goes on to the next one. What else there is has the
// strict reader for its judge, FromLine, and so has every line that is wrong. It
// is not for several goroutines at once.
type PlainLines struct {
	fields  []*vocabulary.Field
	places  map[string]int // of the fields, by name
	order   []int          // the fields of the last line, in its order
	numbers numbers
}

// NewPlainLines returns a reader of such lines; nil where the shape, or the dialect
// of its texts, is none that can be read so.
func NewPlainLines(s Shape, d Dialect) *PlainLines {
	const most = 64 // bits of what was seen
	if len(s.Members) > 0 || len(s.Refused) > 0 || len(s.Fields) > most || d != (Dialect{Said: d.Said}) {
		return nil
	}
	l := &PlainLines{places: map[string]int{}}
	for i := range s.Fields {
		l.fields = append(l.fields, &s.Fields[i])
		l.places[s.Fields[i].Name] = i
	}
	return l
}

// Read reads a line into an empty record. It reports false where the line is not
// plain, or has a fault that is found by looking at a field alone; the record may
// then be filled in part. What the shape's Check finds is left to that.
func (l *PlainLines) Read(line []byte, record any) (id ID, plain bool) {
	plain = l.object(line, record, &id)
	return id, plain
}

// object reads an object; the id may be nil where it has none.
func (l *PlainLines) object(text []byte, record any, id *ID) (plain bool) {
	s := byteScanner{text: text}
	s.space()
	if !s.take('{') {
		return false
	}
	if s.space(); s.take('}') {
		return s.ended()
	}
	var seen uint64
	for position, identified := 0, id == nil; ; {
		name, ok := s.name()
		if !ok {
			return false
		}
		if id != nil && string(name) == idName {
			if identified || !s.id(id) {
				return false
			}
			identified = true
		} else {
			i, known := placeOf(l, name, position)
			if !known || seen>>i&1 == 1 || !l.value(&s, l.fields[i], record) {
				return false
			}
			seen |= 1 << i
			position++
		}
		switch s.space(); {
		case s.take('}'):
			return s.ended()
		case !s.take(','):
			return false
		}
		s.space()
	}
}

// placeOf returns the place of the field of that name: as a rule the one that the
// last line had in the same position.
func placeOf[T string | []byte](l *PlainLines, name T, position int) (int, bool) {
	if position < len(l.order) {
		if i := l.order[position]; l.fields[i].Name == string(name) {
			return i, true
		}
	}
	i, known := l.places[string(name)]
	if known {
		l.order = append(l.order[:min(position, len(l.order))], i)
	}
	return i, known
}
