package calculator

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"blyant/internal/answer"
	"blyant/internal/input"
	"blyant/internal/orders"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// countedCohort is a cohort with its key in a query.
type countedCohort struct {
	key    string
	Active []decimal.Decimal
}

// givenCounts is the column of the counts of a cohort.
func givenCounts() answer.Column {
	return answer.Fields([]vocabulary.Field{vocabulary.Place(activeField, func(c *countedCohort) any { return &c.Active })})[0]
}

// read reads a table of counts.
func (q *retentionRequest) read(body io.Reader, d input.RowDialect) error {
	cohorts, err := orders.ReadCounts(body, orders.Options{Delimiter: d.Delimiter, Decimal: d.Decimal})
	if err != nil {
		return learntFaults(err)
	}
	if len(q.Active)+len(q.Cohorts) > 0 {
		return vocabulary.Faults{{Field: "active", Code: vocabulary.CodeConflict, Reason: "counts_in_query"}}
	}
	for _, c := range cohorts {
		if c.Name == "" {
			q.Active = c.Active
			continue
		}
		q.Cohorts = append(q.Cohorts, countedCohort{key: c.Name, Active: c.Active})
	}
	return nil
}

func floats(list []decimal.Decimal) []float64 {
	out := make([]float64, len(list))
	for i, d := range list {
		out[i] = d.InexactFloat64()
	}
	return out
}

// asWritten names the fields of faults as the caller wrote them: the model knows
// one cohort as active and several by their place.
func (q *retentionRequest) asWritten(err error) error {
	var faults vocabulary.Faults
	if !errors.As(err, &faults) || len(q.Cohorts) == 0 {
		return err
	}
	for i, f := range faults {
		rest, one := strings.CutPrefix(f.Field, "active")
		if one {
			faults[i].Field = q.place(0) + rest
			continue
		}
		inside, listed := strings.CutPrefix(f.Field, "cohorts[")
		number, rest, _ := strings.Cut(inside, "]")
		if n, err := strconv.Atoi(number); listed && err == nil && n < len(q.Cohorts) {
			faults[i].Field = q.place(n) + rest
		}
	}
	return faults
}

// place is where the counts of a cohort stand.
func (q *retentionRequest) place(i int) string {
	if q.Cohorts[i].key != "" {
		return q.Cohorts[i].key + ".active"
	}
	return "cohorts[" + strconv.Itoa(i) + "]"
}
