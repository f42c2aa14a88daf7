package whatif

import "math/bits"

// series returns 1 + q + … + q^(n−1) and q^n, by doubling: nothing is subtracted
// and nothing divided, so nothing cancels at q near 1.
//
//	G(2n) = G(n) + G(n)·q^n    G(n+1) = G(n)·q + 1
func series(q float64, n int) (sum, power float64) {
	power = 1
	for i := bits.Len(uint(n)) - 1; i >= 0; i-- {
		sum += float64(sum * power)
		power *= power
		if n>>i&1 == 1 {
			sum = float64(sum*q) + 1
			power *= q
		}
	}
	return sum, power
}

// threeSeries are the sums of three series side by side: each waits for its own
// products, and a processor does the others' meanwhile.
func threeSeries(p, q, r float64, n int) (ofP, ofQ, ofR float64) {
	powerP, powerQ, powerR := 1.0, 1.0, 1.0
	for i := bits.Len(uint(n)) - 1; i >= 0; i-- {
		ofP, ofQ, ofR = ofP+float64(ofP*powerP), ofQ+float64(ofQ*powerQ), ofR+float64(ofR*powerR)
		powerP, powerQ, powerR = powerP*powerP, powerQ*powerQ, powerR*powerR
		if n>>i&1 == 1 {
			ofP, ofQ, ofR = float64(ofP*p)+1, float64(ofQ*q)+1, float64(ofR*r)+1
			powerP, powerQ, powerR = powerP*p, powerQ*q, powerR*r
		}
	}
	return ofP, ofQ, ofR
}

// sums are Σ x_t·v^t over the horizon for the basket (without m, with n·b), for
// orders (with n) and for customers.
type sums struct{ turnover, orders, active float64 }

// sum adds up with v for the discounting from one period to the next.
func (k *kernel) sum(v float64) sums {
	if k.curve != nil {
		return k.sumRows(v)
	}
	perOrder := k.rate * k.orderGrowth * v
	until, orders, active := threeSeries(perOrder*k.growth, perOrder, k.rate*v, k.horizon)
	if k.before == k.horizon {
		return sums{k.orders * k.basket * until, k.orders * orders, active}
	}
	until, _ = series(perOrder*k.growth, k.before)
	rest, _ := series(perOrder, k.horizon-k.before)
	power := raise(perOrder, k.before)
	return sums{k.orders * (float64(k.basket*until) + float64(k.cap*power*rest)), k.orders * orders, active}
}

func raise(q float64, n int) float64 {
	_, power := series(q, n)
	return power
}

// contribution is what is left of the sums.
func (k *kernel) contribution(s sums) float64 {
	return float64(k.margin*s.turnover) + float64(k.perOrder*s.orders) - float64(k.perPeriod*s.active)
}

func (k *kernel) value() float64 { return k.first * k.contribution(k.sum(k.factor)) }
