package purchase

import (
	"math"

	"blyant/model/internal/special"
)

// leaving is what the data say about whether and when a customer has left.
type leaving struct {
	logOdds        float64 // of having left: the integral over the other term
	logA, logB     float64 // means of ln(α+τ) and ln(β+τ) over τ, less those at t_x
	shareA, shareB float64 // means of 1/(α+τ) and 1/(β+τ)
}

// leaving integrates over the moment of leaving in v = ln((m+τ)/(m+t_x)), m the
// smaller of α and β, where powers of m+τ are exponentials.
//
//	∫ s/(β+τ)·((α+t_x)/(α+τ))^(r+x)·((β+t_x)/(β+τ))^s dτ
func (m ParetoNBD) leaving(c Customer) leaving {
	gap := c.T - c.TX
	if gap <= 0 {
		return leaving{logOdds: math.Inf(-1)}
	}
	power := m.R + float64(c.X)
	a, b := m.Alpha+c.TX, m.Beta+c.TX
	least, most, byLeast, byMost := a, b, power, m.S
	if m.Beta < m.Alpha {
		least, most, byLeast, byMost = b, a, m.S, power
	}
	var sum, logLeast, logMost, shareLeast, shareMost float64
	// ln(most+τ) grows at most by the factor (least+gap) ÷ (most+gap) as fast as v.
	special.Panels(math.Log1p(gap/least), byLeast+byMost*(least+gap)/(most+gap), func(v, weight float64) float64 {
		rise := math.Expm1(v)
		grown, tau := 1+rise, least*rise // tau counts from t_x
		l := math.Log1p(tau / most)
		weight *= math.Exp(-byLeast*v - byMost*l)
		if m.Beta >= m.Alpha {
			weight *= least * grown / (most + tau)
		}
		sum += weight
		logLeast += weight * v
		logMost += weight * l
		shareLeast += weight / (least * grown)
		shareMost += weight / (most + tau)
		return weight
	})
	out := leaving{logOdds: math.Log(m.S*sum) + power*math.Log1p(gap/a) + m.S*math.Log1p(gap/b),
		logA: logLeast / sum, logB: logMost / sum, shareA: shareLeast / sum, shareB: shareMost / sum}
	if m.Beta < m.Alpha {
		out.logA, out.logB, out.shareA, out.shareB = out.logB, out.logA, out.shareB, out.shareA
	}
	return out
}
