package whatif

import (
	"math"

	"blyant/model/internal/worth"
)

// kernelMetrics are the metrics in binary floating point: NaN where one is null,
// +Inf for a payback that is never reached.
var kernelMetrics = map[string]func(k *kernel) float64{
	worth.LifetimeRevenue.Name:          func(k *kernel) float64 { s := k.sum(1); return s.turnover + k.addOn*s.orders },
	worth.LifetimeContribution.Name:     func(k *kernel) float64 { return k.contribution(k.sum(1)) },
	worth.LifetimeValue.Name:            (*kernel).value,
	worth.NetLifetimeValue.Name:         func(k *kernel) float64 { return k.value() - k.acquisition },
	worth.ValueToCostRatio.Name:         (*kernel).ratio,
	worth.ExpectedOrders.Name:           func(k *kernel) float64 { return k.sum(1).orders },
	worth.ExpectedLifetimePeriods.Name:  func(k *kernel) float64 { return k.sum(1).active },
	worth.PaybackPeriods.Name:           func(k *kernel) float64 { return k.payback(1, 1).periods },
	worth.PaybackOrders.Name:            func(k *kernel) float64 { return k.paybackByRow(1, 1).orders },
	worth.DiscountedPaybackPeriods.Name: func(k *kernel) float64 { return k.payback(k.first, k.factor).periods },
	worth.ProbabilityOfProfit.Name:      (*kernel).profits,
	worth.InternalRateOfReturn.Name:     (*kernel).rateOfReturn,
	worth.PerpetualLifetimeValue.Name:   (*kernel).perpetuity,
	worth.WordOfMouthValue.Name:         (*kernel).wordOfMouth,
	worth.ViralCoefficient.Name:         func(k *kernel) float64 { return k.referrals * k.sum(1).active },
	worth.CostPerNewCustomer.Name:       func(k *kernel) float64 { return k.acquisition },
}

func (k *kernel) ratio() float64 {
	if k.acquisition == 0 {
		return math.NaN()
	}
	return k.value() / k.acquisition
}

// wordOfMouth is lifetime_value·Σ D_t(ρ·S_t − δ(S_t − S_{t+1})).
func (k *kernel) wordOfMouth() float64 {
	var spread float64
	if k.curve == nil {
		s := k.sum(k.factor)
		return k.first * k.contribution(s) * k.first * s.active * (k.referrals - k.deterred*(1-k.rate))
	}
	k.each(func(_ int, r row) bool {
		spread += r.discount * (k.referrals*r.active - k.deterred*(r.active-r.next))
		return true
	})
	return k.value() * spread
}

// profits adds up the probabilities of the stays that pay.
func (k *kernel) profits() float64 {
	var value, probability float64
	k.each(func(t int, r row) bool {
		value += r.discount * r.stayed
		leaves := r.active - r.next
		if t == k.horizon-1 {
			leaves = r.active
		}
		if value >= k.acquisition {
			probability += leaves
		}
		return true
	})
	return probability
}
