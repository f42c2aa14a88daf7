package whatif

import "math"

// accumulator adds up with a compensation for what each sum loses (Neumaier).
type accumulator struct{ sum, lost float64 }

func (a *accumulator) add(x float64) {
	sum := a.sum + x
	if math.Abs(a.sum) >= math.Abs(x) {
		a.lost += (a.sum - sum) + x
	} else {
		a.lost += (x - sum) + a.sum
	}
	a.sum = sum
}

func (a *accumulator) total() float64 { return a.sum + a.lost }
