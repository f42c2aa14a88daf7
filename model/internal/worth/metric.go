package worth

import (
	"blyant/model/internal/exact"
	"blyant/model/internal/formula"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// Metric is a figure of what a customer is worth as a function of the worth,
// before rounding: what summaries report and what break-even, sensitivity, grid
// and simulation ask for by name.
type Metric struct {
	vocabulary.Figure
	of func(a *exact.Arithmetic, w *Worth) (exact.Number, Absence)
	in func(s *formula.Summary) *formula.Figure
}

// Of returns the figure, exact, or why there is none.
func (m Metric) Of(a *exact.Arithmetic, w *Worth) (exact.Number, Absence) { return m.of(a, w) }

// In returns where the closed forms keep the figure, rounded.
func (m Metric) In(s *formula.Summary) *formula.Figure { return m.in(s) }

// Absence is why a figure has no value: the code of a note and its arguments.
// The zero value is that of a figure that has one.
type Absence struct {
	Code string
	Args []string
}

// always is a metric that is never null.
func always(f vocabulary.Figure, of func(a *exact.Arithmetic, w *Worth) exact.Number, in func(s *formula.Summary) *formula.Figure) Metric {
	return Metric{f, func(a *exact.Arithmetic, w *Worth) (exact.Number, Absence) { return of(a, w), Absence{} }, in}
}

// Metrics are all, in the order of section 4 of the specification.
var Metrics = []Metric{
	LifetimeRevenue, LifetimeContribution, LifetimeValue, NetLifetimeValue, ValueToCostRatio,
	ExpectedOrders, ExpectedLifetimePeriods, PaybackPeriods, PaybackOrders, DiscountedPaybackPeriods,
	ProbabilityOfProfit, InternalRateOfReturn, PerpetualLifetimeValue, WordOfMouthValue,
	ViralCoefficient, CostPerNewCustomer,
}

// The metrics of section 4 of the specification.
var (
	LifetimeRevenue = always(vocabulary.Amount("lifetime_revenue"), func(_ *exact.Arithmetic, w *Worth) exact.Number { return w.Revenue },
		func(s *formula.Summary) *formula.Figure { return &s.LifetimeRevenue })
	LifetimeContribution = always(vocabulary.Amount("lifetime_contribution"), func(_ *exact.Arithmetic, w *Worth) exact.Number { return w.Contribution },
		func(s *formula.Summary) *formula.Figure { return &s.LifetimeContribution })
	LifetimeValue = always(vocabulary.Amount("lifetime_value"), func(_ *exact.Arithmetic, w *Worth) exact.Number { return w.Value },
		func(s *formula.Summary) *formula.Figure { return &s.LifetimeValue })
	NetLifetimeValue = always(vocabulary.Amount("net_lifetime_value"), func(_ *exact.Arithmetic, w *Worth) exact.Number { return w.Net },
		func(s *formula.Summary) *formula.Figure { return &s.NetLifetimeValue })
	ExpectedOrders = always(vocabulary.Ratio("expected_orders", vocabulary.UnitOrders), func(_ *exact.Arithmetic, w *Worth) exact.Number { return w.Orders },
		func(s *formula.Summary) *formula.Figure { return &s.ExpectedOrders })
	ExpectedLifetimePeriods = always(vocabulary.Ratio("expected_lifetime_periods", vocabulary.UnitPeriods), func(_ *exact.Arithmetic, w *Worth) exact.Number { return w.Lifetime },
		func(s *formula.Summary) *formula.Figure { return &s.ExpectedLifetimePeriods })
	ProbabilityOfProfit = always(vocabulary.Ratio("probability_of_profit", vocabulary.UnitShare), func(a *exact.Arithmetic, w *Worth) exact.Number { return w.profits(a) },
		func(s *formula.Summary) *formula.Figure { return &s.ProbabilityOfProfit })
	WordOfMouthValue = always(vocabulary.Amount("word_of_mouth_value"), func(a *exact.Arithmetic, w *Worth) exact.Number { return a.Mul(w.Value, w.WordOfMouth) },
		func(s *formula.Summary) *formula.Figure { return &s.WordOfMouthValue })
	ViralCoefficient = always(vocabulary.Ratio("viral_coefficient", vocabulary.UnitCustomers), func(a *exact.Arithmetic, w *Worth) exact.Number { return a.Mul(w.Terms.Referrals, w.Lifetime) },
		func(s *formula.Summary) *formula.Figure { return &s.ViralCoefficient })
	CostPerNewCustomer = always(vocabulary.Amount("cost_per_new_customer"), func(_ *exact.Arithmetic, w *Worth) exact.Number { return w.Terms.Acquisition },
		func(s *formula.Summary) *formula.Figure { return &s.CostPerNewCustomer })

	ValueToCostRatio = Metric{vocabulary.Ratio("value_to_cost_ratio", vocabulary.UnitRatio).MayBeNull().NullIfTooLarge(), valueToCost,
		func(s *formula.Summary) *formula.Figure { return &s.ValueToCostRatio }}
	PaybackPeriods = Metric{vocabulary.Ratio("payback_periods", vocabulary.UnitPeriods).MayBeNull(), paybackPeriods,
		func(s *formula.Summary) *formula.Figure { return &s.PaybackPeriods }}
	PaybackOrders = Metric{vocabulary.Ratio("payback_orders", vocabulary.UnitOrders).MayBeNull(), paybackOrders,
		func(s *formula.Summary) *formula.Figure { return &s.PaybackOrders }}
	DiscountedPaybackPeriods = Metric{vocabulary.Ratio("discounted_payback_periods", vocabulary.UnitPeriods).MayBeNull(), discountedPayback,
		func(s *formula.Summary) *formula.Figure { return &s.DiscountedPaybackPeriods }}
	InternalRateOfReturn = Metric{vocabulary.Ratio("internal_rate_of_return", vocabulary.UnitSharePerYear).MayBeNull(), internalRate,
		func(s *formula.Summary) *formula.Figure { return &s.InternalRateOfReturn }}
	PerpetualLifetimeValue = Metric{vocabulary.Amount("perpetual_lifetime_value").MayBeNull().NullIfTooLarge(), perpetualValue,
		func(s *formula.Summary) *formula.Figure { return &s.PerpetualLifetimeValue }}
)

func valueToCost(a *exact.Arithmetic, w *Worth) (exact.Number, Absence) {
	if w.Terms.Acquisition.IsZero() {
		return exact.Number{}, Absence{Code: "no_acquisition_cost"}
	}
	return a.Quo(w.Value, w.Terms.Acquisition), Absence{}
}

// notReached is why a payback is null.
func (p payback) notReached() Absence {
	if p.reached {
		return Absence{}
	}
	return Absence{Code: "payback_not_reached"}
}

func paybackPeriods(a *exact.Arithmetic, w *Worth) (exact.Number, Absence) {
	p := w.plainPayback(a)
	return p.periods, p.notReached()
}

func paybackOrders(a *exact.Arithmetic, w *Worth) (exact.Number, Absence) {
	p := w.plainPayback(a)
	return p.orders, p.notReached()
}

func discountedPayback(a *exact.Arithmetic, w *Worth) (exact.Number, Absence) {
	p := w.discountedPayback(a)
	return p.periods, p.notReached()
}

// internalRate is the rate rounded to the millionth, since it is only ever found
// to the last place that is reported.
func internalRate(a *exact.Arithmetic, w *Worth) (exact.Number, Absence) {
	millionth, reason := w.rateOfReturn(a)
	if reason != "" {
		return exact.Number{}, Absence{"rate_of_return_undefined", []string{reason}}
	}
	return exact.FromDecimal(decimal.New(millionth, -vocabulary.RatioDecimals)), Absence{}
}

func perpetualValue(a *exact.Arithmetic, w *Worth) (exact.Number, Absence) {
	value, converges := perpetuity(a, w.Terms)
	if !converges {
		return exact.Number{}, Absence{Code: "perpetuity_diverges"}
	}
	return value, Absence{}
}

// Reversals adds the notes of paybacks that a later loss undoes.
func (w *Worth) Reversals(a *exact.Arithmetic, r *Report) {
	if w.plainPayback(a).reversed {
		r.Note("payback_reversed", PaybackPeriods.Name)
	}
	if w.discountedPayback(a).reversed {
		r.Note("payback_reversed", DiscountedPaybackPeriods.Name)
	}
}
