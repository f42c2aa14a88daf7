package plan_test

import (
	"testing"

	"blyant/model"
	"blyant/model/plan"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// scaled is the plan with every amount of money times k.
func scaled(req plan.Request, k decimal.Decimal) plan.Request {
	by := func(fields []vocabulary.Field, record any) {
		for _, f := range fields {
			if v, given := f.Get(record); given && f.Unit == vocabulary.UnitMoney && f.Numeric() {
				f.Set(record, vocabulary.Value{Number: v.Number.Mul(k)})
			}
		}
	}
	by(model.ScenarioFields(), &req.Scenario)
	by(plan.Fields(), &req)
	return req
}

// In another currency, ten units of which are one of the first, all amounts are ten times
// what they were, and customers, orders and periods are the same.
func TestPlanInAnotherCurrency(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		req := drawFull(t)
		req.Scenario.Decimals = whole(3)
		dear := scaled(req, decimal.NewFromInt(10))
		dear.Scenario.Decimals = whole(2)
		a, b := work(t, req), work(t, dear)
		holdScaled(t, plan.SummaryFigures(), &a.Summary, &b.Summary)
		for j := range a.Schedule {
			holdScaled(t, plan.ScheduleFigures(), &a.Schedule[j], &b.Schedule[j])
		}
		for j := range a.Years {
			holdScaled(t, plan.YearFigures(), &a.Years[j], &b.Years[j])
		}
	})
}

// holdScaled holds money of three decimals against ten times as much with two.
func holdScaled(t *rapid.T, figures []vocabulary.Figure, a, b any) {
	t.Helper()
	for _, f := range figures {
		x, y := f.Of(a), f.Of(b)
		if x.IsNull() != y.IsNull() {
			t.Fatalf("%s is %s, in the other currency %s", f.Name, x, y)
		}
		want := x.Decimal()
		if f.Unit == vocabulary.UnitMoney {
			want = want.Shift(1)
		}
		if !x.IsNull() && !want.Equal(y.Decimal()) {
			t.Fatalf("%s is %s, in the other currency %s", f.Name, x, y)
		}
	}
}

// Of more loyal customers there are never fewer, in any period; nor of orders and lasting
// customers.
func TestMoreLoyalMeansMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		req := drawFull(t)
		req.WordOfMouth = plan.Off
		loyal := req
		rate := req.Scenario.RepeatPurchaseRate.Decimal
		more := decimal.NewFromInt(1).Sub(rate).Mul(decimal.New(rapid.Int64Range(0, 100).Draw(t, "more"), -2))
		loyal.Scenario.RepeatPurchaseRate = decimal.NewNullDecimal(rate.Add(more))
		a, b := work(t, req), work(t, loyal)
		for j := range a.Schedule {
			x, y := a.Schedule[j], b.Schedule[j]
			if y.ActiveCustomers.Decimal().LessThan(x.ActiveCustomers.Decimal()) || y.Orders.Decimal().LessThan(x.Orders.Decimal()) || y.Revenue.Decimal().LessThan(x.Revenue.Decimal()) {
				t.Fatalf("period %d: %s active, %s orders, %s revenue; of more loyal ones %s, %s, %s", j+1, x.ActiveCustomers, x.Orders, x.Revenue, y.ActiveCustomers, y.Orders, y.Revenue)
			}
			if x.NewCustomers != y.NewCustomers || x.AcquisitionCost != y.AcquisitionCost {
				t.Fatalf("period %d: %s come, of more loyal ones %s", j+1, x.NewCustomers, y.NewCustomers)
			}
		}
	})
}

// A plan that opens a period later, with nobody in the first, is the same a period on.
func TestAPeriodLater(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		req := drawRequest(t)
		req.OpeningCustomers, req.NewCustomersFirst, req.NewCustomersGrowthRate = decimal.NullDecimal{}, decimal.NullDecimal{}, decimal.NullDecimal{}
		req.NewCustomers, req.Periods = nil, whole(6)
		for range 6 {
			req.NewCustomers = append(req.NewCustomers, decimal.NewFromInt(rapid.Int64Range(0, 500).Draw(t, "new")))
		}
		later := req
		later.NewCustomers = append([]decimal.Decimal{decimal.Zero}, req.NewCustomers...)
		later.Periods = whole(7)
		a, b := work(t, req), work(t, later)
		for j := range a.Schedule {
			x, y := a.Schedule[j], b.Schedule[j+1]
			for _, f := range plan.ScheduleFigures() {
				if f.Name == "period" || f.Name == "present_value" || f.Name == "fixed_cost" || f.Name == "cash_flow" || f.Name == "closing_cash" || f.Name == "initial_investment" {
					continue // what runs from the beginning of the plan, and what hangs on it
				}
				if f.Of(&x) != f.Of(&y) {
					t.Fatalf("%s of period %d is %s, a period later %s", f.Name, j+1, f.Of(&x), f.Of(&y))
				}
			}
		}
		if first := b.Schedule[0]; !first.ActiveCustomers.Decimal().IsZero() || !first.Revenue.Decimal().IsZero() {
			t.Fatalf("nobody has come, and yet %+v", first)
		}
	})
}

// The customers of the segments are those of the plan, period by period.
func TestActiveCustomersOfSegmentsAddUp(t *testing.T) {
	got := work(t, segmented())
	if len(got.Segments) != 2 {
		t.Fatalf("%d segments", len(got.Segments))
	}
	for j, row := range got.Schedule {
		sum := decimal.Zero
		for _, s := range got.Segments {
			if len(s.Active) != len(got.Schedule) {
				t.Fatalf("%s is followed for %d periods of %d", s.Name, len(s.Active), len(got.Schedule))
			}
			sum = sum.Add(s.Active[j].Decimal())
		}
		if off := sum.Sub(row.ActiveCustomers.Decimal()).Abs(); off.GreaterThan(decimal.New(2, -6)) {
			t.Errorf("period %d: %s in the segments, %s in all", j+1, sum, row.ActiveCustomers)
		}
	}
	for _, s := range got.Segments {
		if last := s.Active[len(s.Active)-1]; last != s.ClosingCustomers {
			t.Errorf("%s: %s at last, %s in closing", s.Name, last, s.ClosingCustomers)
		}
	}
}
