package worth

import "blyant/model/internal/exact"

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

func (w *Worth) plainPayback(a *exact.Arithmetic) payback {
	if w.plain == nil {
		p := w.paysBack(a, func(row Row) exact.Number { return row.Contribution })
		w.plain = &p
	}
	return *w.plain
}

func (w *Worth) discountedPayback(a *exact.Arithmetic) payback {
	if w.discounted == nil {
		p := w.paysBack(a, func(row Row) exact.Number { return row.PresentValue })
		w.discounted = &p
	}
	return *w.discounted
}
