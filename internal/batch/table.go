package batch

import "bytes"

// tableRows finds the rows of a table, in which a line end within quotes belongs
// to its cell.
//
// Quotes that are not closed within MaxRow bytes, or before the input ends, would
// swallow what follows. The row then ends with its first line, which is a fault,
// and the next line begins another row.
type tableRows struct {
	delimiter byte
	quoted    bool // at the place searched so far
	atStart   bool // of a cell, likewise
	searching bool
}

// next implements next.
func (t *tableRows) next(read []byte, searched int, last bool) (row, int, bool) {
	if !t.searching {
		t.searching, t.quoted, t.atStart = true, false, true
	}
	within := min(len(read), MaxRow+2) // a line end of two characters may be there
	end := t.search(read[:within], searched)
	switch {
	case end >= 0:
	case within == MaxRow+2 || last && t.quoted:
		return t.unclosed(read, last)
	case last:
		end = len(read)
	default:
		return row{}, within, false
	}
	t.searching = false
	return cutAt(read, end)
}

// search returns where the row ends, −1 where that is not within what was read.
func (t *tableRows) search(read []byte, from int) int {
	for i := from; i < len(read); i++ {
		switch c := read[i]; {
		case t.quoted:
			end := bytes.IndexByte(read[i:], '"')
			if end < 0 {
				return -1
			}
			i += end
			t.quoted, t.atStart = false, true // a second quote would open again
		case c == '\n':
			return i
		case c == '"' && t.atStart:
			t.quoted = true
		default:
			t.atStart = c == t.delimiter
		}
	}
	return -1
}

// unclosed ends a row at its first line end, or says that it is too long.
func (t *tableRows) unclosed(read []byte, last bool) (row, int, bool) {
	t.searching = false
	end := bytes.IndexByte(read, '\n')
	switch {
	case end >= 0 && end <= MaxRow+1:
		return cutAt(read, end)
	case last && len(read) <= MaxRow:
		return cutAt(read, len(read))
	}
	return row{long: true}, 0, true
}

// cutAt is the row that ends there.
func cutAt(read []byte, end int) (row, int, bool) {
	text := bytes.TrimSuffix(read[:end], []byte("\r"))
	if len(text) > MaxRow {
		return row{long: true}, end, true
	}
	return row{text: text}, min(end+1, len(read)), true
}
