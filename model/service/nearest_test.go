package service

import (
	"math"
	"math/rand/v2"
	"testing"

	"blyant/model"
	"blyant/model/internal/exact"
	"blyant/model/internal/formula"
	"blyant/model/internal/worth"
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

// Where a gain nearly touches 0, is 0 at a rate of 0 or 1, or at two rates that are
// nearly as near as each other, the change is still that of the exact search, and
// found without it.
func TestNearestBreakEvenOfGainsThatTouch(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	several, sures, null := 0, 0, 0
	for i := 0; several < 60; i++ {
		req := drawnTurning(random)
		e, p := newEffect(req, req.Programmes[0])
		spent, moved, found := touching(&e, i, random)
		if !found {
			continue
		}
		p.Enrolment, e.programme.EnrolmentCost = spent, decimal.NewNullDecimal(spent)
		e.programme.RepeatPurchaseRateChange = decimal.NewNullDecimal(moved)
		base := req.Scenario.Numbers()
		if !formula.FindBreakEven(&base, &p).Many {
			continue
		}
		several++
		got, sure := formula.NearestBreakEven(&base, &p, moved)
		if !sure {
			continue
		}
		sures++
		if want := e.nearestBreakEven(); got.Rounded != want.Rounded {
			t.Errorf("%d: %s, want %s: enrolment %s, change %s\n%+v", i, got, want, spent, moved, req)
		}
		if got.IsNull() {
			null++
		}
	}
	if sures != several || null == 0 || null == several {
		t.Errorf("%d of %d were sure, %d of them null", sures, several, null)
	}
	t.Logf("%d of %d were sure, %d of them null", sures, several, null)
}

// touching returns the enrolment cost with which a gain all but touches 0, or is 0 at a
// rate of 0 or of 1, and a change halfway between its two roots where there are such.
func touching(e *effect, i int, random *rand.Rand) (spent, moved decimal.Decimal, found bool) {
	a := exact.New(exact.Usual)
	terms := exact.NewPolynomial(a, e.presentValues(a))
	at := func(x float64) float64 { return terms.At(exact.FromDecimal(decimal.NewFromFloat(x))).Float64() }
	worthBase := worth.Evaluate(a, e.req.Scenario.Terms(a)).Value
	without := func(x decimal.Decimal) decimal.Decimal { // the enrolment cost whose gain is 0 at x
		return a.Round(a.Sub(terms.At(exact.FromDecimal(x)), worthBase), 20)
	}
	moved = e.programme.RepeatPurchaseRateChange.Decimal
	switch i % 4 {
	case 0:
		return without(decimal.Zero), moved, true
	case 1:
		return without(decimal.NewFromInt(1)), moved, true
	}
	const steps = 200
	for k := 1; k < steps-1; k++ {
		x := float64(k) / steps
		before, here, after := at(x-1.0/steps), at(x), at(x+1.0/steps)
		if (here-before)*(after-here) >= 0 {
			continue
		}
		for width := 1.0 / steps; width > 1e-12; width /= 2 {
			for _, y := range []float64{x - width, x + width} {
				if (at(y)-at(x))*(here-before) > 0 {
					x = y
				}
			}
		}
		near := decimal.NewFromFloat(math.Ldexp(random.Float64()-0.5, -random.IntN(60))).Round(20)
		middle := decimal.NewFromFloat(x)
		return without(middle).Add(near), middle.Sub(e.req.Scenario.RepeatPurchaseRate.Decimal).Round(random.Int32N(16)), true
	}
	return spent, moved, false
}

// A krone a year that doubles, against three of service: −2, −1 and 1. The gain of a programme
// that costs 0.0625 to enrol is then (ρ−¼)(ρ−¾) at the rate ρ, so that from a half both changes
// are equally near: the smaller one counts, and the nearer one as soon as there is one.
func TestOfTwoEquallyNearTheSmaller(t *testing.T) {
	s := model.Scenario{AcquisitionCost: number("0"), BasketValue: number("1"), BasketGrowthRate: number("1"), ServiceCostPerPeriod: number("3"),
		RepeatPurchaseRate: number("0.5"), Horizon: vocabulary.Count(3)}
	for given, want := range map[string]string{"0": "-0.250000", "0.01": "0.250000", "-0.01": "-0.250000"} {
		p := Programme{EnrolmentCost: number("0.0625"), RepeatPurchaseRateChange: number(given)}
		got, err := WeighProgrammes(t.Context(), ProgrammesRequest{Scenario: s, Programmes: []Programme{p}})
		if err != nil {
			t.Fatal(err)
		}
		if change := got.Programmes[0].BreakEvenRepeatPurchaseRateChange.String(); change != want {
			t.Errorf("from %s: %s, want %s", given, change, want)
		}
	}
}
