package input

// byteScanner is a place in a line.
type byteScanner struct {
	text []byte
	next int
}

func (s *byteScanner) at(c byte) bool { return s.next < len(s.text) && s.text[s.next] == c }

// take reports whether the next byte is c, and passes it.
func (s *byteScanner) take(c byte) bool {
	if !s.at(c) {
		return false
	}
	s.next++
	return true
}

func (s *byteScanner) space() {
	for s.next < len(s.text) {
		switch s.text[s.next] {
		case ' ', '\t', '\r', '\n':
			s.next++
		default:
			return
		}
	}
}

// ended reports whether nothing follows but space.
func (s *byteScanner) ended() bool {
	s.space()
	return s.next == len(s.text)
}

// word passes a word.
func (s *byteScanner) word(w string) bool {
	if len(s.text)-s.next < len(w) || string(s.text[s.next:s.next+len(w)]) != w {
		return false
	}
	s.next += len(w)
	return true
}

// name reads a member's name and passes the colon.
func (s *byteScanner) name() ([]byte, bool) {
	name, plain := s.quoted()
	if s.space(); !plain || !s.take(':') {
		return nil, false
	}
	s.space()
	return name, true
}

// quoted reads a text in quotes: printable ASCII without escapes.
func (s *byteScanner) quoted() ([]byte, bool) {
	if !s.take('"') {
		return nil, false
	}
	from := s.next
	for i, c := range s.text[from:] {
		switch {
		case c == '"':
			s.next = from + i + 1
			return s.text[from : from+i], true
		case c < ' ' || c > '~' || c == '\\':
			return nil, false
		}
	}
	return nil, false
}
