package whatif

import "math"

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
