package worth

import (
	"blyant/model/internal/exact"

	"github.com/shopspring/decimal"
)

// The internal rate of return is searched in (−0.999999, 1e6], counted here in
// millionths, the last place that is reported.
const (
	millionths     = 1_000_000
	leastReturn    = int64(-999_999)
	greatestReturn = int64(1_000_000 * millionths)
	nearLeast      = -999_000                    // a guess below this may hide a root outside
	nearGreatest   = int64(999_000 * millionths) // and one above this
)

// signRule looks at the signs of the flows; an empty reason is a single change
// from negative to positive.
func (w *Worth) signRule(a *exact.Arithmetic) string {
	if a.Sign(w.Terms.Acquisition) == 0 {
		return reasonNoCost
	}
	flow := w.Terms.Acquisition.Neg()
	if w.Terms.HalfPeriods > 0 { // otherwise netted with the first contribution
		flow = exact.Number{}
	}
	last, changes := 0, 0
	if w.Terms.HalfPeriods > 0 {
		last = -1
	}
	for _, r := range w.Rows {
		sign := a.Sign(a.Add(flow, r.Contribution))
		flow = exact.Number{}
		switch {
		case sign == 0:
		case last == 0 && sign > 0:
			return reasonFromPositive
		case last != 0 && sign != last:
			changes++
			last = sign
		default:
			last = sign
		}
	}
	switch changes {
	case 0:
		return reasonNoChange
	case 1:
		return ""
	}
	return reasonManyChanges
}

// npvSign returns the sign of Σ contribution_t·(1+i)^(−(t+o)/p) − A at i, given
// in halves of a millionth. It falls from positive to negative at the root.
func (w *Worth) npvSign(a *exact.Arithmetic, halves int64) int {
	annual := exact.FromDecimal(decimal.New(halves*5+10*millionths, -7))
	first, factor := DiscountAt(a, annual, w.Terms.PerYear, w.Terms.HalfPeriods)
	var sum exact.Number
	for i := len(w.Rows) - 1; i >= 0; i-- { // Horner's rule
		sum = a.Add(a.Mul(sum, factor), w.Rows[i].Contribution)
	}
	return a.Cmp(a.Mul(sum, first), w.Terms.Acquisition)
}
