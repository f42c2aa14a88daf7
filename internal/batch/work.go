package batch

import (
	"bytes"
	"context"
	"errors"
	"strconv"
	"sync"

	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/input"
	"blyant/model/vocabulary"
)

var mostBytes = strconv.Itoa(MaxRow)

// mostFaults bounds what one row repeats of its faults.
const mostFaults = 20

// worker works out the rows of a stream.
type worker struct {
	*Stream
	table  bool
	header input.Header
	format rowsOut
	desks  sync.Pool // of *desk, for one piece after another
}

// desk is what one piece at a time is worked out with.
type desk struct {
	plain *input.PlainLines // nil where rows are not lines that can be read so
	rows  *calculator.Rows
}

func (w *worker) newDesk() any {
	d := &desk{rows: w.Calculator.Rows(w.Figures)}
	if !w.table && d.rows.Checks() {
		d.plain = input.NewPlainLines(w.Calculator.Request, w.Reading)
	}
	return d
}

// work answers the rows of a piece. Rows with nothing on them are passed over.
func (w *worker) work(ctx context.Context, p *piece) error {
	d := w.desks.Get().(*desk) // the pool holds nothing else
	defer w.desks.Put(d)
	for _, r := range p.in {
		if !r.long && len(bytes.TrimSpace(r.text)) == 0 {
			continue
		}
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		id, values, err := w.answer(ctx, d, r)
		if err == nil {
			p.out = w.format.row(p.out, id, values)
		} else if err = w.refuse(p, id, err); err != nil {
			return err
		}
		p.rows++
	}
	return nil
}

// refuse answers a row with its faults. What is none is returned.
func (w *worker) refuse(p *piece, id input.ID, err error) error {
	var faults vocabulary.Faults
	if !errors.As(err, &faults) {
		return err
	}
	p.out = w.format.fault(p.out, id, few(faults))
	p.errors++
	return nil
}

// answer works out one row. A plain line that has a figure to each name is done
// with at a glance; of any other the strict reader says what is wrong.
func (w *worker) answer(ctx context.Context, d *desk, r row) (input.ID, []answer.Cell, error) {
	if r.long {
		return input.ID{}, nil, vocabulary.Faults{{Code: vocabulary.CodeTooLong, Reason: "row_too_long", Args: []string{mostBytes}}}
	}
	if d.plain != nil {
		if id, plain := d.plain.Read(r.text, d.rows.Request()); plain {
			if values, err := d.rows.Answer(ctx); err == nil {
				return id, values, nil
			}
		}
	}
	id, faults := w.read(r.text, d.rows.Request())
	if len(faults) > 0 {
		return id, nil, faults
	}
	values, err := d.rows.Answer(ctx)
	return id, values, err
}

func (w *worker) read(text []byte, request any) (input.ID, vocabulary.Faults) {
	if !w.table {
		return input.FromLine(w.Calculator.Request, text, w.Reading, request)
	}
	cells, ok := input.Cells(text, w.Delimiter)
	if !ok {
		return input.ID{}, vocabulary.Faults{{Code: vocabulary.CodeMalformed, Reason: "quotes_in_row"}}
	}
	return w.header.Read(w.Calculator.Request, cells, w.Reading, request)
}

// few is the first of many faults and how many more there are.
func few(faults vocabulary.Faults) vocabulary.Faults {
	more := len(faults) - mostFaults
	if more <= 0 {
		return faults
	}
	return append(faults[:mostFaults:mostFaults], vocabulary.Fault{Code: vocabulary.CodeTooMany, Reason: "more_faults", Args: []string{strconv.Itoa(more)}})
}
