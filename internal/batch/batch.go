// Package batch answers a stream of requests, one a row, with a stream of figures,
// one row each and in order: NDJSON or CSV on either side. It is shared by
// POST /v1/batch and the command "blyant batch".
//
// The stream is cut into pieces of whole rows. Pieces are worked out on all cores
// and written in the order in which they came; there are never more than a few
// of them, so that memory is the same for ten rows and ten millions, and whoever
// reads slowly slows down whoever sends. What is written depends on the rows
// alone: not on the number of cores, nor on where the stream was cut.
//
// A row that is wrong becomes a row with its faults, and the stream goes on. The
// last row is a trailer with counts: a stream without one was cut short.
package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"

	"blyant/internal/calculator"
	"blyant/internal/format"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/internal/option"
	"blyant/model/vocabulary"
)

// MaxRow bounds a row, in bytes: a curve of 1,200 values with 20 decimals each has
// 28 KB. A longer row is a fault of that row.
const MaxRow = 128 << 10

// Stream says what is read, computed and written. Calculator, Figures and Lang
// must be given.
type Stream struct {
	Calculator *calculator.Calculator
	Figures    []vocabulary.Figure // those that an answer has, in their order
	Lang       locale.Language     // of messages

	In        string        // option.NDJSON, CSV or TSV
	Delimiter byte          // between the cells that are read
	Reading   input.Dialect // how texts that are read have their numbers

	Out     string         // likewise
	Dialect format.Dialect // of tables that are written

	Cores    Cores        // where pieces are worked out; nil is all cores
	Progress func(Counts) // called after each piece that is written, with the counts so far; may be nil
	Flush    func() error // called when there is nothing more to write for now; may be nil
	piece    int          // bytes read at once, for tests; 0 is usualPiece
}

// Counts are the rows of a stream.
type Counts struct {
	Rows, Errors int64
	Bytes        int64 // read
}

// Cores bounds how many pieces are worked out at once, over all streams that share
// it.
type Cores chan struct{}

// AllCores is as many as there are, so that several streams do not crowd out
// whoever asks for one answer.
func AllCores() Cores { return make(Cores, runtime.GOMAXPROCS(0)) }

// ErrStopped is the cause of a context that ends because the process does.
var ErrStopped = errors.New("the process is stopping")

// Run reads in to its end and writes out. Faults of the stream as a whole (a header
// that is wrong) are of type vocabulary.Faults, and then nothing has been written.
// Where the stream ends before its time the last row is one with an error, there
// is no trailer, and the error says why.
func (s Stream) Run(ctx context.Context, in io.Reader, out io.Writer) (Counts, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	source := &source{in: in, piece: s.piece}
	if s.piece == 0 {
		source.piece = firstRead
	}
	worker, err := s.begin(source)
	if err != nil {
		return Counts{}, err
	}
	cores := s.Cores
	if cores == nil {
		cores = AllCores()
	}
	p := &pipeline{ctx: ctx, worker: worker, cores: cores, pieces: make(chan *piece, 2*cap(cores))}
	go p.read(source, cancel)
	return s.write(p, worker, out)
}

// begin reads what stands before the rows.
func (s *Stream) begin(source *source) (*worker, error) {
	w := &worker{Stream: s, format: s.rowsOut()}
	w.desks.New = w.newDesk
	if s.In == option.NDJSON {
		source.next = nextLine
		return w, nil
	}
	rows := &tableRows{delimiter: s.Delimiter}
	source.next = rows.next
	header, err := source.first()
	if err != nil {
		return nil, err
	}
	names, ok := input.Cells(bytes.TrimPrefix(header, []byte(byteOrderMark)), s.Delimiter)
	if !ok {
		return nil, vocabulary.Faults{{Code: vocabulary.CodeMalformed, Reason: "quotes_in_row"}}
	}
	var faults vocabulary.Faults
	if w.header, faults = input.NewHeader(s.Calculator.Request, names, s.Calculator.NewRequest()); len(faults) > 0 {
		return nil, faults
	}
	w.table = true
	return w, nil
}

// write writes the pieces in their order, then the trailer.
func (s *Stream) write(p *pipeline, w *worker, out io.Writer) (Counts, error) {
	var counts Counts
	if head := w.format.head(nil); len(head) > 0 {
		if _, err := out.Write(head); err != nil {
			return counts, err
		}
	}
	for piece := range p.pieces {
		err := piece.wait(p.ctx)
		if err == nil {
			_, err = out.Write(piece.out)
		}
		if err == nil && len(p.pieces) == 0 && s.Flush != nil {
			err = s.Flush()
		}
		if err != nil {
			return counts, s.broken(p, w, out, err)
		}
		counts = counts.with(piece)
		if s.Progress != nil {
			s.Progress(counts)
		}
		piece.free()
	}
	if err := context.Cause(p.ctx); err != nil {
		return counts, s.broken(p, w, out, err)
	}
	_, err := out.Write(w.format.trailer(nil, counts))
	return counts, err
}

func (c Counts) with(p *piece) Counts {
	return Counts{c.Rows + p.rows, c.Errors + p.errors, p.upTo}
}

// broken ends a stream before its time: with an error for the last row, if that
// can still be written.
func (s *Stream) broken(p *pipeline, w *worker, out io.Writer, cause error) error {
	if known := context.Cause(p.ctx); known != nil {
		cause = known
	}
	reason := "stream_broken"
	var panicked *panicError
	switch {
	case errors.As(cause, &panicked):
		reason = "internal_error"
	case errors.Is(cause, ErrStopped):
		reason = "stream_stopped"
	}
	_, _ = out.Write(w.format.broken(nil, s.Lang.Fault(vocabulary.Fault{Reason: reason}))) // whoever is gone misses nothing
	return cause
}

// panicError is a panic of a worker, which would end the process if it were not
// caught there.
type panicError struct{ value any }

func (e *panicError) Error() string { return fmt.Sprint("panic: ", e.value) }
