package plan

import (
	"strconv"

	"blyant/model"
	"blyant/model/exact"

	"github.com/shopspring/decimal"
)

// schedule rounds the flows. It ends at the first period with a figure too large.
func schedule(r *model.Report, flows []flow) []Row {
	rows := make([]Row, len(flows))
	for j, f := range flows {
		rows[j] = Row{
			Period:          j + 1,
			NewCustomers:    r.Ratio("new_customers", f.wins),
			ActiveCustomers: r.Ratio("active_customers", f.active),
			LostCustomers:   r.Ratio("lost_customers", f.lost),
			Orders:          r.Ratio("orders", f.orders),
			Revenue:         r.Money("revenue", f.revenue),
			GrossMargin:     r.Money("gross_margin", f.margin),
			ServiceCost:     r.Money("service_cost", f.service),
			Contribution:    r.Money("contribution", f.contribution),
			AcquisitionCost: r.Money("acquisition_cost", f.acquisition),
			FixedCost:       r.Money("fixed_cost", f.fixed),
			CashFlow:        r.Money("cash_flow", f.cash),
			ClosingCash:     r.Money("closing_cash", f.closing),
			PresentValue:    r.Money("present_value", f.present),
		}
		if len(r.Faults) > 0 {
			for i := range r.Faults {
				r.Faults[i].Args = append(r.Faults[i].Args, strconv.Itoa(j+1))
			}
			return nil
		}
	}
	return rows
}

func (c *cohorts) summary(r *model.Report, flows []flow) Summary {
	total := func(figure func(flow) exact.Number) exact.Number {
		var sum exact.Number
		for _, f := range flows {
			sum = c.a.Add(sum, figure(f))
		}
		return sum
	}
	opening := exact.FromNull(c.req.OpeningCash)
	surplus := func(f flow) exact.Number { return c.a.Sub(f.closing, opening) }
	s := Summary{
		BreakEvenPeriod:  c.fromThenOn(flows, func(f flow) exact.Number { return f.cash }),
		PaybackPeriod:    c.fromThenOn(flows, surplus),
		PeakFunding:      r.Money("peak_funding", c.deepest(flows, surplus)),
		NetPresentValue:  r.Money("net_present_value", total(func(f flow) exact.Number { return f.present })),
		ClosingCustomers: r.Ratio("closing_customers", flows[len(flows)-1].active),
		CustomerEquity:   r.Money("customer_equity", c.equity()),
		NewCustomers:     r.Ratio("new_customers", total(func(f flow) exact.Number { return f.wins })),
		Revenue:          r.Money("revenue", total(func(f flow) exact.Number { return f.revenue })),
		Contribution:     r.Money("contribution", total(func(f flow) exact.Number { return f.contribution })),
		AcquisitionCost:  r.Money("acquisition_cost", total(func(f flow) exact.Number { return f.acquisition })),
		FixedCost:        r.Money("fixed_cost", total(func(f flow) exact.Number { return f.fixed })),
		CashFlow:         r.Money("cash_flow", total(func(f flow) exact.Number { return f.cash })),
	}
	if !s.BreakEvenPeriod.Valid {
		r.Note("break_even_not_reached", "break_even_period")
	}
	if !s.PaybackPeriod.Valid {
		r.Note("plan_payback_not_reached", "payback_period")
	}
	return s
}

// fromThenOn returns the first period from which the figure is never again
// below 0.
func (c *cohorts) fromThenOn(flows []flow, figure func(flow) exact.Number) decimal.NullDecimal {
	period := 0
	for j, f := range flows {
		switch {
		case c.a.Sign(figure(f)) < 0:
			period = 0
		case period == 0:
			period = j + 1
		}
	}
	if period == 0 {
		return decimal.NullDecimal{}
	}
	return decimal.NewNullDecimal(decimal.NewFromInt(int64(period)))
}

// deepest returns how far the figure falls below 0 at the most.
func (c *cohorts) deepest(flows []flow, figure func(flow) exact.Number) exact.Number {
	var depth exact.Number
	for _, f := range flows {
		if below := figure(f).Neg(); c.a.Cmp(below, depth) > 0 {
			depth = below
		}
	}
	return depth
}

// survival rounds the active share of one customer by age.
func (c *cohorts) survival(r *model.Report) []decimal.Decimal {
	rows := c.worth.Rows[:min(len(c.worth.Rows), len(c.wins))]
	shares := make([]decimal.Decimal, len(rows))
	for t, row := range rows {
		shares[t] = r.Ratio("active_share", row.Active)
	}
	return shares
}
