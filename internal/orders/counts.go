package orders

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"

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
// A column period may stand beside the counts where rows are periods; it counts
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

// countTable is a table of counts being read.
type countTable struct {
	comma   bool // the decimal mark
	rows    int  // read, the header being the first
	form    countForm
	names   []string // of the columns
	period  int      // column, −1 where there is none
	cohort  int
	active  int
	cohorts []Counts
	at      map[string]int // cohorts by name
}

// countForm says what a row is.
type countForm uint8

const (
	rowIsCount  countForm = iota // of one cohort and period
	rowIsCohort                  // its columns are periods
	rowIsPeriod                  // its columns are cohorts
)

func (t *countTable) take(cells []string) error {
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	if t.rows == 1 {
		return t.header(cells)
	}
	switch t.form {
	case rowIsCohort:
		return t.takeCohort(cells)
	case rowIsPeriod:
		return t.takePeriod(cells)
	}
	name := ""
	if t.cohort >= 0 {
		name = cells[t.cohort]
	}
	return t.add(t.cohortNamed(name), cells, t.active, len(t.cohorts[t.cohortNamed(name)].Active))
}

// header finds out what a row is.
func (t *countTable) header(cells []string) error {
	find := func(name string) int {
		for i, cell := range cells {
			if fold(cell) == name {
				return i
			}
		}
		return -1
	}
	t.names, t.period, t.cohort, t.active = cells, find(columnPeriod), find(columnCohort), find(columnActive)
	switch {
	case t.active >= 0:
		return nil
	case t.countsUp():
		t.form, t.period = rowIsCohort, -1
		return nil
	}
	t.form = rowIsPeriod
	for i, name := range cells {
		if i == t.period {
			continue
		}
		if _, twice := t.at[name]; twice {
			return refuse(name, "duplicate", "column_twice", "", name)
		}
		if _, number := t.number(name); name == "" || number && !looksLikeYear(name) {
			return refuse("file", "required", "header_missing", columnActive)
		}
		t.cohortNamed(name)
	}
	return nil
}

// looksLikeYear lets cohorts be called after years, though years are numbers.
func looksLikeYear(name string) bool {
	n, err := strconv.Atoi(name)
	return err == nil && len(name) == 4 && n >= 1900 && n < 2100
}

// countsUp reports whether the columns but for the cohort's count up from 0.
func (t *countTable) countsUp() bool {
	next := 0
	for i, name := range t.names {
		if i == t.cohort {
			continue
		}
		if name != strconv.Itoa(next) {
			return false
		}
		next++
	}
	return next > 0
}
