package plan

import (
	"strconv"

	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// Summary holds the figures of SummaryFigures.
type Summary struct {
	BreakEvenPeriod  vocabulary.Rounded
	PaybackPeriod    vocabulary.Rounded
	PeakFunding      vocabulary.Rounded
	NetPresentValue  vocabulary.Rounded
	ClosingCustomers vocabulary.Rounded
	CustomerEquity   vocabulary.Rounded
	NewCustomers     vocabulary.Rounded
	Revenue          vocabulary.Rounded
	Contribution     vocabulary.Rounded
	AcquisitionCost  vocabulary.Rounded
	FixedCost        vocabulary.Rounded
	CashFlow         vocabulary.Rounded
}

// summed is a figure of the whole plan and its place in the summary.
type summed struct {
	vocabulary.Figure
	of func(c *cohorts, flows []flow) (exact.Number, worth.Absence)
	at func(*Summary) *vocabulary.Rounded
}

var summary = []summed{
	{vocabulary.PeriodNumber("break_even_period").MayBeNull(), breakEven, func(s *Summary) *vocabulary.Rounded { return &s.BreakEvenPeriod }},
	{vocabulary.PeriodNumber("payback_period").MayBeNull(), payback, func(s *Summary) *vocabulary.Rounded { return &s.PaybackPeriod }},
	{vocabulary.Amount("peak_funding"), always(func(c *cohorts, flows []flow) exact.Number { return c.deepest(flows, c.surplus) }), func(s *Summary) *vocabulary.Rounded { return &s.PeakFunding }},
	{vocabulary.Amount("net_present_value"), total(func(f *flow) exact.Number { return f.present }), func(s *Summary) *vocabulary.Rounded { return &s.NetPresentValue }},
	{vocabulary.Ratio("closing_customers", vocabulary.UnitCustomers), always(func(_ *cohorts, flows []flow) exact.Number { return flows[len(flows)-1].active }), func(s *Summary) *vocabulary.Rounded { return &s.ClosingCustomers }},
	{vocabulary.Amount("customer_equity"), always(func(c *cohorts, _ []flow) exact.Number { return c.equity() }), func(s *Summary) *vocabulary.Rounded { return &s.CustomerEquity }},
	{vocabulary.Ratio("new_customers", vocabulary.UnitCustomers), total(func(f *flow) exact.Number { return f.wins }), func(s *Summary) *vocabulary.Rounded { return &s.NewCustomers }},
	{vocabulary.Amount("revenue"), total(func(f *flow) exact.Number { return f.revenue }), func(s *Summary) *vocabulary.Rounded { return &s.Revenue }},
	{vocabulary.Amount("contribution"), total(func(f *flow) exact.Number { return f.contribution }), func(s *Summary) *vocabulary.Rounded { return &s.Contribution }},
	{vocabulary.Amount("acquisition_cost"), total(func(f *flow) exact.Number { return f.acquisition }), func(s *Summary) *vocabulary.Rounded { return &s.AcquisitionCost }},
	{vocabulary.Amount("fixed_cost"), total(func(f *flow) exact.Number { return f.fixed }), func(s *Summary) *vocabulary.Rounded { return &s.FixedCost }},
	{vocabulary.Amount("cash_flow"), total(func(f *flow) exact.Number { return f.cash }), func(s *Summary) *vocabulary.Rounded { return &s.CashFlow }},
}

// always is a figure that is never null.
func always(of func(c *cohorts, flows []flow) exact.Number) func(*cohorts, []flow) (exact.Number, worth.Absence) {
	return func(c *cohorts, flows []flow) (exact.Number, worth.Absence) { return of(c, flows), worth.Absence{} }
}

// total is the sum of a figure over all periods.
func total(of func(*flow) exact.Number) func(*cohorts, []flow) (exact.Number, worth.Absence) {
	return always(func(c *cohorts, flows []flow) exact.Number {
		var sum exact.Number
		for j := range flows {
			sum = c.a.Add(sum, of(&flows[j]))
		}
		return sum
	})
}

// SummaryFigures returns the figures of a plan's summary.
func SummaryFigures() []vocabulary.Figure {
	figures := make([]vocabulary.Figure, len(summary))
	for i, f := range summary {
		figures[i] = vocabulary.FigurePlace(f.Figure, f.at)
	}
	return figures
}

// summarise rounds the figures of the whole plan.
func (c *cohorts) summarise(r *worth.Report, flows []flow) Summary {
	var s Summary
	for _, f := range summary {
		x, absent := f.of(c, flows)
		*f.at(&s) = r.Optional(f.Figure, x, absent)
	}
	return s
}

// Row is one period of the plan, numbered from 1; the figures of ScheduleFigures.
type Row struct {
	Period          vocabulary.Rounded
	NewCustomers    vocabulary.Rounded
	ActiveCustomers vocabulary.Rounded
	LostCustomers   vocabulary.Rounded
	Orders          vocabulary.Rounded
	Revenue         vocabulary.Rounded
	GrossMargin     vocabulary.Rounded
	ServiceCost     vocabulary.Rounded
	Contribution    vocabulary.Rounded
	AcquisitionCost vocabulary.Rounded
	FixedCost       vocabulary.Rounded
	CashFlow        vocabulary.Rounded
	ClosingCash     vocabulary.Rounded
	PresentValue    vocabulary.Rounded
}

// column is a figure of one period and its place in a row.
type column struct {
	vocabulary.Figure
	of func(*flow) exact.Number
	at func(*Row) *vocabulary.Rounded
}

var columns = []column{
	{vocabulary.PeriodNumber("period"), func(f *flow) exact.Number { return f.number }, func(r *Row) *vocabulary.Rounded { return &r.Period }},
	{vocabulary.Ratio("new_customers", vocabulary.UnitCustomers), func(f *flow) exact.Number { return f.wins }, func(r *Row) *vocabulary.Rounded { return &r.NewCustomers }},
	{vocabulary.Ratio("active_customers", vocabulary.UnitCustomers), func(f *flow) exact.Number { return f.active }, func(r *Row) *vocabulary.Rounded { return &r.ActiveCustomers }},
	{vocabulary.Ratio("lost_customers", vocabulary.UnitCustomers), func(f *flow) exact.Number { return f.lost }, func(r *Row) *vocabulary.Rounded { return &r.LostCustomers }},
	{vocabulary.Ratio("orders", vocabulary.UnitOrders), func(f *flow) exact.Number { return f.orders }, func(r *Row) *vocabulary.Rounded { return &r.Orders }},
	{vocabulary.Amount("revenue"), func(f *flow) exact.Number { return f.revenue }, func(r *Row) *vocabulary.Rounded { return &r.Revenue }},
	{vocabulary.Amount("gross_margin"), func(f *flow) exact.Number { return f.margin }, func(r *Row) *vocabulary.Rounded { return &r.GrossMargin }},
	{vocabulary.Amount("service_cost"), func(f *flow) exact.Number { return f.service }, func(r *Row) *vocabulary.Rounded { return &r.ServiceCost }},
	{vocabulary.Amount("contribution"), func(f *flow) exact.Number { return f.contribution }, func(r *Row) *vocabulary.Rounded { return &r.Contribution }},
	{vocabulary.Amount("acquisition_cost"), func(f *flow) exact.Number { return f.acquisition }, func(r *Row) *vocabulary.Rounded { return &r.AcquisitionCost }},
	{vocabulary.Amount("fixed_cost"), func(f *flow) exact.Number { return f.fixed }, func(r *Row) *vocabulary.Rounded { return &r.FixedCost }},
	{vocabulary.Amount("cash_flow"), func(f *flow) exact.Number { return f.cash }, func(r *Row) *vocabulary.Rounded { return &r.CashFlow }},
	{vocabulary.Amount("closing_cash"), func(f *flow) exact.Number { return f.closing }, func(r *Row) *vocabulary.Rounded { return &r.ClosingCash }},
	{vocabulary.Amount("present_value"), func(f *flow) exact.Number { return f.present }, func(r *Row) *vocabulary.Rounded { return &r.PresentValue }},
}

// ScheduleFigures returns the columns of a plan's schedule.
func ScheduleFigures() []vocabulary.Figure {
	figures := make([]vocabulary.Figure, len(columns))
	for i, c := range columns {
		figures[i] = vocabulary.FigurePlace(c.Figure, c.at)
	}
	return figures
}

// schedule rounds the flows. It ends at the first period with a figure too large.
func schedule(r *worth.Report, flows []flow) []Row {
	rows := make([]Row, len(flows))
	for j := range flows {
		for _, c := range columns {
			*c.at(&rows[j]) = r.Figure(c.Figure, c.of(&flows[j]))
		}
		if r.InPeriod(strconv.Itoa(j+1), 0) {
			return nil
		}
	}
	return rows
}
