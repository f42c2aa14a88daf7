package plan

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// SegmentRow holds the figures of SegmentFigures for one kind of customers.
type SegmentRow struct {
	Name              string
	NewCustomers      vocabulary.Rounded
	ReferredCustomers vocabulary.Rounded
	DeterredCustomers vocabulary.Rounded
	Revenue           vocabulary.Rounded
	Contribution      vocabulary.Rounded
	AcquisitionCost   vocabulary.Rounded
	NetPresentValue   vocabulary.Rounded // of contribution less acquisition
	ClosingCustomers  vocabulary.Rounded
	CustomerEquity    vocabulary.Rounded

	Active []vocabulary.Rounded // the segment's active customers in each period
}

// parted is a figure of one kind of customers and its place in the row.
type parted struct {
	vocabulary.Figure
	of func(*cohorts) exact.Number
	at func(*SegmentRow) *vocabulary.Rounded
}

var segmentFigures = []parted{
	{vocabulary.Ratio("new_customers", vocabulary.UnitCustomers), ofAll(func(f *flow) exact.Number { return f.wins }), func(r *SegmentRow) *vocabulary.Rounded { return &r.NewCustomers }},
	{vocabulary.Ratio("referred_customers", vocabulary.UnitCustomers), ofAll(func(f *flow) exact.Number { return f.referred }), func(r *SegmentRow) *vocabulary.Rounded { return &r.ReferredCustomers }},
	{vocabulary.Ratio("deterred_customers", vocabulary.UnitCustomers), ofAll(func(f *flow) exact.Number { return f.deterred }), func(r *SegmentRow) *vocabulary.Rounded { return &r.DeterredCustomers }},
	{vocabulary.Amount("revenue"), ofAll(func(f *flow) exact.Number { return f.revenue }), func(r *SegmentRow) *vocabulary.Rounded { return &r.Revenue }},
	{vocabulary.Amount("contribution"), ofAll(func(f *flow) exact.Number { return f.contribution }), func(r *SegmentRow) *vocabulary.Rounded { return &r.Contribution }},
	{vocabulary.Amount("acquisition_cost"), ofAll(func(f *flow) exact.Number { return f.acquisition }), func(r *SegmentRow) *vocabulary.Rounded { return &r.AcquisitionCost }},
	{vocabulary.Amount("net_present_value"), ofAll(func(f *flow) exact.Number { return f.present }), func(r *SegmentRow) *vocabulary.Rounded { return &r.NetPresentValue }},
	{vocabulary.Ratio("closing_customers", vocabulary.UnitCustomers), func(c *cohorts) exact.Number { return c.active[len(c.active)-1] }, func(r *SegmentRow) *vocabulary.Rounded { return &r.ClosingCustomers }},
	{vocabulary.Amount("customer_equity"), func(c *cohorts) exact.Number { return c.left }, func(r *SegmentRow) *vocabulary.Rounded { return &r.CustomerEquity }},
}

// ofAll is the sum of a figure over all periods.
func ofAll(of func(*flow) exact.Number) func(*cohorts) exact.Number {
	return func(c *cohorts) exact.Number { return sum(c.a, c.flows, of) }
}

// SegmentFigures returns the figures of each segment of a plan.
func SegmentFigures() []vocabulary.Figure {
	figures := make([]vocabulary.Figure, len(segmentFigures))
	for i, f := range segmentFigures {
		figures[i] = vocabulary.FigurePlace(f.Figure, f.at)
	}
	return figures
}

// bySegment rounds the figures of each segment; none of a plan that has none.
func (p *planned) bySegment(r *worth.Report) []SegmentRow {
	rows := make([]SegmentRow, len(p.req.Segments))
	for i := range rows {
		rows[i].Name = p.req.Segments[i].Name
		for k, f := range segmentFigures {
			*f.at(&rows[i]) = r.Figure(f.Figure, p.segments[i].figures[k])
		}
		for _, active := range p.segments[i].active {
			rows[i].Active = append(rows[i].Active, r.Figure(activeFigure, active))
		}
	}
	return rows
}

var activeFigure = vocabulary.Ratio("active_customers", vocabulary.UnitCustomers)
