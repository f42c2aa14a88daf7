package purchase

import "math"

// visits returns the purchases expected by time z = t ÷ α of a customer who buys
// at a rate λ ~ Gamma(r, α) and leaves after each purchase with a probability
// p ~ Beta(a, b).
//
//	E = E_p[ (1 − (1+p·z)^−r) ÷ p ]
//	  = Σ_{j≥0} P(N > j)·(b)_j ÷ (a+b)_j
//
// where N, the purchases of one who never leaves, is negative binomial: the
// (j+1)th purchase is made if it falls within the time and none of the j before
// was the last. All terms are positive; nothing is special at a = 1 or a+b = 1.
// The sum serves where it is short, the integral otherwise.
func visits(r, a, b, z float64) float64 {
	if z <= 0 {
		return 0
	}
	if z <= 9 && r*z <= 60 && r*math.Log1p(z) < 600 {
		return visitsBySum(r, a, b, z)
	}
	return visitsByIntegral(r, a, b, z)
}

// visitsBySum adds terms until a bound on all that follow is below the last
// place. Probabilities π_j of the negative binomial distribution follow one
// another by π_{j+1} = π_j·w·(r+j)/(j+1), w = z/(1+z), and after their mode fall
// at least as fast as a geometric sequence of that ratio.
func visitsBySum(r, a, b, z float64) float64 {
	w := z / (1 + z)
	none := -r * math.Log1p(z)
	exactly, more := math.Exp(none), -math.Expm1(none)
	stay, sum := 1.0, 0.0
	for j := 0.0; ; j++ {
		sum += more * stay
		exactly *= w * (r + j) / (j + 1)
		more -= exactly
		stay *= (b + j) / (a + b + j)
		ratio := w * (r + j + 1) / (j + 2)
		if bound := math.Max(ratio, w); bound < 1 {
			rest := exactly * bound / ((1 - bound) * (1 - bound)) * stay
			if rest <= sum*0x1p-55 {
				return sum
			}
		}
	}
}

// visitsByIntegral is the expectation over p by the trapezoid rule in s with
// logit p = y₀ + c·sinh s, y₀ the mode of p^a·(1−p)^b and c its width. The
// integrand falls doubly exponentially to both sides, so that the rule converges
// exponentially; it is halved until two agree. Dividing by the same rule for the
// density itself spares the beta function.
func visitsByIntegral(r, a, b, z float64) float64 {
	mode, width := math.Log(a/b), math.Sqrt(1/a+1/b)
	peak := a*logistic(mode) + b*logistic(-mode)
	last := math.NaN()
	for step := 0.25; ; step /= 2 {
		var sum mixture
		for i := 0; sum.add(r, z, a, b, mode+width*math.Sinh(float64(i)*step), math.Cosh(float64(i)*step), peak); i++ {
			continue
		}
		for i := -1; sum.add(r, z, a, b, mode+width*math.Sinh(float64(i)*step), math.Cosh(float64(i)*step), peak); i-- {
			continue
		}
		if mean := sum.value / sum.density; math.Abs(mean-last) <= 1e-11*mean || step < 1e-4 {
			return mean
		}
		last = sum.value / sum.density
	}
}

// mixture adds a density and a value under it up.
type mixture struct{ value, density float64 }

// add adds the point y = logit p, and reports whether a further point in the same
// direction could still show. The gain, (1 − (1+p·z)^−r) ÷ p, is at most r·z.
func (m *mixture) add(r, z, a, b, y, jacobian, peak float64) bool {
	logP := logistic(y)
	weight := math.Exp(a*logP+b*logistic(-y)-peak) * jacobian
	p, gain := math.Exp(logP), r*z
	if p > 0 {
		gain = -math.Expm1(-r*math.Log1p(p*z)) / p
	}
	m.density += weight
	m.value += weight * gain
	return weight > 1e-18*m.density || weight*r*z > 1e-18*m.value && p < 0.5
}

// logistic returns the logarithm of the logistic function.
//
//	ln [ 1 ÷ (1 + e^−y) ]
func logistic(y float64) float64 { return -softplus(-y) }
