package model

import (
	"blyant/model/exact"

	"github.com/shopspring/decimal"
)

// LifetimeValue answers what one customer of the scenario is worth. The error is
// of type Faults: inputs that are missing, out of range or in conflict, or
// figures above 1e15.
func LifetimeValue(s Scenario) (Result, error) {
	if err := s.Validate().OrNil(); err != nil {
		return Result{}, err
	}
	full := s.WithDefaults()
	var result Result
	err := exact.Settle(full.Horizon.Int, func(a *exact.Arithmetic) error {
		var faults Faults
		result, faults = ReportWorth(a, s, Evaluate(a, full))
		return faults.OrNil()
	})
	return result, err
}

// ReportWorth rounds what the scenario is worth; given is the scenario before its
// defaults, for the notes on what was assumed. The faults are figures that are
// too large.
func ReportWorth(a *exact.Arithmetic, given Scenario, w *Worth) (Result, Faults) {
	full := given.WithDefaults()
	r := NewReport(a, full.Decimals.Int)
	r.Assumptions(given)
	result := Result{Scenario: full, Summary: w.summary(a, r)}
	result.Schedule = w.schedule(a, r)
	w.Warnings(a, r, full)
	result.Notes = r.Notes
	return result, r.Faults
}

func (w *Worth) summary(a *exact.Arithmetic, r *Report) Summary {
	s := Summary{
		LifetimeRevenue:         r.money("lifetime_revenue", w.Revenue),
		LifetimeContribution:    r.money("lifetime_contribution", w.Contribution),
		LifetimeValue:           r.money("lifetime_value", w.Value),
		NetLifetimeValue:        r.money("net_lifetime_value", w.Net),
		ExpectedOrders:          r.ratio("expected_orders", w.Orders),
		ExpectedLifetimePeriods: r.ratio("expected_lifetime_periods", w.Lifetime),
		ProbabilityOfProfit:     r.ratio("probability_of_profit", w.profits(a)),
		WordOfMouthValue:        r.money("word_of_mouth_value", a.Mul(w.Value, w.WordOfMouth)),
		ViralCoefficient:        r.ratio("viral_coefficient", w.viral(a)),
	}
	s.ValueToCostRatio = w.valueToCost(a, r)
	w.reportPayback(a, r, &s)
	if i, reason := w.rateOfReturn(a); reason == "" {
		s.InternalRateOfReturn = decimal.NewNullDecimal(decimal.New(int64(i), -RatioDecimals))
	} else {
		s.InternalRateOfReturn = r.Null("rate_of_return_undefined", "internal_rate_of_return", reason)
	}
	if value, converges := Perpetuity(a, w.Terms); converges {
		s.PerpetualLifetimeValue = r.OptionalMoney("perpetual_lifetime_value", value)
	} else {
		s.PerpetualLifetimeValue = r.Null("perpetuity_diverges", "perpetual_lifetime_value")
	}
	return s
}

func (w *Worth) viral(a *exact.Arithmetic) exact.Number { return a.Mul(w.Terms.Referrals, w.Lifetime) }

func (w *Worth) valueToCost(a *exact.Arithmetic, r *Report) decimal.NullDecimal {
	if w.Terms.Acquisition.IsZero() {
		return r.Null("no_acquisition_cost", "value_to_cost_ratio")
	}
	return r.OptionalRatio("value_to_cost_ratio", a.Quo(w.Value, w.Terms.Acquisition))
}

func (w *Worth) reportPayback(a *exact.Arithmetic, r *Report, s *Summary) {
	plain := w.paysBack(a, func(row Row) exact.Number { return row.Contribution })
	discounted := w.paysBack(a, func(row Row) exact.Number { return row.PresentValue })
	if plain.reached {
		s.PaybackPeriods = r.ratio("payback_periods", plain.periods)
		s.PaybackOrders = r.ratio("payback_orders", plain.orders)
	} else {
		s.PaybackPeriods = r.Null("payback_not_reached", "payback_periods")
		s.PaybackOrders = r.Null("payback_not_reached", "payback_orders")
	}
	if discounted.reached {
		s.DiscountedPaybackPeriods = r.ratio("discounted_payback_periods", discounted.periods)
	} else {
		s.DiscountedPaybackPeriods = r.Null("payback_not_reached", "discounted_payback_periods")
	}
	if plain.reversed {
		r.Note("payback_reversed", "payback_periods")
	}
	if discounted.reversed {
		r.Note("payback_reversed", "discounted_payback_periods")
	}
}

func (w *Worth) schedule(a *exact.Arithmetic, r *Report) []ScheduleRow {
	contribution, present := w.Terms.Acquisition.Neg(), w.Terms.Acquisition.Neg()
	rows := make([]ScheduleRow, len(w.Rows))
	known := len(r.Faults)
	for i, row := range w.Rows {
		contribution = a.Add(contribution, row.Contribution)
		present = a.Add(present, row.PresentValue)
		rows[i] = ScheduleRow{
			Period:                 i + 1,
			ActiveShare:            r.Ratio("active_share", row.Active),
			Orders:                 r.Ratio("orders", row.Orders),
			BasketValue:            r.Money("basket_value", row.Basket),
			Revenue:                r.Money("revenue", row.Revenue),
			GrossMargin:            r.Money("gross_margin", row.GrossMargin),
			ServiceCost:            r.Money("service_cost", row.ServiceCost),
			Contribution:           r.Money("contribution", row.Contribution),
			DiscountFactor:         r.Ratio("discount_factor", row.Discount),
			PresentValue:           r.Money("present_value", row.PresentValue),
			CumulativeContribution: r.Money("cumulative_contribution", contribution),
			CumulativePresentValue: r.Money("cumulative_present_value", present),
		}
		if tooLarge := r.Faults[known:]; len(tooLarge) > 0 { // the first such row says it all
			for f := range tooLarge {
				tooLarge[f].Args = append(tooLarge[f].Args, itoa(i+1))
			}
			return nil
		}
	}
	return rows
}
