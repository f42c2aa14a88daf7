package batch

import "bytes"

// nextLine finds a line of NDJSON.
func nextLine(read []byte, searched int, last bool) (row, int, bool) {
	end := bytes.IndexByte(read[searched:], '\n')
	size := searched + end + 1
	switch {
	case end >= 0:
		end += searched
	case last:
		end, size = len(read), len(read)
	case len(read) <= MaxRow+1: // a carriage return may be there, which does not count
		return row{}, len(read), false
	default:
		return row{long: true}, 0, true
	}
	text := bytes.TrimSuffix(read[:end], []byte("\r"))
	if len(text) > MaxRow {
		return row{long: true}, end, true // the line end is skipped to
	}
	return row{text: text}, size, true
}
