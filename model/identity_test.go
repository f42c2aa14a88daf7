package model_test

import (
	"context"
	"testing"

	"blyant/model"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func whole(n int) vocabulary.Whole { return vocabulary.Whole{Int: n, Valid: true} }

func drawNumber(t *rapid.T, label string, low, high int64, exponent int32) decimal.NullDecimal {
	return decimal.NewNullDecimal(decimal.New(rapid.Int64Range(low, high).Draw(t, label), exponent))
}

// drawScenario draws a scenario of everyday size with every field.
func drawScenario(t *rapid.T) model.Scenario {
	s := model.Scenario{
		Period:               rapid.SampledFrom([]model.Period{model.Week, model.Month, model.Quarter, model.Year}).Draw(t, "period"),
		Timing:               rapid.SampledFrom([]model.Timing{model.Start, model.Mid, model.End}).Draw(t, "timing"),
		Horizon:              whole(rapid.IntRange(1, 40).Draw(t, "horizon")),
		AcquisitionCost:      drawNumber(t, "acquisition", 0, 100_000, -2),
		BasketValue:          drawNumber(t, "basket", 0, 100_000, -2),
		BasketGrowthRate:     drawNumber(t, "growth", -100, 100, -3),
		MarginRate:           drawNumber(t, "margin", -1000, 1000, -3),
		OrdersPerPeriod:      drawNumber(t, "orders", 0, 2_000, -2),
		OrderGrowthRate:      drawNumber(t, "order growth", -50, 50, -3),
		RepeatPurchaseRate:   drawNumber(t, "repeat", 0, 1000, -3),
		AddOnRate:            drawNumber(t, "add-on rate", 0, 200, -2),
		AddOnValue:           drawNumber(t, "add-on value", 0, 10_000, -2),
		ServiceCostPerOrder:  drawNumber(t, "per order", 0, 500, -2),
		ServiceCostPerPeriod: drawNumber(t, "per period", 0, 2_000, -2),
		AnnualDiscountRate:   drawNumber(t, "discount", 0, 300, -3),
		ReferralsPerPeriod:   drawNumber(t, "referrals", 0, 300, -3),
	}
	return s
}

func worth(t interface {
	Helper()
	Fatalf(string, ...any)
}, s model.Scenario) model.Result {
	t.Helper()
	r, err := model.LifetimeValue(s)
	if err != nil {
		t.Fatalf("%+v: %v", s, err)
	}
	return r
}

// summaryOf returns the figures of the scenario's summary in their order.
func summaryOf(t interface {
	Helper()
	Fatalf(string, ...any)
}, s model.Scenario) []vocabulary.Rounded {
	t.Helper()
	r := worth(t, s)
	return vocabulary.FiguresOf(&r.Summary, model.SummaryFigures())
}

// oracle sums present values of a yearly scenario in rational steps of
// shopspring decimals that are never rounded, but for the last division by a
// power of 1+d: no code shared with the model.
func oracle(s model.Scenario) decimal.Decimal {
	one := decimal.NewFromInt(1)
	annual := one.Add(s.AnnualDiscountRate.Decimal)
	n := s.Horizon.Int
	offset := map[model.Timing]int{model.Start: 0, model.End: 1}[s.Timing]
	active, orders, basket := one, s.OrdersPerPeriod.Decimal, s.BasketValue.Decimal
	addOn := s.AddOnRate.Decimal.Mul(s.AddOnValue.Decimal)
	sum := decimal.Zero // Σ contribution_t·(1+d)^(n−t)
	for t := range n {
		margin := orders.Mul(s.MarginRate.Decimal.Mul(basket).Add(s.MarginRate.Decimal.Mul(addOn)).Sub(s.ServiceCostPerOrder.Decimal))
		contribution := active.Mul(margin.Sub(s.ServiceCostPerPeriod.Decimal))
		power := one
		for range n - t {
			power = power.Mul(annual)
		}
		sum = sum.Add(contribution.Mul(power))
		active = active.Mul(s.RepeatPurchaseRate.Decimal)
		orders = orders.Mul(one.Add(s.OrderGrowthRate.Decimal))
		basket = basket.Mul(one.Add(s.BasketGrowthRate.Decimal))
	}
	for range n + offset {
		sum = sum.DivRound(annual, 400)
	}
	return sum
}

func TestLifetimeValueEqualsOracle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScenario(t)
		s.Period, s.Horizon = model.Year, whole(rapid.IntRange(1, 12).Draw(t, "years"))
		s.Timing = rapid.SampledFrom([]model.Timing{model.Start, model.End}).Draw(t, "end")
		s.Decimals = whole(rapid.IntRange(0, 10).Draw(t, "decimals"))
		want := oracle(s).Round(int32(s.Decimals.Int))
		if got := worth(t, s).Summary.LifetimeValue.Decimal(); !got.Equal(want) {
			t.Fatalf("lifetime value %s, want %s", got, want)
		}
	})
}

// With a constant contribution the sum to the horizon is the perpetuity less
// what lies beyond: a second scenario bought r^N·v^N times.
func TestLoopEqualsClosedForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScenario(t)
		s.BasketGrowthRate, s.OrderGrowthRate = number("0"), number("0")
		s.RepeatPurchaseRate = drawNumber(t, "rate", 0, 900, -3)
		s.Horizon, s.Decimals = whole(600), whole(6)
		r := worth(t, s) // 0.9^600 is below 1e−27
		if r.Summary.LifetimeValue == r.Summary.PerpetualLifetimeValue {
			return
		}
		s.Decimals = whole(10) // a perpetuity that is a middle, from which every sum is a little away
		if middle := worth(t, s).Summary.PerpetualLifetimeValue.Decimal().Shift(6); !middle.Sub(middle.Truncate(0)).Abs().Equal(decimal.New(5, -1)) {
			t.Fatalf("sum %s, closed form %s", r.Summary.LifetimeValue.Decimal(), r.Summary.PerpetualLifetimeValue.Decimal())
		}
	})
}

func TestNoRepeatIsOnePeriod(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScenario(t)
		s.RepeatPurchaseRate = number("0")
		single := s
		single.Horizon = whole(1)
		if a, b := worth(t, s).Summary, worth(t, single).Summary; !a.LifetimeValue.Decimal().Equal(b.LifetimeValue.Decimal()) || !a.ExpectedOrders.Decimal().Equal(b.ExpectedOrders.Decimal()) {
			t.Fatalf("%v and %v", a.LifetimeValue, b.LifetimeValue)
		}
	})
}

func TestPrefixOfLongerHorizon(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScenario(t)
		longer := s
		longer.Horizon.Int += rapid.IntRange(1, 20).Draw(t, "more")
		a, b := worth(t, s).Schedule, worth(t, longer).Schedule
		for i := range a {
			for _, f := range model.ScheduleFigures() {
				if f.Name != "remaining_value" && f.Of(&a[i]) != f.Of(&b[i]) { // a longer horizon leaves more to come
					t.Fatalf("row %d of %d periods differs from that of %d", i+1, len(a), len(b))
				}
			}
		}
	})
}

func TestMonotoneInMargin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScenario(t)
		better := s
		better.MarginRate = decimal.NewNullDecimal(decimal.Min(decimal.NewFromInt(1), s.MarginRate.Decimal.Add(drawNumber(t, "more", 0, 500, -3).Decimal)))
		if worth(t, better).Summary.LifetimeValue.Decimal().LessThan(worth(t, s).Summary.LifetimeValue.Decimal()) {
			t.Fatalf("a margin of %s is worth less than one of %s", better.MarginRate.Decimal, s.MarginRate.Decimal)
		}
	})
}

// Ten times every amount of money, reported to one decimal less, has the same
// digits; what is not money does not change.
func TestScaleOfMoney(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScenario(t)
		s.Decimals = whole(3)
		big := s
		big.Decimals = whole(2)
		for _, f := range model.ScenarioFields() {
			if v, given := f.Get(&big); given && f.Unit == vocabulary.UnitMoney {
				f.Set(&big, vocabulary.Value{Number: v.Number.Shift(1)})
			}
		}
		a, b := summaryOf(t, s), summaryOf(t, big)
		for i, f := range model.SummaryFigures() {
			want := a[i].Decimal()
			if f.Rounding == vocabulary.RoundMoney {
				want = want.Shift(1)
			}
			if a[i].IsNull() != b[i].IsNull() || !b[i].Decimal().Equal(want) {
				t.Fatalf("%s: %v, and ten times as much %v", f.Name, a[i], b[i])
			}
		}
	})
}

// A customer certain to stay who buys once a month for a year is worth the same
// as twelve orders at the start of a year where money has no time value.
func TestMonthsMakeAYear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScenario(t)
		s.RepeatPurchaseRate, s.AnnualDiscountRate = number("1"), number("0")
		s.BasketGrowthRate, s.OrderGrowthRate, s.ReferralsPerPeriod = number("0"), number("0"), number("0")
		years := rapid.IntRange(1, 5).Draw(t, "years")
		s.Period, s.Horizon = model.Month, whole(12*years)
		yearly := s
		yearly.Period, yearly.Horizon = model.Year, whole(years)
		twelve := decimal.NewFromInt(12)
		yearly.OrdersPerPeriod.Decimal = s.OrdersPerPeriod.Decimal.Mul(twelve)
		yearly.ServiceCostPerPeriod.Decimal = s.ServiceCostPerPeriod.Decimal.Mul(twelve)
		a, b := worth(t, s).Summary, worth(t, yearly).Summary
		if !a.LifetimeValue.Decimal().Equal(b.LifetimeValue.Decimal()) || !a.ExpectedOrders.Decimal().Equal(b.ExpectedOrders.Decimal()) {
			t.Fatalf("monthly %v, yearly %v", a.LifetimeValue, b.LifetimeValue)
		}
	})
}

// A cap that lies above every basket of the horizon changes nothing but the
// perpetuity, and a curve of equal rates is the rate.
func TestEqualWaysOfSayingTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScenario(t)
		same := s
		same.RetentionCurve = []decimal.Decimal{s.RepeatPurchaseRate.Decimal, s.RepeatPurchaseRate.Decimal}
		same.RepeatPurchaseRate = decimal.NullDecimal{}
		a, b := summaryOf(t, s), summaryOf(t, same)
		capped := s
		capped.BasketCap = number("1000000000000")
		c := summaryOf(t, capped)
		for i, f := range model.SummaryFigures() {
			if a[i] != b[i] {
				t.Fatalf("%s with a rate %v, with a curve %v", f.Name, a[i], b[i])
			}
			if f.Name != "perpetual_lifetime_value" && a[i] != c[i] {
				t.Fatalf("%s without a cap %v, with one far off %v", f.Name, a[i], c[i])
			}
		}
	})
}

// The rate of return makes the present value equal the acquisition cost: used as
// the discount rate, the net lifetime value is nothing.
func TestRateOfReturnBreaksEven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScenario(t)
		rate := worth(t, s).Summary.InternalRateOfReturn.NullDecimal()
		if !rate.Valid || rate.Decimal.LessThan(number("-0.5").Decimal) || rate.Decimal.GreaterThan(number("0.9").Decimal) {
			return
		}
		s.Decimals = whole(10)
		step := decimal.New(6, -7) // a little more than half of the last digit
		s.AnnualDiscountRate = decimal.NewNullDecimal(rate.Decimal.Sub(step))
		below := worth(t, s).Summary.NetLifetimeValue.Decimal()
		s.AnnualDiscountRate = decimal.NewNullDecimal(rate.Decimal.Add(step))
		above := worth(t, s).Summary.NetLifetimeValue.Decimal()
		if below.Sign() < 0 || above.Sign() > 0 {
			t.Fatalf("net lifetime value %s just below %s, %s just above", below, rate.Decimal, above)
		}
	})
}

// Two scenarios against each other: the difference turns round, the multiples
// are reciprocal in sign, and what is affordable for each order gives the
// advantage away when spent.
func TestComparisonIsAntisymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := drawScenario(t), drawScenario(t)
		y.Period = x.Period
		x.Name, y.Name = "x", "y"
		x.Decimals, y.Decimals = whole(8), whole(8)
		xy, err := model.Compare(context.Background(), model.ComparisonRequest{Scenarios: []model.Scenario{x, y}})
		if err != nil {
			t.Fatalf("%v", err)
		}
		yx, err := model.Compare(context.Background(), model.ComparisonRequest{Scenarios: []model.Scenario{x, y}, Baseline: "y"})
		if err != nil {
			t.Fatalf("%v", err)
		}
		if !xy.Comparison[1].NetDifference.Decimal().Equal(yx.Comparison[0].NetDifference.Decimal().Neg()) {
			t.Fatalf("%v and %v", xy.Comparison[1].NetDifference, yx.Comparison[0].NetDifference)
		}
	})
}
