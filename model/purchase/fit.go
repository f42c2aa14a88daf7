package purchase

import (
	"context"
	"sync"

	"blyant/model/internal/fault"
	"blyant/model/spend"
)

// Notes of a result.
const (
	NoteNoMaximum            = "no_maximum"              // the likelihood of a model has no inner maximum: no parameters
	NoteBasketValueUndefined = "basket_value_undefined"  // q ≤ 1: the mean over customers does not exist
	NoteNoValues             = "no_values"               // no customer with a valued repeat purchase
	NoteCustomersLate        = "customers_late"          // customers who first bought after the calibration are left out
	NotePurchasesAfterEnd    = "purchases_after_end"     // purchases after the end of observation are left out
	NoteDiscountAssumed      = "discount_assumed"        // none
	NoteHorizonAssumed       = "horizon_assumed"         // ten years
	NotePopulationMean       = "population_mean_assumed" // customers without a valued repeat purchase are given the population's
)

// Bounds of a request.
const (
	MostAhead   = 5200 // units
	MostPeriods = 1200 // of the scenario
)

// Request holds a log of purchases or a table of customers, exactly one of them.
type Request struct {
	Log       *Log       // purchases, one by one
	Customers []Customer // or what they come to; alike customers may be added up

	Unit           Unit  // of time; week by default
	CalibrationEnd *Date // of a log: the last day that the models see; default the last purchase
	ObservationEnd *Date // of a log: the last day of the holdout; default the last purchase, at least CalibrationEnd

	PerCustomer        bool    // predict for each customer
	Ahead              int     // units to look ahead, 1 … 5200; default the whole units of a year
	AnnualDiscountRate float64 // d of the residual value, −0.99 … 10; none by default

	Model   string // whose scenario follows; default the one with the greatest log-likelihood
	Period  string // of the scenario: week, month, quarter, year (default)
	Horizon int    // of the scenario, 1 … 1200 periods; default ten years
}

// Fit estimates the three purchase models and Gamma-Gamma. Faults of the request
// are Faults; so is a request that leaves no purchase model (code no_solution).
func Fit(request Request) (*Result, error) { return FitContext(context.Background(), request) }

// FitContext is Fit for as long as the context lasts; then it returns the
// context's error.
func FitContext(ctx context.Context, request Request) (*Result, error) {
	out := &Result{Request: request}
	customers, tracked, err := out.prepare()
	if err != nil {
		return nil, err
	}
	groups := Group(customers)
	sums := total(groups)
	switch {
	case sums.customers == 1:
		return nil, fault.One("customers", fault.NoSolution, "one_customer")
	case sums.repeats == 0:
		return nil, fault.One("customers", fault.NoSolution, "nobody_repeats")
	}
	out.Customers, out.Groups = int(sums.customers), len(groups)
	out.fitAll(ctx, customers, groups)
	for i := range out.Models {
		out.expect(ctx, &out.Models[i], customers, groups, tracked)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return out, out.follow()
}

// fitAll estimates the models side by side.
func (r *Result) fitAll(ctx context.Context, customers, groups []Customer) {
	r.Models = []ModelResult{{Name: ModelBGNBD}, {Name: ModelMBGNBD}, {Name: ModelParetoNBD}}
	work := []func(){func() { r.fitSpend(ctx, customers) }}
	for i := range r.Models {
		m := &r.Models[i]
		work = append(work, func() { m.Fitted, m.Err = fitModel(ctx, m.Name, groups) })
	}
	together(work)
}

// together runs all work side by side. What one of it panics with, the caller
// panics with.
func together(work []func()) {
	panics := make([]any, len(work))
	var all sync.WaitGroup
	for i, one := range work {
		all.Go(func() {
			defer func() { panics[i] = recover() }()
			one()
		})
	}
	all.Wait()
	for _, p := range panics {
		if p != nil {
			panic(p)
		}
	}
}

// fitSpend learns the value of a purchase; without values there is none.
func (r *Result) fitSpend(ctx context.Context, customers []Customer) {
	values := make([]spend.Customer, len(customers))
	unvalued := false
	for i, c := range customers {
		values[i] = spend.Customer{X: c.X, Mean: c.ZBar, Count: c.Count}
		unvalued = unvalued || c.X == 0 || c.ZBar == 0
	}
	r.Spend, r.SpendErr = spend.FitContext(ctx, values)
	switch {
	case r.Spend == nil:
		r.Notes = append(r.Notes, NoteNoValues)
	case r.Spend.Model.Q <= 1:
		r.Notes = append(r.Notes, NoteBasketValueUndefined)
	case unvalued:
		r.Notes = append(r.Notes, NotePopulationMean)
	}
}
