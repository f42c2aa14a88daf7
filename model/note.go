package model

import (
	"blyant/model/exact"

	"github.com/shopspring/decimal"
)

// Assumptions tells of defaults that matter; given is the scenario before them.
func (r *Report) Assumptions(given Scenario) {
	if !given.MarginRate.Valid {
		r.Note("margin_assumed", "margin_rate")
	}
	if !given.AnnualDiscountRate.Valid {
		r.Note("discount_assumed", "annual_discount_rate")
	}
}

// Warnings tells of inputs that are allowed and hardly meant; full is the
// scenario after its defaults.
func (w *Worth) Warnings(a *exact.Arithmetic, r *Report, full Scenario) {
	if perOrder := w.firstOrder(a); a.Sign(perOrder) < 0 {
		r.Note("loses_on_every_order", "margin_rate")
	} else if a.Sign(w.Rows[0].Contribution) < 0 {
		r.Note("first_period_loses", "contribution")
	}
	if a.Cmp(w.viral(a), exact.FromInt(1)) >= 0 {
		r.Note("viral", "viral_coefficient")
	}
	half := decimal.New(5, -1)
	for _, growth := range []struct {
		field string
		rate  decimal.NullDecimal
	}{{"basket_growth_rate", full.BasketGrowthRate}, {"order_growth_rate", full.OrderGrowthRate}} {
		if growth.rate.Decimal.GreaterThanOrEqual(half) {
			r.Note("growth_is_large", growth.field, growth.rate.Decimal.String())
		}
	}
	if rate := full.AnnualDiscountRate.Decimal; rate.GreaterThan(one) {
		r.Note("discount_is_large", "annual_discount_rate", rate.Shift(2).String())
	}
}

// firstOrder returns what is left of the first order, m·b + mₐ·a·v − s.
func (w *Worth) firstOrder(a *exact.Arithmetic) exact.Number {
	t := w.Terms
	return a.Sub(a.Add(a.Mul(t.Margin, t.Basket), t.AddOnMargin), t.CostPerOrder)
}
