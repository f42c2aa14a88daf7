package model

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/formula"
	"blyant/model/internal/worth"
)

// Terms returns the numbers of a scenario that has its defaults in the letters of
// the specification, for the packages of the model. Prices are without VAT from
// here on. A quotient that does not end is rough: comparisons and roundings that
// it leaves open are decided at the last precision, where a tie of real
// arithmetic counts as one (exact.Decide).
func (s Scenario) Terms(a *exact.Arithmetic) worth.Terms {
	one := exact.FromInt(1)
	addOn := a.Mul(exact.FromNull(s.AddOnRate), exact.FromNull(s.AddOnValue))
	vat := a.Add(one, exact.FromNull(s.VatRate))
	t := worth.Terms{
		Acquisition:   s.acquisition(a),
		Basket:        a.Quo(exact.FromNull(s.BasketValue), vat),
		BasketGrowth:  a.Add(one, exact.FromNull(s.BasketGrowthRate)),
		Cap:           a.Quo(exact.FromNull(s.BasketCap), vat),
		HasCap:        s.BasketCap.Valid,
		Margin:        exact.FromNull(s.MarginRate),
		Orders:        exact.FromNull(s.OrdersPerPeriod),
		OrderGrowth:   a.Add(one, exact.FromNull(s.OrderGrowthRate)),
		AddOn:         a.Quo(addOn, vat),
		AddOnMargin:   a.Quo(a.Mul(exact.FromNull(s.AddOnMarginRate), addOn), vat),
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
	for _, share := range s.SurvivalCurve {
		t.Survival = append(t.Survival, exact.FromDecimal(share))
	}
	if len(t.Retention) == 0 {
		t.Retention = []exact.Number{exact.FromNull(s.RepeatPurchaseRate)}
	}
	return t
}

// Numbers returns the same for the closed forms.
func (s Scenario) Numbers() formula.Terms { return s.numbers() }

func (s *Scenario) numbers() formula.Terms {
	cost := s.AcquisitionCost.Decimal
	if s.CostPerProspect.Valid {
		cost = s.CostPerProspect.Decimal
	}
	return formula.Terms{
		AcquisitionCost: cost,
		ConversionRate:  s.ConversionRate,
		VATRate:         s.VatRate.Decimal,
		BasketValue:     s.BasketValue.Decimal,
		BasketGrowth:    s.BasketGrowthRate.Decimal,
		BasketCap:       s.BasketCap,
		Margin:          s.MarginRate.Decimal,
		Orders:          s.OrdersPerPeriod.Decimal,
		OrderGrowth:     s.OrderGrowthRate.Decimal,
		Rate:            s.RepeatPurchaseRate.Decimal,
		Retention:       s.RetentionCurve,
		Survival:        s.SurvivalCurve,
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

// acquisition is A, as given or
//
//	A = cost_per_prospect ÷ conversion_rate
func (s Scenario) acquisition(a *exact.Arithmetic) exact.Number {
	if s.CostPerProspect.Valid {
		return a.Quo(exact.FromNull(s.CostPerProspect), exact.FromNull(s.ConversionRate))
	}
	return exact.FromNull(s.AcquisitionCost)
}
