package orders

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"

	"github.com/shopspring/decimal"
)

// Counts is a cohort of a table of counts: customers active at the end of
// periods 0, 1, 2 and so on.
type Counts struct {
	Name   string // empty where the table has one cohort and no name for it
	Active []decimal.Decimal
}

// Names of columns of a table of counts.
const (
	columnActive = "active"
	columnCohort = "cohort"
	columnPeriod = "period"
)

// mostCounts bounds the rows and the columns of a table of counts.
const mostCounts = 2_000

// ReadCounts reads a table of counts in one of these forms, told by its header:
//
//	active             one cohort, a row for each period
//	cohort, active     several, a row for each cohort and period
//	cohort, 0, 1, 2 …  several, a row for each cohort
//	2025, 2026 …       several, a column for each; their names are free
//
// The names of the columns are those in English, Norwegian, Danish or Swedish. A
// column period may stand beside the counts where rows are periods; it counts
// from 0. Counts after the last of a cohort are empty. A table that cannot be
// read without guessing is refused with purchase.Faults.
func ReadCounts(file io.Reader, o Options) ([]Counts, error) {
	in := bufio.NewReaderSize(newDecoder(file), headerBytes)
	first, err := in.Peek(headerBytes)
	if err := refusedBegin(first, err); err != nil {
		return nil, err
	}
	rows := csv.NewReader(in)
	if rows.Comma = o.Delimiter; o.Delimiter == 0 {
		rows.Comma = ',' // a lone column has none
		if found, err := delimiterOf(string(first)); err == nil {
			rows.Comma = found
		}
	}
	t := countTable{comma: o.Decimal == ',', at: map[string]int{}}
	for {
		cells, err := rows.Read()
		switch {
		case errors.Is(err, io.EOF):
			return t.cohorts, nil
		case errors.Is(err, csv.ErrFieldCount):
			return nil, refuse("file", "malformed", "row_width", "", row(t.rows+1))
		case err != nil:
			return nil, unreadable(err, t.rows+1)
		}
		if t.rows++; t.rows > mostCounts || len(cells) > mostCounts {
			return nil, refuse("file", "too_many", "too_many_rows", "", row(mostCounts))
		}
		if err := t.take(cells); err != nil {
			return nil, err
		}
	}
}
