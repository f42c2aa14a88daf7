package service

import (
	"math/rand/v2"
	"testing"

	"blyant/model"
	"blyant/model/internal/formula"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// drawnTurning draws a programme for customers whose contributions change sign
// twice: baskets are sold at a loss, add-ons bring more, and what a period costs
// is left at last. Some of the gains are 0 at several rates.
func drawnTurning(random *rand.Rand) ProgrammesRequest {
	draw := func(low, high int64, exponent int32) decimal.NullDecimal {
		return decimal.NewNullDecimal(decimal.New(low+random.Int64N(high-low+1), exponent))
	}
	timings := []model.Timing{model.Start, model.Mid, model.End}
	s := model.Scenario{
		Period: model.Month, Timing: timings[random.IntN(3)], Horizon: vocabulary.Count(20 + random.IntN(100)),
		AcquisitionCost: draw(0, 50, 0), BasketValue: draw(20, 90, 0), BasketGrowthRate: draw(-90, -5, -3), MarginRate: draw(-400, -50, -3),
		OrdersPerPeriod: draw(5, 40, -1), OrderGrowthRate: draw(-30, 10, -3), RepeatPurchaseRate: draw(100, 990, -3),
		AddOnRate: draw(0, 2, 0), AddOnValue: draw(10, 200, -1), AddOnMarginRate: draw(200, 1000, -3),
		ServiceCostPerPeriod: draw(0, 900, -2), AnnualDiscountRate: draw(0, 200, -3),
	}
	p := Programme{Name: "a", RepeatPurchaseRateChange: draw(-50, 50, -4), CostPerPeriod: draw(0, 200, -2), CostPerOrder: draw(0, 50, -2), EnrolmentCost: draw(0, 900, -2)}
	switch random.IntN(3) { // something of the basket may go back
	case 1:
		p.RebateRate, p.RedemptionRate = draw(0, 300, -3), draw(0, 1000, -3)
	case 2:
		p.FreeEvery, p.RedemptionRate = vocabulary.Count(2+random.IntN(12)), draw(0, 1000, -3)
	}
	req := ProgrammesRequest{Scenario: s, Customers: number("1000"), Programmes: []Programme{p}}
	return req.withDefaults()
}

func number(text string) decimal.NullDecimal {
	return decimal.NewNullDecimal(decimal.RequireFromString(text))
}

// Of several changes that bring a gain of 0 the nearest is the one that the exact
// search finds, wherever it is sure.
func TestNearestBreakEvenIsThatOfTheExactSearch(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	several, sures, found := 0, 0, 0
	for range 600 {
		req := drawnTurning(random)
		base := req.Scenario.Numbers()
		e, p := newEffect(req, req.Programmes[0])
		if !formula.FindBreakEven(&base, &p).Many {
			continue
		}
		several++
		got, sure := formula.NearestBreakEven(&base, &p, e.programme.RepeatPurchaseRateChange.Decimal)
		if !sure {
			continue
		}
		sures++
		want := e.nearestBreakEven()
		if got.Rounded != want.Rounded {
			t.Errorf("%s, want %s: %+v", got, want, req)
		}
		if !got.IsNull() {
			found++
		}
	}
	if sures < several*9/10 || found < 20 {
		t.Errorf("%d of %d were sure, %d of them not null", sures, several, found)
	}
	t.Logf("%d of %d were sure, %d of them not null", sures, several, found)
}
