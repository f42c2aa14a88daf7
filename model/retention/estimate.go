package retention

import "slices"

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

// Estimate returns the estimate of the model of that name, nil where there is no
// such model.
func (r *Result) Estimate(model string) *Estimate {
	i := slices.IndexFunc(r.Models, func(e Estimate) bool { return e.Model == model })
	if i < 0 {
		return nil
	}
	return &r.Models[i]
}
