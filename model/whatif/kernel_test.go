package whatif

import (
	"math"
	"math/rand/v2"
	"testing"

	"blyant/model"
	"blyant/model/internal/exact"
	"blyant/model/internal/worth"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// sizeOf is how large the numbers are that a metric is made of, so that what
// cancels is not held against the kernel.
func sizeOf(w *worth.Worth, name string, value float64) float64 {
	size := math.Abs(value)
	money := 0.0
	for _, r := range w.Rows {
		money += math.Abs(r.GrossMargin.Float64()) + math.Abs(r.ServiceCost.Float64())
	}
	switch name {
	case "lifetime_revenue", "lifetime_contribution", "cost_per_new_customer":
		return max(size, money)
	}
	whole := max(size, money*max(1, w.Rows[len(w.Rows)-1].Discount.Float64())) + w.Terms.Acquisition.Float64()
	switch name {
	case "lifetime_value", "net_lifetime_value", "value_to_cost_ratio":
		return whole
	case "word_of_mouth_value":
		return whole * max(1, w.DiscountedLifetime.Float64()*(w.Terms.Referrals.Float64()+w.Terms.Deterred.Float64()))
	case "perpetual_lifetime_value": // an input's last binary digit moves 1 ÷ (1 − q) by as much
		return whole / (1 - lastingRatio(w))
	}
	return max(size, 1)
}

// lastingRatio is the largest ratio below 1 of the parts without end: of the
// basket, of orders and of time.
func lastingRatio(w *worth.Worth) float64 {
	a := exact.New(exact.Usual)
	t := w.Terms
	_, v := t.Discount(a)
	_, numerator, denominator, ends := t.Lasting()
	if ends {
		return 0
	}
	time := numerator.Float64() / denominator.Float64() * v.Float64()
	orders := time * t.OrderGrowth.Float64()
	largest := 0.0
	for _, q := range []float64{time, orders, orders * t.BasketGrowth.Float64()} {
		if q < 1 {
			largest = max(largest, q)
		}
	}
	return largest
}

// TestKernel holds the kernel against the exact projection: every metric of
// scenarios of all kinds, to a relative 1e−12.
func TestKernel(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	compared := map[string]int{}
	for i := range 2000 {
		s := anyScenario(r)
		s.Horizon = vocabulary.Count(1 + r.IntN(60))
		if i%4 == 0 {
			s.RepeatPurchaseRate = decimal.NullDecimal{}
			for range 1 + r.IntN(5) {
				s.RetentionCurve = append(s.RetentionCurve, decimal.New(r.Int64N(1001), -3))
			}
		}
		if i%5 == 1 {
			s.RepeatPurchaseRate, s.RetentionCurve = decimal.NullDecimal{}, nil
			for share := int64(1000); len(s.SurvivalCurve) < 1+r.IntN(6); {
				share = r.Int64N(share + 1)
				s.SurvivalCurve = append(s.SurvivalCurve, decimal.New(share, -3))
			}
		}
		if i%3 == 0 {
			s.VatRate = decimal.NewNullDecimal(decimal.New(r.Int64N(300), -3))
			s.CostPerProspect, s.ConversionRate, s.AcquisitionCost = s.AcquisitionCost, decimal.NewNullDecimal(decimal.New(1+r.Int64N(999), -3)), decimal.NullDecimal{}
		}
		a := exact.New(exact.Usual)
		w := evaluate(a, s.WithDefaults())
		k := newKernel(s)
		for _, m := range metrics {
			if checkKernel(t, i, s, a, w, m, kernelMetrics[m.Name](&k)) {
				compared[m.Name]++
			}
		}
	}
	for _, m := range metrics {
		if compared[m.Name] < 200 {
			t.Errorf("%s was compared %d times", m.Name, compared[m.Name])
		}
	}
}

func checkKernel(t *testing.T, i int, s model.Scenario, a *exact.Arithmetic, w *worth.Worth, m worth.Metric, got float64) bool {
	t.Helper()
	value, absent := m.Of(a, w)
	switch {
	case absent.Code == "payback_not_reached":
		if !math.IsInf(got, 1) {
			t.Errorf("%d: %s is %v, want none: %+v", i, m.Name, got, s)
		}
		return false
	case absent.Code != "":
		if !math.IsNaN(got) {
			t.Errorf("%d: %s is %v, want null (%s)", i, m.Name, got, absent)
		}
		return false
	}
	tolerance := 1e-12
	if m.Name == worth.InternalRateOfReturn.Name {
		value, _ = exactReturn(a, w)
		tolerance = 1e-10 // where the present value hardly depends on the rate its zero is less sharp
	}
	want := value.Float64()
	if off := math.Abs(got - want); !(off <= tolerance*sizeOf(w, m.Name, want)) {
		t.Errorf("%d: %s is %v, want %v (off by %.2g)", i, m.Name, got, want, off)
	}
	return true
}
