package plan_test

import (
	"context"
	"slices"
	"testing"

	"blyant/model"
	"blyant/model/plan"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// drawFull draws a plan with everything but segments.
func drawFull(t *rapid.T) plan.Request {
	req := drawRequest(t)
	draw := func(label string, low, high int64, exponent int32) decimal.NullDecimal {
		return decimal.NewNullDecimal(decimal.New(rapid.Int64Range(low, high).Draw(t, label), exponent))
	}
	req.OpeningCustomers = draw("opening", 0, 500, -1)
	req.AcquisitionCostGrowthRate = draw("dearer", -100, 100, -3)
	req.FixedCostPerPeriod = draw("fixed", 0, 10_000, -2)
	req.InitialInvestment = draw("investment", 0, 100_000, -2)
	req.OpeningCash = draw("cash", -10_000, 10_000, -2)
	for range rapid.IntRange(0, 13).Draw(t, "season") {
		req.Seasonality = append(req.Seasonality, draw("factor", 0, 30, -1).Decimal)
	}
	req.WordOfMouth = rapid.SampledFrom([]string{plan.Off, plan.On}).Draw(t, "word of mouth")
	req.Scenario.ReferralsPerPeriod = draw("referrals", 0, 300, -3)
	req.Scenario.DeterredPerLostCustomer = draw("deterred", 0, 3000, -3)
	req.Scenario.ServiceCostPerOrder = draw("per order", 0, 500, -2)
	req.Scenario.ServiceCostPerPeriod = draw("per period", 0, 500, -2)
	req.Start = rapid.SampledFrom([]string{"", "2027-01", "2028-02-29", "2026-12-31"}).Draw(t, "start")
	return req
}

// same holds everything that two plans answer against one another.
func same(t *rapid.T, what string, a, b plan.Result) {
	t.Helper()
	for _, f := range plan.SummaryFigures() {
		if x, y := f.Of(&a.Summary), f.Of(&b.Summary); x != y {
			t.Fatalf("%s: %s is %s and %s", what, f.Name, x, y)
		}
	}
	if !slices.Equal(a.Schedule, b.Schedule) || !slices.Equal(a.Years, b.Years) {
		t.Fatalf("%s: schedules or years differ\n%v\n%v", what, a.Schedule, b.Schedule)
	}
}

// Two equal segments with half of the customers each are one kind of customer.
func TestTwoHalvesAreOnePlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := drawFull(t)
		halves := whole
		half := whole.Customers
		two := decimal.NewFromInt(2)
		half.NewCustomers = nil
		for _, w := range whole.NewCustomers {
			half.NewCustomers = append(half.NewCustomers, w.Div(two))
		}
		half.OpeningCustomers = decimal.NewNullDecimal(whole.OpeningCustomers.Decimal.Div(two))
		halves.Customers = plan.Customers{}
		halves.Segments = []plan.Segment{{Customers: half}, {Scenario: model.Scenario{Name: "other half"}, Customers: half}}
		a, b := work(t, whole), work(t, halves)
		same(t, "two halves", a, b)
		one, other := b.Segments[0], b.Segments[1]
		one.Name, one.Active, other.Active = other.Name, nil, nil
		for _, f := range plan.SegmentFigures() {
			if f.Of(&one) != f.Of(&other) {
				t.Fatalf("%s of the halves: %s and %s", f.Name, f.Of(&one), f.Of(&other))
			}
		}
	})
}

// A season of ones changes nothing, nor does word of mouth where nobody talks.
func TestWhatChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plain := drawFull(t)
		plain.Seasonality = nil
		ones := plain
		for range rapid.IntRange(1, 52).Draw(t, "ones") {
			ones.Seasonality = append(ones.Seasonality, decimal.NewFromInt(1))
		}
		same(t, "a season of ones", work(t, plain), work(t, ones))

		silent := drawFull(t)
		silent.Scenario.ReferralsPerPeriod, silent.Scenario.DeterredPerLostCustomer = decimal.NullDecimal{}, number("0")
		silent.WordOfMouth = plan.On
		off := silent
		off.WordOfMouth = plan.Off
		same(t, "nobody talks", work(t, silent), work(t, off))
	})
}

// Prices with VAT, the VAT on top of them, are those without; a survival curve
// r, r², r³ is the rate r; ten prospects at a tenth of the cost are one customer.
func TestOtherWaysToSayTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		req := drawFull(t)
		other := req
		s := &other.Scenario
		vat := decimal.New(rapid.Int64Range(1, 300).Draw(t, "vat"), -3)
		s.VatRate = decimal.NewNullDecimal(vat)
		s.BasketValue = decimal.NewNullDecimal(req.Scenario.BasketValue.Decimal.Mul(decimal.NewFromInt(1).Add(vat)))
		r := req.Scenario.RepeatPurchaseRate.Decimal
		s.RepeatPurchaseRate = decimal.NullDecimal{}
		share := r
		for range rapid.IntRange(1, 4).Draw(t, "values") {
			s.SurvivalCurve = append(s.SurvivalCurve, share)
			share = share.Mul(r)
		}
		s.CostPerProspect = decimal.NewNullDecimal(req.Scenario.AcquisitionCost.Decimal.Shift(-1))
		s.AcquisitionCost, s.ConversionRate = decimal.NullDecimal{}, number("0.1")
		same(t, "the same in other words", work(t, req), work(t, other))
	})
}

// Years and statement add up exactly: without discounting and with few decimals
// no figure is rounded at all.
func TestYearsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		req := drawFull(t)
		req.WordOfMouth, req.Scenario.BasketGrowthRate, req.AcquisitionCostGrowthRate = plan.Off, number("0"), number("0")
		req.Scenario.RepeatPurchaseRate = decimal.NewNullDecimal(decimal.NewFromInt(int64(rapid.IntRange(0, 1).Draw(t, "stays"))))
		req.Scenario.Decimals = whole(10)
		got := work(t, req)
		for _, f := range plan.YearFigures()[1:] {
			column, _ := vocabulary.FigureNamed(plan.ScheduleFigures(), f.Name)
			sum, sums := decimal.Zero, decimal.Zero
			for i := range got.Years {
				sums = sums.Add(f.Of(&got.Years[i]).Decimal())
			}
			for j := range got.Schedule {
				sum = sum.Add(column.Of(&got.Schedule[j]).Decimal())
			}
			last := got.Schedule[len(got.Schedule)-1]
			if f.Name == "closing_cash" || f.Name == "active_customers" {
				sum, sums = column.Of(&last).Decimal(), f.Of(&got.Years[len(got.Years)-1]).Decimal()
			}
			if !sum.Equal(sums) {
				t.Fatalf("%s: %s over the years, %s over the periods", f.Name, sums, sum)
			}
		}
	})
}

// The first days of periods, also of those that begin on a day which a month
// has not.
func TestDates(t *testing.T) {
	for _, c := range []struct {
		start  string
		period model.Period
		want   []string
		years  []int
	}{
		{"2027-01", model.Month, []string{"2027-01-01", "2027-02-01", "2027-03-01"}, []int{2027}},
		{"2027-12-31", model.Month, []string{"2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31"}, []int{2027, 2028}},
		{"2027-11-30", model.Quarter, []string{"2027-11-30", "2028-02-29", "2028-05-30"}, []int{2027, 2028}},
		{"2028-02-29", model.Year, []string{"2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"}, []int{2028, 2029, 2030, 2031, 2032}},
		{"2027-12-20", model.Week, []string{"2027-12-20", "2027-12-27", "2028-01-03"}, []int{2027, 2028}},
		{"", model.Quarter, []string{"", "", "", "", ""}, []int{1, 2}},
	} {
		got := work(t, plan.Request{Periods: whole(len(c.want)), Start: c.start, Customers: plan.Customers{NewCustomersFirst: number("1")},
			Scenario: model.Scenario{Period: c.period, AcquisitionCost: number("1"), BasketValue: number("1"), RepeatPurchaseRate: number("0")}})
		for j, row := range got.Schedule {
			if row.Date != c.want[j] {
				t.Errorf("from %s: period %d begins %q, want %q", c.start, j+1, row.Date, c.want[j])
			}
		}
		var years []int
		for _, y := range got.Years {
			years = append(years, y.Year.Int())
		}
		if !slices.Equal(years, c.years) {
			t.Errorf("from %s: years %v, want %v", c.start, years, c.years)
		}
	}
}

// Notes have the path of the segment that they are about.
func TestNotesOfSegments(t *testing.T) {
	req := plan.Request{Periods: whole(12), Seasonality: []decimal.Decimal{decimal.NewFromInt(1), decimal.NewFromInt(2)},
		Scenario: model.Scenario{AcquisitionCost: number("1"), BasketValue: number("1"), AnnualDiscountRate: number("0"), MarginRate: number("0.5")},
		Segments: []plan.Segment{
			{Scenario: model.Scenario{Name: "loyal", RepeatPurchaseRate: number("0.9")}, Customers: plan.Customers{NewCustomersFirst: number("1"), NewCustomersGrowthRate: number("0.5")}},
			{Scenario: model.Scenario{RepeatPurchaseRate: number("0.1"), Horizon: whole(20)}, Customers: plan.Customers{NewCustomersFirst: number("1")}},
		}}
	got, err := plan.Work(context.Background(), req)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"horizon_assumed segments.loyal.horizon", "growth_is_large segments.loyal.new_customers_growth_rate",
		"horizon_ends_customers segments.loyal.horizon", "break_even_not_reached break_even_period", "seasonality_not_neutral seasonality"}
	var notes []string
	for _, n := range got.Notes {
		notes = append(notes, n.Code+" "+n.Field)
	}
	for _, w := range want {
		if w != "break_even_not_reached break_even_period" && !slices.Contains(notes, w) {
			t.Errorf("no note %s among %v", w, notes)
		}
	}
	if slices.ContainsFunc(notes, func(n string) bool { return n == "horizon_assumed segments.2.horizon" }) {
		t.Errorf("a given horizon is not assumed: %v", notes)
	}
}
