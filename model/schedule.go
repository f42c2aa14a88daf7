package model

import (
	"slices"
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
	of formula.Cell // none of the period's number
	at func(*ScheduleRow) *vocabulary.Rounded
}

var columns = []column{
	{vocabulary.PeriodNumber("period"), -1, func(r *ScheduleRow) *vocabulary.Rounded { return &r.Period }},
	{vocabulary.Ratio("active_share", vocabulary.UnitShare), formula.ActiveShare, func(r *ScheduleRow) *vocabulary.Rounded { return &r.ActiveShare }},
	{vocabulary.Ratio("orders", vocabulary.UnitOrders), formula.Orders, func(r *ScheduleRow) *vocabulary.Rounded { return &r.Orders }},
	{vocabulary.Amount("basket_value"), formula.BasketValue, func(r *ScheduleRow) *vocabulary.Rounded { return &r.BasketValue }},
	{vocabulary.Amount("revenue"), formula.Revenue, func(r *ScheduleRow) *vocabulary.Rounded { return &r.Revenue }},
	{vocabulary.Amount("gross_margin"), formula.GrossMargin, func(r *ScheduleRow) *vocabulary.Rounded { return &r.GrossMargin }},
	{vocabulary.Amount("service_cost"), formula.ServiceCost, func(r *ScheduleRow) *vocabulary.Rounded { return &r.ServiceCost }},
	{vocabulary.Amount("contribution"), formula.Contribution, func(r *ScheduleRow) *vocabulary.Rounded { return &r.Contribution }},
	{vocabulary.Ratio("discount_factor", vocabulary.UnitFactor), formula.DiscountFactor, func(r *ScheduleRow) *vocabulary.Rounded { return &r.DiscountFactor }},
	{vocabulary.Amount("present_value"), formula.PresentValue, func(r *ScheduleRow) *vocabulary.Rounded { return &r.PresentValue }},
	{vocabulary.Amount("cumulative_contribution"), formula.CumulativeContribution, func(r *ScheduleRow) *vocabulary.Rounded { return &r.CumulativeContribution }},
	{vocabulary.Amount("cumulative_present_value"), formula.CumulativePresentValue, func(r *ScheduleRow) *vocabulary.Rounded { return &r.CumulativePresentValue }},
	{vocabulary.Amount("remaining_value").MayBeNull().NullIfTooLarge(), formula.RemainingValue, func(r *ScheduleRow) *vocabulary.Rounded { return &r.RemainingValue }},
}

// ScheduleFigures returns the columns of a schedule.
func ScheduleFigures() []vocabulary.Figure {
	figures := make([]vocabulary.Figure, len(columns))
	for i, c := range columns {
		figures[i] = vocabulary.FigurePlace(c.Figure, c.at)
	}
	return figures
}

// schedule takes over every period, into memory that may be there; it ends at the
// first that has a figure too large.
func schedule(memory []ScheduleRow, r *worth.Report, rows []formula.Row) []ScheduleRow {
	out := slices.Grow(memory[:0], len(rows))[:len(rows)]
	known := len(r.Faults)
	for i := range rows {
		if out[i].take(i+1, &rows[i]) {
			continue
		}
		for j := range columns {
			c := &columns[j]
			if c.of < 0 {
				*c.at(&out[i]) = vocabulary.RoundedWhole(i + 1)
				continue
			}
			*c.at(&out[i]) = r.Rounded(c.Figure, rows[i].Figure(c.of), worth.Absence{})
		}
		if len(r.Faults) > known && r.InPeriod(strconv.Itoa(i+1), known) {
			return nil
		}
	}
	return out
}

// take takes over a period with no figure too large, in the short way. It reports
// false where there is one.
func (row *ScheduleRow) take(number int, p *formula.Row) bool {
	if p.AnyTooLarge() {
		return false
	}
	*row = ScheduleRow{
		Period:                 vocabulary.RoundedWhole(number),
		ActiveShare:            p.Cells[formula.ActiveShare],
		Orders:                 p.Cells[formula.Orders],
		BasketValue:            p.Cells[formula.BasketValue],
		Revenue:                p.Cells[formula.Revenue],
		GrossMargin:            p.Cells[formula.GrossMargin],
		ServiceCost:            p.Cells[formula.ServiceCost],
		Contribution:           p.Cells[formula.Contribution],
		DiscountFactor:         p.Cells[formula.DiscountFactor],
		PresentValue:           p.Cells[formula.PresentValue],
		CumulativeContribution: p.Cells[formula.CumulativeContribution],
		CumulativePresentValue: p.Cells[formula.CumulativePresentValue],
		RemainingValue:         p.Cells[formula.RemainingValue],
	}
	return true
}
