package plan

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
)

// flow is one period of the plan, not rounded.
type flow struct {
	number                                     exact.Number // j + 1
	wins, active, lost, orders                 exact.Number
	revenue, margin, service, contribution     exact.Number
	acquisition, fixed, cash, closing, present exact.Number
}

// flows computes, with w_i new customers in period i (and the opening ones in
// the first, free of acquisition cost) and the scenario's row t = j − i,
//
//	active_j        = Σ_{i≤j, j−i<N} w_i·S_{j−i}
//	lost_j          = active_{j−1} + w_j − active_j   (lost_0 = 0)
//	orders_j …      = Σ_i w_i·(the scenario's row j−i)
//	acquisition_j   = w_j·A
//	cash_flow_j     = contribution_j − acquisition_j − fixed_cost_j
//	present_value_j = contribution_j·D_j − (acquisition_j + fixed_cost_j)·(1+d)^(−j/p)
func (c *cohorts) flows() []flow {
	a, t := c.a, &c.worth.Terms
	active := c.sums(func(r worth.Row) exact.Number { return r.Active })
	orders := c.sums(func(r worth.Row) exact.Number { return r.Orders })
	turnover := c.sums(func(r worth.Row) exact.Number { return r.Turnover })
	growth := a.Add(exact.FromInt(1), exact.FromNull(c.req.FixedCostGrowthRate))
	fixed := geometric(a, exact.FromNull(c.req.FixedCostPerPeriod), growth, len(c.wins))
	closing := exact.FromNull(c.req.OpeningCash)
	flows := make([]flow, len(c.wins))
	for j := range flows {
		f := flow{number: exact.FromInt(j + 1), wins: c.wins[j], active: active[j], orders: orders[j], fixed: fixed[j]}
		if j > 0 {
			f.lost = a.Sub(a.Add(active[j-1], f.wins), f.active)
		}
		f.revenue = a.Add(turnover[j], a.Mul(f.orders, t.AddOn))
		f.margin = a.Add(a.Mul(t.Margin, turnover[j]), a.Mul(f.orders, t.AddOnMargin))
		f.service = a.Add(a.Mul(f.orders, t.CostPerOrder), a.Mul(f.active, t.CostPerPeriod))
		f.contribution = a.Sub(f.margin, f.service)
		f.acquisition = a.Mul(f.wins, t.Acquisition)
		spent := a.Add(f.acquisition, f.fixed)
		f.cash = a.Sub(f.contribution, spent)
		closing = a.Add(closing, f.cash)
		f.closing = closing
		f.present = a.Sub(a.Mul(f.contribution, c.at[j]), a.Mul(spent, c.start[j]))
		flows[j] = f
	}
	return flows
}

// sums returns Σ_i w_i·x_{j−i} for each period j, x being a figure of one
// customer by age. Where new customers grow at a rate the sum follows from that
// of the period before; otherwise it is a convolution.
func (c *cohorts) sums(figure func(worth.Row) exact.Number) []exact.Number {
	a, n := c.a, len(c.wins)
	x := make([]exact.Number, min(n, len(c.worth.Rows)))
	for t := range x {
		x[t] = figure(c.worth.Rows[t])
	}
	opening := exact.FromNull(c.req.OpeningCustomers)
	if len(c.req.NewCustomers) > 0 {
		with := append([]exact.Number{a.Add(c.wins[0], opening)}, c.wins[1:]...)
		return a.Convolve(with, x, n)
	}
	growth := a.Add(exact.FromInt(1), exact.FromNull(c.req.NewCustomersGrowthRate))
	sums := make([]exact.Number, n)
	var sum exact.Number
	for j := range sums {
		sum = a.Mul(sum, growth)
		sums[j] = sum
		if j < len(x) {
			sum = a.Add(sum, a.Mul(c.wins[0], x[j]))
			sums[j] = a.Add(sum, a.Mul(opening, x[j]))
		}
	}
	return sums
}

// equity is the contribution still to come from the customers at hand after the
// plan, discounted to its end:
//
//	Σ over cohorts and t with i+t ≥ P of w_i·contribution_t·(1+d)^(−(i+t+o−P)/p)
func (c *cohorts) equity() exact.Number {
	a, periods, rows := c.a, len(c.wins), c.worth.Rows
	tail := make([]exact.Number, periods+1) // tail[u] = Σ_{t≥u} present_value_t
	var rest exact.Number
	for t := len(rows) - 1; t >= 0; t-- {
		rest = a.Add(rest, rows[t].PresentValue)
		if t <= periods {
			tail[t] = rest
		}
	}
	var sum exact.Number
	for i, wins := range c.wins {
		if i == 0 {
			wins = a.Add(wins, exact.FromNull(c.req.OpeningCustomers))
		}
		age := periods - i // at the end of the plan
		sum = a.Add(sum, a.Mul(wins, a.Quo(tail[age], c.start[age])))
	}
	return sum
}
