package formula

import (
	"math/rand/v2"

	"blyant/model/internal/oracle"

	"github.com/shopspring/decimal"
)

// draw draws scenarios.
type draw struct{ *rand.Rand }

// decimal draws from least to most with so many places.
func (r draw) decimal(least, most float64, places int) decimal.Decimal {
	scale := 1.0
	for range places {
		scale *= 10
	}
	low, high := int64(least*scale), int64(most*scale)
	return decimal.New(low+r.Int64N(high-low+1), int32(-places))
}

// maybe is a value for one scenario in n.
func (r draw) maybe(n int, x decimal.Decimal) decimal.Decimal {
	if r.IntN(n) == 0 {
		return x
	}
	return decimal.Zero
}

func (r draw) time(t *Terms, horizons ...int) {
	t.PerYear = []int{52, 12, 4, 1, 1}[r.IntN(5)]
	t.HalfPeriods = r.IntN(3)
	t.Horizon = 1 + r.IntN(horizons[r.IntN(len(horizons))])
}

// kinds are the five kinds of scenarios.
var kinds = []struct {
	name string
	make func(r draw) Terms
}{
	{"realistic", draw.realistic}, {"ties", draw.ties}, {"whole ranges", draw.ranges}, {"cancelling", draw.cancelling}, {"long", draw.long},
}

// realistic are the numbers that people type.
func (r draw) realistic() Terms {
	t := Terms{
		AcquisitionCost: r.decimal(0, 500, r.IntN(2)), BasketValue: r.decimal(1, 1000, r.IntN(3)),
		BasketGrowth: r.maybe(2, r.decimal(-0.05, 0.1, 2+r.IntN(2))), Margin: r.decimal(0.1, 1, 2),
		Orders: r.decimal(0.2, 12, r.IntN(2)), OrderGrowth: r.maybe(4, r.decimal(-0.1, 0.1, 2)), Rate: r.decimal(0.2, 1, 2),
		AddOnRate: r.maybe(3, r.decimal(0, 1, 1)), AddOnValue: r.maybe(2, r.decimal(0, 50, 1)),
		CostPerOrder: r.maybe(2, r.decimal(0, 5, 2)), CostPerPeriod: r.maybe(3, r.decimal(0, 5, 1)),
		DiscountRate: r.maybe(2, r.decimal(0, 0.15, 2+r.IntN(2))),
		Referrals:    r.maybe(4, r.decimal(0, 0.3, 2)), Deterred: r.maybe(4, r.decimal(0, 1, 1)),
	}
	t.AddOnMargin = t.Margin
	r.time(&t, 10, 60, 120)
	if r.IntN(6) == 0 {
		t.BasketCap = decimal.NewNullDecimal(t.BasketValue.Add(r.decimal(0, 100, 0)))
	}
	if r.IntN(4) == 0 {
		r.curve(&t, 1+r.IntN(12), 2)
	}
	return t
}

func (r draw) curve(t *Terms, n, places int) {
	for range n {
		t.Retention = append(t.Retention, r.decimal(0.4, 1, places))
	}
	if r.IntN(20) == 0 {
		t.Retention[r.IntN(n)] = decimal.Zero
	}
}

// ties are round numbers whose figures stand on a middle, a crossing or a 0.
func (r draw) ties() Terms {
	share := func() decimal.Decimal {
		return decimal.New(int64(r.IntN(9)), -1).Add(decimal.New(int64(r.IntN(3)*5), -2))
	}
	t := Terms{
		AcquisitionCost: decimal.New(int64(r.IntN(40)), 0), BasketValue: r.decimal(0, 20, r.IntN(4)),
		Margin: []decimal.Decimal{decimal.NewFromInt(1), share(), share().Neg()}[r.IntN(3)],
		Orders: decimal.NewFromInt(int64(r.IntN(4))), Rate: share(), BasketGrowth: r.maybe(3, decimal.New(int64(r.IntN(9)-4), -1)),
		OrderGrowth:   r.maybe(3, decimal.New(int64(r.IntN(9)-4), -1)),
		CostPerOrder:  r.maybe(2, r.decimal(0, 5, r.IntN(4))),
		CostPerPeriod: r.maybe(3, r.decimal(0, 5, r.IntN(4))), AddOnRate: r.maybe(3, share()), AddOnValue: r.decimal(0, 4, r.IntN(3)),
		DiscountRate: r.maybe(2, []decimal.Decimal{decimal.New(25, -2), decimal.New(1, 0), decimal.New(21, -2), decimal.New(-5, -1), decimal.New(4641, -4)}[r.IntN(5)]),
		Referrals:    r.maybe(2, share()), Deterred: r.maybe(2, share()),
	}
	t.AddOnMargin = t.Margin
	r.time(&t, 4, 12, 30)
	if r.IntN(4) == 0 {
		t.BasketCap = decimal.NewNullDecimal(t.BasketValue.Add(r.decimal(0, 4, r.IntN(3))))
	}
	if r.IntN(4) == 0 {
		r.curve(&t, 1+r.IntN(5), 1)
	}
	if r.IntN(3) == 0 { // the cost that some number of periods pays back exactly
		t.AcquisitionCost = t.BasketValue.Mul(t.Orders).Mul(t.Margin.Abs()).Mul(decimal.NewFromInt(int64(1 + r.IntN(4))))
	}
	return t
}

// ranges draws each field from the whole of its range, with many digits.
func (r draw) ranges() Terms {
	money := func() decimal.Decimal {
		return decimal.New(r.Int64N(1_000_000_000_000_000_000), int32(-6-r.IntN(14)))
	}
	rate := func() decimal.Decimal { return r.decimal(-0.99, 1, 2+r.IntN(14)) }
	share := func() decimal.Decimal { return r.decimal(0, 1, 1+r.IntN(17)) }
	t := Terms{
		AcquisitionCost: money(), BasketValue: money(), BasketGrowth: r.maybe(2, rate()), Margin: r.decimal(-1, 1, 1+r.IntN(16)),
		Orders: r.decimal(0, 1_000_000, r.IntN(10)), OrderGrowth: r.maybe(2, rate()), Rate: share(),
		AddOnRate: r.maybe(2, r.decimal(0, 100, r.IntN(10))), AddOnValue: money(), AddOnMargin: r.decimal(-1, 1, 1+r.IntN(16)),
		CostPerOrder: r.maybe(2, money()), CostPerPeriod: r.maybe(2, money()),
		DiscountRate: r.maybe(2, r.decimal(-0.99, 10, r.IntN(15))), Referrals: r.maybe(2, r.decimal(0, 1000, r.IntN(10))),
		Deterred: r.maybe(2, r.decimal(0, 1000, r.IntN(10))),
	}
	r.time(&t, 3, 30, 200)
	if r.IntN(4) == 0 {
		t.BasketCap = decimal.NewNullDecimal(t.BasketValue.Add(money()))
	}
	if r.IntN(4) == 0 {
		for range 1 + r.IntN(40) {
			t.Retention = append(t.Retention, share())
		}
	}
	return t
}

// cancelling are scenarios whose parts almost cancel.
func (r draw) cancelling() Terms {
	t := r.realistic()
	near := func(x decimal.Decimal) decimal.Decimal {
		return x.Add(decimal.New(int64(r.IntN(5)-2), int32(-2-r.IntN(12)))).Abs()
	}
	t.OrderGrowth, t.BasketGrowth = r.maybe(2, r.decimal(-0.2, 0.2, 2)), r.maybe(2, r.decimal(-0.2, 0.2, 2))
	switch r.IntN(3) {
	case 0:
		t.CostPerOrder = near(t.BasketValue.Mul(t.Margin))
	case 1:
		t.CostPerPeriod = near(t.BasketValue.Mul(t.Margin).Sub(t.CostPerOrder).Mul(t.Orders))
	case 2:
		t.AddOnRate, t.AddOnMargin = decimal.NewFromInt(1), t.Margin.Neg()
		t.AddOnValue = near(t.BasketValue)
	}
	return t
}

// long are horizons of a thousand periods and more.
func (r draw) long() Terms {
	t := r.realistic()
	t.Rate = r.decimal(0.9, 1, 2+r.IntN(3))
	t.BasketGrowth, t.OrderGrowth = r.maybe(2, r.decimal(-0.01, 0.01, 4)), r.maybe(3, r.decimal(-0.01, 0.01, 4))
	t.Horizon = 1000 + r.IntN(201)
	if r.IntN(8) == 0 {
		t.Retention = nil
		r.curve(&t, 1+r.IntN(1200), 3)
	}
	return t
}

// oracleScenario gives the terms to the oracle, which knows no VAT, prospects or
// survival curves.
func (t *Terms) oracleScenario() oracle.Scenario {
	s := oracle.Scenario{
		Acquisition: t.AcquisitionCost, Basket: t.BasketValue, BasketGrowth: t.BasketGrowth, Cap: t.BasketCap, Margin: t.Margin,
		Orders: t.Orders, OrderGrowth: t.OrderGrowth, Retention: t.Retention, AddOnRate: t.AddOnRate, AddOnValue: t.AddOnValue,
		AddOnMargin: t.AddOnMargin, CostPerOrder: t.CostPerOrder, CostPerPeriod: t.CostPerPeriod, Discount: t.DiscountRate,
		PerYear: t.PerYear, HalfPeriods: t.HalfPeriods, Horizon: t.Horizon, Referrals: t.Referrals, Deterred: t.Deterred,
	}
	if len(s.Retention) == 0 {
		s.Retention = []decimal.Decimal{t.Rate}
	}
	return s
}
