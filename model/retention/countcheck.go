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
