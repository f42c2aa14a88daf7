package input

import "bytes"

// Cells splits a row of a table (RFC 4180): cells are in quotes where they hold
// the delimiter, a quote (written twice) or a line end, and only a whole cell is.
// It reports false where quotes stand elsewhere or are never closed.
func Cells(row []byte, delimiter byte) ([]string, bool) {
	cells := make([]string, 0, bytes.Count(row, []byte{delimiter})+1)
	for {
		cell, rest, more, ok := nextCell(row, delimiter)
		if !ok {
			return cells, false
		}
		cells = append(cells, cell)
		if !more {
			return cells, true
		}
		row = rest
	}
}

// nextCell returns the first cell of a row, and whether others follow.
func nextCell(row []byte, delimiter byte) (cell string, rest []byte, more, ok bool) {
	if len(row) == 0 || row[0] != '"' {
		plain, rest, more := bytes.Cut(row, []byte{delimiter})
		return string(plain), rest, more, bytes.IndexByte(plain, '"') < 0
	}
	var text []byte
	for row = row[1:]; ; row = row[1:] {
		end := bytes.IndexByte(row, '"')
		if end < 0 {
			return "", nil, false, false
		}
		text, row = append(text, row[:end]...), row[end+1:]
		switch {
		case len(row) == 0:
			return string(text), nil, false, true
		case row[0] == delimiter:
			return string(text), row[1:], true, true
		case row[0] != '"':
			return "", nil, false, false
		}
		text = append(text, '"')
	}
}
