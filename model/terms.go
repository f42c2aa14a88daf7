package model

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/formula"
	"blyant/model/internal/worth"
)

// Terms returns the numbers of a scenario that has its defaults in the letters of
// the specification, for the packages of the model.
func (s Scenario) Terms(a *exact.Arithmetic) worth.Terms {
	one := exact.FromInt(1)
	addOn := a.Mul(exact.FromNull(s.AddOnRate), exact.FromNull(s.AddOnValue))
	t := worth.Terms{
		Acquisition:   exact.FromNull(s.AcquisitionCost),
		Basket:        exact.FromNull(s.BasketValue),
		BasketGrowth:  a.Add(one, exact.FromNull(s.BasketGrowthRate)),
		Cap:           exact.FromNull(s.BasketCap),
		HasCap:        s.BasketCap.Valid,
		Margin:        exact.FromNull(s.MarginRate),
		Orders:        exact.FromNull(s.OrdersPerPeriod),
		OrderGrowth:   a.Add(one, exact.FromNull(s.OrderGrowthRate)),
		AddOn:         addOn,
		AddOnMargin:   a.Mul(exact.FromNull(s.AddOnMarginRate), addOn),
		CostPerOrder:  exact.FromNull(s.ServiceCostPerOrder),
		CostPerPeriod: exact.FromNull(s.ServiceCostPerPeriod),
		Annual:        a.Add(one, exact.FromNull(s.AnnualDiscountRate)),
		PerYear:       s.Period.PerYear(),
		HalfPeriods:   s.Timing.HalfPeriods(),
		Referrals:     exact.FromNull(s.ReferralsPerPeriod),
		Deterred:      exact.FromNull(s.DeterredPerLostCustomer),
		Horizon:       s.Horizon.Int,
	}
	for _, r := range s.RetentionCurve {
		t.Retention = append(t.Retention, exact.FromDecimal(r))
	}
	if len(t.Retention) == 0 {
		t.Retention = []exact.Number{exact.FromNull(s.RepeatPurchaseRate)}
	}
	return t
}

// Numbers returns the same for the closed forms.
func (s Scenario) Numbers() formula.Terms {
	return formula.Terms{
		AcquisitionCost: s.AcquisitionCost.Decimal,
		BasketValue:     s.BasketValue.Decimal,
		BasketGrowth:    s.BasketGrowthRate.Decimal,
		BasketCap:       s.BasketCap,
		Margin:          s.MarginRate.Decimal,
		Orders:          s.OrdersPerPeriod.Decimal,
		OrderGrowth:     s.OrderGrowthRate.Decimal,
		Rate:            s.RepeatPurchaseRate.Decimal,
		Retention:       s.RetentionCurve,
		AddOnRate:       s.AddOnRate.Decimal,
		AddOnValue:      s.AddOnValue.Decimal,
		AddOnMargin:     s.AddOnMarginRate.Decimal,
		CostPerOrder:    s.ServiceCostPerOrder.Decimal,
		CostPerPeriod:   s.ServiceCostPerPeriod.Decimal,
		DiscountRate:    s.AnnualDiscountRate.Decimal,
		PerYear:         s.Period.PerYear(),
		HalfPeriods:     s.Timing.HalfPeriods(),
		Referrals:       s.ReferralsPerPeriod.Decimal,
		Deterred:        s.DeterredPerLostCustomer.Decimal,
		Horizon:         s.Horizon.Int,
	}
}
