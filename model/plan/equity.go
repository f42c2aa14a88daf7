package plan

import "blyant/model/internal/exact"

// equity is the contribution still to come from the customers at hand after the
// plan, the season going on, discounted to its end:
//
//	Σ over cohorts and t with i+t ≥ P of w_i·(row t's contribution with σ_{i+t})·(1+d)^(−(i+t+o−P)/p)
//
// Of a customer of age a at the end it is, with R_N = 0,
//
//	R_a = (σ·(gross_margin_a − s·orders_a) − k·S_a)·D_0 + (1+d)^(−1/p)·R_{a+1}
//
// where σ is that of period i + a. Cohorts which meet the season in the same
// place share one such sequence.
func (c *cohorts) equity() exact.Number {
	a := c.a
	wins := c.withOpening(c.wins)
	var sum exact.Number
	for phase := range min(c.season.length(), c.periods) {
		values := c.stillToCome(phase)
		for i, w := range wins {
			if age := c.periods - i; i%c.season.length() == phase && age < len(values) {
				sum = a.Add(sum, a.Mul(w, values[age]))
			}
		}
	}
	return sum
}

// stillToCome returns R_a for each age a from 1 to the horizon, of customers who
// came in that period of the season.
func (c *cohorts) stillToCome(phase int) []exact.Number {
	a, t, rows := c.a, &c.worth.Terms, c.worth.Rows
	first, factor := t.Discount(a)
	values := make([]exact.Number, len(rows))
	var after exact.Number
	for age := len(rows) - 1; age >= 1; age-- {
		row := &rows[age]
		bought := c.season.in(a, age+phase, a.Sub(row.GrossMargin, a.Mul(t.CostPerOrder, row.Orders)))
		contribution := a.Sub(bought, a.Mul(t.CostPerPeriod, row.Active))
		after = a.Add(a.Mul(contribution, first), a.Mul(after, factor))
		values[age] = after
	}
	return values
}
