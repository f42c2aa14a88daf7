package retention

import (
	"math"
	"strconv"

	"blyant/model/internal/fault"
)

// Bounds of what may be counted.
const (
	MostValues    = 1201 // of one cohort: the start and 1200 periods
	MostCohorts   = 1000
	MostCustomers = 1e12 // in one cohort
)

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

// check lists what is wrong with the cohorts.
func check(cohorts [][]float64) fault.Faults {
	var faults fault.Faults
	switch {
	case len(cohorts) == 0:
		faults.Add("active", fault.Required, "active_required")
	case len(cohorts) > MostCohorts:
		faults.Add("cohorts", fault.TooMany, "too_many", strconv.Itoa(MostCohorts))
	}
	atRisk, observed := 0.0, true
	for i, active := range cohorts {
		field := "active"
		if len(cohorts) > 1 {
			field = "cohorts[" + strconv.Itoa(i) + "]"
		}
		checkCohort(&faults, field, active)
		observed = observed && len(active) > 1
		if len(active) > 1 {
			atRisk += active[0]
		}
	}
	if len(faults) == 0 && observed && atRisk == 0 {
		faults.Add("active", fault.NoSolution, "no_customers")
	}
	return faults
}

// checkCohort lists what is wrong with one cohort: customers come back neither
// from nothing nor from elsewhere.
func checkCohort(faults *fault.Faults, field string, active []float64) {
	switch {
	case len(active) < 2:
		faults.Add(field, fault.Required, "two_counts_required")
	case len(active) > MostValues:
		faults.Add(field, fault.TooMany, "too_many", strconv.Itoa(MostValues))
		return
	}
	for t, n := range active {
		at := field + "[" + strconv.Itoa(t) + "]"
		switch {
		case math.IsNaN(n) || n < 0 || n > MostCustomers:
			faults.Add(at, fault.OutOfRange, "count_out_of_range", text(n))
		case t > 0 && n > active[t-1]:
			faults.Add(at, fault.OutOfRange, "count_rises", text(n), text(active[t-1]))
		}
	}
}

func text(n float64) string { return strconv.FormatFloat(n, 'g', -1, 64) }

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
