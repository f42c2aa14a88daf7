package oracle

import (
	"blyant/model/internal/exact"

	"github.com/shopspring/decimal"
)

// Terms are the numbers of a scenario in the letters of the specification.
type Terms struct {
	Acquisition   exact.Number // A
	Basket        exact.Number // b
	BasketGrowth  exact.Number // 1 + g
	Cap           exact.Number // where HasCap
	HasCap        bool
	Margin        exact.Number   // m
	Orders        exact.Number   // n
	OrderGrowth   exact.Number   // 1 + f
	Retention     []exact.Number // r₁ … , the last one repeating
	AddOn         exact.Number   // a·v
	AddOnMargin   exact.Number   // mₐ·a·v
	CostPerOrder  exact.Number   // s
	CostPerPeriod exact.Number   // k
	Annual        exact.Number   // 1 + d
	PerYear       int            // p
	HalfPeriods   int            // 2·o
	Referrals     exact.Number   // ρ
	Deterred      exact.Number   // δ
	Horizon       int            // N
}

// Scenario holds the decimals of a scenario after its defaults.
type Scenario struct {
	Acquisition, Basket, BasketGrowth decimal.Decimal
	Cap                               decimal.NullDecimal
	Margin, Orders, OrderGrowth       decimal.Decimal
	Retention                         []decimal.Decimal // one or more
	AddOnRate, AddOnValue             decimal.Decimal
	AddOnMargin                       decimal.Decimal
	CostPerOrder, CostPerPeriod       decimal.Decimal
	Discount                          decimal.Decimal
	PerYear, HalfPeriods, Horizon     int
	Referrals, Deterred               decimal.Decimal
}

// NewTerms reads the terms of a scenario.
func NewTerms(a *exact.Arithmetic, s Scenario) Terms {
	one := exact.FromInt(1)
	addOn := a.Mul(exact.FromDecimal(s.AddOnRate), exact.FromDecimal(s.AddOnValue))
	t := Terms{
		Acquisition:   exact.FromDecimal(s.Acquisition),
		Basket:        exact.FromDecimal(s.Basket),
		BasketGrowth:  a.Add(one, exact.FromDecimal(s.BasketGrowth)),
		Cap:           exact.FromNull(s.Cap),
		HasCap:        s.Cap.Valid,
		Margin:        exact.FromDecimal(s.Margin),
		Orders:        exact.FromDecimal(s.Orders),
		OrderGrowth:   a.Add(one, exact.FromDecimal(s.OrderGrowth)),
		AddOn:         addOn,
		AddOnMargin:   a.Mul(exact.FromDecimal(s.AddOnMargin), addOn),
		CostPerOrder:  exact.FromDecimal(s.CostPerOrder),
		CostPerPeriod: exact.FromDecimal(s.CostPerPeriod),
		Annual:        a.Add(one, exact.FromDecimal(s.Discount)),
		PerYear:       s.PerYear,
		HalfPeriods:   s.HalfPeriods,
		Referrals:     exact.FromDecimal(s.Referrals),
		Deterred:      exact.FromDecimal(s.Deterred),
		Horizon:       s.Horizon,
	}
	for _, r := range s.Retention {
		t.Retention = append(t.Retention, exact.FromDecimal(r))
	}
	return t
}

// retention returns r_t, the share kept from period t−1 to period t (t ≥ 1).
func (t *Terms) retention(period int) exact.Number {
	return t.Retention[min(period, len(t.Retention))-1]
}

// Discount returns D_0 and the factor from one period's to the next:
//
//	D_t = (1+d)^(−(t+o)/p)
func (t *Terms) Discount(a *exact.Arithmetic) (first, factor exact.Number) {
	return DiscountAt(a, t.Annual, t.PerYear, t.HalfPeriods)
}

// DiscountAt returns (1+d)^(−o/p) and (1+d)^(−1/p) for an annual factor 1+d, p
// periods a year and an offset o of so many half periods.
func DiscountAt(a *exact.Arithmetic, annual exact.Number, perYear, halfPeriods int) (first, factor exact.Number) {
	one := exact.FromInt(1)
	if a.Sign(a.Sub(annual, one)) == 0 {
		return one, one
	}
	if halfPeriods == 1 {
		first = a.Quo(one, a.Root(annual, 2*perYear))
		return first, a.Mul(first, first)
	}
	factor = a.Quo(one, a.Root(annual, perYear))
	if halfPeriods == 0 {
		return one, factor
	}
	return factor, factor
}
