package plan

import (
	"strconv"

	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// Row is one period of the plan, numbered from 1; the figures of ScheduleFigures.
type Row struct {
	Period            vocabulary.Rounded
	Date              string // the first day of the period; empty where the plan has no dates
	NewCustomers      vocabulary.Rounded
	ReferredCustomers vocabulary.Rounded
	DeterredCustomers vocabulary.Rounded
	ActiveCustomers   vocabulary.Rounded
	LostCustomers     vocabulary.Rounded
	Orders            vocabulary.Rounded
	Revenue           vocabulary.Rounded
	CostOfGoods       vocabulary.Rounded
	GrossMargin       vocabulary.Rounded
	ServiceCost       vocabulary.Rounded
	Contribution      vocabulary.Rounded
	AcquisitionCost   vocabulary.Rounded
	FixedCost         vocabulary.Rounded
	InitialInvestment vocabulary.Rounded
	CashFlow          vocabulary.Rounded
	ClosingCash       vocabulary.Rounded
	PresentValue      vocabulary.Rounded
}

// column is a figure of one period and its place in a row.
type column struct {
	vocabulary.Figure
	of func(*planned, *flow) exact.Number
	at func(*Row) *vocabulary.Rounded
}

var columns = []column{
	{vocabulary.PeriodNumber("period"), func(_ *planned, f *flow) exact.Number { return f.number }, func(r *Row) *vocabulary.Rounded { return &r.Period }},
	{vocabulary.Ratio("new_customers", vocabulary.UnitCustomers), func(_ *planned, f *flow) exact.Number { return f.wins }, func(r *Row) *vocabulary.Rounded { return &r.NewCustomers }},
	{vocabulary.Ratio("referred_customers", vocabulary.UnitCustomers), func(_ *planned, f *flow) exact.Number { return f.referred }, func(r *Row) *vocabulary.Rounded { return &r.ReferredCustomers }},
	{vocabulary.Ratio("deterred_customers", vocabulary.UnitCustomers), func(_ *planned, f *flow) exact.Number { return f.deterred }, func(r *Row) *vocabulary.Rounded { return &r.DeterredCustomers }},
	{activeFigure, func(_ *planned, f *flow) exact.Number { return f.active }, func(r *Row) *vocabulary.Rounded { return &r.ActiveCustomers }},
	{vocabulary.Ratio("lost_customers", vocabulary.UnitCustomers), func(_ *planned, f *flow) exact.Number { return f.lost }, func(r *Row) *vocabulary.Rounded { return &r.LostCustomers }},
	{vocabulary.Ratio("orders", vocabulary.UnitOrders), func(_ *planned, f *flow) exact.Number { return f.orders }, func(r *Row) *vocabulary.Rounded { return &r.Orders }},
	{vocabulary.Amount("revenue"), func(_ *planned, f *flow) exact.Number { return f.revenue }, func(r *Row) *vocabulary.Rounded { return &r.Revenue }},
	{vocabulary.Amount("cost_of_goods"), (*planned).goods, func(r *Row) *vocabulary.Rounded { return &r.CostOfGoods }},
	{vocabulary.Amount("gross_margin"), func(_ *planned, f *flow) exact.Number { return f.margin }, func(r *Row) *vocabulary.Rounded { return &r.GrossMargin }},
	{vocabulary.Amount("service_cost"), func(_ *planned, f *flow) exact.Number { return f.service }, func(r *Row) *vocabulary.Rounded { return &r.ServiceCost }},
	{vocabulary.Amount("contribution"), func(_ *planned, f *flow) exact.Number { return f.contribution }, func(r *Row) *vocabulary.Rounded { return &r.Contribution }},
	{vocabulary.Amount("acquisition_cost"), func(_ *planned, f *flow) exact.Number { return f.acquisition }, func(r *Row) *vocabulary.Rounded { return &r.AcquisitionCost }},
	{vocabulary.Amount("fixed_cost"), func(_ *planned, f *flow) exact.Number { return f.fixed }, func(r *Row) *vocabulary.Rounded { return &r.FixedCost }},
	{vocabulary.Amount("initial_investment"), func(_ *planned, f *flow) exact.Number { return f.invested }, func(r *Row) *vocabulary.Rounded { return &r.InitialInvestment }},
	{vocabulary.Amount("cash_flow"), func(_ *planned, f *flow) exact.Number { return f.cash }, func(r *Row) *vocabulary.Rounded { return &r.CashFlow }},
	{vocabulary.Amount("closing_cash"), func(_ *planned, f *flow) exact.Number { return f.closing }, func(r *Row) *vocabulary.Rounded { return &r.ClosingCash }},
	{vocabulary.Amount("present_value"), func(_ *planned, f *flow) exact.Number { return f.present }, func(r *Row) *vocabulary.Rounded { return &r.PresentValue }},
}

// ScheduleFigures returns the columns of a plan's schedule, but for the date.
func ScheduleFigures() []vocabulary.Figure {
	figures := make([]vocabulary.Figure, len(columns))
	for i, c := range columns {
		figures[i] = vocabulary.FigurePlace(c.Figure, c.at)
	}
	return figures
}

// schedule rounds the flows. It ends at the first period with a figure too large.
func (p *planned) schedule(r *worth.Report) []Row {
	rows := make([]Row, len(p.flows))
	days := p.calendar()
	for j := range p.flows {
		rows[j].Date = days.date(j)
		for _, c := range columns {
			*c.at(&rows[j]) = r.Figure(c.Figure, c.of(p, &p.flows[j]))
		}
		if r.InPeriod(strconv.Itoa(j+1), 0) {
			return nil
		}
	}
	return rows
}

// calendar is that of the plan's periods, which all its kinds of customers share.
func (p *planned) calendar() calendar { return p.req.calendar(p.segments[0].kind.Period) }
