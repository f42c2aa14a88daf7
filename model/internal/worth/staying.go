package worth

import "blyant/model/internal/exact"

// kept is what is left of three products from one period to the next:
//
//	S_{t+1} ÷ S_t = r    r(1+f)    r(1+f)(1+g)
type kept struct{ active, orders, turnover exact.Number }

// keptAt returns the ratios of a rate r that is num ÷ den. Growth is multiplied
// in first, so that a quotient that ends, as (0.6 ÷ 0.9)·1.5 does, is exact.
func (w *walk) keptAt(num, den exact.Number) kept {
	a := w.a
	return kept{a.Quo(num, den), a.Quo(a.Mul(num, w.t.OrderGrowth), den), a.Quo(a.Mul(num, w.spendGrowth), den)}
}

// lastKept is the step that repeats beyond the end of a survival curve: nobody
// is kept after a 0.
func (w *walk) lastKept() kept {
	if len(w.t.Survival) == 0 {
		return kept{}
	}
	num, den := w.t.lastRatio()
	if den.IsZero() {
		return kept{}
	}
	return w.keptAt(num, den)
}

// lastRatio returns the share kept from each period to the next in the end, as
// a fraction: the last rate, or of a survival curve S_L ÷ S_{L−1}.
func (t *Terms) lastRatio() (num, den exact.Number) {
	one := exact.FromInt(1)
	switch l := len(t.Survival); l {
	case 0:
		return t.Retention[len(t.Retention)-1], one
	case 1:
		return t.Survival[0], one
	default:
		return t.Survival[l-1], t.Survival[l-2]
	}
}

// rate returns r_t, the share kept from period t−1 to period t (t ≥ 1), with a
// survival curve S_t ÷ S_{t−1}, and 0 after a 0.
func (t *Terms) rate(a *exact.Arithmetic, period int) exact.Number {
	l := len(t.Survival)
	if l == 0 {
		return t.Retention[min(period, len(t.Retention))-1]
	}
	num, den := t.lastRatio()
	if period < l {
		num, den = t.Survival[period-1], exact.FromInt(1)
		if period > 1 {
			den = t.Survival[period-2]
		}
	}
	if den.IsZero() {
		return den
	}
	return a.Quo(num, den)
}

// Shares returns S_0 … S_n.
func (t *Terms) Shares(a *exact.Arithmetic, n int) []exact.Number {
	w := &walk{a: a, t: t, active: exact.FromInt(1)}
	w.last = w.lastKept()
	shares := make([]exact.Number, n+1)
	for i := range shares {
		shares[i] = w.active
		w.active = w.next()
		w.period++
	}
	return shares
}

// Rates returns the rates r₁, r₂, … of the terms, of a survival curve its ratios;
// the last one repeats.
func (t *Terms) Rates(a *exact.Arithmetic) []exact.Number {
	n := len(t.Survival)
	if n == 0 {
		n = len(t.Retention)
	}
	rates := make([]exact.Number, n)
	for i := range rates {
		rates[i] = t.rate(a, i+1)
	}
	return rates
}

// next returns S_{t+1}.
func (w *walk) next() exact.Number {
	switch l := len(w.t.Survival); {
	case l == 0:
		return w.a.Mul(w.active, w.t.rate(w.a, w.period+1))
	case w.period < l:
		return w.t.Survival[w.period]
	}
	return w.a.Mul(w.active, w.last.active)
}

// stay brings S_t, S_t·n_t and S_t·n_t·b_t to the next period, n_t and n_t·b_t
// being there already.
func (w *walk) stay() {
	a, l := w.a, len(w.t.Survival)
	k := w.last
	switch {
	case w.period < l: // the curve's own value
		w.active = w.t.Survival[w.period]
		w.orders, w.turnover = a.Mul(w.active, w.each), a.Mul(w.active, w.spend)
		return
	case l == 0:
		r := w.t.rate(a, w.period+1)
		k = kept{r, a.Mul(r, w.t.OrderGrowth), a.Mul(r, w.spendGrowth)}
	}
	w.active, w.orders, w.turnover = a.Mul(w.active, k.active), a.Mul(w.orders, k.orders), a.Mul(w.turnover, k.turnover)
}

// Remaining returns, for each period, what a customer who is active as it begins
// is worth from then on:
//
//	R_t = c_t·D_0 + r_{t+1}·(1+d)^(−1/p)·R_{t+1},   R_N = 0
//
// which is Σ_{u=t}^{N−1} present_value_u ÷ (S_t·(1+d)^(−t/p)), without dividing
// by a share that may be small.
func (w *Worth) Remaining(a *exact.Arithmetic) []exact.Number {
	first, factor := w.Terms.Discount(a)
	values := make([]exact.Number, len(w.Rows))
	var after exact.Number
	for t := len(w.Rows) - 1; t >= 0; t-- {
		if !after.IsZero() {
			after = a.Mul(a.Mul(w.Terms.rate(a, t+1), factor), after)
		}
		after = a.Add(a.Mul(w.Rows[t].Stayed, first), after)
		values[t] = after
	}
	return values
}
