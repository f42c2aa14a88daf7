package plan

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
)

// flow is one period of the plan or of one kind of customers in it, not rounded.
// Those of a kind have neither fixed cost nor investment.
type flow struct {
	number                                     exact.Number // j + 1
	wins, referred, deterred, active, lost     exact.Number
	orders, revenue, margin, service           exact.Number
	contribution, acquisition, fixed, invested exact.Number
	cash, closing, present                     exact.Number
}

// flow computes the periods of one kind of customers: with w_i customers won in
// period i, σ_j of the season and the scenario's row t = j − i,
//
//	lost_j   = active_{j−1} + w_j − active_j   (lost_0 = 0)
//	orders_j, revenue_j, gross_margin_j = σ_j·Σ_i w_i·(the scenario's row j−i)
//	service_cost_j  = σ_j·s·Σ_i w_i·S_{j−i}·n_{j−i} + k·active_j
//	contribution_j  = gross_margin_j − service_cost_j
//	acquisition_j   = u_j·A(1+h)^j
//	present_value_j = contribution_j·D_j − acquisition_j·(1+d)^(−j/p)
func (c *cohorts) flow() {
	a, t := c.a, &c.worth.Terms
	orders := c.sums(func(r worth.Row) exact.Number { return r.Orders })
	turnover := c.sums(func(r worth.Row) exact.Number { return r.Turnover })
	dearer := a.Add(exact.FromInt(1), exact.FromNull(c.kind.AcquisitionCostGrowthRate))
	cost := geometric(a, t.Acquisition, dearer, c.periods)
	c.flows = make([]flow, c.periods)
	for j := range c.flows {
		f := flow{wins: c.wins[j], referred: c.referred[j], deterred: c.deterred[j], active: c.active[j], orders: c.season.in(a, j, orders[j])}
		if j > 0 {
			f.lost = a.Sub(a.Add(c.active[j-1], f.wins), f.active)
		}
		sold := c.season.in(a, j, turnover[j])
		f.revenue = a.Add(sold, a.Mul(f.orders, t.AddOn))
		f.margin = a.Add(a.Mul(t.Margin, sold), a.Mul(f.orders, t.AddOnMargin))
		f.service = a.Add(a.Mul(f.orders, t.CostPerOrder), a.Mul(f.active, t.CostPerPeriod))
		f.contribution = a.Sub(f.margin, f.service)
		f.acquisition = a.Mul(c.planned[j], cost[j])
		f.present = a.Sub(a.Mul(f.contribution, c.at[j]), a.Mul(f.acquisition, c.start[j]))
		c.flows[j] = f
	}
}

// planned is a plan on its way: its kinds of customers, and all of them together.
type planned struct {
	a        *exact.Arithmetic
	req      Request // after defaults
	segments []*cohorts
	flows    []flow
}

// join adds one kind of customers to the periods of the plan.
func (p *planned) join(c *cohorts) {
	if p.flows == nil {
		p.flows = make([]flow, c.periods)
	}
	for j := range p.flows {
		p.flows[j].join(p.a, &c.flows[j])
	}
	p.segments = append(p.segments, c)
}

// complete computes the periods of the plan from what those of its kinds of
// customers come to, with I_0 = I and I_j = 0 after:
//
//	cash_flow_j    = Σ contribution_j − Σ acquisition_j − fixed_cost_j − I_j
//	closing_cash_j = opening_cash + Σ_{i≤j} cash_flow_i
//	present_value_j = Σ present_value_j − (fixed_cost_j + I_j)·(1+d)^(−j/p)
func (p *planned) complete() {
	a, start := p.a, p.segments[0].start
	fixed := p.fixedCosts()
	closing := exact.FromNull(p.req.OpeningCash)
	for j := range p.flows {
		f := &p.flows[j]
		f.number, f.fixed = exact.FromInt(j+1), fixed[j]
		if j == 0 {
			f.invested = exact.FromNull(p.req.InitialInvestment)
		}
		spent := a.Add(f.fixed, f.invested)
		f.cash = a.Sub(f.contribution, a.Add(f.acquisition, spent))
		f.present = a.Sub(f.present, a.Mul(spent, start[j]))
		closing = a.Add(closing, f.cash)
		f.closing = closing
	}
}

// join adds the period of one kind of customers.
func (f *flow) join(a *exact.Arithmetic, of *flow) {
	for _, pair := range [...][2]*exact.Number{
		{&f.wins, &of.wins}, {&f.referred, &of.referred}, {&f.deterred, &of.deterred}, {&f.active, &of.active}, {&f.lost, &of.lost},
		{&f.orders, &of.orders}, {&f.revenue, &of.revenue}, {&f.margin, &of.margin}, {&f.service, &of.service},
		{&f.contribution, &of.contribution}, {&f.acquisition, &of.acquisition}, {&f.present, &of.present},
	} {
		*pair[0] = a.Add(*pair[0], *pair[1])
	}
}

// fixedCosts returns the fixed cost of each period.
func (p *planned) fixedCosts() []exact.Number {
	n := p.req.Periods.Int
	if len(p.req.FixedCosts) > 0 {
		return repeating(p.req.FixedCosts, n)
	}
	growth := p.a.Add(exact.FromInt(1), exact.FromNull(p.req.FixedCostGrowthRate))
	return geometric(p.a, exact.FromNull(p.req.FixedCostPerPeriod), growth, n)
}

// goods is the cost of the goods sold, revenue less gross margin.
func (p *planned) goods(f *flow) exact.Number { return p.a.Sub(f.revenue, f.margin) }
