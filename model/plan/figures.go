package plan

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// Summary holds the figures of SummaryFigures.
type Summary struct {
	BreakEvenPeriod   vocabulary.Rounded
	PaybackPeriod     vocabulary.Rounded
	PeakFunding       vocabulary.Rounded
	NetPresentValue   vocabulary.Rounded
	ClosingCustomers  vocabulary.Rounded
	CustomerEquity    vocabulary.Rounded
	NewCustomers      vocabulary.Rounded
	ReferredCustomers vocabulary.Rounded
	DeterredCustomers vocabulary.Rounded
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
}

// summed is a figure of the whole plan and its place in the summary.
type summed struct {
	vocabulary.Figure
	of func(p *planned) (exact.Number, worth.Absence)
	at func(*Summary) *vocabulary.Rounded
}

var summary = []summed{
	{vocabulary.PeriodNumber("break_even_period").MayBeNull(), breakEven, func(s *Summary) *vocabulary.Rounded { return &s.BreakEvenPeriod }},
	{vocabulary.PeriodNumber("payback_period").MayBeNull(), payback, func(s *Summary) *vocabulary.Rounded { return &s.PaybackPeriod }},
	{vocabulary.Amount("peak_funding"), always(peak), func(s *Summary) *vocabulary.Rounded { return &s.PeakFunding }},
	{vocabulary.Amount("net_present_value"), total(func(f *flow) exact.Number { return f.present }), func(s *Summary) *vocabulary.Rounded { return &s.NetPresentValue }},
	{vocabulary.Ratio("closing_customers", vocabulary.UnitCustomers), always(func(p *planned) exact.Number { return p.flows[len(p.flows)-1].active }), func(s *Summary) *vocabulary.Rounded { return &s.ClosingCustomers }},
	{vocabulary.Amount("customer_equity"), always((*planned).equity), func(s *Summary) *vocabulary.Rounded { return &s.CustomerEquity }},
	{vocabulary.Ratio("new_customers", vocabulary.UnitCustomers), total(func(f *flow) exact.Number { return f.wins }), func(s *Summary) *vocabulary.Rounded { return &s.NewCustomers }},
	{vocabulary.Ratio("referred_customers", vocabulary.UnitCustomers), total(func(f *flow) exact.Number { return f.referred }), func(s *Summary) *vocabulary.Rounded { return &s.ReferredCustomers }},
	{vocabulary.Ratio("deterred_customers", vocabulary.UnitCustomers), total(func(f *flow) exact.Number { return f.deterred }), func(s *Summary) *vocabulary.Rounded { return &s.DeterredCustomers }},
	{vocabulary.Ratio("orders", vocabulary.UnitOrders), total(func(f *flow) exact.Number { return f.orders }), func(s *Summary) *vocabulary.Rounded { return &s.Orders }},
	{vocabulary.Amount("revenue"), total(func(f *flow) exact.Number { return f.revenue }), func(s *Summary) *vocabulary.Rounded { return &s.Revenue }},
	{vocabulary.Amount("cost_of_goods"), always(func(p *planned) exact.Number { return sum(p.a, p.flows, p.goods) }), func(s *Summary) *vocabulary.Rounded { return &s.CostOfGoods }},
	{vocabulary.Amount("gross_margin"), total(func(f *flow) exact.Number { return f.margin }), func(s *Summary) *vocabulary.Rounded { return &s.GrossMargin }},
	{vocabulary.Amount("service_cost"), total(func(f *flow) exact.Number { return f.service }), func(s *Summary) *vocabulary.Rounded { return &s.ServiceCost }},
	{vocabulary.Amount("contribution"), total(func(f *flow) exact.Number { return f.contribution }), func(s *Summary) *vocabulary.Rounded { return &s.Contribution }},
	{vocabulary.Amount("acquisition_cost"), total(func(f *flow) exact.Number { return f.acquisition }), func(s *Summary) *vocabulary.Rounded { return &s.AcquisitionCost }},
	{vocabulary.Amount("fixed_cost"), total(func(f *flow) exact.Number { return f.fixed }), func(s *Summary) *vocabulary.Rounded { return &s.FixedCost }},
	{vocabulary.Amount("initial_investment"), total(func(f *flow) exact.Number { return f.invested }), func(s *Summary) *vocabulary.Rounded { return &s.InitialInvestment }},
	{vocabulary.Amount("cash_flow"), total(func(f *flow) exact.Number { return f.cash }), func(s *Summary) *vocabulary.Rounded { return &s.CashFlow }},
}

// always is a figure that is never null.
func always(of func(*planned) exact.Number) func(*planned) (exact.Number, worth.Absence) {
	return func(p *planned) (exact.Number, worth.Absence) { return of(p), worth.Absence{} }
}

// total is the sum of a figure over all periods.
func total(of func(*flow) exact.Number) func(*planned) (exact.Number, worth.Absence) {
	return always(func(p *planned) exact.Number { return sum(p.a, p.flows, of) })
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
func (p *planned) summarise(r *worth.Report) Summary {
	var s Summary
	for _, f := range summary {
		x, absent := f.of(p)
		*f.at(&s) = r.Optional(f.Figure, x, absent)
	}
	return s
}
