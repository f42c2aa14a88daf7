package whatif

import "math"

// rateOfReturn is the rate at which the present value of the contributions is
// the acquisition cost, where the flows change their sign once.
func (k *kernel) rateOfReturn() float64 {
	if k.acquisition == 0 || !k.oneChange() {
		return math.NaN()
	}
	// At x = ln(1+i). It falls, and far below the root, where the parts overflow,
	// the last flow decides, which is a gain.
	above := func(x float64) bool {
		v := math.Exp(-x / k.perYear)
		excess := math.Exp(-x*k.offset/k.perYear)*k.contribution(k.sum(v)) - k.acquisition
		return excess > 0 || math.IsNaN(excess) || math.IsInf(excess, 0)
	}
	low, high := math.Log(1e-6), math.Log(1e6+1)
	if !above(low) || above(high) {
		return math.NaN()
	}
	for range 70 {
		if middle := (low + high) / 2; above(middle) {
			low = middle
		} else {
			high = middle
		}
	}
	return math.Expm1((low + high) / 2)
}

// oneChange reports whether the flows −A, contribution_0, … change sign once,
// from negative to positive; cash at the start is netted with −A.
func (k *kernel) oneChange() bool {
	last, changes, netted := -1.0, 0, k.acquisition
	if k.offset == 0 {
		last = 0
	} else {
		netted = 0
	}
	positive := false
	k.each(func(_ int, r row) bool {
		flow := k.rowContribution(r) - netted
		netted = 0
		switch {
		case flow == 0:
		case last == 0 && flow > 0:
			positive = true
		case last != 0 && flow*last < 0:
			changes++
			last = flow
		default:
			last = flow
		}
		return !positive
	})
	return !positive && changes == 1
}
