package plan

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
)

// cohorts are the customers of one kind in the plan, and what one of them brings
// by age.
type cohorts struct {
	a       *exact.Arithmetic
	kind    Segment
	worth   *worth.Worth
	season  season
	periods int // P

	planned  []exact.Number // u_j, without the opening customers
	wins     []exact.Number // w_j, likewise
	referred []exact.Number
	deterred []exact.Number
	active   []exact.Number // active_j
	at       []exact.Number // D_j of the scenario's timing, over the plan
	start    []exact.Number // (1+d)^(−j/p), the start of period j
	flows    []flow

	figures []exact.Number // of segmentFigures, once concluded
	left    exact.Number   // equity, likewise
}

func newCohorts(a *exact.Arithmetic, req *Request, kind Segment, digits int) *cohorts {
	c := &cohorts{a: a, kind: kind, season: newSeason(req.Seasonality), periods: req.Periods.Int, worth: &worth.Worth{Terms: kind.Terms(a)}}
	c.worth.Rows = worth.Project(a, &c.worth.Terms, c.worth.Terms.Horizon)
	for _, row := range c.worth.Rows { // the only total that a plan looks at
		c.worth.Lifetime = a.Add(c.worth.Lifetime, row.Active)
	}
	first, factor := c.worth.Terms.Discount(a)
	c.start = geometric(a, exact.FromInt(1), factor, c.periods)
	c.at = geometric(a, first, factor, c.periods)
	c.planned = c.newCustomers(a)
	c.come(req.WordOfMouth == On, digits)
	c.flow()
	return c
}

// conclude works out what is asked of one kind of customers alone, and lets go of
// what that needs, the rows of one of them unless they stay: there may be twenty
// kinds of 1200 rows.
func (c *cohorts) conclude(stay bool) {
	c.left = c.equity()
	for _, f := range segmentFigures {
		c.figures = append(c.figures, f.of(c))
	}
	if !stay {
		c.worth.Rows = nil
	}
	c.planned, c.wins, c.referred, c.deterred, c.at, c.flows = nil, nil, nil, nil, nil, nil
}

// newCustomers returns u_j for each period of the plan.
func (c *cohorts) newCustomers(a *exact.Arithmetic) []exact.Number {
	who := c.kind.Customers
	if len(who.NewCustomers) == 0 {
		growth := a.Add(exact.FromInt(1), exact.FromNull(who.NewCustomersGrowthRate))
		return geometric(a, exact.FromNull(who.NewCustomersFirst), growth, c.periods)
	}
	return repeating(who.NewCustomers, c.periods)
}

// come computes who comes and who is active, with word of mouth
//
//	left_j     = Σ_{i≤j, j−i<N} w_i·(S_{j−i} − S_{j−i+1})
//	referred_j = ρ·active_{j−1}
//	deterred_j = min( δ·left_{j−1}, u_j + referred_j )
//	w_j        = u_j + referred_j − deterred_j
//	active_j   = Σ_{i≤j, j−i<N} w_i·S_{j−i}
//
// which is the renewal equation w_j = max(0, u_j + Σ_{i<j} w_i·c_{j−1−i}) with
// c_t = ρ·S_t − δ·(S_t − S_{t+1}), w_0 having the opening customers beside it.
func (c *cohorts) come(wordOfMouth bool, digits int) {
	a, t := c.a, &c.worth.Terms
	c.wins = c.planned
	c.referred, c.deterred = make([]exact.Number, c.periods), make([]exact.Number, c.periods)
	fed := wordOfMouth && (!t.Referrals.IsZero() || !t.Deterred.IsZero())
	if fed {
		c.wins = c.renewed(digits)
	}
	c.active = c.sums(func(r worth.Row) exact.Number { return r.Active })
	if !fed {
		return
	}
	for j := 1; j < c.periods; j++ {
		c.referred[j] = a.Mul(t.Referrals, c.active[j-1])
		if !t.Deterred.IsZero() {
			c.deterred[j] = a.Sub(a.Add(c.planned[j], c.referred[j]), c.wins[j])
		}
	}
}

// renewed returns w_j of the renewal equation, which loses so many digits.
func (c *cohorts) renewed(digits int) []exact.Number {
	wide, t := c.a.Wider(digits), &c.worth.Terms
	shares := t.Shares(wide, min(c.periods, len(c.worth.Rows)))
	spread := make([]exact.Number, len(shares)-1)
	for age := range spread {
		spread[age] = t.Spreads(wide, shares[age], shares[age+1])
	}
	wins := c.a.Narrow(wide.Renew(c.withOpening(c.newCustomers(wide)), spread, c.periods))
	wins[0] = c.planned[0] // nobody has brought or deterred them yet
	return wins
}

// withOpening are new customers with the opening ones in the first period.
func (c *cohorts) withOpening(wins []exact.Number) []exact.Number {
	with := append([]exact.Number(nil), wins...)
	with[0] = c.a.Add(wins[0], exact.FromNull(c.kind.OpeningCustomers))
	return with
}

// sums returns Σ_i w_i·x_{j−i} for each period j, x being a figure of one
// customer by age. Where new customers grow at a rate the sum follows from that
// of the period before; otherwise it is a convolution.
func (c *cohorts) sums(figure func(worth.Row) exact.Number) []exact.Number {
	a, n := c.a, c.periods
	x := make([]exact.Number, min(n, len(c.worth.Rows)))
	for t := range x {
		x[t] = figure(c.worth.Rows[t])
	}
	if len(c.kind.NewCustomers) > 0 || &c.wins[0] != &c.planned[0] {
		return a.Convolve(c.withOpening(c.wins), x, n)
	}
	opening := exact.FromNull(c.kind.OpeningCustomers)
	growth := a.Add(exact.FromInt(1), exact.FromNull(c.kind.NewCustomersGrowthRate))
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
