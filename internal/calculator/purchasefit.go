package calculator

import (
	"context"
	"io"
	"math"
	"strconv"

	"blyant/internal/answer"
	"blyant/internal/chart"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model/purchase"
	"blyant/model/vocabulary"
)

var purchaseFit = computing(Calculator{
	Name: "purchase-fit",
	Request: input.Shape{
		Fields: purchaseFields,
		Members: []input.Member{
			transactionsIn(purchaseData),
			input.TableOf("customers", "customer", MostRows, customerFields, takeCustomer),
		},
		Check: func(record any, ignore ...string) vocabulary.Faults {
			q := record.(*purchaseRequest)
			faults := vocabulary.CheckRecord(q, purchaseFields, ignore...)
			dateIn("calibration_end", q.CalibrationEnd, &faults)
			dateIn("observation_end", q.ObservationEnd, &faults)
			return faults
		},
		Rows: func(record any, body io.Reader, d input.RowDialect) error {
			return record.(*purchaseRequest).read(body, d, true)
		},
	},
	Sections: []answer.Section{purchaseCurrency, purchaseInputs, purchaseNested,
		answer.Single(answer.Words("preferred", func(r *purchaseResult) string { return r.Preferred }, purchaseModels...)),
		purchaseScenario, purchaseUncertain, purchaseRows, purchaseNotes},
	Tables: []answer.Section{purchaseParameters, purchaseCustomers, purchaseFrequencies, purchaseTracking, purchaseHoldout, purchaseNew,
		purchaseScenarioTable, purchaseCurve, uncertainTable(purchaseNormals), purchaseRowsTable, purchaseLeftOut, purchaseInputs, purchaseNotes},
	WithoutPage: "the page /data takes a file, and a file has no address",
	Limits:      rowsLimits,
	effort:      effortBy(func(q *purchaseRequest) effort { return effortOfLearning(q.Log.Len() + len(q.Customers)) }),
	RowsMeaning: ordersMeaning,
	RowsExample: ordersExample,
	Chart: func(a answer.Answer, l locale.Language) chart.Picture {
		return chart.Purchases(a.Result.(*purchaseResult).Result, l)
	},
}, fitPurchases, func(*purchaseResult) string { return "" })

// fitPurchases completes the request and fits the models.
func fitPurchases(ctx context.Context, q *purchaseRequest) (purchaseResult, error) {
	vocabulary.FillDefaults(q, purchaseFields)
	q.complete()
	var none vocabulary.Faults
	asked := purchase.Request{Unit: purchase.Unit(q.Unit), CalibrationEnd: dateIn("", q.CalibrationEnd, &none), ObservationEnd: dateIn("", q.ObservationEnd, &none),
		PerCustomer: q.PerCustomer == "on", Ahead: q.Ahead.Int, AnnualDiscountRate: float(q.AnnualDiscountRate),
		Model: q.Model, Period: q.Period, Horizon: q.Horizon.Int}
	switch {
	case q.Log.Len() > 0 && len(q.Customers) > 0:
		return purchaseResult{}, vocabulary.Faults{{Field: "transactions", Code: vocabulary.CodeConflict, Reason: "transactions_or_customers"}}
	case q.Log.Len() == 0 && len(q.Customers) == 0:
		return purchaseResult{}, vocabulary.Faults{{Field: "transactions", Code: vocabulary.CodeRequired, Reason: "required"}}
	case q.Log.Len() > 0:
		asked.Log = &q.Log
	default:
		asked.Customers = q.Customers
	}
	fitted, err := inTurn(ctx, func(ctx context.Context) (*purchase.Result, error) { return purchase.FitContext(ctx, asked) })
	if err != nil {
		return purchaseResult{}, learntFaults(err)
	}
	out := purchaseResult{Result: fitted, request: q, rows: q.report()}
	out.complete()
	return out, nil
}

// complete gives the request what the fit assumed, and the report what it counted.
func (r *purchaseResult) complete() {
	q, asked := r.request, r.Request
	q.Ahead, q.Horizon, q.Model = vocabulary.Count(asked.Ahead), vocabulary.Count(asked.Horizon), r.Scenario.Model
	if asked.CalibrationEnd != nil {
		q.CalibrationEnd, q.ObservationEnd = asked.CalibrationEnd.String(), asked.ObservationEnd.String()
	}
	r.rows.sameDay, r.rows.afterEnd, r.rows.late = r.Rows.Merged, r.Rows.AfterEnd, r.Rows.Late
}

// notes are those of the result and of its models.
func (r *purchaseResult) notes() []vocabulary.Note {
	var notes []vocabulary.Note
	for _, code := range r.Notes {
		n := vocabulary.Note{Code: code, Field: purchaseNoteFields[code]}
		switch code {
		case purchase.NoteHorizonAssumed:
			n.Args = []string{strconv.Itoa(r.request.Horizon.Int)}
		case purchase.NoteCustomersLate:
			n.Args = []string{strconv.Itoa(r.rows.late)}
		case purchase.NotePurchasesAfterEnd:
			n.Args = []string{strconv.Itoa(r.rows.afterEnd)}
		}
		notes = append(notes, n)
	}
	for _, m := range r.Models {
		notes = append(notes, noted(m.Notes, "parameters", m.Name)...)
	}
	return notes
}

var purchaseNoteFields = map[string]string{
	purchase.NoteBasketValueUndefined: "basket_value", purchase.NoteNoValues: "expected_value", purchase.NotePopulationMean: "expected_value",
	purchase.NoteCustomersLate: "calibration_end", purchase.NotePurchasesAfterEnd: "observation_end",
	purchase.NoteDiscountAssumed: "annual_discount_rate", purchase.NoteHorizonAssumed: "horizon",
}

// normals are the figures of the scenario with their errors.
func purchaseNormals(r *purchaseResult) []normal {
	s := r.Scenario
	all := []normal{{"orders_per_period", s.OrdersPerPeriod, s.OrdersPerPeriodError}}
	if !math.IsNaN(s.BasketValueError) {
		all = append([]normal{{"basket_value", s.BasketValue, s.BasketValueError}}, all...)
	}
	return all
}
