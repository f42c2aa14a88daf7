package batch

import (
	"context"
	"sync"
)

// pipeline carries pieces from the reader to the workers and, in their order, to
// the writer.
type pipeline struct {
	ctx    context.Context
	worker *worker
	cores  Cores
	pieces chan *piece // in order; its length is what bounds memory
}

// piece is some rows on their way.
type piece struct {
	in           []row
	upTo         int64 // bytes of the input that are cut with it
	out          []byte
	rows, errors int64
	err          error
	done         chan struct{}
}

// outputs are kept for the next piece: a piece's answer is longer than its rows.
var outputs = sync.Pool{New: func() any { return new([]byte) }}

// read cuts the input into pieces and sets them to work, until the input or the
// context ends.
func (p *pipeline) read(s *source, cancel context.CancelCauseFunc) {
	defer close(p.pieces)
	for {
		for {
			piece := take(s)
			if piece == nil {
				break
			}
			if !p.start(piece) {
				return
			}
		}
		more, err := s.fill()
		if err != nil {
			cancel(err)
			return
		}
		if !more && len(s.buffer) == 0 {
			return
		}
	}
}

// start queues a piece and sets it to work. It waits where too many are on their
// way, and reports false where the stream has ended.
func (p *pipeline) start(piece *piece) bool {
	select {
	case p.pieces <- piece:
	case <-p.ctx.Done():
		return false
	}
	go func() {
		select {
		case p.cores <- struct{}{}:
		case <-p.ctx.Done():
			piece.err = context.Cause(p.ctx)
			close(piece.done)
			return
		}
		defer func() {
			if r := recover(); r != nil {
				piece.err = &panicError{r}
			}
			<-p.cores
			close(piece.done)
		}()
		piece.out = (*outputs.Get().(*[]byte))[:0] // the pool holds nothing else
		piece.err = p.worker.work(p.ctx, piece)
	}()
	return true
}

// take returns the whole rows that were read, nil where there are none.
func take(s *source) *piece {
	p := &piece{done: make(chan struct{})}
	for len(p.in) < mostRows {
		r, whole := s.row()
		if !whole {
			break
		}
		p.in = append(p.in, r)
	}
	if len(p.in) == 0 {
		return nil
	}
	p.upTo = s.cut
	return p
}

// wait waits until the piece is worked out.
func (p *piece) wait(ctx context.Context) error {
	select {
	case <-p.done:
		return p.err
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// free gives back what the piece held.
func (p *piece) free() {
	if out := p.out; cap(out) <= mostKept {
		outputs.Put(&out) // not &p.out, which the piece goes on to clear
	}
	p.out, p.in = nil, nil
}

// mostKept bounds what is kept for the next piece.
const mostKept = 1 << 20
