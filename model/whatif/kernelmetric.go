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

// rateOfReturn is the rate at which the present value of the contributions is
// the acquisition cost, where the flows change their sign once.
func (k *kernel) rateOfReturn() float64 {
	if k.acquisition == 0 || !k.oneChange() {
		return math.NaN()
	}
	// At x = ln(1+i). It falls, and far below the root, where the parts overflow,
	// the last flow decides, which is a gain.
	above := func(x float64) bool {
		v := math.Exp(-x / k.perYear)
		excess := math.Exp(-x*k.offset/k.perYear)*k.contribution(k.sum(v)) - k.acquisition
		return excess > 0 || math.IsNaN(excess) || math.IsInf(excess, 0)
	}
	low, high := math.Log(1e-6), math.Log(1e6+1)
	if !above(low) || above(high) {
		return math.NaN()
	}
	for range 70 {
		if middle := (low + high) / 2; above(middle) {
			low = middle
		} else {
			high = middle
		}
	}
	return math.Expm1((low + high) / 2)
}

// oneChange reports whether the flows −A, contribution_0, … change sign once,
// from negative to positive; cash at the start is netted with −A.
func (k *kernel) oneChange() bool {
	last, changes, netted := -1.0, 0, k.acquisition
	if k.offset == 0 {
		last = 0
	} else {
		netted = 0
	}
	positive := false
	k.each(func(_ int, r row) bool {
		flow := k.rowContribution(r) - netted
		netted = 0
		switch {
		case flow == 0:
		case last == 0 && flow > 0:
			positive = true
		case last != 0 && flow*last < 0:
			changes++
			last = flow
		default:
			last = flow
		}
		return !positive
	})
	return !positive && changes == 1
}

// perpetuity is the value without end: the rows of a curve, then three
// geometric parts.
func (k *kernel) perpetuity() float64 {
	long := *k
	head := 0
	rate := k.rate
	if k.curve != nil {
		head, rate = len(k.curve)-1, k.curve[len(k.curve)-1]
	}
	until := math.Inf(1) // periods before the cap
	if k.capped && k.growth > 1 && k.basket > 0 {
		until = max(math.Ceil(math.Log(k.cap/k.basket)/math.Log1p(k.inputs[k.at.growth])), 0)
	}
	long.horizon, long.before = head+1, int(min(until, float64(head+1)))
	var sum float64
	var at row
	ended := false
	long.each(func(t int, r row) bool {
		if t == head || r.active == 0 {
			at, ended = r, r.active == 0
			return false
		}
		sum += long.rowContribution(r) * r.discount
		return true
	})
	if ended {
		return sum
	}
	return sum + k.tail(at, rate, until-float64(head))
}

// tail adds up the parts from a row on; left are the periods before the cap.
func (k *kernel) tail(r row, rate, left float64) float64 {
	byTime := rate * k.factor
	byOrder := byTime * k.orderGrowth
	byBasket := byOrder * k.growth
	turnover, orders, time := k.margin*r.turnover*r.discount, k.perOrder*r.orders*r.discount, k.perPeriod*r.active*r.discount
	sum := endless(orders, byOrder) - endless(time, byTime)
	switch {
	case math.IsInf(left, 1):
		return sum + endless(turnover, byBasket)
	case left <= 0:
		return sum + endless(turnover, byOrder)
	}
	capped := k.margin * r.orders * k.cap * math.Pow(byOrder, left) * r.discount
	if byOrder >= 1 && turnover != 0 {
		return math.NaN()
	}
	first := turnover * left
	if byBasket != 1 {
		first = turnover * math.Expm1(left*math.Log(byBasket)) / (byBasket - 1)
	}
	return sum + first + endless(capped, byOrder)
}

// endless is x + xq + xq² + …, NaN where it has no bound.
func endless(x, q float64) float64 {
	switch {
	case x == 0:
		return 0
	case q >= 1:
		return math.NaN()
	}
	return x / (1 - q)
}
