package calculator

import (
	"context"
	"slices"
	"strconv"

	"blyant/internal/answer"
	"blyant/model/cohort"
	"blyant/model/vocabulary"
)

// aCohort is a cohort with the decimals of its money; aCell one of its ages.
type (
	aCohort struct {
		*cohort.Cohort
		places int
	}
	aCell struct {
		of   *aCohort
		age  int
		cell *cohort.Cell // nil where it is not observed to its end
	}
	anAverage struct {
		*cohort.Average
		places int
	}
)

var (
	cellAge     = answer.Counts(vocabulary.WholeFigure("age", vocabulary.UnitPeriods), func(c *aCell) int { return c.age })
	activeShare = vocabulary.Ratio("active_share", vocabulary.UnitShare)
	perCustomer = vocabulary.Amount("revenue_per_customer_to_date")
	cellColumns = []answer.Column{
		cellAge,
		cellCount("active_customers", vocabulary.UnitCustomers, func(c *cohort.Cell) int { return c.Active }),
		cellValue(activeShare, func(c *cohort.Cell, _ int) vocabulary.Rounded { return vocabulary.RoundedTo(c.ActiveShare, 6) }),
		cellCount("orders", vocabulary.UnitOrders, func(c *cohort.Cell) int { return c.Orders }),
		cellValue(vocabulary.Amount("revenue"), func(c *cohort.Cell, places int) vocabulary.Rounded { return vocabulary.RoundedTo(c.Revenue, places) }),
		cellValue(perCustomer, func(c *cohort.Cell, places int) vocabulary.Rounded { return quotient(c.PerCustomer, places) }),
	}
	cohortColumns = []answer.Column{
		answer.Words("cohort", func(c *aCohort) string { return c.Name }),
		answer.Counts(vocabulary.WholeFigure("customers", vocabulary.UnitCustomers), func(c *aCohort) int { return c.Customers }),
	}
	averageColumns = []answer.Column{
		answer.Counts(vocabulary.WholeFigure("age", vocabulary.UnitPeriods), func(a *anAverage) int { return a.Age }),
		answer.Counts(vocabulary.WholeFigure("cohorts_observed", vocabulary.UnitCount), func(a *anAverage) int { return a.Cohorts }),
		answer.Counts(vocabulary.WholeFigure("customers", vocabulary.UnitCustomers), func(a *anAverage) int { return a.Customers }),
		answer.Computed(activeShare, func(a *anAverage) vocabulary.Rounded { return vocabulary.RoundedTo(a.ActiveShare, 6) }),
		answer.Computed(vocabulary.Ratio("orders_per_customer", vocabulary.UnitOrders), func(a *anAverage) vocabulary.Rounded { return vocabulary.RoundedTo(a.Orders, 6) }),
		answer.Computed(vocabulary.Amount("revenue_per_customer"), func(a *anAverage) vocabulary.Rounded { return quotient(a.Revenue, a.places) }),
		answer.Computed(perCustomer, func(a *anAverage) vocabulary.Rounded { return quotient(a.PerCustomer, a.places) }),
	}
	totalColumns = []answer.Column{
		answer.Counts(vocabulary.WholeFigure("customers", vocabulary.UnitCustomers), func(r *cohortsResult) int { return r.Totals.Customers }),
		answer.Counts(vocabulary.WholeFigure("orders", vocabulary.UnitOrders), func(r *cohortsResult) int { return r.Totals.Orders }),
		answer.Computed(vocabulary.Amount("revenue"), func(r *cohortsResult) vocabulary.Rounded { return vocabulary.RoundedTo(r.Totals.Revenue, r.places) }),
		answer.Computed(vocabulary.Amount("basket_value"), func(r *cohortsResult) vocabulary.Rounded { return quotient(r.Totals.BasketValue, r.places) }),
		answer.Computed(vocabulary.Ratio("orders_per_customer", vocabulary.UnitOrders), func(r *cohortsResult) vocabulary.Rounded { return vocabulary.RoundedTo(r.Totals.OrdersPerCustomer, 6) }),
		answer.Computed(vocabulary.Ratio("repeat_share", vocabulary.UnitShare), func(r *cohortsResult) vocabulary.Rounded { return vocabulary.RoundedTo(r.Totals.RepeatShare, 6) }),
	}
)

var (
	cohortsInputs = answer.InputsOf(cohortsFields, func(r *cohortsResult) any { return r.request })
	cohortsRows   = answer.NestedOf("cohorts", "cohort", []answer.Section{
		answer.Single(cohortColumns[0]), answer.Single(cohortColumns[1]),
		answer.RowsOf("ages", "row", cellColumns, eachCell),
	}, eachCohort).As("cohort")
	cohortsAverage = answer.RowsOf("average", "row", averageColumns, func(r *cohortsResult, yield func(any) bool) {
		for i := range r.Average {
			if !yield(&anAverage{&r.Average[i], r.places}) {
				return
			}
		}
	})
	cohortsTotals = answer.GroupOf("totals", totalColumns, func(r *cohortsResult) any { return r }).As("totals")
	cohortsTable  = answer.RowsOf("cohorts", "row", slices.Concat(
		answer.Inside(cohortColumns, func(c *aCell) any { return c.of }), cellColumns),
		func(r *cohortsResult, yield func(any) bool) {
			eachCohort(r, func(c any) bool {
				goOn := true
				eachCell(c.(*aCohort), func(cell any) bool { goOn = yield(cell); return goOn })
				return goOn
			})
		})
	cohortsReport, cohortsReportTable, cohortsLeftOut = rowsOf(func(r *cohortsResult) *rowsReport { return &r.rows })
	cohortsNotes                                      = answer.NotesOf(func(r *cohortsResult) []vocabulary.Note { return r.notes() })
)

// tableCohorts completes the request and gathers the purchases.
func tableCohorts(_ context.Context, q *cohortsRequest) (cohortsResult, error) {
	vocabulary.FillDefaults(q, cohortsFields)
	places := q.complete()
	var none vocabulary.Faults
	result, err := cohort.Table(cohort.Request{Log: &q.Log, Period: cohort.Period(q.Period), End: dateIn("end", q.End, &none)})
	if err != nil {
		return cohortsResult{}, learntFaults(err)
	}
	q.End = result.End.String()
	rows := q.report()
	rows.afterEnd = result.AfterEnd
	return cohortsResult{result, q, rows, places}, nil
}

// triangle is the table that shops look at: a row for each cohort, a column with
// the active share for each age.
func triangle(r *cohortsResult) answer.Table {
	most := 0
	for _, c := range r.Cohorts {
		most = max(most, len(c.Ages))
	}
	columns := slices.Clone(cohortColumns)
	for age := range most {
		columns = append(columns, answer.Computed(namedFigure(activeShare, strconv.Itoa(age)).MayBeNull(), func(c *aCohort) vocabulary.Rounded {
			if age >= len(c.Ages) || c.Ages[age] == nil {
				return vocabulary.Rounded{}
			}
			return vocabulary.RoundedTo(c.Ages[age].ActiveShare, 6)
		}))
	}
	return answer.Table{Name: "triangle", Item: "row", Columns: columns, Each: func(yield func(any) bool) { eachCohort(r, yield) }}
}
