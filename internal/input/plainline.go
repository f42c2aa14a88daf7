package input

import (
	"slices"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

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

// value reads a value into the field's place in the record.
func (l *PlainLines) value(s *byteScanner, f *vocabulary.Field, record any) bool {
	if f.Measured() {
		return false
	}
	if s.at('n') {
		return s.word("null")
	}
	switch f.Kind {
	case vocabulary.KindText, vocabulary.KindChoice:
		return s.words(f, record)
	case vocabulary.KindWhole, vocabulary.KindNumber:
		n, absent, plain := s.quotedNumber()
		if !plain || absent {
			return plain
		}
		return l.put(n, f, record)
	case vocabulary.KindNumbers:
		return l.list(s, f, record)
	}
	return false
}

// put puts a number into the field's place in the record.
func (l *PlainLines) put(n short, f *vocabulary.Field, record any) bool {
	if f.Kind == vocabulary.KindWhole {
		if n.places > 0 || n.coefficient >= 1e9 || n.coefficient <= -1e9 {
			return false
		}
		*f.In(record).(*vocabulary.Whole) = vocabulary.Whole{Int: int(n.coefficient), Valid: true}
		return true
	}
	x := l.numbers.decimal(n)
	*f.In(record).(*decimal.NullDecimal) = decimal.NullDecimal{Decimal: x, Valid: true}
	return !f.NeedsPercent(x)
}

// words reads a text or a choice.
func (s *byteScanner) words(f *vocabulary.Field, record any) bool {
	text, ok := s.quoted()
	place, isText := f.In(record).(*string)
	switch {
	case !ok || !isText:
		return false
	case f.Kind == vocabulary.KindText:
		name := string(text)
		if Trim(name) != name { // nothing is filled in: of a blank name the strict reader leaves the place as it is
			return false
		}
		*place = name
		return true
	case len(text) == 0:
		return true
	}
	return choose(text, f, record)
}

// choose takes the choice of that name.
func choose[T string | []byte](name T, f *vocabulary.Field, record any) bool {
	place, isText := f.In(record).(*string)
	if !isText {
		return false
	}
	for _, c := range f.Choices {
		if c == string(name) {
			*place = c
			return true
		}
	}
	return false
}

// list reads an array of numbers.
func (l *PlainLines) list(s *byteScanner, f *vocabulary.Field, record any) bool {
	place, isList := f.In(record).(*[]decimal.Decimal)
	if !isList || !s.take('[') {
		return false
	}
	var read []decimal.Decimal
	for {
		s.space()
		n, plain := s.number()
		if !plain || len(read) == f.MaxLength {
			return false
		}
		x := l.numbers.decimal(n)
		if f.NeedsPercent(x) {
			return false
		}
		read = append(read, x)
		switch s.space(); {
		case s.take(']'):
			*place = slices.Clip(read)
			return true
		case !s.take(','):
			return false
		}
	}
}

// id reads what the row calls itself.
func (s *byteScanner) id(id *ID) bool {
	switch {
	case s.at('n'):
		return s.word("null")
	case s.at('"'):
		text, plain := s.quoted()
		*id = ID{Text: string(text)}
		return plain && len(text) <= maxID && Trim(id.Text) == id.Text
	}
	from := s.next
	_, plain := s.number()
	*id = ID{Text: string(s.text[from:s.next]), Number: true}
	return plain
}

// numbers are numbers that came before. A decimal never changes, so one that is
// the same needs no memory of its own.
type numbers [1 << rememberedBits]struct {
	short
	decimal decimal.Decimal
	known   bool
}

const rememberedBits = 10

// decimal returns the number with the digits that it was given.
func (m *numbers) decimal(n short) decimal.Decimal {
	const spread = 0x9E3779B97F4A7C15 // 2^64 ÷ the golden ratio (Knuth, volume 3, 6.4)
	kept := &m[(uint64(n.coefficient)*spread+uint64(n.places)*spread<<7)>>(64-rememberedBits)]
	if !kept.known || kept.short != n {
		kept.short, kept.decimal, kept.known = n, decimal.New(n.coefficient, -int32(n.places)), true
	}
	return kept.decimal
}
