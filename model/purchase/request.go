package purchase

import (
	"strconv"

	"blyant/model/internal/fault"
)

// prepare checks the request, fills in its defaults and returns the customers;
// of a log also what is needed to track purchases.
func (r *Result) prepare() ([]Customer, *tracker, error) {
	q := &r.Request
	r.defaults()
	if err := q.check(); err != nil {
		return nil, nil, err
	}
	if q.Log == nil {
		r.Rows.Read = len(q.Customers)
		return q.Customers, nil, checkAll(q.Customers)
	}
	return r.calibrate()
}

// defaults fills in what may be left out.
func (r *Result) defaults() {
	q := &r.Request
	if q.Unit == "" {
		q.Unit = Week
	}
	if q.Ahead == 0 && q.Unit.Days() > 0 {
		q.Ahead = int(DaysPerYear / q.Unit.Days())
	}
	if q.Period == "" {
		q.Period = "year"
	}
	if q.Horizon == 0 {
		q.Horizon = 10 * periodsPerYear(q.Period)
		r.Notes = append(r.Notes, NoteHorizonAssumed)
	}
	if q.AnnualDiscountRate == 0 {
		r.Notes = append(r.Notes, NoteDiscountAssumed)
	}
}

// check lists what is wrong with the fields beside the customers.
func (q *Request) check() error {
	var faults fault.Faults
	if (q.Log == nil) == (q.Customers == nil) {
		faults.Add("transactions", fault.Conflict, "transactions_or_customers")
	}
	if q.Unit.Days() == 0 {
		faults.Add("unit", fault.NotAChoice, "not_a_choice", string(q.Unit), string(Day), string(Week), string(Month))
	}
	if periodDays(q.Period) == 0 {
		faults.Add("period", fault.NotAChoice, "not_a_choice", q.Period, "week", "month", "quarter", "year")
	}
	if q.Model != "" && len(ParameterNames(q.Model)) != 4 {
		faults.Add("model", fault.NotAChoice, "not_a_choice", q.Model, ModelBGNBD, ModelMBGNBD, ModelParetoNBD)
	}
	if q.Horizon < 0 || q.Horizon > MostPeriods {
		faults.Add("horizon", fault.OutOfRange, "out_of_range", strconv.Itoa(q.Horizon))
	}
	if q.Ahead < 0 || q.Ahead > MostAhead {
		faults.Add("ahead", fault.OutOfRange, "out_of_range", strconv.Itoa(q.Ahead))
	}
	if d := q.AnnualDiscountRate; !(d >= -0.99 && d <= 10) {
		faults.Add("annual_discount_rate", fault.OutOfRange, "out_of_range", strconv.FormatFloat(d, 'g', -1, 64))
	}
	if q.Log == nil && (q.CalibrationEnd != nil || q.ObservationEnd != nil) {
		faults.Add("calibration_end", fault.Conflict, "dates_without_transactions")
	}
	return faults.OrNil()
}

// calibrate turns the log into customers.
func (r *Result) calibrate() ([]Customer, *tracker, error) {
	q := &r.Request
	first, last, ok := q.Log.Span()
	if !ok {
		return nil, nil, fault.One("transactions", fault.Required, "required")
	}
	end, observed := last, last
	if q.CalibrationEnd != nil {
		end = *q.CalibrationEnd
		observed = max(observed, end)
	}
	if q.ObservationEnd != nil {
		observed = *q.ObservationEnd
		if q.CalibrationEnd == nil {
			end = min(end, observed)
		}
	}
	var faults fault.Faults
	if end < first {
		faults.Add("calibration_end", fault.OutOfRange, "before_first_purchase", end.String(), first.String())
	}
	if observed < end {
		faults.Add("observation_end", fault.OutOfRange, "before_calibration_end", observed.String(), end.String())
	}
	if len(faults) > 0 {
		return nil, nil, faults
	}
	q.CalibrationEnd, q.ObservationEnd = &end, &observed
	c := q.Log.Calibrate(end, q.Unit)
	r.Rows = Rows{Read: q.Log.Len(), Merged: c.Merged, Late: c.Late, AfterEnd: q.Log.after(observed)}
	if c.Late > 0 {
		r.Notes = append(r.Notes, NoteCustomersLate)
	}
	if r.Rows.AfterEnd > 0 {
		r.Notes = append(r.Notes, NotePurchasesAfterEnd)
	}
	return c.Customers, c.track(observed, q.Unit), nil
}

// after counts the purchases after a day.
func (l *Log) after(end Date) int {
	count := 0
	for _, p := range l.purchases {
		if p.Date > end {
			count++
		}
	}
	return count
}
