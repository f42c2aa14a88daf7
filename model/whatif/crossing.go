package whatif

import "math"

// crossing is when a running total first reaches the acquisition cost: in
// periods and in orders, +Inf where it never does.
type crossing struct{ periods, orders float64 }

var never = crossing{math.Inf(1), math.Inf(1)}

// pace is what a running total grows by: three geometric sequences.
type pace struct {
	basket, orders, active          float64 // of the next period
	byBasket, byOrder, byTime       float64 // ratios
	stepBasket, stepOrder, stepTime float64 // Σ over a stride of periods, for 1 in the first
	farBasket, farOrder, farTime    float64 // ratios over a stride
}

// stride is the number of periods that are passed over at once.
const stride = 8

// payback finds the crossing with v for the discounting from one period to the
// next and scale for that of the first.
func (k *kernel) payback(scale, v float64) crossing {
	if k.acquisition == 0 {
		return crossing{}
	}
	if k.curve != nil || !k.gainsAlways() {
		return k.paybackByRow(scale, v)
	}
	p := k.newPace(scale, v)
	var total float64
	t := 0
	for t+stride <= k.before {
		gain := float64(p.basket*p.stepBasket) + float64(p.orders*p.stepOrder) - float64(p.active*p.stepTime)
		if total+gain >= k.acquisition {
			break
		}
		total += gain
		p.basket, p.orders, p.active = p.basket*p.farBasket, p.orders*p.farOrder, p.active*p.farTime
		t += stride
	}
	return k.finish(p, total, t, scale)
}

// newPace starts a pace in the first period. Its basket is that before the cap.
func (k *kernel) newPace(scale, v float64) pace {
	p := pace{basket: scale * k.margin * k.orders * k.basket, orders: scale * k.perOrder * k.orders, active: scale * k.perPeriod}
	p.byTime = k.rate * v
	p.byOrder = p.byTime * k.orderGrowth
	p.byBasket = p.byOrder * k.growth
	p.stepBasket, p.farBasket = strideOf(p.byBasket)
	p.stepOrder, p.farOrder = strideOf(p.byOrder)
	p.stepTime, p.farTime = strideOf(p.byTime)
	return p
}

// strideOf returns 1 + q + … + q⁷ = (1+q)(1+q²)(1+q⁴) and q⁸, a stride's.
func strideOf(q float64) (sum, power float64) {
	square := float64(q * q)
	fourth := float64(square * square)
	return (1 + q) * (1 + square) * (1 + fourth), fourth * fourth
}

// finish goes on period by period from period t.
func (k *kernel) finish(p pace, total float64, t int, scale float64) crossing {
	var held float64
	if k.before < k.horizon {
		held = scale * k.margin * k.orders * k.cap * raise(p.byOrder, t)
	}
	for ; t < k.horizon; t++ {
		basket := p.basket
		if t >= k.before {
			basket = held
		}
		flow := basket + p.orders - p.active
		if total+flow >= k.acquisition {
			return crossing{periods: float64(t) + (k.acquisition-total)/flow}
		}
		total += flow
		p.basket, p.orders, p.active, held = p.basket*p.byBasket, p.orders*p.byOrder, p.active*p.byTime, held*p.byOrder
	}
	return never
}

// gainsAlways reports whether every period is sure to bring a gain: the least of
// what an order leaves and the least number of orders pay for a period. Both go
// one way from the first period to the last.
func (k *kernel) gainsAlways() bool {
	last := float64(k.horizon - 1)
	basket := k.basket
	if k.growth < 1 {
		basket *= math.Pow(k.growth, last)
	}
	if k.margin < 0 {
		return false
	}
	orders := k.orders
	if k.orderGrowth < 1 {
		orders *= math.Pow(k.orderGrowth, last)
	}
	return orders*(k.margin*basket+k.perOrder)-k.perPeriod > 0
}

// paybackByRow walks the rows, and counts the orders to the crossing.
func (k *kernel) paybackByRow(scale, v float64) crossing {
	found := never
	if k.acquisition == 0 {
		return crossing{}
	}
	total, orders, discount := 0.0, 0.0, scale
	k.each(func(t int, r row) bool {
		flow := k.rowContribution(r) * discount
		if total+flow >= k.acquisition {
			part := (k.acquisition - total) / flow
			found = crossing{float64(t) + part, orders + part*r.orders}
			return false
		}
		total, orders, discount = total+flow, orders+r.orders, discount*v
		return true
	})
	return found
}
