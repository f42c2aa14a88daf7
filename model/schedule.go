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

// Figures appends where the row keeps its figures, in the order of
// ScheduleFigures: all of a row at once, for who writes many.
func (row *ScheduleRow) Figures(places []*vocabulary.Rounded) []*vocabulary.Rounded {
	return append(places, &row.Period, &row.ActiveShare, &row.Orders, &row.BasketValue, &row.Revenue, &row.GrossMargin, &row.ServiceCost, &row.Contribution,
		&row.DiscountFactor, &row.PresentValue, &row.CumulativeContribution, &row.CumulativePresentValue, &row.RemainingValue)
}

// columns are the figures of the schedule: the period's number, then the cells of a
// row in their order.
var columns = [...]vocabulary.Figure{
	vocabulary.PeriodNumber("period"),
	1 + formula.ActiveShare:            vocabulary.Ratio("active_share", vocabulary.UnitShare),
	1 + formula.Orders:                 vocabulary.Ratio("orders", vocabulary.UnitOrders),
	1 + formula.BasketValue:            vocabulary.Amount("basket_value"),
	1 + formula.Revenue:                vocabulary.Amount("revenue"),
	1 + formula.GrossMargin:            vocabulary.Amount("gross_margin"),
	1 + formula.ServiceCost:            vocabulary.Amount("service_cost"),
	1 + formula.Contribution:           vocabulary.Amount("contribution"),
	1 + formula.DiscountFactor:         vocabulary.Ratio("discount_factor", vocabulary.UnitFactor),
	1 + formula.PresentValue:           vocabulary.Amount("present_value"),
	1 + formula.CumulativeContribution: vocabulary.Amount("cumulative_contribution"),
	1 + formula.CumulativePresentValue: vocabulary.Amount("cumulative_present_value"),
	1 + formula.RemainingValue:         vocabulary.Amount("remaining_value").MayBeNull().NullIfTooLarge(),
}

// ScheduleFigures returns the columns of a schedule.
func ScheduleFigures() []vocabulary.Figure {
	figures := make([]vocabulary.Figure, len(columns))
	for i, f := range columns {
		figures[i] = vocabulary.FigurePlace(f, func(row *ScheduleRow) *vocabulary.Rounded {
			var room [len(columns)]*vocabulary.Rounded
			return row.Figures(room[:0])[i]
		})
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
		places := out[i].Figures(nil)
		for j, place := range places[1:] {
			*place = r.Rounded(columns[j+1], rows[i].Figure(formula.Cell(j)), worth.Absence{})
		}
		if len(r.Faults) > known && r.InPeriod(strconv.Itoa(i+1), known) {
			return nil
		}
	}
	return out
}

// take takes over a period with no figure too large, in the short way. Where there
// is one it takes the number alone, and reports false.
func (row *ScheduleRow) take(number int, p *formula.Row) bool {
	row.Period = vocabulary.RoundedWhole(number)
	if p.AnyTooLarge() {
		return false
	}
	c := &p.Cells
	row.ActiveShare, row.Orders, row.BasketValue = c[formula.ActiveShare], c[formula.Orders], c[formula.BasketValue]
	row.Revenue, row.GrossMargin, row.ServiceCost = c[formula.Revenue], c[formula.GrossMargin], c[formula.ServiceCost]
	row.Contribution, row.DiscountFactor, row.PresentValue = c[formula.Contribution], c[formula.DiscountFactor], c[formula.PresentValue]
	row.CumulativeContribution, row.CumulativePresentValue = c[formula.CumulativeContribution], c[formula.CumulativePresentValue]
	row.RemainingValue = c[formula.RemainingValue]
	return true
}
