package worth

import (
	"math/big"

	"blyant/model/internal/exact"
)

// perpetuity returns the lifetime value without end, Σ present_value_t for
// t = 0 … ∞, in closed form, and whether it converges.
//
// Up to the last value of a curve the periods are summed one by one; from there the basket part, the part that goes with orders and the part that
// goes with time are geometric, with the ratios
//
//	r(1+g)(1+f)v    r(1+f)v    r·v    where v = (1+d)^(−1/p)
//
// and r the last rate, or the last ratio of a survival curve. A cap turns the basket part into one that goes with
// orders once it is reached. Where S_t becomes 0 the sum is finite.
func perpetuity(a *exact.Arithmetic, t Terms) (exact.Number, bool) {
	head, ends := t.head()
	w := newWalk(a, &t)
	var sum exact.Number
	for range head {
		sum = a.Add(sum, w.row().PresentValue)
		w.step()
	}
	if ends {
		return sum, true
	}
	rest, converges := w.tail()
	return a.Add(sum, rest), converges
}

// head returns the number of periods before the ratios stay the same for ever,
// or until nobody is left, and whether nobody is.
func (t *Terms) head() (periods int, ends bool) {
	curve := t.Retention
	if len(t.Survival) > 0 {
		curve = t.Survival
	}
	for i, x := range curve {
		if x.IsZero() {
			return i + 1, true
		}
	}
	return len(curve) - 1, false
}

// tail sums present values from the walk's period on, from where the ratios stay
// the same for ever.
func (w *walk) tail() (exact.Number, bool) {
	a, t := w.a, w.t
	num, den := t.lastRatio()
	byOrder := ratio{a, t, a.Mul(num, t.OrderGrowth), den, w.factor}
	byTime := ratio{a, t, num, den, w.factor}
	perOrder := a.Mul(w.orders, w.perOrder)
	perPeriod := a.Mul(w.active, t.CostPerPeriod)

	sum, converges := w.basketTail(byOrder)
	hasOrder := a.Sign(perOrder) != 0 // it may be a difference of quotients that do not end
	if hasOrder {
		converges = converges && byOrder.below()
	}
	if !perPeriod.IsZero() {
		converges = converges && byTime.below()
	}
	if !converges {
		return exact.Number{}, false
	}
	if hasOrder {
		sum = a.Add(sum, byOrder.endless(a.Mul(perOrder, w.discount)))
	}
	if !perPeriod.IsZero() {
		sum = a.Sub(sum, byTime.endless(a.Mul(perPeriod, w.discount)))
	}
	return sum, true
}

// basketTail sums the part of the margin that goes with the basket.
func (w *walk) basketTail(byOrder ratio) (exact.Number, bool) {
	a, t := w.a, w.t
	start := a.Mul(a.Mul(t.Margin, w.turnover), w.discount)
	growing := ratio{a, t, a.Mul(byOrder.num, t.BasketGrowth), byOrder.den, w.factor}
	grows := a.Sign(a.Sub(t.BasketGrowth, exact.FromInt(1))) > 0
	switch {
	case start.IsZero():
		return exact.Number{}, true
	case !t.HasCap || !grows && !w.capped:
		if !growing.below() {
			return exact.Number{}, false
		}
		return growing.endless(start), true
	case !byOrder.below():
		return exact.Number{}, false
	case w.capped:
		return byOrder.endless(a.Mul(a.Mul(t.Margin, a.Mul(w.orders, t.Cap)), w.discount)), true
	}
	left := w.untilCap()
	capped := a.Mul(a.Mul(t.Margin, a.Mul(w.orders, t.Cap)), a.Mul(w.discount, byOrder.power(left)))
	return a.Add(growing.first(start, left), byOrder.endless(capped)), true
}

// untilCap returns the number of periods until growth has brought the basket to
// its cap, ⌈ln(cap/b) ÷ ln(1+g)⌉: found by doubling and halving exponents, never
// by counting, for it may have twenty digits.
func (w *walk) untilCap() *big.Int {
	a, t := w.a, w.t
	steps := []exact.Number{t.BasketGrowth} // (1+g)^(2^i)
	for a.Cmp(a.Mul(w.basket, steps[len(steps)-1]), t.Cap) < 0 {
		last := steps[len(steps)-1]
		steps = append(steps, a.Pow(last, 2))
	}
	periods, basket := new(big.Int), w.basket
	for i := len(steps) - 1; i >= 0; i-- {
		if larger := a.Mul(basket, steps[i]); a.Cmp(larger, t.Cap) < 0 {
			basket = larger
			periods.SetBit(periods, i, 1)
		}
	}
	return periods.Add(periods, big.NewInt(1))
}
