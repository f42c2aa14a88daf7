package oracle

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
}

// EvaluateTerms projects the terms and adds the rows up.
func EvaluateTerms(a *exact.Arithmetic, t Terms) *Worth {
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
		w.WordOfMouth = a.Add(w.WordOfMouth, a.Mul(r.Discount, t.spreads(a, r)))
	}
	w.Net = a.Sub(w.Value, t.Acquisition)
	return w
}

// spreads returns ρ·S_t − δ(S_t − S_{t+1}): customers won and prospects turned
// away by word of mouth in one period.
func (t *Terms) spreads(a *exact.Arithmetic, r Row) exact.Number {
	lost := a.Sub(r.Active, r.NextActive)
	return a.Sub(a.Mul(t.Referrals, r.Active), a.Mul(t.Deterred, lost))
}

// payback is the moment at which a running total first reaches what was spent.
type payback struct {
	reached  bool
	reversed bool         // a later loss undoes it
	periods  exact.Number // x
	orders   exact.Number // orders up to x
}

// paysBack finds the smallest x ≥ 0 with
//
//	Σ_{t<⌊x⌋} flow_t + (x−⌊x⌋)·flow_⌊x⌋ ≥ A
//
// for flows that accrue evenly within their period.
func (w *Worth) paysBack(a *exact.Arithmetic, flow func(Row) exact.Number) payback {
	var p payback
	var total, orders exact.Number
	p.reached = a.Sign(w.Terms.Acquisition) == 0
	for i, r := range w.Rows {
		open := a.Sub(w.Terms.Acquisition, total)
		total = a.Add(total, flow(r))
		enough := a.Cmp(total, w.Terms.Acquisition) >= 0
		switch {
		case p.reached && !enough:
			p.reversed = true
			return p
		case !p.reached && enough:
			part := a.Quo(open, flow(r))
			p.reached = true
			p.periods = a.Add(exact.FromInt(i), part)
			p.orders = a.Add(orders, a.Mul(part, r.Orders))
		}
		orders = a.Add(orders, r.Orders)
	}
	return p
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
