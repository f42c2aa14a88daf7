package service

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/formula"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// nearestBreakEven returns the change of the repeat-purchase rate, within
// [−r, 1−r], that makes the total gain 0 with the programme's other effects as
// given, where there may be several; the nearest to the change given, then the
// smaller.
//
// As a function of the rate ρ after the change the gain is the polynomial
//
//	P(ρ) = Σ_t k_t·ρ^t − K,  k_t = D_t·c'_t,
//	K = enrolment_cost + lifetime_value + fixed_cost ÷ participants
func (e *effect) nearestBreakEven() formula.Figure {
	var out formula.Figure
	_ = exact.Decide(e.req.Scenario.Horizon.Int, func(a *exact.Arithmetic) error {
		out = formula.Figure{}
		if change, found := e.nearestRoot(a); found {
			out.Rounded = vocabulary.RoundedDecimal(a.Round(change, vocabulary.RatioDecimals))
		}
		return nil
	})
	return out
}

func (e *effect) nearestRoot(a *exact.Arithmetic) (exact.Number, bool) {
	p := e.programme
	base := worth.Evaluate(a, e.req.Scenario.Terms(a))
	participants := a.Mul(exact.FromNull(e.req.Customers), exact.FromNull(p.ParticipationRate))
	fixed := a.Quo(exact.FromNull(p.FixedCost), participants)
	spent := a.Add(exact.FromNull(p.EnrolmentCost), a.Add(base.Value, fixed))
	terms := e.presentValues(a)
	terms[0] = a.Sub(terms[0], spent)

	rate, given := base.Terms.Retention[0], exact.FromNull(p.RepeatPurchaseRateChange)
	var best, distance exact.Number
	found := false
	for _, root := range exact.NewPolynomial(a, terms).Roots() { // they rise, so the smaller of two equally near is kept
		change := a.Sub(root, rate)
		off := a.Sub(change, given)
		if a.Sign(off) < 0 {
			off = off.Neg()
		}
		if !found || a.Cmp(off, distance) < 0 {
			best, distance, found = change, off, true
		}
	}
	return best, found
}

// presentValues returns k_t = D_t·c'_t.
func (e *effect) presentValues(a *exact.Arithmetic) []exact.Number {
	p := e.programme
	t := p.apply(e.req.Scenario).Terms(a)
	back, divisor := p.givenBack()
	z := a.Quo(exact.FromDecimal(back), exact.FromInt(divisor))
	t.Margin = a.Sub(t.Margin, z)
	t.CostPerOrder = a.Add(t.CostPerOrder, exact.FromNull(p.CostPerOrder))
	t.CostPerPeriod = a.Add(t.CostPerPeriod, exact.FromNull(p.CostPerPeriod))
	rows := worth.Project(a, &t, t.Horizon)
	terms := make([]exact.Number, len(rows))
	for i, row := range rows {
		terms[i] = a.Mul(row.Discount, row.Stayed)
	}
	return terms
}
