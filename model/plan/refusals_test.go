package plan_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"blyant/model"
	"blyant/model/plan"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// shop is a plan of three years for ten new customers a year.
func shop(change ...func(*plan.Request)) plan.Request {
	req := plan.Request{Periods: whole(3), Customers: plan.Customers{NewCustomersFirst: number("10")},
		Scenario: model.Scenario{AcquisitionCost: number("50"), BasketValue: number("10"), RepeatPurchaseRate: number("0.5"), Horizon: whole(5)}}
	for _, c := range change {
		c(&req)
	}
	return req
}

// segmented is one of two kinds, which take from the scenario what they leave out.
func segmented(change ...func(*plan.Request)) plan.Request {
	req := shop()
	req.Customers = plan.Customers{}
	req.Segments = []plan.Segment{{Scenario: model.Scenario{Name: "web"}, Customers: plan.Customers{NewCustomersFirst: number("6")}},
		{Scenario: model.Scenario{Name: "shop", RepeatPurchaseRate: number("0.9")}, Customers: plan.Customers{NewCustomersFirst: number("4")}}}
	for _, c := range change {
		c(&req)
	}
	return req
}

// said are the faults of an error: field, reason, arguments and hint.
func said(err error) string {
	var faults vocabulary.Faults
	if err == nil || !errors.As(err, &faults) {
		return ""
	}
	list := make([]string, len(faults))
	for i, f := range faults {
		list[i] = strings.TrimSpace(f.Field + " " + f.Reason + " " + strings.Join(f.Args, ",") + " " + f.Hint)
	}
	return strings.Join(list, "; ")
}

// What a plan refuses, each with what leads on, and what it takes at its limits.
func TestPlanRefuses(t *testing.T) {
	many := func(n int) func(*plan.Request) {
		return func(r *plan.Request) {
			r.Segments = nil
			for range n {
				r.Segments = append(r.Segments, plan.Segment{Customers: plan.Customers{NewCustomersFirst: number("1")}})
			}
		}
	}
	for _, c := range []struct {
		name string
		req  plan.Request
		want string
	}{
		{"fine", shop(), ""},
		{"fine with segments", segmented(), ""},
		{"as many segments as may be", segmented(many(20)), ""},
		{"one more", segmented(many(21)), "segments too_many_segments 21,20"},
		{"customers of nobody", segmented(func(r *plan.Request) { r.OpeningCustomers = number("3") }), "opening_customers customers_of_segments  KEY.opening_customers"},
		{"a growth beside a list", shop(func(r *plan.Request) {
			r.NewCustomersFirst, r.NewCustomers, r.NewCustomersGrowthRate = decimal.NullDecimal{}, []decimal.Decimal{decimal.NewFromInt(1)}, number("0.1")
		}), "new_customers_growth_rate new_customers_both  new_customers"},
		{"both ways of fixed costs", shop(func(r *plan.Request) {
			r.FixedCosts, r.FixedCostPerPeriod, r.FixedCostGrowthRate = []decimal.Decimal{decimal.Zero}, number("1"), number("0.1")
		}), "fixed_cost_per_period fixed_costs_both  fixed_costs; fixed_cost_growth_rate fixed_costs_both  fixed_costs"},
		{"a season of 53", shop(func(r *plan.Request) { r.Seasonality = make([]decimal.Decimal, 53) }), "seasonality too_many_values 53,52"},
		{"a factor above 100", shop(func(r *plan.Request) { r.Seasonality = []decimal.Decimal{decimal.NewFromInt(101)} }), "seasonality[0] out_of_range 101,0,100"},
		{"two of a name", segmented(func(r *plan.Request) { r.Segments[1].Name = "web" }), "segments[1].name duplicate_name web"},
		{"a name that is the other's number", segmented(func(r *plan.Request) { r.Segments[0].Name, r.Segments[1].Name = "2", "" }), "segments[1].name duplicate_name 2"},
		{"a segment's own, by its key", segmented(func(r *plan.Request) { r.Keys, r.Segments[1].RepeatPurchaseRate = []string{"a", "b"}, number("2") }), "b.repeat_purchase_rate out_of_range 2,0,1 0.02 or 2%"},
		{"nobody comes of one", segmented(func(r *plan.Request) { r.Segments[0].NewCustomersFirst = decimal.NullDecimal{} }), "segments[0].new_customers_first required_either new_customers"},
		{"different currencies", segmented(func(r *plan.Request) { r.Segments[1].Currency = "JPY" }), "segments[1].currency segments_differ currency,NOK,JPY NOK"},
		{"different decimals", segmented(func(r *plan.Request) { r.Segments[1].Decimals = whole(0) }), "segments[1].decimals segments_differ decimals,2,0 2"},
		{"different periods", segmented(func(r *plan.Request) { r.Segments[1].Period = model.Month }), "segments[1].period segments_differ period,year,month year"},
		{"different rates", segmented(func(r *plan.Request) { r.Segments[1].AnnualDiscountRate = number("0.1") }), "segments[1].annual_discount_rate segments_differ annual_discount_rate,0,0.1 0"},
		{"the same rate in other words", segmented(func(r *plan.Request) {
			r.Segments[0].AnnualDiscountRate, r.Segments[1].AnnualDiscountRate = number("0.1"), number("0.100")
		}), ""},
		{"no day", shop(func(r *plan.Request) { r.Start = "2027-02-30" }), "start not_a_date 2027-02-30 YYYY-MM or YYYY-MM-DD"},
		{"the last year there is", shop(func(r *plan.Request) { r.Start = "9997-06" }), ""},
		{"a year too late", shop(func(r *plan.Request) { r.Start = "9998-01-01" }), "start start_too_late 9998-01-01,9999"},
		{"a debt beyond all", shop(func(r *plan.Request) { r.OpeningCash = number("-1000000000000.01") }), "opening_cash out_of_range -1000000000000.01,-1000000000000,1000000000000"},
	} {
		if _, err := plan.Work(context.Background(), c.req); said(err) != c.want {
			t.Errorf("%s: %q, want %q", c.name, said(err), c.want)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := plan.Work(ctx, shop()); !errors.Is(err, context.Canceled) {
		t.Errorf("a client that has gone away: %v", err)
	}
}

// Notes of a plan: of what is assumed and what is hardly meant, and of customers
// whose horizon ends while they would still be there.
func TestPlanNotes(t *testing.T) {
	for _, c := range []struct {
		name, code, field string
		req               plan.Request
		there             bool
		args              string
	}{
		{"neutral", "seasonality_not_neutral", "seasonality", shop(func(r *plan.Request) { r.Seasonality = []decimal.Decimal{decimal.New(7, -1), decimal.New(13, -1)} }), false, ""},
		{"one factor that is not 1", "seasonality_not_neutral", "seasonality", shop(func(r *plan.Request) { r.Seasonality = []decimal.Decimal{decimal.NewFromInt(2)} }), true, "2"},
		{"not neutral", "seasonality_not_neutral", "seasonality", shop(func(r *plan.Request) {
			r.Seasonality = []decimal.Decimal{decimal.NewFromInt(1), decimal.NewFromInt(1), decimal.NewFromInt(2)}
		}), true, "1.333333"},
		{"within the horizon", "horizon_ends_customers", "horizon", shop(), false, ""},
		{"to its end", "horizon_ends_customers", "horizon", shop(func(r *plan.Request) { r.Periods = whole(5) }), false, ""},
		{"beyond it", "horizon_ends_customers", "horizon", shop(func(r *plan.Request) { r.Periods = whole(6) }), true, ""},
		{"beyond it with nobody left", "horizon_ends_customers", "horizon", shop(func(r *plan.Request) { r.Periods, r.Scenario.RepeatPurchaseRate = whole(6), number("0") }), false, ""},
		{"beyond it of those who came late", "horizon_ends_customers", "horizon", shop(func(r *plan.Request) {
			r.Periods, r.NewCustomersFirst, r.NewCustomers = whole(6), decimal.NullDecimal{}, []decimal.Decimal{decimal.Zero, decimal.NewFromInt(1)}
		}), false, ""},
		{"opening customers beyond it", "horizon_ends_customers", "horizon", shop(func(r *plan.Request) {
			r.Periods, r.NewCustomersFirst, r.OpeningCustomers = whole(6), number("0"), number("1")
		}), true, ""},
		{"a large growth of customers", "growth_is_large", "new_customers_growth_rate", shop(func(r *plan.Request) { r.NewCustomersGrowthRate = number("0.5") }), true, ""},
		{"not so large", "growth_is_large", "new_customers_growth_rate", shop(func(r *plan.Request) { r.NewCustomersGrowthRate = number("0.49") }), false, ""},
		{"of fixed costs", "growth_is_large", "fixed_cost_growth_rate", shop(func(r *plan.Request) { r.FixedCostPerPeriod, r.FixedCostGrowthRate = number("1"), number("0.5") }), true, ""},
		{"of a segment", "growth_is_large", "segments.shop.new_customers_growth_rate", segmented(func(r *plan.Request) { r.Segments[1].NewCustomersGrowthRate = number("0.6") }), true, ""},
		{"a horizon that is given", "horizon_assumed", "horizon", shop(), false, ""},
		{"one that is not", "horizon_assumed", "horizon", shop(func(r *plan.Request) { r.Scenario.Horizon = vocabulary.Whole{} }), true, ""},
	} {
		noted := false
		for _, n := range work(t, c.req).Notes {
			if n.Code == c.code && n.Field == c.field {
				noted = true
				if c.args != "" && strings.Join(n.Args, ",") != c.args {
					t.Errorf("%s: %v", c.name, n.Args)
				}
			}
		}
		if noted != c.there {
			t.Errorf("%s: %s of %s is noted: %v", c.name, c.code, c.field, noted)
		}
	}
}

// Segments take from the scenario what they leave out, but for who comes; the
// answer says what each has in the end.
func TestSegmentsInherit(t *testing.T) {
	got := work(t, segmented(func(r *plan.Request) { r.Scenario.MarginRate, r.Segments[0].BasketValue = number("0.4"), number("20") }))
	web, other := got.Request.Segments[0], got.Request.Segments[1]
	if web.BasketValue.Decimal.String() != "20" || other.BasketValue.Decimal.String() != "10" || web.MarginRate.Decimal.String() != "0.4" ||
		web.RepeatPurchaseRate.Decimal.String() != "0.5" || other.RepeatPurchaseRate.Decimal.String() != "0.9" || web.Name != "web" {
		t.Errorf("%+v\n%+v", web, other)
	}
	if got.Segments[0].NewCustomers.String() != "18.000000" || got.Segments[1].NewCustomers.String() != "12.000000" || got.Survival != nil {
		t.Errorf("%+v", got.Segments)
	}
}

// The share of a cohort by age is that of one customer, to the end of the plan or
// of the horizon.
func TestSurvivalOfAPlan(t *testing.T) {
	for periods, want := range map[int]string{3: "1.000000 0.500000 0.250000", 9: "1.000000 0.500000 0.250000 0.125000 0.062500", 1: "1.000000"} {
		var shares []string
		for _, x := range work(t, shop(func(r *plan.Request) { r.Periods = whole(periods) })).Survival {
			shares = append(shares, x.String())
		}
		if strings.Join(shares, " ") != want {
			t.Errorf("%d periods: %v", periods, shares)
		}
	}
}

// A figure that is too large names its period and refuses the plan; the summary
// alone is refused by its own figures only.
func TestPlanTooLarge(t *testing.T) {
	req := shop(func(r *plan.Request) {
		r.Scenario.BasketValue, r.NewCustomersFirst, r.NewCustomersGrowthRate = number("1000000000000"), number("100"), number("1")
		r.Periods = whole(8)
	})
	_, err := plan.Work(context.Background(), req)
	var faults vocabulary.Faults
	if !errors.As(err, &faults) || faults[0].Code != vocabulary.CodeResultOutOfRange || faults[0].Field != "revenue" || strings.Join(faults[0].Args, " ") != "revenue 4" {
		t.Errorf("%v", err)
	}
	result, known, err := plan.Summarise(context.Background(), req)
	if !known || !errors.As(err, &faults) || !result.Summary.Revenue.IsNull() || result.Summary.NewCustomers.String() != "25500.000000" || result.Schedule != nil {
		t.Errorf("%v %v, %+v", known, err, result.Summary)
	}
	small, known, err := plan.Summarise(context.Background(), shop())
	if whole := work(t, shop()); err != nil || !known || small.Summary != whole.Summary {
		t.Errorf("alone %+v, %v; with its periods %+v", small.Summary, err, whole.Summary)
	}
}

// Lines of a statement come in the order of accounts; what is spent is marked.
func TestStatementLines(t *testing.T) {
	var names, spent []string
	for _, line := range plan.Statement() {
		names = append(names, line.Name)
		if line.Spent {
			spent = append(spent, line.Name)
		}
	}
	if got := strings.Join(names, " "); got != "new_customers active_customers orders revenue cost_of_goods gross_margin service_cost contribution acquisition_cost fixed_cost initial_investment cash_flow closing_cash" {
		t.Error(got)
	}
	if got := strings.Join(spent, " "); got != "cost_of_goods service_cost acquisition_cost fixed_cost initial_investment" {
		t.Error(got)
	}
}
