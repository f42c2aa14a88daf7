package model

import (
	"strconv"

	"blyant/model/internal/formula"
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
	RemainingValue         vocabulary.Rounded
}

// column is a figure of the schedule: of what, and its place in a row.
type column struct {
	vocabulary.Figure
	of func(*formula.Row) *formula.Figure // nil of the period's number
	at func(*ScheduleRow) *vocabulary.Rounded
}

var columns = []column{
	{vocabulary.PeriodNumber("period"), nil, func(r *ScheduleRow) *vocabulary.Rounded { return &r.Period }},
	{vocabulary.Ratio("active_share", vocabulary.UnitShare), func(s *formula.Row) *formula.Figure { return &s.ActiveShare }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.ActiveShare }},
	{vocabulary.Ratio("orders", vocabulary.UnitOrders), func(s *formula.Row) *formula.Figure { return &s.Orders }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.Orders }},
	{vocabulary.Amount("basket_value"), func(s *formula.Row) *formula.Figure { return &s.BasketValue }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.BasketValue }},
	{vocabulary.Amount("revenue"), func(s *formula.Row) *formula.Figure { return &s.Revenue }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.Revenue }},
	{vocabulary.Amount("gross_margin"), func(s *formula.Row) *formula.Figure { return &s.GrossMargin }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.GrossMargin }},
	{vocabulary.Amount("service_cost"), func(s *formula.Row) *formula.Figure { return &s.ServiceCost }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.ServiceCost }},
	{vocabulary.Amount("contribution"), func(s *formula.Row) *formula.Figure { return &s.Contribution }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.Contribution }},
	{vocabulary.Ratio("discount_factor", vocabulary.UnitFactor), func(s *formula.Row) *formula.Figure { return &s.DiscountFactor }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.DiscountFactor }},
	{vocabulary.Amount("present_value"), func(s *formula.Row) *formula.Figure { return &s.PresentValue }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.PresentValue }},
	{vocabulary.Amount("cumulative_contribution"), func(s *formula.Row) *formula.Figure { return &s.CumulativeContribution }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.CumulativeContribution }},
	{vocabulary.Amount("cumulative_present_value"), func(s *formula.Row) *formula.Figure { return &s.CumulativePresentValue }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.CumulativePresentValue }},
	{vocabulary.Amount("remaining_value").MayBeNull().NullIfTooLarge(), func(s *formula.Row) *formula.Figure { return &s.RemainingValue }, func(r *ScheduleRow) *vocabulary.Rounded { return &r.RemainingValue }},
}

// ScheduleFigures returns the columns of a schedule.
func ScheduleFigures() []vocabulary.Figure {
	figures := make([]vocabulary.Figure, len(columns))
	for i, c := range columns {
		figures[i] = vocabulary.FigurePlace(c.Figure, c.at)
	}
	return figures
}

// schedule takes over every period; it ends at the first that has a figure too
// large.
func schedule(r *worth.Report, rows []formula.Row) []ScheduleRow {
	out := make([]ScheduleRow, len(rows))
	known := len(r.Faults)
	for i := range rows {
		for j := range columns {
			c := &columns[j]
			if c.of == nil {
				*c.at(&out[i]) = vocabulary.RoundedWhole(i + 1)
				continue
			}
			figure := c.of(&rows[i])
			if figure.TooLarge {
				*c.at(&out[i]) = r.Rounded(c.Figure, *figure, worth.Absence{})
			} else {
				*c.at(&out[i]) = figure.Rounded
			}
		}
		if len(r.Faults) > known && r.InPeriod(strconv.Itoa(i+1), known) {
			return nil
		}
	}
	return out
}
