package batch

import (
	"bytes"
	"context"
	"errors"
	"strconv"

	"blyant/internal/answer"
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
}

// work answers the rows of a piece. Rows with nothing on them are passed over.
func (w *worker) work(ctx context.Context, p *piece) error {
	for _, r := range p.in {
		if !r.long && len(bytes.TrimSpace(r.text)) == 0 {
			continue
		}
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		id, values, err := w.answer(ctx, r)
		var faults vocabulary.Faults
		switch {
		case err == nil:
			p.out = w.format.row(p.out, id, values)
		case errors.As(err, &faults):
			p.out = w.format.fault(p.out, id, few(faults))
			p.errors++
		default:
			return err
		}
		p.rows++
	}
	return nil
}

// answer works out one row.
func (w *worker) answer(ctx context.Context, r row) (input.ID, []answer.Cell, error) {
	if r.long {
		return input.ID{}, nil, vocabulary.Faults{{Code: vocabulary.CodeTooLong, Reason: "row_too_long", Args: []string{mostBytes}}}
	}
	request := w.Calculator.NewRequest()
	id, faults := w.read(r.text, request)
	if len(faults) > 0 {
		return id, nil, faults
	}
	values, err := w.Calculator.Row(ctx, request, w.Figures)
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
