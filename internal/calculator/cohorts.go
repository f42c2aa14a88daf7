package calculator

import (
	"io"
	"strconv"

	"blyant/internal/answer"
	"blyant/internal/chart"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model/cohort"
	"blyant/model/vocabulary"
)

// cohortsRequest is a list of purchases and how to gather it.
type cohortsRequest struct {
	purchases
	Period, End string
}

// cohortsResult is the table with what was asked.
type cohortsResult struct {
	*cohort.Result
	request *cohortsRequest
	rows    rowsReport
	places  int // of money
}

func cohortsData(q *cohortsRequest) *purchases { return &q.purchases }

var cohortsFields = append([]vocabulary.Field{
	vocabulary.Place(periodChoice("month"), func(q *cohortsRequest) any { return &q.Period }),
	vocabulary.Place(vocabulary.Text("end", 10).Under(vocabulary.GroupGeneral), func(q *cohortsRequest) any { return &q.End }),
}, dataFields(cohortsData)...)

var cohorts = computing(Calculator{
	Name: "cohorts",
	Request: input.Shape{
		Fields:  cohortsFields,
		Members: []input.Member{transactionsIn(cohortsData)},
		Check: func(record any, ignore ...string) vocabulary.Faults {
			q := record.(*cohortsRequest)
			faults := vocabulary.CheckRecord(q, cohortsFields, ignore...)
			dateIn("end", q.End, &faults)
			return faults
		},
		Rows: func(record any, body io.Reader, d input.RowDialect) error {
			return record.(*cohortsRequest).read(body, d, false)
		},
	},
	Sections: []answer.Section{
		answer.Single(answer.Words("currency", func(r *cohortsResult) string { return r.request.Currency })),
		cohortsInputs, cohortsRows, cohortsAverage, cohortsTotals, cohortsReport, cohortsNotes,
	},
	Tables: []answer.Section{cohortsTable, cohortsAverage, cohortsTotals, cohortsReportTable, cohortsLeftOut, cohortsInputs, cohortsNotes},
	wide: func(result any, _ locale.Language) []answer.Table {
		return []answer.Table{triangle(result.(*cohortsResult))}
	},
	WithoutPage: "the page /data takes a file, and a file has no address",
	Limits:      rowsLimits,
	effort:      effortBy(func(q *cohortsRequest) effort { return effortOfLearning(q.Log.Len() / 10) }),
	RowsMeaning: ordersMeaning,
	RowsExample: ordersExample,
	Chart: func(a answer.Answer, l locale.Language) chart.Picture {
		r := a.Result.(*cohortsResult)
		return chart.Cohorts(r.Result, l)
	},
}, tableCohorts, func(*cohortsResult) string { return "" })

// notes are those of the result.
func (r *cohortsResult) notes() []vocabulary.Note {
	var notes []vocabulary.Note
	for _, code := range r.Notes {
		field, args := "active_share", []string(nil)
		if code == cohort.NotePurchasesAfterEnd {
			field, args = "end", []string{strconv.Itoa(r.AfterEnd)}
		}
		notes = append(notes, vocabulary.Note{Code: code, Field: field, Args: args})
	}
	return notes
}
