package purchase

import (
	"context"
	"math"
	"strconv"

	"blyant/model/internal/fault"
)

// expect says what a fitted model expects; after the end of the context it means
// nothing.
func (r *Result) expect(ctx context.Context, out *ModelResult, customers, groups []Customer, tracked *tracker) {
	if out.Err != nil {
		out.Notes = append(out.Notes, NoteNoMaximum)
		return
	}
	m, outlook := out.Fitted.Model, r.outlook()
	out.Frequencies = frequencies(ctx, m, groups)
	if tracked != nil {
		out.Tracking = tracked.rows(ctx, m)
	}
	out.NewCustomer = PredictNew(m, outlook)
	if r.Request.PerCustomer {
		out.Predictions = predict(ctx, m, customers, outlook)
	}
}

// outlook is the request's, with the values that were learnt.
func (r *Result) outlook() Outlook {
	out := Outlook{Ahead: r.Request.Ahead, Unit: r.Request.Unit, AnnualDiscountRate: r.Request.AnnualDiscountRate}
	if r.Spend != nil {
		out.Spend = &r.Spend.Model
	}
	return out
}

// follow picks the model of the scenario.
func (r *Result) follow() error {
	var chosen *Fitted
	greatest := math.Inf(-1)
	for _, m := range r.Models {
		if m.Fitted != nil && m.Fitted.LogLikelihood > greatest {
			greatest, r.Preferred = m.Fitted.LogLikelihood, m.Name
			chosen = m.Fitted
		}
	}
	if chosen == nil {
		return fault.One("customers", fault.NoSolution, "no_model_left", strconv.Itoa(r.Customers))
	}
	if name := r.Request.Model; name != "" && name != r.Preferred {
		chosen = r.Model(name).Fitted
		if chosen == nil {
			return fault.One("model", fault.NoSolution, "no_maximum", name)
		}
	}
	r.Scenario = Follow(chosen, r.Spend, r.Request.Unit, r.Request.Period, r.Request.Horizon)
	return nil
}
