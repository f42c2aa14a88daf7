package calculator

import (
	"context"
	"io"
	"strconv"

	"blyant/internal/answer"
	"blyant/internal/chart"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model/retention"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// retentionRequest is what was counted and how far to look.
type retentionRequest struct {
	Active             []decimal.Decimal
	Cohorts            []countedCohort
	Period             string
	Horizon            vocabulary.Whole
	AnnualDiscountRate decimal.NullDecimal
}

// retentionResult is the answer of the model with what was asked.
type retentionResult struct {
	*retention.Result
	request *retentionRequest
}

// Fields of the request.
var (
	largestCohort   = decimal.NewFromInt(retention.MostCustomers)
	activeField     = vocabulary.Numbers("active", vocabulary.UnitCustomers, largestCohort, retention.MostValues).Under(vocabulary.GroupLoyalty)
	retentionFields = []vocabulary.Field{
		vocabulary.Place(activeField, func(q *retentionRequest) any { return &q.Active }),
		vocabulary.Place(periodChoice("year"), func(q *retentionRequest) any { return &q.Period }),
		vocabulary.Place(vocabulary.WholeNumber("horizon", vocabulary.UnitPeriods, 1, retention.MostPeriods).Under(vocabulary.GroupGeneral), func(q *retentionRequest) any { return &q.Horizon }),
		vocabulary.Place(discountField(), func(q *retentionRequest) any { return &q.AnnualDiscountRate }),
	}
)

// periodChoice is the length of a period, and which one it is unless said.
func periodChoice(usual string) vocabulary.Field {
	return vocabulary.Choice("period", "week", "month", "quarter", "year").Under(vocabulary.GroupGeneral).Defaults(usual)
}

// discountField is the discount rate, none unless given.
func discountField() vocabulary.Field {
	return vocabulary.Number("annual_discount_rate", vocabulary.UnitSharePerYear, decimal.NewFromInt(10)).From(decimal.New(-99, -2)).
		NeedsPercentAbove(decimal.NewFromInt(1)).Under(vocabulary.GroupDiscounting).Defaults("0")
}

var retentionFit = computing(Calculator{
	Name: "retention-fit",
	Request: input.Shape{
		Fields: retentionFields,
		Members: []input.Member{input.ManyLists("cohorts", "cohort", retention.MostCohorts,
			vocabulary.Place(activeField, func(c *countedCohort) any { return &c.Active }),
			func(q *retentionRequest, key string) any {
				c := input.Grow(&q.Cohorts, retention.MostCohorts)
				c.key = key
				return c
			}).Optional()},
		Rows: func(record any, body io.Reader, d input.RowDialect) error {
			return record.(*retentionRequest).read(body, d)
		},
	},
	effort:      effortBy(func(q *retentionRequest) effort { return effortOfLearning(10 * (1 + len(q.Cohorts))) }),
	RowsMeaning: "A table of counts with a header: active, a row for each period; cohort and active; or a column or a row for each cohort; names in English, Norwegian, Danish or Swedish.",
	RowsExample: "period,2024,2025\n0,1000,1200\n1,869,1020\n2,743,890\n3,653,\n",
	Sections: []answer.Section{
		retentionInputs,
		answer.Single(answer.Series(retentionObserved, func(r *retentionResult) []float64 { return r.Observed })),
		retentionNestedModels,
		answer.Single(answer.Words("preferred", func(r *retentionResult) string { return r.Preferred }, retentionModels...)),
		retentionCost, retentionUncertain, retentionNotes,
	},
	Tables: []answer.Section{retentionSurvival, retentionCurves, retentionParameters, retentionLifetimes, retentionCost,
		uncertainTable(oneRate), retentionInputs, retentionNotes},
	Figures:     Addressed{Item: retentionItemFigures(), find: findRetentionModel},
	WithoutPage: "a handful of counts is asked from a cell or a program; the page /data takes orders",
	Chart: func(a answer.Answer, l locale.Language) chart.Picture {
		r := a.Result.(*retentionResult)
		return chart.Retention(r.Result, r.request.Period, l)
	},
}, fitRetention, func(*retentionResult) string { return "" })

// fitRetention completes the request and fits the models.
func fitRetention(ctx context.Context, q *retentionRequest) (retentionResult, error) {
	vocabulary.FillDefaults(q, retentionFields)
	asked := retention.Request{Period: q.Period, Horizon: q.Horizon.Int, AnnualDiscountRate: float(q.AnnualDiscountRate)}
	if len(q.Active) > 0 && len(q.Cohorts) > 0 {
		return retentionResult{}, vocabulary.Faults{{Field: "active", Code: vocabulary.CodeConflict, Reason: "active_or_cohorts"}}
	}
	for _, c := range q.Cohorts {
		asked.Cohorts = append(asked.Cohorts, floats(c.Active))
	}
	if len(q.Active) > 0 {
		asked.Cohorts = [][]float64{floats(q.Active)}
	}
	fitted, err := retention.FitContext(ctx, asked)
	if err != nil {
		return retentionResult{}, q.asWritten(learntFaults(err))
	}
	if !q.Horizon.Valid {
		q.Horizon = vocabulary.Count(len(fitted.Estimate(fitted.Preferred).RetentionCurve) + 1)
	}
	return retentionResult{fitted, q}, nil
}

// notes are those of the result and of its models.
func (r *retentionResult) notes() []vocabulary.Note {
	var notes []vocabulary.Note
	for _, code := range r.Notes {
		field, args := "annual_discount_rate", []string(nil)
		if code == retention.NoteHorizonAssumed {
			field, args = "horizon", []string{strconv.Itoa(r.request.Horizon.Int)}
		}
		notes = append(notes, noted([]string{code}, field, args...)...)
	}
	for _, m := range r.Models {
		field := "parameters"
		for _, code := range m.Notes {
			switch code {
			case retention.NoteNoStandardError:
				field = "standard_errors"
			case retention.NoteResidualLifetimeInfinite:
				field = "residual_lifetimes"
			}
			notes = append(notes, noted([]string{code}, field, m.Model)...)
		}
	}
	return notes
}
