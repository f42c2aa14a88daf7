package service

import "blyant/model/internal/exact"

// breakEven returns the change of the repeat-purchase rate, within [−r, 1−r],
// that makes the total gain 0 with the programme's other effects as given; of
// several the nearest to the change given, then the smaller.
//
// As a function of the rate ρ after the change the gain is the polynomial
//
//	P(ρ) = Σ_t k_t·ρ^t − K,  k_t = D_t·c'_t,
//	K = enrolment_cost + lifetime_value + fixed_cost ÷ participants
func (e *effect) breakEven() (exact.Number, bool) {
	if e.curve || e.participants.IsZero() {
		return exact.Number{}, false
	}
	a := e.a
	terms := make([]exact.Number, len(e.with.Rows))
	for t, row := range e.with.Rows {
		terms[t] = a.Mul(row.Discount, row.Stayed)
	}
	fixed := a.Quo(exact.FromNull(e.programme.FixedCost), e.participants)
	worth := a.Add(exact.FromNull(e.programme.EnrolmentCost), a.Add(e.base.Value, fixed))
	terms[0] = a.Sub(terms[0], worth)

	rate := e.base.Terms.Retention[0]
	given := exact.FromNull(e.programme.RepeatPurchaseRateChange)
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
