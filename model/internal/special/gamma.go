package special

import "math"

// stirlingFrom is the argument from which Stirling's series with six terms has
// an error below one unit in the last place.
const stirlingFrom = 10

// LogRising returns the logarithm of the rising factorial for real u ≥ 0, x > 0.
//
//	ln Γ(x+u) − ln Γ(x)
//
// Where x is large both logarithms are too, and their difference would lose what
// they have in common; Stirling's formula (DLMF 5.11.1) is subtracted term by
// term there.
func LogRising(x, u float64) float64 {
	if x < stirlingFrom {
		upper, _ := math.Lgamma(x + u)
		lower, _ := math.Lgamma(x)
		return upper - lower
	}
	return (x-0.5)*math.Log1p(u/x) + u*(math.Log(x+u)-1) + stirling(x+u) - stirling(x)
}

// stirling is the series of DLMF 5.11.1 after the closed part.
//
//	1/(12x) − 1/(360x³) + 1/(1260x⁵) − 1/(1680x⁷) + 1/(1188x⁹) − 691/(360360x¹¹)
func stirling(x float64) float64 {
	w := 1 / (x * x)
	return (1.0/12 - w*(1.0/360-w*(1.0/1260-w*(1.0/1680-w*(1.0/1188-w*691/360360))))) / x
}

// Digamma returns the logarithmic derivative of the gamma function for x > 0.
//
//	ψ(x) = d/dx ln Γ(x)
//
// The recurrence (DLMF 5.5.2) leads to arguments where the asymptotic series
// (DLMF 5.11.2) is exact to the last places.
func Digamma(x float64) float64 {
	if !(x > 0) {
		return math.NaN()
	}
	below := 0.0
	for ; x < stirlingFrom; x++ {
		below += 1 / x
	}
	return math.Log(x) - 0.5/x - digammaTail(x) - below
}

// digammaTail is the series of DLMF 5.11.2 after the first two terms.
func digammaTail(x float64) float64 {
	w := 1 / (x * x)
	return w * (1.0/12 - w*(1.0/120-w*(1.0/252-w*(1.0/240-w*(1.0/132-w*(691.0/32760-w/12))))))
}

// DigammaRise returns how much the digamma function grows over u ≥ 0, x > 0.
//
//	ψ(x+u) − ψ(x)
func DigammaRise(x, u float64) float64 {
	if x < stirlingFrom {
		return Digamma(x+u) - Digamma(x)
	}
	y := x + u
	return math.Log1p(u/x) + u/(2*x*y) + digammaTail(x) - digammaTail(y)
}

// LogBeta returns the logarithm of the beta function for x, y > 0.
//
//	ln B(x, y) = ln Γ(x) + ln Γ(y) − ln Γ(x+y)
func LogBeta(x, y float64) float64 {
	if x > y {
		x, y = y, x
	}
	small, _ := math.Lgamma(x)
	return small - LogRising(y, x)
}

// LogBetaRise returns the logarithm of the ratio of two beta functions, for
// x, y > 0 and u ≥ 0.
//
//	ln B(x, y+u) − ln B(x, y) = ln [ Γ(y+u)·Γ(x+y) ÷ (Γ(y)·Γ(x+y+u)) ]
//
// The ratio is symmetric in x and u, so the shorter rise is taken.
func LogBetaRise(x, y, u float64) float64 {
	if math.IsInf(u, 1) {
		return math.Inf(-1)
	}
	if u > x {
		x, u = u, x
	}
	return LogRising(y, u) - LogRising(y+x, u)
}
