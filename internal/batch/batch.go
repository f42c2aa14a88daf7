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
	"errors"
	"runtime"

	"blyant/internal/calculator"
	"blyant/internal/format"
	"blyant/internal/input"
	"blyant/internal/locale"
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

func (c Counts) with(p *piece) Counts {
	return Counts{c.Rows + p.rows, c.Errors + p.errors, p.upTo}
}
