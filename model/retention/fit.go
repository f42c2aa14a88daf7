package retention

import (
	"context"
	"math"
	"slices"
	"strconv"

	"blyant/model/internal/fault"
	"blyant/model/internal/likelihood"
)

// Names of the models.
const (
	ModelGeometric            = "geometric"
	ModelShiftedBetaGeometric = "shifted_beta_geometric"
	ModelBetaDiscreteWeibull  = "beta_discrete_weibull"
)

// Notes of an estimate.
const (
	NoteNoMaximum                = "no_maximum"                 // the likelihood has no inner maximum: no parameters
	NoteNoStandardError          = "no_standard_error"          // r = 0 or 1 lies at the edge
	NoteResidualLifetimeInfinite = "residual_lifetime_infinite" // the sum does not converge
	NoteDiscountAssumed          = "discount_assumed"           // none
	NoteHorizonAssumed           = "horizon_assumed"            // ten years
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

// Result holds the models side by side.
type Result struct {
	Observed    []float64  // share of customers still active at t = 0, 1, …
	Models      []Estimate // geometric, shifted beta-geometric, beta-discrete-Weibull
	Preferred   string     // the model with the least AIC
	Uncertain   *Rate      // the one rate as an uncertain number; nil at r = 0 or 1
	OneRateCost []RateCost // what assuming one constant rate would cost, by age
	Notes       []string
}

// Estimate is one model as the data have it.
type Estimate struct {
	Model             string
	Parameters        []Parameter // nil where there is no maximum
	LogLikelihood     float64     // NaN without parameters
	AIC               float64     // 2·parameters − 2·log-likelihood; NaN likewise
	Survival          []float64   // S(t), t = 0 … L+11, L the values of the longest cohort
	RetentionCurve    []float64   // r_t, t = 1 … N−1 (at least r₁), 6 decimals
	SurvivalCurve     []float64   // S(t) likewise
	ResidualLifetimes []Lifetime  // of a customer in period n = 1 … L
	Notes             []string
	Err               error // *NoMaximumError where Parameters is nil

	curve Curve
}

// Parameter is an estimate with its standard error, 0 where there is none.
type Parameter struct {
	Name          string
	Value         float64
	StandardError float64
}

// Rate is the constant retention rate as a normal variable, for a simulation.
type Rate struct{ Mean, StandardDeviation float64 }

// RateCost compares the residual lifetime of a customer in period N under one
// constant rate with that under the preferred model.
type RateCost struct {
	N          int
	OneRate    Lifetime
	Preferred  Lifetime
	Difference float64 // preferred − one rate; NaN where either is infinite
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

// Estimate returns the estimate of the model of that name, nil where there is no
// such model.
func (r *Result) Estimate(model string) *Estimate {
	i := slices.IndexFunc(r.Models, func(e Estimate) bool { return e.Model == model })
	if i < 0 {
		return nil
	}
	return &r.Models[i]
}
