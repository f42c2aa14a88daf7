package purchase

import (
	"context"
	"math"

	"blyant/model/internal/special"
	"blyant/model/spend"
)

// Prediction is what is expected of a customer in the time ahead.
type Prediction struct {
	Name              string
	ProbabilityAlive  float64 // at T
	ExpectedPurchases float64 // within the time ahead
	ExpectedValue     float64 // of a purchase; NaN where unknown or undefined
	ResidualValue     float64 // of the purchases ahead, discounted: revenue, not margin; NaN likewise
}

// Outlook is how far to look ahead and how to discount.
type Outlook struct {
	Ahead              int     // units, 1 … 5200
	Unit               Unit    //
	AnnualDiscountRate float64 // d, −0.99 … 10
	Spend              *spend.GammaGamma
}

// Predict returns what the model expects of each customer.
//
//	residual_value = expected_value·Σ_{j=1}^{ahead} (e_j − e_{j−1})·(1+d)^(−(j−½)·unit/365.25)
//
// with e_j the purchases expected within j units. Customers with the same x and T
// share the sum, which costs Ahead steps.
func Predict(m Model, customers []Customer, o Outlook) []Prediction {
	return predict(context.Background(), m, customers, o)
}

// predict is Predict for as long as the context lasts.
func predict(ctx context.Context, m Model, customers []Customer, o Outlook) []Prediction {
	type history struct {
		x int
		T float64
	}
	known := map[history][2]float64{}
	out := make([]Prediction, len(customers))
	for i, c := range customers {
		if ctx.Err() != nil {
			return nil
		}
		at := history{c.X, c.T}
		sums, ok := known[at]
		if !ok {
			sums = o.sums(func(t float64) float64 { return m.after(c.X, c.T, t) }, m, c.T)
			known[at] = sums
		}
		alive := m.ProbabilityAlive(c)
		value := o.value(c)
		out[i] = Prediction{c.Name, alive, alive * sums[0], value, value * alive * sums[1]}
	}
	return out
}

// PredictNew returns what the model expects of a customer who has just bought for
// the first time; that purchase is not counted.
func PredictNew(m Model, o Outlook) Prediction {
	sums, value := o.sums(m.Expected, m, 0), o.value(Customer{})
	return Prediction{"", m.ProbabilityAlive(Customer{}), sums[0], value, value * sums[1]}
}

// value is the expected value of a purchase: of a customer whose purchases are
// not valued, that of all customers.
func (o Outlook) value(c Customer) float64 {
	switch {
	case o.Spend == nil:
		return math.NaN()
	case c.ZBar <= 0:
		return o.Spend.Mean()
	}
	return o.Spend.Expected(c.X, c.ZBar)
}

// manyUnits is from how many units on a curve is interpolated in the logarithm
// of time, where it is smooth, rather than worked out for each.
const manyUnits = 64

// sums returns e_ahead and Σ (e_j − e_{j−1})·v^(j−½).
func (o Outlook) sums(expected func(t float64) float64, m Model, observed float64) [2]float64 {
	all := expected(float64(o.Ahead))
	if o.AnnualDiscountRate == 0 {
		return [2]float64{all, all}
	}
	if _, closed := m.(ParetoNBD); o.Ahead > manyUnits && !closed {
		scale := m.Parameters()[1] + observed
		p := special.NewChebyshev(func(u float64) float64 { return expected(scale * math.Expm1(u)) },
			0, math.Log1p(float64(o.Ahead)/scale), 1e-12)
		expected = func(t float64) float64 { return p.At(math.Log1p(t / scale)) }
	}
	rate := math.Log1p(o.AnnualDiscountRate) * o.Unit.Days() / DaysPerYear
	sum, before := 0.0, 0.0
	for j := 1; j <= o.Ahead; j++ {
		e := expected(float64(j))
		sum += (e - before) * math.Exp(-rate*(float64(j)-0.5))
		before = e
	}
	return [2]float64{all, sum}
}
