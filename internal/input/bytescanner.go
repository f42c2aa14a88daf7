package input

// byteScanner is a place in a line.
type byteScanner struct {
	text []byte
	next int
}

// short is coefficient·10^−places.
type short struct {
	coefficient int64
	places      int
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

// quotedNumber reads a number that may stand in quotes, where nothing at all
// means that it is absent.
func (s *byteScanner) quotedNumber() (n short, absent, plain bool) {
	if !s.take('"') {
		n, plain = s.number()
		return n, false, plain
	}
	if s.take('"') {
		return n, true, true
	}
	n, plain = s.number()
	return n, false, plain && s.take('"')
}

// mostDigits is how many digits an int64 has room for, whatever they are.
const mostDigits = 18

// number reads -?(0|[1-9][0-9]*)(\.[0-9]+)? of at most 18 digits, 15 of them
// before the point.
func (s *byteScanner) number() (n short, plain bool) {
	const mostWhole = 15
	negative := s.take('-')
	whole := s.digits(&n.coefficient)
	if whole == 0 || whole > mostWhole || whole > 1 && s.text[s.next-whole] == '0' {
		return n, false
	}
	if s.take('.') {
		if n.places = s.digits(&n.coefficient); n.places == 0 {
			return n, false
		}
	}
	if s.at('e') || s.at('E') || whole+n.places > mostDigits {
		return n, false
	}
	if negative {
		n.coefficient = -n.coefficient
	}
	return n, true
}

// digits passes digits, appends them to a number and returns how many there were;
// a number of too many has no meaning.
func (s *byteScanner) digits(to *int64) int {
	from, x := s.next, *to
	for i := from; i < len(s.text); i++ {
		c := s.text[i] - '0'
		if c > 9 {
			break
		}
		x = x*10 + int64(c)
		s.next++
	}
	*to = x
	return s.next - from
}
