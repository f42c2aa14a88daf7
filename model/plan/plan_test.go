package plan_test

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"testing"

	"blyant/internal/golden"
	"blyant/model"
	"blyant/model/plan"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

type planCase struct {
	Request  golden.Object
	Summary  golden.Object
	Segments []golden.Object
	Schedule []golden.Object
	Note     string
	Years    [][]string
}

func (c planCase) request(t *testing.T) plan.Request {
	t.Helper()
	var req plan.Request
	if scenario, given := c.Request["scenario"]; given {
		req.Scenario = golden.Scenario(t, scenario.(golden.Object))
	}
	golden.Fill(t, &req, plan.Fields(), c.Request)
	segments, _ := c.Request["segments"].([]any)
	for _, object := range segments {
		var s plan.Segment
		golden.Fill(t, &s, plan.SegmentFields(), object.(golden.Object))
		req.Segments = append(req.Segments, s)
	}
	return req
}

func TestPlanGolden(t *testing.T) {
	cases := slices.Concat(golden.Read[planCase](t, "plan.json", 30), golden.Read[planCase](t, "plan_more.json", 60), golden.Read[planCase](t, "plan_third.json", 50))
	for i, c := range cases {
		got, err := plan.Work(context.Background(), c.request(t))
		where := "case " + strconv.Itoa(i)
		if err != nil {
			t.Errorf("%s: %v", where, err)
			continue
		}
		golden.Equal(t, where, plan.SummaryFigures(), &got.Summary, c.Summary)
		for j, row := range c.Segments {
			golden.Equal(t, where+" segment "+strconv.Itoa(j+1), plan.SegmentFigures(), &got.Segments[j], row)
		}
		for j, row := range c.Schedule {
			if date, _ := row["date"].(string); date != got.Schedule[j].Date {
				t.Errorf("%s period %d: begins %s, want %s", where, j+1, got.Schedule[j].Date, date)
			}
			delete(row, "date")
			golden.Equal(t, where+" period "+strconv.Itoa(j+1), plan.ScheduleFigures(), &got.Schedule[j], row)
		}
		if c.Note != "" && !slices.ContainsFunc(got.Notes, func(n vocabulary.Note) bool { return n.Code == c.Note }) {
			t.Errorf("%s: no note %s in %v", where, c.Note, got.Notes)
		}
		sameYears(t, where, got.Years, c.Years)
	}
}

// sameYears holds the years against the columns of the reference table, whose
// heads are the years.
func sameYears(t *testing.T, where string, got []plan.YearRow, table [][]string) {
	t.Helper()
	for l, line := range table {
		figure := plan.YearFigures()[l]
		if l > 0 && figure.Name != line[0] || len(line) != len(got)+1 {
			t.Fatalf("%s: line %d is %s, want %s; %d years", where, l, figure.Name, line[0], len(got))
		}
		for y, want := range line[1:] {
			if text := figure.Of(&got[y]).String(); text != want {
				t.Errorf("%s: %s of year %d is %s, want %s", where, line[0], y+1, text, want)
			}
		}
	}
}

func number(text string) decimal.NullDecimal {
	return decimal.NewNullDecimal(decimal.RequireFromString(text))
}

func whole(n int) vocabulary.Whole { return vocabulary.Whole{Int: n, Valid: true} }

func work(t interface{ Fatalf(string, ...any) }, req plan.Request) plan.Result {
	r, err := plan.Work(context.Background(), req)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return r
}

func summaryOf(t interface{ Fatalf(string, ...any) }, req plan.Request) []vocabulary.Rounded {
	r := work(t, req)
	return vocabulary.FiguresOf(&r.Summary, plan.SummaryFigures())
}

func drawRequest(t *rapid.T) plan.Request {
	draw := func(label string, low, high int64, exponent int32) decimal.NullDecimal {
		return decimal.NewNullDecimal(decimal.New(rapid.Int64Range(low, high).Draw(t, label), exponent))
	}
	req := plan.Request{
		Periods:   whole(rapid.IntRange(1, 30).Draw(t, "plan")),
		Customers: plan.Customers{NewCustomers: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) decimal.Decimal { return decimal.New(rapid.Int64Range(0, 5000).Draw(t, "new"), -1) }), 1, 30).Draw(t, "list")},
		Scenario: model.Scenario{
			Period:             rapid.SampledFrom([]model.Period{model.Month, model.Year}).Draw(t, "period"),
			Timing:             rapid.SampledFrom([]model.Timing{model.Start, model.Mid, model.End}).Draw(t, "timing"),
			Horizon:            whole(rapid.IntRange(1, 30).Draw(t, "horizon")),
			AcquisitionCost:    draw("acquisition", 0, 10_000, -2),
			BasketValue:        draw("basket", 0, 10_000, -2),
			BasketGrowthRate:   draw("growth", -50, 50, -3),
			MarginRate:         draw("margin", 0, 1000, -3),
			OrdersPerPeriod:    draw("orders", 0, 1_000, -2),
			RepeatPurchaseRate: draw("repeat", 0, 1000, -3),
			AnnualDiscountRate: draw("discount", 0, 300, -3),
			Decimals:           whole(4),
		},
	}
	return req
}

// One customer in period 1 is the scenario itself.
func TestOneCustomerIsTheScenario(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		req := drawRequest(t)
		req.NewCustomers = []decimal.Decimal{decimal.NewFromInt(1), decimal.Zero}
		req.Periods = req.Scenario.Horizon
		got := work(t, req)
		one, err := model.LifetimeValue(req.Scenario)
		if err != nil {
			t.Fatalf("%v", err)
		}
		for j, row := range one.Schedule {
			p := got.Schedule[j]
			for name, pair := range map[string][2]vocabulary.Rounded{
				"orders": {p.Orders, row.Orders}, "revenue": {p.Revenue, row.Revenue}, "gross margin": {p.GrossMargin, row.GrossMargin},
				"active": {p.ActiveCustomers, row.ActiveShare}, "contribution": {p.Contribution, row.Contribution}, "cash": {p.ClosingCash, row.CumulativeContribution},
			} {
				if pair[0] != pair[1] {
					t.Fatalf("%s of period %d: %s in the plan, %s for one customer", name, j+1, pair[0], pair[1])
				}
			}
		}
		if got.Summary.NetPresentValue != one.Summary.NetLifetimeValue || got.Summary.CustomerEquity.Sign() != 0 {
			t.Fatalf("net present value %s, net lifetime value %v", got.Summary.NetPresentValue, one.Summary.NetLifetimeValue)
		}
	})
}

// Plans of two sets of customers add up to the plan of both, but for the
// rounding of three figures of four decimals.
func TestPlansAreAdditive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawRequest(t), drawRequest(t)
		b.Scenario, b.Periods = a.Scenario, a.Periods
		both := a
		both.NewCustomers = nil
		at := func(list []decimal.Decimal, i int) decimal.Decimal { return list[min(i, len(list)-1)] }
		for i := range max(len(a.NewCustomers), len(b.NewCustomers)) {
			both.NewCustomers = append(both.NewCustomers, at(a.NewCustomers, i).Add(at(b.NewCustomers, i)))
		}
		x, y, z := summaryOf(t, a), summaryOf(t, b), summaryOf(t, both)
		for i, f := range plan.SummaryFigures() {
			if f.Rounding == vocabulary.RoundWhole || f.Name == "peak_funding" {
				continue
			}
			if off := x[i].Decimal().Add(y[i].Decimal()).Sub(z[i].Decimal()).Abs(); off.GreaterThan(number("0.00015").Decimal) {
				t.Fatalf("%s: %s and %s make %s", f.Name, x[i], y[i], z[i])
			}
		}
	})
}

// What was earned and what is still to come is what the cohorts are worth in
// all, each valued from its own start.
func TestEquityAndEarningsAreTheCohortsWorth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		req := drawRequest(t)
		req.Scenario.Period = model.Year
		req.Scenario.Decimals = whole(10)
		got := work(t, req)
		one, err := model.LifetimeValue(req.Scenario)
		if err != nil {
			t.Fatalf("%v", err)
		}
		annual := decimal.NewFromInt(1).Add(req.Scenario.AnnualDiscountRate.Decimal)
		worth, discount := decimal.Zero, decimal.NewFromInt(1)
		for _, row := range got.Schedule {
			worth = worth.Add(row.NewCustomers.Decimal().Mul(one.Summary.NetLifetimeValue.Decimal()).Mul(discount))
			discount = discount.DivRound(annual, 40)
		}
		have := got.Summary.NetPresentValue.Decimal().Add(got.Summary.CustomerEquity.Decimal().Mul(discount))
		if off := have.Sub(worth).Abs(); off.GreaterThan(number("0.000001").Decimal) {
			t.Fatalf("earned and to come %s, worth %s", have, worth)
		}
	})
}

// The two ways of saying who comes are one: a list and a growth rate.
func TestListEqualsGrowth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		req := drawRequest(t)
		req.NewCustomers, req.OpeningCustomers = nil, number("7")
		grown := req
		grown.NewCustomersFirst, grown.NewCustomersGrowthRate = number("12.5"), number("0.1")
		w := grown.NewCustomersFirst.Decimal
		for range req.Periods.Int {
			req.NewCustomers = append(req.NewCustomers, w)
			w = w.Mul(number("1.1").Decimal)
		}
		a, b := summaryOf(t, req), summaryOf(t, grown)
		for i, v := range a {
			if v != b[i] {
				t.Fatalf("%s: %v by list, %v by growth", plan.SummaryFigures()[i].Name, v, b[i])
			}
		}
	})
}

func TestBadPlans(t *testing.T) {
	good := func() plan.Request {
		return plan.Request{Periods: whole(3), Customers: plan.Customers{NewCustomersFirst: number("10")},
			Scenario: model.Scenario{AcquisitionCost: number("50"), BasketValue: number("10"), RepeatPurchaseRate: number("0.5")}}
	}
	for name, c := range map[string]struct {
		change func(*plan.Request)
		field  string
		code   vocabulary.Code
	}{
		"no periods":        {func(r *plan.Request) { r.Periods = whole(0) }, "plan_periods", vocabulary.CodeOutOfRange},
		"too many periods":  {func(r *plan.Request) { r.Periods = whole(601) }, "plan_periods", vocabulary.CodeOutOfRange},
		"fewer than none":   {func(r *plan.Request) { r.NewCustomersFirst = number("-1") }, "new_customers_first", vocabulary.CodeOutOfRange},
		"neither way":       {func(r *plan.Request) { r.NewCustomersFirst = decimal.NullDecimal{} }, "new_customers_first", vocabulary.CodeRequired},
		"both ways":         {func(r *plan.Request) { r.NewCustomers = []decimal.Decimal{decimal.Zero} }, "new_customers_first", vocabulary.CodeConflict},
		"a bad scenario":    {func(r *plan.Request) { r.Scenario.RepeatPurchaseRate = number("2") }, "scenario.repeat_purchase_rate", vocabulary.CodeOutOfRange},
		"figures too large": {func(r *plan.Request) { r.Scenario.BasketValue, r.NewCustomersFirst = number("1e12"), number("1e9") }, "revenue", vocabulary.CodeResultOutOfRange},
	} {
		req := good()
		c.change(&req)
		_, err := plan.Work(context.Background(), req)
		var faults vocabulary.Faults
		ok := errors.As(err, &faults)
		if !ok || faults[0].Field != c.field || faults[0].Code != c.code {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// BenchmarkWork measures how a plan grows with its length: a convolution of P
// new customers with a horizon of P periods.
func BenchmarkWork(b *testing.B) {
	for _, way := range []string{"list", "growth", "mouth"} {
		for _, periods := range []int{60, 150, 300, 600} {
			b.Run(way+"/periods="+strconv.Itoa(periods), func(b *testing.B) {
				req := plan.Request{Periods: whole(periods), Customers: plan.Customers{OpeningCustomers: number("100")}, FixedCostPerPeriod: number("25000"),
					Scenario: model.Scenario{Period: model.Month, Horizon: whole(periods), AcquisitionCost: number("50"), BasketValue: number("249.50"),
						MarginRate: number("0.41"), BasketGrowthRate: number("0.003"), RepeatPurchaseRate: number("0.953"), AnnualDiscountRate: number("0.08")}}
				if way == "growth" {
					req.NewCustomersFirst, req.NewCustomersGrowthRate = number("100"), number("0.004")
				} else {
					for i := range periods {
						req.NewCustomers = append(req.NewCustomers, decimal.NewFromInt(int64(100+i*37%91)))
					}
				}
				if way == "mouth" {
					req.WordOfMouth, req.Scenario.ReferralsPerPeriod, req.Scenario.DeterredPerLostCustomer = plan.On, number("0.012"), number("0.35")
				}
				b.ReportAllocs()
				for b.Loop() {
					if _, err := plan.Work(context.Background(), req); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
