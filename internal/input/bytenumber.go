package input

// short is coefficient·10^−places.
type short struct {
	coefficient int64
	places      int
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
