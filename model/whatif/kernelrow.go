package whatif

// row is one period of a kernel's projection.
type row struct {
	active, orders, turnover float64 // S_t, S_t·n_t, S_t·n_t·b_t
	stayed                   float64 // c_t
	discount                 float64
	next                     float64 // S_{t+1}
}

// each walks the periods until yield says stop.
func (k *kernel) each(yield func(t int, r row) bool) {
	active, orders, basket, discount := 1.0, k.orders, k.basket, k.first
	for t := range k.horizon {
		held := basket
		if t >= k.before {
			held = k.cap
		}
		r := row{active: active, orders: active * orders, turnover: active * orders * held, discount: discount}
		r.stayed = orders*(k.margin*held+k.perOrder) - k.perPeriod
		r.next = active * k.retention(t+1)
		if !yield(t, r) {
			return
		}
		active, orders, basket, discount = r.next, orders*k.orderGrowth, basket*k.growth, discount*k.factor
	}
}

// retention is r_t.
func (k *kernel) retention(t int) float64 {
	if k.curve == nil {
		return k.rate
	}
	return k.curve[min(t, len(k.curve))-1]
}

// contribution of a period.
func (k *kernel) rowContribution(r row) float64 {
	return float64(k.margin*r.turnover) + float64(k.perOrder*r.orders) - float64(k.perPeriod*r.active)
}

// sumRows adds up row by row, as a curve wants it. The rows' own discount is
// not looked at: v is.
func (k *kernel) sumRows(v float64) sums {
	var s sums
	power := 1.0
	k.each(func(_ int, r row) bool {
		s.turnover += r.turnover * power
		s.orders += r.orders * power
		s.active += r.active * power
		power *= v
		return true
	})
	return s
}
