package worth

import "blyant/model/internal/exact"

// Worth is what one customer is worth, not rounded: the projection to the
// horizon and its totals. Calculators that hold scenarios against one another
// build on it, so that no figure comes from rounded figures.
type Worth struct {
	Terms        Terms
	Rows         []Row
	Revenue      exact.Number
	Contribution exact.Number
	Orders       exact.Number
	Lifetime     exact.Number // Σ S_t
	Value        exact.Number // lifetime_value = Σ present_value_t
	Net          exact.Number // lifetime_value − A
	Discounted   exact.Number // Σ D_t·orders_t
	// DiscountedTurnover is Σ D_t·S_t·n_t·b_t, DiscountedLifetime is Σ D_t·S_t.
	DiscountedTurnover, DiscountedLifetime exact.Number
	WordOfMouth                            exact.Number // Σ D_t(ρ·S_t − δ(S_t − S_{t+1})): times Value it is word_of_mouth_value

	plain, discounted *payback // found when somebody asks
}

// Evaluate projects the terms and adds the rows up.
func Evaluate(a *exact.Arithmetic, t Terms) *Worth {
	w := &Worth{Terms: t}
	w.Rows = Project(a, &w.Terms, t.Horizon)
	for _, r := range w.Rows {
		w.Revenue = a.Add(w.Revenue, r.Revenue)
		w.Contribution = a.Add(w.Contribution, r.Contribution)
		w.Orders = a.Add(w.Orders, r.Orders)
		w.Lifetime = a.Add(w.Lifetime, r.Active)
		w.Value = a.Add(w.Value, r.PresentValue)
		w.Discounted = a.Add(w.Discounted, a.Mul(r.Discount, r.Orders))
		w.DiscountedTurnover = a.Add(w.DiscountedTurnover, a.Mul(r.Discount, r.Turnover))
		w.DiscountedLifetime = a.Add(w.DiscountedLifetime, a.Mul(r.Discount, r.Active))
		w.WordOfMouth = a.Add(w.WordOfMouth, a.Mul(r.Discount, t.Spreads(a, r.Active, r.NextActive)))
	}
	w.Net = a.Sub(w.Value, t.Acquisition)
	return w
}

// Spreads returns ρ·S_t − δ(S_t − S_{t+1}): customers won and prospects turned
// away by word of mouth in one period, of which the shares are given.
func (t *Terms) Spreads(a *exact.Arithmetic, active, next exact.Number) exact.Number {
	return a.Sub(a.Mul(t.Referrals, active), a.Mul(t.Deterred, a.Sub(active, next)))
}

// profits returns the probability that a customer has paid for themselves when
// they leave or the horizon ends: with V_j = Σ_{t<j} D_t·c_t, the sum over
// j = 1 … N of the probability to stay j periods (S_{j−1} − S_j, and S_{N−1} for
// j = N) where V_j ≥ A.
func (w *Worth) profits(a *exact.Arithmetic) exact.Number {
	var value, probability exact.Number
	for i, r := range w.Rows {
		if r.Active.IsZero() {
			break
		}
		value = a.Add(value, a.Mul(r.Discount, r.Stayed))
		leaves := r.Active
		if i < len(w.Rows)-1 {
			leaves = a.Sub(r.Active, r.NextActive)
		}
		if !leaves.IsZero() && a.Cmp(value, w.Terms.Acquisition) >= 0 {
			probability = a.Add(probability, leaves)
		}
	}
	return probability
}

// FirstOrder returns what is left of the first order, m·b + mₐ·a·v − s.
func (w *Worth) FirstOrder(a *exact.Arithmetic) exact.Number {
	t := w.Terms
	return a.Sub(a.Add(a.Mul(t.Margin, t.Basket), t.AddOnMargin), t.CostPerOrder)
}
