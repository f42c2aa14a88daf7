package special

import "math"

// Chebyshev is a polynomial that stands in for a smooth function on an interval.
type Chebyshev struct {
	low, high float64
	c         []float64
}

// NewChebyshev interpolates f on [low, high] at Chebyshev points, twice as many
// until the last coefficients are below the tolerance, relative to the greatest,
// or 512 of them were taken.
func NewChebyshev(f func(x float64) float64, low, high, tolerance float64) Chebyshev {
	for n := 16; ; n *= 2 {
		p := Chebyshev{low, high, coefficients(f, low, high, n)}
		largest := 0.0
		for _, c := range p.c {
			largest = math.Max(largest, math.Abs(c))
		}
		rest := math.Abs(p.c[n-1]) + math.Abs(p.c[n-2]) + math.Abs(p.c[n-3])
		if rest <= tolerance*largest || n >= 512 {
			return p
		}
	}
}

// coefficients returns those of the interpolant at n points.
//
//	c_k = (2/n)·Σ_j f(x_j)·cos(πk(j+½)/n),   c_0 halved
func coefficients(f func(x float64) float64, low, high float64, n int) []float64 {
	values, out := make([]float64, n), make([]float64, n)
	for j := range values {
		y := math.Cos(math.Pi * (float64(j) + 0.5) / float64(n))
		values[j] = f((low+high)/2 + (high-low)/2*y)
	}
	for k := range out {
		for j, value := range values {
			out[k] += value * math.Cos(math.Pi*float64(k)*(float64(j)+0.5)/float64(n))
		}
		out[k] *= 2 / float64(n)
	}
	out[0] /= 2
	return out
}

// At returns the polynomial's value (Clenshaw's recurrence).
func (p Chebyshev) At(x float64) float64 {
	y := (2*x - p.low - p.high) / (p.high - p.low)
	var one, two float64
	for k := len(p.c) - 1; k > 0; k-- {
		one, two = 2*y*one-two+p.c[k], one
	}
	return y*one - two + p.c[0]
}
