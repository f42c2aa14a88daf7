package retention

import (
	"context"
	"math"
	"strconv"

	"blyant/model/internal/fault"
	"blyant/model/internal/likelihood"
)

// Faults are what is wrong with a request; an error of this package is of this
// type.
type Faults = fault.Faults

// Fault is one of them.
type Fault = fault.Fault

// NoMaximumError says why a model has no estimate (Estimate.Err).
type NoMaximumError = likelihood.NoMaximumError

// MostPeriods is the longest horizon.
const MostPeriods = 1200

// Request holds what was counted and how far to look.
type Request struct {
	// Cohorts hold the customers active at the end of periods 0, 1, 2, …; the
	// first is those who were won. Counts are 0 … 1e12, never rise, and need not
	// be whole.
	Cohorts [][]float64
	// Period is the length of a period: week, month, quarter or year (default).
	Period string
	// Horizon is N, the periods that the curves cover: 1 … 1200, default ten
	// years.
	Horizon int
	// AnnualDiscountRate is d of the residual lifetime, an effective annual rate
	// of −0.99 … 10; none by default.
	AnnualDiscountRate float64
}

// Fit estimates the three models. Faults of the request are Faults; so is a
// request that leaves no model (code no_solution).
func Fit(request Request) (*Result, error) { return FitContext(context.Background(), request) }

// FitContext is Fit for as long as the context lasts; then it returns the
// context's error.
func FitContext(ctx context.Context, request Request) (*Result, error) {
	periods, notes, err := request.complete()
	if err != nil {
		return nil, err
	}
	c, err := count(request.Cohorts)
	if err != nil {
		return nil, err
	}
	result := &Result{Observed: c.survival, Notes: notes, Models: []Estimate{
		fitGeometric(c), fitShiftedBetaGeometric(ctx, c), fitBetaDiscreteWeibull(ctx, c)}}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	factor := math.Pow(1+request.AnnualDiscountRate, -1/periods)
	for i := range result.Models {
		result.Models[i].project(len(c.survival), request.Horizon, factor)
	}
	result.prefer()
	return result, nil
}

// complete fills in defaults, checks the fields beside the cohorts and returns
// the periods in a year and notes on what was assumed.
func (r *Request) complete() (periods float64, notes []string, err error) {
	var faults fault.Faults
	if r.Period == "" {
		r.Period = "year"
	}
	periods, ok := map[string]float64{"week": 52, "month": 12, "quarter": 4, "year": 1}[r.Period]
	if !ok {
		faults.Add("period", fault.NotAChoice, "not_a_choice", r.Period)
	}
	if r.Horizon == 0 {
		r.Horizon = int(10 * periods)
		notes = append(notes, NoteHorizonAssumed)
	} else if r.Horizon < 0 || r.Horizon > MostPeriods {
		faults.Add("horizon", fault.OutOfRange, "out_of_range", strconv.Itoa(r.Horizon))
	}
	if d := r.AnnualDiscountRate; !(d >= -0.99 && d <= 10) {
		faults.Add("annual_discount_rate", fault.OutOfRange, "out_of_range", text(d))
	}
	if r.AnnualDiscountRate == 0 {
		notes = append(notes, NoteDiscountAssumed)
	}
	return periods, notes, faults.OrNil()
}

// prefer picks the model with the least AIC, the simpler of equals, and holds
// one constant rate against it.
func (r *Result) prefer() {
	least := math.Inf(1)
	for _, m := range r.Models {
		if m.Parameters != nil && m.AIC < least {
			least, r.Preferred = m.AIC, m.Model
		}
	}
	best, one := r.Estimate(r.Preferred), r.Estimate(ModelGeometric)
	if se := one.Parameters[0].StandardError; se > 0 {
		r.Uncertain = &Rate{one.Parameters[0].Value, se}
	}
	for n, lifetime := range best.ResidualLifetimes {
		cost := RateCost{N: n + 1, OneRate: one.ResidualLifetimes[n], Preferred: lifetime}
		cost.Difference = lifetime.Periods - cost.OneRate.Periods
		r.OneRateCost = append(r.OneRateCost, cost)
	}
}
