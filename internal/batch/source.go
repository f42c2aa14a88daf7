package batch

import (
	"bytes"
	"errors"
	"io"

	"blyant/model/vocabulary"
)

const (
	usualPiece = 64 << 10 // bytes read at once
	mostRows   = 256      // rows of a piece
	firstRead  = 4 << 10  // most streams that never grow are small
)

// byteOrderMark may begin a stream and means nothing there.
const byteOrderMark = "\ufeff"

// row is a row as it stands in the input, without its line end.
type row struct {
	text []byte
	long bool // longer than MaxRow; the text is not there
}

// next finds the first row of what was read so far: the row, how many bytes it
// takes with its line end, and whether it is whole. Where it is not, size is how
// far the search came, to be carried on from there. last says that nothing
// follows. It decides by the bytes alone, never by how many there happen to be.
type next func(read []byte, searched int, last bool) (r row, size int, whole bool)

// source cuts the input into rows.
type source struct {
	in       io.Reader
	next     next
	piece    int    // bytes read at once; 0 is as many as have come of late
	buffer   []byte // read and not yet cut
	searched int    // of the first row in it
	cut      int64  // bytes cut so far
	skipping bool   // the rest of a row that is too long
	started  bool
	ended    bool
}

// fill reads on. It reports false at the end of the input.
func (s *source) fill() (bool, error) {
	if s.ended {
		return false, nil
	}
	size := max(s.piece, 1)
	if cap(s.buffer)-len(s.buffer) < size {
		s.buffer = append(make([]byte, 0, len(s.buffer)+2*size), s.buffer...)
	}
	n, err := s.in.Read(s.buffer[len(s.buffer) : len(s.buffer)+size])
	s.buffer = s.buffer[:len(s.buffer)+n]
	if n == size && size >= firstRead && size < usualPiece {
		s.piece = 2 * size // who sends much gets a larger buffer
	}
	s.ended = errors.Is(err, io.EOF)
	if s.ended {
		err = nil
	}
	if !s.started && (s.ended || len(s.buffer) >= len(byteOrderMark)) {
		s.started = true
		s.buffer = bytes.TrimPrefix(s.buffer, []byte(byteOrderMark))
	}
	return true, err
}

// row returns the next whole row of what was read; false where there is none.
func (s *source) row() (row, bool) {
	if !s.started || !s.skipped() || len(s.buffer) == 0 {
		return row{}, false
	}
	r, size, whole := s.next(s.buffer, s.searched, s.ended)
	if !whole {
		s.searched = size
		return row{}, false
	}
	s.skipping = r.long
	s.drop(size)
	return r, true
}

// skipped reports whether nothing is left of a row that is too long.
func (s *source) skipped() bool {
	if !s.skipping {
		return true
	}
	end := bytes.IndexByte(s.buffer, '\n')
	if end < 0 {
		s.drop(len(s.buffer))
		return false
	}
	s.skipping = false
	s.drop(end + 1)
	return true
}

// drop forgets bytes that are cut. The buffer moves on; fill makes a new one when
// it is used up, since pieces still hold what was in it.
func (s *source) drop(n int) {
	s.buffer = s.buffer[n:]
	s.searched = 0
	s.cut += int64(n)
}

// first returns the first row that holds anything.
func (s *source) first() ([]byte, error) {
	for {
		for {
			r, whole := s.row()
			if !whole {
				break
			}
			if r.long {
				return nil, vocabulary.Faults{{Code: vocabulary.CodeTooLong, Reason: "row_too_long", Args: []string{mostBytes}}}
			}
			if len(bytes.TrimSpace(r.text)) > 0 {
				return r.text, nil
			}
		}
		more, err := s.fill()
		if err != nil {
			return nil, err
		}
		if !more {
			return nil, vocabulary.Faults{{Code: vocabulary.CodeMalformed, Reason: "no_header"}}
		}
	}
}
