package retention

import "math"

// counts are the observations that all models share, by age: of the customers at
// risk in period t (index t−1), lost left and kept stayed.
type counts struct {
	kept, lost []float64
	survival   []float64 // observed S(0), S(1), …: the product of kept ÷ at risk
}

// count adds the cohorts up by age. A cohort that ends earlier than another
// leaves the later periods to the other.
func count(cohorts [][]float64) (counts, error) {
	if faults := check(cohorts); len(faults) > 0 {
		return counts{}, faults
	}
	var c counts
	for _, active := range cohorts {
		for t := 1; t < len(active); t++ {
			if t > len(c.kept) {
				c.kept, c.lost = append(c.kept, 0), append(c.lost, 0)
			}
			c.kept[t-1] += active[t]
			c.lost[t-1] += active[t-1] - active[t]
		}
	}
	c.survival = []float64{1}
	for i, kept := range c.kept {
		rate := 0.0
		if risk := kept + c.lost[i]; risk > 0 {
			rate = kept / risk
		}
		c.survival = append(c.survival, c.survival[i]*rate)
	}
	return c, nil
}

// logLikelihood of a model with the given rates of staying.
//
//	Σ_t lost_t·ln(1 − r_t)·… = Σ_t lost_t·ln P(T = t) + rest·ln S(L)
//
// with both sides taken apart into one factor for each period survived.
func (c counts) logLikelihood(rate func(t int) float64) float64 {
	sum := 0.0
	for i := range c.kept {
		r := rate(i + 1)
		sum += times(c.kept[i], math.Log(r)) + times(c.lost[i], math.Log1p(-r))
	}
	return sum
}

// times is a product in which nothing counts nothing: 0·ln 0 = 0.
func times(n, logarithm float64) float64 {
	if n == 0 {
		return 0
	}
	return n * logarithm
}
