package model

import (
	"strconv"

	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// ScheduleRow is one period of the schedule, numbered from 1; the figures of
// ScheduleFigures.
type ScheduleRow struct {
	Period                 vocabulary.Rounded
	ActiveShare            vocabulary.Rounded
	Orders                 vocabulary.Rounded
	BasketValue            vocabulary.Rounded
	Revenue                vocabulary.Rounded
	GrossMargin            vocabulary.Rounded
	ServiceCost            vocabulary.Rounded
	Contribution           vocabulary.Rounded
	DiscountFactor         vocabulary.Rounded
	PresentValue           vocabulary.Rounded
	CumulativeContribution vocabulary.Rounded
	CumulativePresentValue vocabulary.Rounded
}

// scheduled is a period with the totals up to and with it.
type scheduled struct {
	worth.Row
	number              exact.Number
	cumulative, present exact.Number
}

// column is a figure of the schedule: of what, and its place in a row.
type column struct {
	vocabulary.Figure
	of func(*scheduled) exact.Number
	at func(*ScheduleRow) *vocabulary.Rounded
}

var columns = []column{
	{vocabulary.PeriodNumber("period"), func(s *scheduled) exact.Number { return s.number }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.Period }},
	{vocabulary.Ratio("active_share", vocabulary.UnitShare), func(s *scheduled) exact.Number { return s.Active }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.ActiveShare }},
	{vocabulary.Ratio("orders", vocabulary.UnitOrders), func(s *scheduled) exact.Number { return s.Orders }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.Orders }},
	{vocabulary.Amount("basket_value"), func(s *scheduled) exact.Number { return s.Basket }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.BasketValue }},
	{vocabulary.Amount("revenue"), func(s *scheduled) exact.Number { return s.Revenue }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.Revenue }},
	{vocabulary.Amount("gross_margin"), func(s *scheduled) exact.Number { return s.GrossMargin }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.GrossMargin }},
	{vocabulary.Amount("service_cost"), func(s *scheduled) exact.Number { return s.ServiceCost }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.ServiceCost }},
	{vocabulary.Amount("contribution"), func(s *scheduled) exact.Number { return s.Contribution }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.Contribution }},
	{vocabulary.Ratio("discount_factor", vocabulary.UnitFactor), func(s *scheduled) exact.Number { return s.Discount }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.DiscountFactor }},
	{vocabulary.Amount("present_value"), func(s *scheduled) exact.Number { return s.PresentValue }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.PresentValue }},
	{vocabulary.Amount("cumulative_contribution"), func(s *scheduled) exact.Number { return s.cumulative }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.CumulativeContribution }},
	{vocabulary.Amount("cumulative_present_value"), func(s *scheduled) exact.Number { return s.present }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.CumulativePresentValue }},
}

// ScheduleFigures returns the columns of a schedule.
func ScheduleFigures() []vocabulary.Figure {
	figures := make([]vocabulary.Figure, len(columns))
	for i, c := range columns {
		figures[i] = vocabulary.FigurePlace(c.Figure, c.at)
	}
	return figures
}

// schedule rounds every period; it ends at the first that has a figure too large.
func schedule(a *exact.Arithmetic, r *worth.Report, w *worth.Worth) []ScheduleRow {
	rows := make([]ScheduleRow, len(w.Rows))
	s := scheduled{cumulative: w.Terms.Acquisition.Neg(), present: w.Terms.Acquisition.Neg()}
	known := len(r.Faults)
	for i, row := range w.Rows {
		s.Row, s.number = row, exact.FromInt(i+1)
		s.cumulative = a.Add(s.cumulative, row.Contribution)
		s.present = a.Add(s.present, row.PresentValue)
		for _, c := range columns {
			*c.at(&rows[i]) = r.Figure(c.Figure, c.of(&s))
		}
		if r.InPeriod(strconv.Itoa(i+1), known) {
			return nil
		}
	}
	return rows
}
