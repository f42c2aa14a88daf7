package orders

import (
	"strconv"
	"strings"
)

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
	t.names, t.period, t.cohort, t.active = cells, headed(cells, columnPeriod), headed(cells, columnCohort), t.activeIn(cells)
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

// activeIn is the column of the counts, −1 where there is none. A cohort may have any
// name, so other names than active count only where no column is a cohort beside them.
func (t *countTable) activeIn(cells []string) int {
	at := headed(cells, columnActive)
	if at < 0 || fold(cells[at]) == columnActive {
		return at
	}
	for i := range cells {
		if i != at && i != headed(cells, columnPeriod) && i != headed(cells, columnCohort) {
			return -1
		}
	}
	return at
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
