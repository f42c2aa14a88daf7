package whatif

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"blyant/model"
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// anyScenario draws a scenario of everyday size with every field.
func anyScenario(r *rand.Rand) model.Scenario {
	number := func(least, most, exponent int64) decimal.NullDecimal {
		return decimal.NewNullDecimal(decimal.New(least+r.Int64N(most-least+1), int32(exponent)))
	}
	s := model.Scenario{
		Period:                  []model.Period{model.Week, model.Month, model.Quarter, model.Year}[r.IntN(4)],
		Timing:                  []model.Timing{model.Start, model.Mid, model.End}[r.IntN(3)],
		Horizon:                 vocabulary.Count(1 + r.IntN(10)),
		AcquisitionCost:         number(1, 20_000, -2),
		BasketValue:             number(100, 10_000, -2),
		BasketGrowthRate:        number(-300, 300, -3),
		MarginRate:              number(-200, 1000, -3),
		OrdersPerPeriod:         number(50, 900, -2),
		OrderGrowthRate:         number(-200, 100, -3),
		RepeatPurchaseRate:      number(0, 1000, -3),
		AddOnRate:               number(0, 100, -2),
		AddOnValue:              number(0, 2_000, -2),
		ServiceCostPerOrder:     number(0, 1500, -2),
		ServiceCostPerPeriod:    number(0, 8_000, -2),
		AnnualDiscountRate:      number(-100, 400, -3),
		ReferralsPerPeriod:      number(0, 300, -3),
		DeterredPerLostCustomer: number(0, 500, -3),
	}
	if r.IntN(3) == 0 {
		s.BasketCap = decimal.NewNullDecimal(s.BasketValue.Decimal.Mul(decimal.New(10+r.Int64N(30), -1)))
	}
	return s
}

// TestNoSolutionIsOverlooked scans the metric of a thousand problems densely:
// between two values at which it is on different sides of the target there is a
// solution, unless it jumps, and at every solution it is the target.
func TestNoSolutionIsOverlooked(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	solved, several := 0, 0
	for i := range 1000 {
		s := anyScenario(r)
		fields := []string{"repeat_purchase_rate", "annual_discount_rate", "basket_growth_rate", "order_growth_rate", "basket_cap",
			"basket_value", "margin_rate", "vat_rate", "service_cost_per_order", "acquisition_cost", "orders_per_period", "referrals_per_period"}
		req := BreakEvenRequest{Scenario: s, SolveFor: fields[i%len(fields)], Metric: SolvableMetrics()[r.IntN(len(SolvableMetrics()))]}
		req.narrow()
		found := checkScan(t, fmt.Sprintf("problem %d: %s for %s", i, req.Metric, req.SolveFor), req, r.Float64())
		solved += min(found, 1)
		several += min(max(found-1, 0), 1)
	}
	if solved < 400 || several < 5 {
		t.Errorf("only %d problems had a solution, %d several", solved, several)
	}
}

// narrow keeps the scan where a scenario is of everyday size.
func (req *BreakEvenRequest) narrow() {
	f, _ := vocabulary.FieldNamed(variables, req.SolveFor)
	least, most := rangeOf(&req.Scenario, f)
	if width := decimal.NewFromInt(40); most.Sub(least).GreaterThan(width) {
		most = least.Add(width)
	}
	if f.Name == "annual_discount_rate" {
		least, most = decimal.New(-5, -1), decimal.New(2, 0)
	}
	req.From, req.To = decimal.NewNullDecimal(least), decimal.NewNullDecimal(most)
}

// checkScan takes the metric at a value of the range as the target.
func checkScan(t *testing.T, where string, req BreakEvenRequest, share float64) int {
	t.Helper()
	a := exact.New(exact.Usual)
	width := req.To.Decimal.Sub(req.From.Decimal)
	at := req.From.Decimal.Add(width.Mul(decimal.NewFromFloat(share))).Round(8)
	p := newProblem(context.Background(), a, req)
	value, absent := p.metric.Of(a, p.at(at))
	if absent.Code != "" {
		return 0
	}
	req.Target = decimal.NewNullDecimal(a.Round(value, 4)) // close to the metric at that value
	p = newProblem(context.Background(), a, req)
	solutions := p.accepted(p.solutions())
	for _, s := range solutions {
		p.checkSolution(t, where, s.low)
		p.checkSolution(t, where, s.high)
	}
	p.checkCrossings(t, where, solutions)
	return len(solutions)
}

// checkSolution sees that the metric is the target there. A rate of return is
// only ever found to six decimals.
func (p *problem) checkSolution(t *testing.T, where string, x exact.Number) {
	t.Helper()
	value, absent := p.metric.Of(p.a, p.at(x.Cut(placeToLook)))
	off := p.a.Sub(value, p.target)
	power := -20
	if p.metric.Name == worth.InternalRateOfReturn.Name {
		power = -6
	}
	if absent.Code != "" || p.a.Exceeds(off, power) {
		t.Errorf("%s = %v: at %v it is %v (%v)", where, p.request.Target.Decimal, x.Float64(), value.Float64(), absent.Code)
	}
}

// steps is the number of values in a dense scan.
const steps = 60

// checkCrossings sees that each change of sign of the metric less its target has
// a solution, where the metric does not jump.
func (p *problem) checkCrossings(t *testing.T, where string, solutions []solution) {
	t.Helper()
	before, known := 0, false
	var last decimal.Decimal
	for i := range steps + 1 {
		x := p.request.From.Decimal.Add(p.request.To.Decimal.Sub(p.request.From.Decimal).Mul(decimal.NewFromInt(int64(i))).Div(decimal.NewFromInt(steps)))
		value, absent := p.metric.Of(p.a, p.at(x))
		sign := p.a.Sign(exact.Vague(p.a.Sub(value, p.target), -25))
		if absent.Code == "" && known && before*sign < 0 {
			if !p.between(solutions, last, x) && !p.jumps(last, x) {
				t.Errorf("%s = %v: no solution between %v and %v: %v", where, p.request.Target.Decimal, last, x, len(solutions))
			}
		}
		last, before, known = x, sign, absent.Code == ""
	}
}

func (p *problem) between(solutions []solution, low, high decimal.Decimal) bool {
	for _, s := range solutions {
		if p.a.Cmp(s.high, exact.FromDecimal(low)) >= 0 && p.a.Cmp(s.low, exact.FromDecimal(high)) <= 0 {
			return true
		}
	}
	return false
}

// jumps halves the distance between two values until it is small, and reports
// whether the metric is still far from the target on both sides, or null.
func (p *problem) jumps(low, high decimal.Decimal) bool {
	sign := func(x decimal.Decimal) (int, float64, bool) {
		value, absent := p.metric.Of(p.a, p.at(x))
		off := p.a.Sub(value, p.target)
		return p.a.Sign(off), off.Float64(), absent.Code == ""
	}
	from, _, _ := sign(low)
	for range 60 {
		middle := low.Add(high).Div(decimal.NewFromInt(2)).Round(25)
		s, _, there := sign(middle)
		if !there {
			return true
		}
		if s == from {
			low = middle
		} else {
			high = middle
		}
	}
	_, under, _ := sign(low)
	_, over, _ := sign(high)
	return max(under, -under) > 1e-6 || max(over, -over) > 1e-6
}
