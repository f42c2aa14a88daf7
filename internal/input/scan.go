package input

// scanObject reads a body that is a plain JSON object: ASCII without escapes,
// numbers as JSON has them, no name twice in an object, few levels and members.
// Of anything else it makes nothing, and readObject is the judge.
func scanObject(body []byte) (root value, plain bool) {
	s := scanner{text: string(body)}
	s.space()
	if !s.at('{') {
		return value{}, false
	}
	root, plain = s.value(0)
	s.space()
	return root, plain && s.next == len(s.text)
}

// scanner is a place in a text; the values that it reads are parts of that.
type scanner struct {
	text string
	next int
}

// mostScanned bounds the members of an object, whose names are compared each
// with each.
const mostScanned = 64

func (s *scanner) at(c byte) bool { return s.next < len(s.text) && s.text[s.next] == c }

// take reports whether the next character is c, and passes it.
func (s *scanner) take(c byte) bool {
	if !s.at(c) {
		return false
	}
	s.next++
	return true
}

func (s *scanner) space() {
	for s.at(' ') || s.at('\t') || s.at('\r') || s.at('\n') {
		s.next++
	}
}

// word passes a word.
func (s *scanner) word(w string) bool {
	if len(s.text)-s.next < len(w) || s.text[s.next:s.next+len(w)] != w {
		return false
	}
	s.next += len(w)
	return true
}

// value reads the value that begins here, at that depth.
func (s *scanner) value(depth int) (value, bool) {
	switch {
	case depth > maxDepth || s.next == len(s.text):
		return value{}, false
	case s.at('"'):
		text, plain := s.quoted()
		return textValue(text), plain
	case s.at('{'):
		return s.object(depth)
	case s.at('['):
		return s.list(depth)
	case s.at('t'):
		return value{form: formBoolean, text: "true"}, s.word("true")
	case s.at('f'):
		return value{form: formBoolean, text: "false"}, s.word("false")
	case s.at('n'):
		return value{}, s.word("null")
	}
	return s.number()
}

// quoted reads a text in quotes.
func (s *scanner) quoted() (string, bool) {
	if !s.take('"') {
		return "", false
	}
	for from := s.next; s.next < len(s.text); s.next++ {
		switch c := s.text[s.next]; {
		case c == '"':
			s.next++
			return s.text[from : s.next-1], true
		case c < ' ' || c > '~' || c == '\\':
			return "", false
		}
	}
	return "", false
}

// number reads -?(0|[1-9][0-9]*)(.[0-9]+)?([eE][+-]?[0-9]+)?
func (s *scanner) number() (value, bool) {
	from := s.next
	s.take('-')
	plain := s.take('0') || s.digits()
	if plain && s.take('.') {
		plain = s.digits()
	}
	if plain && (s.take('e') || s.take('E')) {
		_ = s.take('+') || s.take('-')
		plain = s.digits()
	}
	return value{form: formNumber, text: s.text[from:s.next]}, plain
}

// digits passes digits and reports whether there are any.
func (s *scanner) digits() bool {
	from := s.next
	for s.next < len(s.text) && '0' <= s.text[s.next] && s.text[s.next] <= '9' {
		s.next++
	}
	return s.next > from
}

func (s *scanner) list(depth int) (value, bool) {
	list := value{form: formList}
	plain := s.items(']', func() bool {
		v, plain := s.value(depth + 1)
		list.items = append(list.items, v)
		return plain
	})
	return list, plain
}

func (s *scanner) object(depth int) (value, bool) {
	object := value{form: formObject}
	plain := s.items('}', func() bool {
		name, plain := s.quoted()
		if s.space(); !plain || !s.take(':') || len(object.items) == mostScanned || object.has(name) {
			return false
		}
		s.space()
		v, plain := s.value(depth + 1)
		v.name = name
		object.items = append(object.items, v)
		return plain
	})
	return object, plain
}

// items passes a bracket, items with commas between them, and the other bracket.
func (s *scanner) items(end byte, item func() bool) bool {
	s.next++
	if s.space(); s.take(end) {
		return true
	}
	for {
		if s.space(); !item() {
			return false
		}
		switch s.space(); {
		case s.take(end):
			return true
		case !s.take(','):
			return false
		}
	}
}

// has reports whether an object has a member of that name.
func (v value) has(name string) bool {
	for i := range v.items {
		if v.items[i].name == name {
			return true
		}
	}
	return false
}
