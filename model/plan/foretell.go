package plan

import (
	"math"

	"blyant/model/internal/exact"
)

// nearly is what binary numbers here may be off by, as a part of their size.
const nearly = 1e-11

// foretell looks at the plan, after its defaults, in binary numbers: how many
// digits word of mouth loses, at the most of its kinds of customers, and after
// how many periods a kind has surely more customers than can be reported. Later
// ones need not be worked out: the first row with a figure that is too large
// refuses the plan.
func (req *Request) foretell() (digits, periods int) {
	periods = req.Periods.Int
	for _, kind := range req.kinds() {
		referrals, deterred := kind.ReferralsPerPeriod.Decimal.InexactFloat64(), kind.DeterredPerLostCustomer.Decimal.InexactFloat64()
		if req.WordOfMouth != On || referrals == 0 && deterred == 0 {
			continue
		}
		shares := kind.shares(min(req.Periods.Int, kind.Horizon.Int) + 1)
		spread := make([]exact.Near, len(shares)-1)
		for t := range spread {
			spread[t] = exact.Near{Value: referrals*shares[t] - deterred*(shares[t]-shares[t+1]), Off: (referrals + 2*deterred) * shares[t] * nearly}
		}
		lost, steps := exact.Spreading(spread, kind.coming(req.Periods.Int))
		digits, periods = max(digits, lost), min(periods, steps)
	}
	return digits, periods
}

// shares are the first n of S_t in binary numbers.
func (s *Segment) shares(n int) []float64 {
	shares := make([]float64, n)
	share, rate := 1.0, s.RepeatPurchaseRate.Decimal.InexactFloat64()
	for t := range shares {
		shares[t] = share
		switch curve, survival := s.RetentionCurve, s.SurvivalCurve; {
		case t < len(survival):
			next := survival[t].InexactFloat64()
			if rate = 0; share > 0 {
				rate = next / share
			}
			share = next
			continue
		case len(curve) > 0:
			rate = curve[min(t, len(curve)-1)].InexactFloat64()
		}
		share *= rate
	}
	return shares
}

// coming are u_j in binary numbers, with the opening customers in u_0.
func (s *Segment) coming(n int) []exact.Near {
	coming := make([]exact.Near, n)
	growth := 1 + s.NewCustomersGrowthRate.Decimal.InexactFloat64()
	for j := range coming {
		u := s.NewCustomersFirst.Decimal.InexactFloat64() * math.Pow(growth, float64(j))
		if list := s.NewCustomers; len(list) > 0 {
			u = list[min(j, len(list)-1)].InexactFloat64()
		}
		if j == 0 {
			u += s.OpeningCustomers.Decimal.InexactFloat64()
		}
		coming[j] = exact.Near{Value: u, Off: u * nearly}
	}
	return coming
}
