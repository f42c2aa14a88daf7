package input

import (
	"slices"

	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

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
