package whatif_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"blyant/model"
	"blyant/model/plan"
	"blyant/model/vocabulary"
	"blyant/model/whatif"

	"github.com/shopspring/decimal"
)

var given = vocabulary.Given

// shop is a plan of customers who come once and leave 24 each, 4 of which went
// into winning them.
func shop() whatif.BreakEvenRequest {
	return whatif.BreakEvenRequest{
		Scenario: model.Scenario{AcquisitionCost: given("4"), BasketValue: given("60"), MarginRate: given("0.4"), RepeatPurchaseRate: given("0"), Horizon: vocabulary.Count(3)},
		Plan: plan.Request{Periods: vocabulary.Count(4), FixedCostPerPeriod: given("100"), InitialInvestment: given("240"),
			Customers: plan.Customers{NewCustomersFirst: given("10")}},
	}
}

// Each customer leaves 20, so that a period brings 20·u − F and the plan
// 4·(20·u − F) − I: with F = 100 and I = 240 it is even at u = 8, has paid back in
// period 3 from u = 9 on, in period 2 from u = 11 on and in the first from 17 on.
func TestBreakEvenOfPlanByHand(t *testing.T) {
	for _, c := range []struct {
		solveFor, metric, target string
		value, at                string
		note                     string
	}{
		{"new_customers_first", "net_present_value", "0", "8.000000", "0.00", ""},
		{"new_customers_first", "closing_cash", "400", "13.000000", "400.00", ""},
		{"new_customers_first", "peak_funding", "160", "9.000000", "160.00", ""},
		{"new_customers_first", "payback_period", "4", "8.999999", "4", ""}, // from 8 to just below 9
		{"new_customers_first", "payback_period", "3", "10.000000", "3", ""},
		{"new_customers_first", "payback_period", "2", "11.000000", "2", ""},
		{"new_customers_first", "payback_period", "1", "17.000000", "1", ""},
		{"fixed_cost_per_period", "net_present_value", "0", "140.0000", "0.00", ""},
		{"fixed_cost_per_period", "payback_period", "4", "120.0001", "4", ""}, // above 120 and to 140
		{"fixed_cost_per_period", "payback_period", "2", "80.0000", "2", ""},
		{"initial_investment", "net_present_value", "-100", "500.0000", "-100.00", ""},
		{"initial_investment", "peak_funding", "0", "100.0000", "0.00", ""}, // and less
		{"basket_value", "net_present_value", "0", "50.0000", "0.00", ""},
		{"acquisition_cost", "closing_cash", "0", "8.0000", "0.00", ""},
		{"service_cost_per_order", "payback_period", "3", "0", "3", ""},
		{"annual_discount_rate", "closing_cash", "160", "0.000000", "160.00", "any_value"},
		{"order_growth_rate", "peak_funding", "140", "0.000000", "140.00", "any_value"}, // they come once
	} {
		req := shop()
		req.SolveFor, req.Metric, req.Target = c.solveFor, c.metric, given(c.target)
		got, err := whatif.BreakEvenOfPlan(context.Background(), req)
		if err != nil {
			t.Errorf("%s for %s = %s: %v", c.solveFor, c.metric, c.target, err)
			continue
		}
		if got.Value.String() != c.value || got.MetricAtValue.String() != c.at || got.Solutions.Int() != 1 || hasNote(got.Notes, "any_value") != (c.note != "") {
			t.Errorf("%s for %s = %s: %s with %s, %d solutions, %v; want %s with %s", c.solveFor, c.metric, c.target,
				got.Value.String(), got.MetricAtValue.String(), got.Solutions.Int(), got.Notes, c.value, c.at)
		}
	}
}

func TestBreakEvenOfPlanRefuses(t *testing.T) {
	for _, c := range []struct {
		why    string
		change func(*whatif.BreakEvenRequest)
		field  string
		code   vocabulary.Code
	}{
		{"a payback that is not whole", func(q *whatif.BreakEvenRequest) { q.Metric, q.Target = "payback_period", given("2.5") }, "target", vocabulary.CodeNoSolution},
		{"one beyond the plan", func(q *whatif.BreakEvenRequest) { q.Metric, q.Target = "payback_period", given("5") }, "target", vocabulary.CodeNoSolution},
		{"a need that is negative", func(q *whatif.BreakEvenRequest) { q.Metric, q.Target = "peak_funding", given("-1") }, "target", vocabulary.CodeNoSolution},
		{"more than the range reaches", func(q *whatif.BreakEvenRequest) { q.Target, q.To = given("1"), given("8") }, "target", vocabulary.CodeNoSolution},
		{"a figure of a scenario", func(q *whatif.BreakEvenRequest) { q.Metric = "net_lifetime_value" }, "metric", vocabulary.CodeNotAChoice},
		{"no figure", func(q *whatif.BreakEvenRequest) { q.Metric = "" }, "metric", vocabulary.CodeRequired},
		{"no target", func(q *whatif.BreakEvenRequest) { q.Target = decimal.NullDecimal{} }, "target", vocabulary.CodeRequired},
		{"a question of a scenario", func(q *whatif.BreakEvenRequest) {
			q.Question, q.SolveFor, q.Metric, q.Target = "three_to_one", "", "", decimal.NullDecimal{}
		}, "question", vocabulary.CodeConflict},
		{"a plan without periods", func(q *whatif.BreakEvenRequest) { q.Plan.Periods = vocabulary.Whole{} }, "plan.plan_periods", vocabulary.CodeRequired},
		{"nobody comes", func(q *whatif.BreakEvenRequest) {
			q.SolveFor, q.Plan.NewCustomersFirst = "basket_value", decimal.NullDecimal{}
		}, "plan.new_customers_first", vocabulary.CodeRequired},
		{"first of a list", func(q *whatif.BreakEvenRequest) {
			q.Plan.Customers = plan.Customers{NewCustomers: []decimal.Decimal{decimal.NewFromInt(3)}}
		}, "solve_for", vocabulary.CodeConflict},
		{"a plan's input without a plan", func(q *whatif.BreakEvenRequest) { q.Plan, q.Metric = plan.Request{}, "net_lifetime_value" }, "solve_for", vocabulary.CodeNotAChoice},
		{"a plan's figure without a plan", func(q *whatif.BreakEvenRequest) { q.Plan, q.SolveFor = plan.Request{}, "basket_value" }, "metric", vocabulary.CodeNotAChoice},
	} {
		req := shop()
		req.SolveFor, req.Metric, req.Target = "new_customers_first", "net_present_value", given("0")
		c.change(&req)
		_, err := whatif.BreakEvenOfPlan(context.Background(), req)
		var faults vocabulary.Faults
		if !errors.As(err, &faults) || len(faults) != 1 || faults[0].Field != c.field || faults[0].Code != c.code {
			t.Errorf("%s: %v, want %s %s", c.why, err, c.field, c.code)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	req := shop()
	req.SolveFor, req.Metric, req.Target = "repeat_purchase_rate", "net_present_value", given("0")
	if _, err := whatif.BreakEvenOfPlan(ctx, req); !errors.Is(err, context.Canceled) {
		t.Errorf("a client that has gone away: %v", err)
	}
}

// A customer not yet there, or the fixed costs, may be left out where they are
// asked for.
func TestBreakEvenOfPlanWithoutTheInput(t *testing.T) {
	req := shop()
	req.Plan.NewCustomersFirst = decimal.NullDecimal{}
	req.SolveFor, req.Metric, req.Target = "new_customers_first", "payback_period", given("3")
	if got, err := whatif.BreakEvenOfPlan(context.Background(), req); err != nil || got.Value.String() != "9.000000" {
		t.Errorf("without a present value the smallest: %v, %v", got.Value.String(), err)
	}
}

// anyPlan draws a plan of everyday size with every field.
func anyPlan(r *rand.Rand) whatif.BreakEvenRequest {
	number := func(least, most, exponent int64) decimal.NullDecimal {
		return decimal.NewNullDecimal(decimal.New(least+r.Int64N(most-least+1), int32(exponent)))
	}
	s := model.Scenario{
		Period: model.Quarter, Timing: []model.Timing{model.Start, model.Mid, model.End}[r.IntN(3)], Horizon: vocabulary.Count(1 + r.IntN(9)),
		AcquisitionCost: number(1, 20_000, -2), BasketValue: number(100, 10_000, -2), BasketGrowthRate: number(-300, 300, -3), MarginRate: number(100, 1000, -3),
		OrdersPerPeriod: number(50, 900, -2), OrderGrowthRate: number(-200, 100, -3), RepeatPurchaseRate: number(0, 1000, -3),
		AddOnRate: number(0, 100, -2), AddOnValue: number(0, 2_000, -2), ServiceCostPerOrder: number(0, 1500, -2), ServiceCostPerPeriod: number(0, 4_000, -2),
		AnnualDiscountRate: number(0, 400, -3), ReferralsPerPeriod: number(0, 300, -3), DeterredPerLostCustomer: number(0, 900, -3), Decimals: vocabulary.Count(10),
	}
	if r.IntN(3) == 0 {
		s.BasketCap = decimal.NewNullDecimal(s.BasketValue.Decimal.Mul(decimal.New(10+r.Int64N(30), -1)))
	}
	p := plan.Request{Periods: vocabulary.Count(1 + r.IntN(8)), FixedCostPerPeriod: number(0, 90_000, -2), FixedCostGrowthRate: number(0, 100, -3),
		InitialInvestment: number(0, 300_000, -2), OpeningCash: number(-10_000, 10_000, -1), WordOfMouth: []string{plan.Off, plan.On}[r.IntN(2)],
		Customers: plan.Customers{NewCustomersFirst: number(1, 100, 0), NewCustomersGrowthRate: number(-200, 200, -3), OpeningCustomers: number(0, 40, 0)}}
	if r.IntN(2) == 0 {
		p.Seasonality = []decimal.Decimal{decimal.New(7, -1), decimal.New(13, -1)}
	}
	return whatif.BreakEvenRequest{Scenario: s, Plan: p}
}

// setPlan puts x for an input into the plan that a break-even is about.
func setPlan(req whatif.BreakEvenRequest, name string, x decimal.Decimal) plan.Request {
	p := req.Plan
	p.Scenario = req.Scenario
	if f, of := vocabulary.FieldNamed(model.ScenarioFields(), name); of {
		f.Set(&p.Scenario, vocabulary.Value{Number: x})
	} else if f, of := vocabulary.FieldNamed(plan.Fields(), name); of {
		f.Set(&p, vocabulary.Value{Number: x})
	}
	return p
}

// planFigure is the metric as /v1/plan answers it, to ten decimals of money; false
// where it is null.
func planFigure(t *testing.T, p plan.Request, metric string) (decimal.Decimal, bool) {
	t.Helper()
	got, err := plan.Work(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	var x vocabulary.Rounded
	switch metric {
	case "net_present_value":
		x = got.Summary.NetPresentValue
	case "peak_funding":
		x = got.Summary.PeakFunding
	case "closing_cash":
		x = got.Schedule[len(got.Schedule)-1].ClosingCash
	case "payback_period":
		x = got.Summary.PaybackPeriod
	}
	return x.Decimal(), !x.IsNull()
}

// TestNoSolutionOfPlanIsOverlooked scans plans densely: between two values of the
// input at which the figure lies on different sides of the target there is a
// solution, unless it jumps; where it is the target there is one; and at the
// value found it is the target, to what the rounding of the value can do.
func TestNoSolutionOfPlanIsOverlooked(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	fields := []string{"new_customers_first", "fixed_cost_per_period", "initial_investment", "repeat_purchase_rate", "basket_value", "basket_growth_rate",
		"order_growth_rate", "annual_discount_rate", "margin_rate", "acquisition_cost", "vat_rate", "referrals_per_period", "deterred_per_lost_customer", "basket_cap", "service_cost_per_period"}
	solved := 0
	for i := range 300 {
		req := anyPlan(r)
		req.SolveFor, req.Metric = fields[i%len(fields)], whatif.PlanMetrics()[r.IntN(4)]
		from, to := rangeInPlan(req)
		req.From, req.To = decimal.NewNullDecimal(from), decimal.NewNullDecimal(to)
		x := from.Add(to.Sub(from).Mul(decimal.NewFromFloat(r.Float64()))).Round(5)
		target, there := planFigure(t, setPlan(req, req.SolveFor, x), req.Metric)
		if !there || req.Metric != "payback_period" && !target.IsZero() && isFlat(t, req, x, target) {
			continue // no decimals say where it lies
		}
		req.Target = decimal.NewNullDecimal(target)
		where := fmt.Sprintf("plan %d: %s for %s = %s, which it is at %s", i, req.SolveFor, req.Metric, target, x)
		got, err := whatif.BreakEvenOfPlan(context.Background(), req)
		if err != nil {
			t.Errorf("%s: %v\n%+v", where, err, req)
			continue
		}
		solved++
		checkValue(t, where, req, got)
		checkPlanScan(t, where, req, got, x)
	}
	if solved < 180 {
		t.Errorf("only %d were solved", solved)
	}
}

// isFlat reports whether the figure is the same beside x.
func isFlat(t *testing.T, req whatif.BreakEvenRequest, x, target decimal.Decimal) bool {
	beside, _ := planFigure(t, setPlan(req, req.SolveFor, decimal.Min(req.To.Decimal, x.Add(decimal.New(1, -3)))), req.Metric)
	return beside.Equal(target)
}

// rangeInPlan keeps the scan where a plan is of everyday size.
func rangeInPlan(req whatif.BreakEvenRequest) (from, to decimal.Decimal) {
	switch req.SolveFor {
	case "repeat_purchase_rate", "vat_rate", "annual_discount_rate", "referrals_per_period", "deterred_per_lost_customer":
		return decimal.Zero, decimal.NewFromInt(1)
	case "basket_growth_rate", "order_growth_rate", "margin_rate":
		return decimal.New(-9, -1), decimal.New(9, -1)
	case "basket_value":
		if req.Scenario.BasketCap.Valid {
			return decimal.Zero, req.Scenario.BasketCap.Decimal
		}
	case "basket_cap":
		return req.Scenario.BasketValue.Decimal, req.Scenario.BasketValue.Decimal.Mul(decimal.NewFromInt(4))
	}
	return decimal.Zero, decimal.NewFromInt(1000)
}

// checkValue asks /v1/plan on both sides of the value found.
func checkValue(t *testing.T, where string, req whatif.BreakEvenRequest, got whatif.BreakEvenResult) {
	t.Helper()
	value := got.Value.Decimal()
	at, there := planFigure(t, setPlan(req, req.SolveFor, value), req.Metric)
	if there != !got.MetricAtValue.IsNull() || there && at.String() != got.MetricAtValue.Decimal().String() {
		t.Errorf("%s: at %s it is said to be %s and is %s", where, value, got.MetricAtValue.String(), at)
	}
	if at.Equal(req.Target.Decimal) {
		return
	}
	step := decimal.New(1, -4)
	below, hasBelow := planFigure(t, setPlan(req, req.SolveFor, decimal.Max(req.From.Decimal, value.Sub(step))), req.Metric)
	above, hasAbove := planFigure(t, setPlan(req, req.SolveFor, decimal.Min(req.To.Decimal, value.Add(step))), req.Metric)
	near := hasBelow && below.Equal(req.Target.Decimal) || hasAbove && above.Equal(req.Target.Decimal)
	if !near && below.Sub(req.Target.Decimal).Sign()*above.Sub(req.Target.Decimal).Sign() > 0 {
		t.Errorf("%s: at %s it is %s, %s below and %s above", where, value, at, below, above)
	}
}

// checkPlanScan sees that nothing nearer to the present value solves it, on 40
// values.
func checkPlanScan(t *testing.T, where string, req whatif.BreakEvenRequest, got whatif.BreakEvenResult, known decimal.Decimal) {
	t.Helper()
	here, has := presentInPlan(req)
	reach := got.Value.Decimal().Sub(here).Abs()
	nearer := func(x decimal.Decimal) bool {
		if !has {
			return x.LessThan(got.Value.Decimal().Sub(decimal.New(1, -4)))
		}
		return x.Sub(here).Abs().LessThan(reach.Sub(decimal.New(1, -4)))
	}
	if nearer(known) {
		t.Errorf("%s: %s is found, farther from %s", where, got.Value.String(), here)
	}
	width, before := req.To.Decimal.Sub(req.From.Decimal), 0
	var last decimal.Decimal
	for i := range 41 {
		x := req.From.Decimal.Add(width.Mul(decimal.New(int64(i)*25, -3)))
		y, there := planFigure(t, setPlan(req, req.SolveFor, x), req.Metric)
		sign := y.Sub(req.Target.Decimal).Sign()
		switch {
		case !there:
			sign = 0
		case sign == 0 && nearer(x):
			t.Errorf("%s: %s is found, but %s is nearer", where, got.Value.String(), x)
		case sign*before < 0 && nearer(x) && nearer(last) && req.Metric != "payback_period":
			t.Errorf("%s: %s is found, but one between %s and %s is nearer", where, got.Value.String(), last, x)
		}
		last, before = x, sign
	}
}

func presentInPlan(req whatif.BreakEvenRequest) (decimal.Decimal, bool) {
	full := req.Plan
	full.Scenario = req.Scenario
	full = full.InFull()
	f, of := vocabulary.FieldNamed(model.ScenarioFields(), req.SolveFor)
	v, given := f, false
	if of {
		x, has := v.Get(&full.Scenario)
		return x.Number, has
	}
	f, _ = vocabulary.FieldNamed(plan.Fields(), req.SolveFor)
	x, given := f.Get(&full)
	return x.Number, given
}
