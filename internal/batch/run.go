package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"blyant/internal/input"
	"blyant/internal/option"
	"blyant/model/vocabulary"
)

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
