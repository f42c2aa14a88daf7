package oracle

import "blyant/model/internal/exact"

// Row is one period of a projection, not rounded.
type Row struct {
	Active       exact.Number // S_t
	Orders       exact.Number // S_t·n_t
	Turnover     exact.Number // S_t·n_t·b_t
	Basket       exact.Number // b_t
	Revenue      exact.Number
	GrossMargin  exact.Number
	ServiceCost  exact.Number
	Contribution exact.Number
	Discount     exact.Number // D_t
	PresentValue exact.Number
	Stayed       exact.Number // c_t: the contribution of a customer who is active
	NextActive   exact.Number // S_{t+1}
}

// Project computes the rows of periods 0 … n−1:
//
//	S_t = r₁·…·r_t   b_t = b(1+g)^t ≤ cap   n_t = n(1+f)^t
//	orders_t       = S_t·n_t
//	revenue_t      = S_t·n_t·(b_t + a·v)
//	gross_margin_t = S_t·n_t·(m·b_t + mₐ·a·v)
//	service_cost_t = S_t·(n_t·s + k)
//
// The products S_t·n_t and S_t·n_t·b_t are carried themselves, each as one chain
// with the product of the rates as its factor, so that rates that cancel do so
// exactly.
func Project(a *exact.Arithmetic, t *Terms, n int) []Row {
	w := newWalk(a, t)
	rows := make([]Row, n)
	for i := range rows {
		rows[i] = w.row()
		w.step()
	}
	return rows
}

// walk goes through time one period at a time. All loops of the projection are
// here, so that a faster arithmetic has one place to go.
type walk struct {
	a *exact.Arithmetic
	t *Terms

	period   int
	active   exact.Number // S_t
	orders   exact.Number // S_t·n_t
	turnover exact.Number // S_t·n_t·b(1+g)^t, as if there were no cap
	each     exact.Number // n_t
	spend    exact.Number // n_t·b(1+g)^t
	basket   exact.Number // b(1+g)^t until it reaches the cap
	discount exact.Number // D_t
	capped   bool

	factor      exact.Number // D_{t+1} ÷ D_t
	spendGrowth exact.Number // (1+f)(1+g)
	perOrder    exact.Number // mₐ·a·v − s
}

func newWalk(a *exact.Arithmetic, t *Terms) *walk {
	w := &walk{a: a, t: t, active: exact.FromInt(1), orders: t.Orders, each: t.Orders, basket: t.Basket}
	w.spend = a.Mul(t.Orders, t.Basket)
	w.turnover = w.spend
	w.spendGrowth = a.Mul(t.OrderGrowth, t.BasketGrowth)
	w.perOrder = a.Sub(t.AddOnMargin, t.CostPerOrder)
	w.discount, w.factor = t.Discount(a)
	w.hold()
	return w
}

// hold keeps the basket at its cap once growth has brought it there.
func (w *walk) hold() {
	if w.t.HasCap && !w.capped && w.a.Cmp(w.basket, w.t.Cap) >= 0 {
		w.capped = w.a.Sign(w.a.Sub(w.t.BasketGrowth, exact.FromInt(1))) >= 0
		w.basket = w.t.Cap
	}
}

func (w *walk) row() Row {
	a, t := w.a, w.t
	turnover, spend := w.turnover, w.spend
	if w.capped {
		turnover, spend = a.Mul(w.orders, w.basket), a.Mul(w.each, w.basket)
	}
	r := Row{Active: w.active, Orders: w.orders, Turnover: turnover, Basket: w.basket, Discount: w.discount}
	r.Revenue = a.Add(turnover, a.Mul(w.orders, t.AddOn))
	r.GrossMargin = a.Add(a.Mul(t.Margin, turnover), a.Mul(w.orders, t.AddOnMargin))
	r.ServiceCost = a.Add(a.Mul(w.orders, t.CostPerOrder), a.Mul(w.active, t.CostPerPeriod))
	r.Contribution = a.Sub(r.GrossMargin, r.ServiceCost)
	r.PresentValue = a.Mul(r.Contribution, w.discount)
	r.Stayed = a.Sub(a.Add(a.Mul(t.Margin, spend), a.Mul(w.each, w.perOrder)), t.CostPerPeriod)
	r.NextActive = a.Mul(w.active, t.retention(w.period+1))
	return r
}

func (w *walk) step() {
	a, t := w.a, w.t
	w.period++
	r := t.retention(w.period)
	w.active = a.Mul(w.active, r)
	w.orders = a.Mul(w.orders, a.Mul(r, t.OrderGrowth))
	w.turnover = a.Mul(w.turnover, a.Mul(r, w.spendGrowth))
	w.each = a.Mul(w.each, t.OrderGrowth)
	w.spend = a.Mul(w.spend, w.spendGrowth)
	if !w.capped {
		w.basket = a.Mul(w.basket, t.BasketGrowth)
		w.hold()
	}
	w.discount = a.Mul(w.discount, w.factor)
}
