package whatif

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"

	"github.com/shopspring/decimal"
)

// exactReturn is the internal rate of return to RootPlaces decimals: the zero of
//
//	Σ contribution_t·(1+i)^(−(t+o)/p) − A
//
// within half a millionth of where a summary finds it.
func exactReturn(a *exact.Arithmetic, w *worth.Worth) (exact.Number, worth.Absence) {
	found, absent := worth.InternalRateOfReturn.Of(a, w)
	if absent.Code != "" {
		return found, absent
	}
	present := func(i exact.Number) exact.Number {
		first, factor := worth.DiscountAt(a, a.Add(exact.FromInt(1), i), w.Terms.PerYear, w.Terms.HalfPeriods)
		var sum exact.Number
		for t := len(w.Rows) - 1; t >= 0; t-- { // Horner's rule
			sum = a.Add(a.Mul(sum, factor), w.Rows[t].Contribution)
		}
		return a.Sub(a.Mul(sum, first), w.Terms.Acquisition)
	}
	reach := exact.FromDecimal(decimal.New(5, -7))
	low, high := a.Sub(found, reach), a.Add(found, reach)
	for _, x := range []exact.Number{low, found, high} {
		if a.Sign(present(x)) == 0 {
			return x, absent
		}
	}
	return a.Between(present, low, high, 1), absent
}
