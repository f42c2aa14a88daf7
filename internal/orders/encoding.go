package orders

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"
)

// decoder turns a file into UTF-8. A byte-order mark says UTF-16 or UTF-8; without
// one, text is UTF-8 for as long as it is valid, and Latin-1 where its first
// bytes beyond ASCII are not UTF-8. A file that is neither throughout is refused.
type decoder struct {
	in       *bufio.Reader
	encoding string // empty while only ASCII was seen
	pending  []byte
	err      error
}

func newDecoder(r io.Reader) *decoder {
	d := &decoder{in: bufio.NewReaderSize(r, 1<<16)}
	first, _ := d.in.Peek(4)
	encoding, skip := sniff(string(first))
	d.encoding = encoding
	if strings.HasPrefix(string(first), "PK\x03\x04") || strings.HasPrefix(string(first), "\xD0\xCF\x11\xE0") {
		d.err = refuse("file", "malformed", "is_workbook", "CSV")
	}
	_, _ = d.in.Discard(skip)
	return d
}

// sniff knows an encoding by its byte-order mark, or UTF-16 by the zero in each
// of its first two letters; skip is the length of the mark.
func sniff(first string) (encoding string, skip int) {
	switch {
	case strings.HasPrefix(first, "\xEF\xBB\xBF"):
		return "utf-8", 3
	case strings.HasPrefix(first, "\xFF\xFE"):
		return "utf-16le", 2
	case strings.HasPrefix(first, "\xFE\xFF"):
		return "utf-16be", 2
	case len(first) < 4:
		return "", 0
	}
	var zero [4]bool
	for i := range zero {
		zero[i] = first[i] == 0
	}
	switch zero {
	case [4]bool{false, true, false, true}:
		return "utf-16le", 0
	case [4]bool{true, false, true, false}:
		return "utf-16be", 0
	}
	return "", 0
}

// name is the encoding as far as it is known: ASCII is UTF-8 too.
func (d *decoder) name() string {
	if d.encoding == "" {
		return "utf-8"
	}
	return d.encoding
}

// Read fills p with UTF-8.
func (d *decoder) Read(p []byte) (int, error) {
	for len(d.pending) == 0 {
		if d.err != nil {
			return 0, d.err
		}
		d.fill()
	}
	n := copy(p, d.pending)
	d.pending = d.pending[n:]
	return n, nil
}

// fill decodes what the buffer holds.
func (d *decoder) fill() {
	if d.encoding == "utf-16le" || d.encoding == "utf-16be" {
		d.wide()
		return
	}
	raw, err := d.in.Peek(1)
	if len(raw) == 0 {
		d.err = err
		return
	}
	raw, _ = d.in.Peek(d.in.Buffered())
	out, used, bad := d.narrow(raw, make([]byte, 0, len(raw)+8))
	if used == 0 && bad == nil {
		// A letter cut by the buffer's end: ask for all of it.
		raw, _ = d.in.Peek(utf8.UTFMax)
		if !utf8.FullRune(raw) {
			raw = append(append([]byte(nil), raw...), ' ') // the file ends within it
		}
		out, used, bad = d.narrow(raw, out)
		used = min(used, d.in.Buffered())
	}
	_, _ = d.in.Discard(used)
	d.pending = out
	if bad != nil {
		d.err = bad
	}
}
