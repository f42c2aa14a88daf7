package whatif

import (
	"math"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat/distuv"
)

// quantile is the value below which a share p of the draws lie.
func (u Uncertain) quantile() func(p float64) float64 {
	low, mode, high := u.Low.Decimal.InexactFloat64(), u.Mode.Decimal.InexactFloat64(), u.High.Decimal.InexactFloat64()
	mean, sd := u.Mean.Decimal.InexactFloat64(), u.SD.Decimal.InexactFloat64()
	switch {
	case u.Low.Valid && low == high:
		return func(float64) float64 { return low }
	case u.Distribution == uniform:
		return func(p float64) float64 { return low + p*(high-low) }
	case u.Distribution == triangular:
		return distuv.NewTriangle(low, high, mode, nil).Quantile
	case u.Distribution == pert:
		first, second := 1+4*(mode-low)/(high-low), 1+4*(high-mode)/(high-low)
		inverse := betaQuantile(first, second)
		return func(p float64) float64 { return low + (high-low)*inverse(p) }
	case u.Distribution == lognormal:
		variance := math.Log1p(sd * sd / (mean * mean))
		return distuv.LogNormal{Mu: math.Log(mean) - variance/2, Sigma: math.Sqrt(variance)}.Quantile
	case u.Distribution == beta:
		together := mean*(1-mean)/(sd*sd) - 1
		return betaQuantile(mean*together, (1-mean)*together)
	}
	return distuv.Normal{Mu: mean, Sigma: sd}.Quantile
}

// betaQuantile is the inverse of the regularised incomplete beta function.
func betaQuantile(first, second float64) func(p float64) float64 {
	return func(p float64) float64 { return mathext.InvRegIncBeta(first, second, p) }
}
