package purchase

import (
	"math"

	"blyant/model/spend"
)

// Scenario holds the fields of a scenario that follow from a fitted model: a
// customer who orders once at the start and then as the model expects. The
// acquisition cost is left to the shop.
type Scenario struct {
	Model           string
	Period          string
	Horizon         int
	OrdersPerPeriod float64   // 1 + E(1), 6 decimals
	RetentionCurve  []float64 // r_t, t = 1 … N−1 (at least r₁), 6 decimals
	BasketValue     float64   // population mean of Gamma-Gamma; NaN where there is none

	OrdersPerPeriodError float64 // standard errors, for a simulation
	BasketValueError     float64 // NaN where there is no basket value
}

// Follow returns the scenario that follows from a fitted model, with periods of
// the given length (week, month, quarter, year).
//
//	orders_per_period = 1 + E(1),   r_t = (E(t+1) − E(t)) ÷ orders of the period before
//
// Orders of the period before are those that the rounded figures give, so that
// roundings do not add up: the scenario's orders of every period are the model's
// within a millionth of those of the period before.
func Follow(f *Fitted, value *spend.Fitted, unit Unit, period string, horizon int) *Scenario {
	length := periodDays(period) / unit.Days()
	out := &Scenario{Model: f.Model.Name(), Period: period, Horizon: horizon,
		BasketValue: math.NaN(), BasketValueError: math.NaN()}
	first := func(m Model) float64 { return 1 + m.Expected(length) }
	out.OrdersPerPeriod = six(first(f.Model))
	out.OrdersPerPeriodError = f.deviation(first)
	out.RetentionCurve = retentionCurve(f.Model, length, out.OrdersPerPeriod, max(horizon-1, 1))
	if value != nil && value.Model.Q > 1 {
		out.BasketValue, out.BasketValueError = value.Model.Mean(), value.MeanError()
	}
	return out
}

// retentionCurve returns r_1 … r_count.
func retentionCurve(m Model, length, orders float64, count int) []float64 {
	out := make([]float64, count)
	before := m.Expected(length)
	for t := range out {
		e := m.Expected(float64(t+2) * length)
		if orders > 0 {
			out[t] = min(max(six((e-before)/orders), 0), 1)
		}
		orders *= out[t]
		before = e
	}
	return out
}

// six rounds to six decimals.
func six(x float64) float64 { return math.Round(x*1e6) / 1e6 }
