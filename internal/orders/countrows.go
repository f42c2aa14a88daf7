package orders

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// cohortNamed is the place of a cohort, a new one where it is not known.
func (t *countTable) cohortNamed(name string) int {
	at, known := t.at[name]
	if !known {
		at = len(t.cohorts)
		t.at[name] = at
		t.cohorts = append(t.cohorts, Counts{Name: name})
	}
	return at
}

func (t *countTable) takeCohort(cells []string) error {
	name := strconv.Itoa(t.rows - 1)
	if t.cohort >= 0 && cells[t.cohort] != "" {
		name = cells[t.cohort]
	}
	if _, twice := t.at[name]; twice {
		return refuse(name, "duplicate", "cohort_twice", "", name)
	}
	at := t.cohortNamed(name)
	next := 0
	for i := range cells {
		if i == t.cohort {
			continue
		}
		if err := t.add(at, cells, i, next); err != nil {
			return err
		}
		next++
	}
	return nil
}

func (t *countTable) takePeriod(cells []string) error {
	for i, name := range t.names {
		if i == t.period {
			continue
		}
		if err := t.add(t.at[name], cells, i, t.rows-2); err != nil {
			return err
		}
	}
	return nil
}

// add puts the count of a period into a cohort. An empty cell ends the cohort: no
// count may follow it.
func (t *countTable) add(cohort int, cells []string, column, period int) error {
	c := &t.cohorts[cohort]
	place := columnActive + "[" + strconv.Itoa(period) + "]"
	if c.Name != "" {
		place = c.Name + "." + place
	}
	text := cells[column]
	if t.period >= 0 && text != "" && cells[t.period] != strconv.Itoa(period) {
		return refuse(columnPeriod, "out_of_range", "period_not_next", strconv.Itoa(period), row(t.rows), strconv.Itoa(period))
	}
	n, ok := t.number(text)
	switch {
	case text == "" && t.form != rowIsCount:
		return nil
	case len(c.Active) < period:
		return refuse(c.Name+"."+columnActive+"["+strconv.Itoa(len(c.Active))+"]", "required", "count_missing", "", row(t.rows))
	case !ok && !t.comma && strings.Count(text, ",") == 1:
		return refuse(place, "not_a_number", "not_a_number_in_row", "decimal=comma", row(t.rows))
	case !ok:
		return refuse(place, "not_a_number", "not_a_number_in_row", "", row(t.rows))
	}
	c.Active = append(c.Active, n)
	return nil
}

// number reads a count: digits, with a decimal mark where counts are estimates.
func (t *countTable) number(text string) (decimal.Decimal, bool) {
	if t.comma {
		if strings.Contains(text, ".") {
			return decimal.Decimal{}, false
		}
		text = strings.Replace(text, ",", ".", 1)
	}
	if digits := strings.TrimPrefix(text, "-"); len(text) > 30 || strings.Trim(digits, "0123456789.") != "" || strings.Trim(digits, ".") != digits {
		return decimal.Decimal{}, false
	}
	n, err := decimal.NewFromString(text)
	return n, err == nil
}
