package special

import "math"

// Tail returns Σ_{k≥0} f(from+k) for a positive f that falls smoothly, as powers
// of a large t and exponentials do, and whose sum converges (Euler-Maclaurin,
// DLMF 2.10.1).
//
//	∫ f dt from `from` to ∞ + f(from)/2 − f′(from)/12 + …
//
// The third derivative's term is left out: for a power of t it is below
// f(from)·(power+2)³/(720·from³), which a `from` of thousands makes nothing.
func Tail(f func(t float64) float64, from float64) float64 {
	h := from * 1e-4
	slope := (f(from+h) - f(from-h)) / (2 * h)
	return toInfinity(f, from) + f(from)/2 - slope/12
}

// toInfinity integrates f from a point to infinity with t = from·e^y and a
// double-exponential rule in y = exp(s − e^−s) (Takahasi & Mori 1974), halved
// until two rules agree.
func toInfinity(f func(t float64) float64, from float64) float64 {
	last := math.NaN()
	for step := 0.25; step > 0.001; step /= 2 {
		sum := 0.0
		for i := int(-6 / step); i <= int(8/step); i++ {
			s := float64(i) * step
			y := math.Exp(s - math.Exp(-s))
			if y > 700 {
				break
			}
			t := from * math.Exp(y)
			if value := f(t) * t * y * (1 + math.Exp(-s)); value > 0 {
				sum += value
			}
		}
		sum *= step
		if math.Abs(sum-last) <= 1e-13*sum {
			return sum
		}
		last = sum
	}
	return last
}
