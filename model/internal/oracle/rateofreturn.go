package oracle

import (
	"math"

	"blyant/model/internal/exact"
)

// Why an internal rate of return is undefined: the argument of its note.
const (
	reasonNoCost       = "no_acquisition_cost"
	reasonNoChange     = "no_sign_change"
	reasonManyChanges  = "several_sign_changes"
	reasonFromPositive = "starts_positive"
	reasonOutside      = "outside_range"
)

// rateOfReturn returns the annual rate i, in millionths rounded half away from
// zero, with
//
//	Σ contribution_t·(1+i)^(−(t+o)/p) = A
//
// or the reason why there is none. It is defined where the flows −A,
// contribution_0, … change sign exactly once, from negative to positive; then
// the present value has a single root by Descartes' rule, found in binary
// numbers and decided by its exact sign half a millionth to either side.
func (w *Worth) rateOfReturn(a *exact.Arithmetic) (millionth int64, reason string) {
	if reason = w.signRule(a); reason != "" {
		return 0, reason
	}
	npv := func(halves int64) int { return w.npvSign(a, halves) }
	guess := w.guessReturn()
	if guess < nearLeast && npv(2*leastReturn) <= 0 || guess > nearGreatest && npv(2*greatestReturn) > 0 {
		return 0, reasonOutside
	}
	return nearestRoot(guess, npv), ""
}

// guessReturn bisects on x = ln(1+i) with flows scaled by their largest, so that
// nothing overflows.
func (w *Worth) guessReturn() int64 {
	logs := make([]float64, len(w.Rows))
	signs := make([]float64, len(w.Rows))
	for i, r := range w.Rows {
		log, sign := r.Contribution.Log()
		logs[i], signs[i] = log, float64(sign)
	}
	cost, _ := w.Terms.Acquisition.Log()
	p, offset := float64(w.Terms.PerYear), float64(w.Terms.HalfPeriods)/2
	low, high := math.Log(1e-6), math.Log(1e6+1)
	for range 60 {
		x := (low + high) / 2
		scale := cost
		for i, log := range logs {
			scale = math.Max(scale, log-x*(float64(i)+offset)/p)
		}
		sum := -math.Exp(cost - scale)
		for i, log := range logs {
			sum += signs[i] * math.Exp(log-x*(float64(i)+offset)/p-scale)
		}
		if sum > 0 {
			low = x
		} else {
			high = x
		}
	}
	return int64(math.Round(math.Expm1((low+high)/2) * millionths))
}

// nearestRoot returns the root of a falling function to the nearest whole number,
// half away from zero, given its sign at every half; it starts from a guess and
// doubles its stride away from it.
func nearestRoot(guess int64, sign func(halves int64) int) int64 {
	low := func(k int64) bool { // the root rounds to k or more
		s := sign(2*k - 1)
		return s > 0 || s == 0 && k > 0
	}
	guess = min(max(guess, leastReturn), greatestReturn)
	under, over := guess, guess+1
	for stride := int64(1); under > leastReturn && !low(under); stride *= 2 {
		over = under
		under = max(under-stride, leastReturn)
	}
	for stride := int64(1); over <= greatestReturn && over > guess && low(over); stride *= 2 {
		under = over
		over = min(over+stride, greatestReturn+1)
	}
	for over-under > 1 {
		if middle := under + (over-under)/2; low(middle) {
			under = middle
		} else {
			over = middle
		}
	}
	return under
}
