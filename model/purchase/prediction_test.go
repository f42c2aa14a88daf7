package purchase_test

import (
	"math"
	"testing"

	"blyant/model/purchase"
	"blyant/model/spend"
)

// models are one of each kind with parameters of an ordinary shop.
var models = []purchase.Model{
	purchase.BGNBD{R: .243, Alpha: 4.414, A: .793, B: 2.426}, purchase.MBGNBD{R: .525, Alpha: 6.183, A: .891, B: 1.614},
	purchase.ParetoNBD{R: .5534, Alpha: 10.58, S: .6061, Beta: 11.66}, purchase.ParetoNBD{R: .5534, Alpha: 10.58, S: 1, Beta: 4},
}

// The probabilities of 0, 1, 2, … purchases add up to 1 and their mean to what is
// expected.
func TestProbabilitiesAddUp(t *testing.T) {
	for _, m := range models {
		for _, time := range []float64{0, 0.5, 8} {
			sum, mean := 0.0, 0.0
			for x := range 160 {
				p := m.Probability(x, time)
				if p < 0 || p > 1 {
					t.Fatalf("%s: P(X(%g) = %d) = %g", m.Name(), time, x, p)
				}
				sum += p
				mean += float64(x) * p
			}
			near(t, m.Name()+" sum", sum, 1, 2e-9)
			near(t, m.Name()+" mean", mean, m.Expected(time), 2e-8)
		}
	}
}

// Of one who has just come nothing is known but the model.
func TestNewCustomer(t *testing.T) {
	for _, m := range models {
		fresh := purchase.Customer{Count: 1}
		relative(t, m.Name()+" from now on", m.ExpectedAfter(fresh, 12), m.Expected(12), 1e-12)
		if m.Expected(0) != 0 || m.ExpectedAfter(fresh, 0) != 0 {
			t.Errorf("%s: purchases within no time", m.Name())
		}
		got := purchase.PredictNew(m, purchase.Outlook{Ahead: 12, Unit: purchase.Week})
		if got.Name != "" || got.ExpectedPurchases != m.Expected(12) || got.ProbabilityAlive != m.ProbabilityAlive(purchase.Customer{}) || !math.IsNaN(got.ExpectedValue) || !math.IsNaN(got.ResidualValue) {
			t.Errorf("%s: %+v", m.Name(), got)
		}
	}
	// Only where one may leave after the first purchase is a new customer in doubt.
	if p := models[0].ProbabilityAlive(purchase.Customer{}); p != 1 {
		t.Errorf("bg_nbd: %g", p)
	}
	near(t, "mbg_nbd", models[1].ProbabilityAlive(purchase.Customer{}), 1.614/(.891+1.614), 1e-12)
	if p := models[2].ProbabilityAlive(purchase.Customer{X: 3, TX: 8, T: 8}); p != 1 {
		t.Errorf("one who buys this moment is active with %g", p)
	}
}

// The longer the silence the less likely a customer is active, and the more they
// are expected to buy the longer one looks.
func TestSilence(t *testing.T) {
	for _, m := range models {
		before, expected := 2.0, -1.0
		for _, silence := range []float64{0, 1, 5, 20, 80, 400} {
			p := m.ProbabilityAlive(purchase.Customer{X: 4, TX: 10, T: 10 + silence})
			if p >= before || p <= 0 || p > 1 {
				t.Errorf("%s: %g after %g of silence, before that %g", m.Name(), p, silence, before)
			}
			e := m.ExpectedAfter(purchase.Customer{X: 4, TX: 10, T: 12}, silence)
			if e <= expected {
				t.Errorf("%s: %g within %g, before that %g", m.Name(), e, silence, expected)
			}
			before, expected = p, e
		}
	}
}

// Value: what customers spend where theirs is known, else what all do; and the
// purchases ahead are discounted in the middle of their unit.
func TestPredict(t *testing.T) {
	value := spend.GammaGamma{P: 6.25, Q: 3.74, Gamma: 15.44}
	customers := []purchase.Customer{{Name: "ada", X: 3, TX: 20, T: 30, ZBar: 40, Count: 1}, {Name: "bo", T: 30, Count: 1}, {Name: "cy", X: 3, TX: 29, T: 30, ZBar: 0, Count: 1}}
	for _, m := range models {
		for _, o := range []purchase.Outlook{
			{Ahead: 26, Unit: purchase.Week, AnnualDiscountRate: 0.15, Spend: &value}, {Ahead: 1, Unit: purchase.Month, AnnualDiscountRate: 0.15, Spend: &value},
			{Ahead: 400, Unit: purchase.Day, AnnualDiscountRate: -0.5, Spend: &value}, {Ahead: 26, Unit: purchase.Week, Spend: &value},
		} {
			for i, got := range purchase.Predict(m, customers, o) {
				c := customers[i]
				worth := value.Mean()
				if c.ZBar > 0 {
					worth = value.Expected(c.X, c.ZBar)
				}
				residual, before := 0.0, 0.0
				for j := 1; j <= o.Ahead; j++ {
					e := m.ExpectedAfter(c, float64(j))
					residual += (e - before) * math.Pow(1+o.AnnualDiscountRate, -(float64(j)-0.5)*o.Unit.Days()/365.25)
					before = e
				}
				if got.Name != c.Name || got.ProbabilityAlive != m.ProbabilityAlive(c) || got.ExpectedValue != worth {
					t.Errorf("%s: %+v", m.Name(), got)
				}
				relative(t, m.Name()+" purchases", got.ExpectedPurchases, m.ExpectedAfter(c, float64(o.Ahead)), 1e-12)
				relative(t, m.Name()+" residual value", got.ResidualValue, worth*residual, 1e-9)
			}
		}
	}
}

// Names and parameters come in one order, and a request for one that is not there
// is none.
func TestModelNames(t *testing.T) {
	for name, count := range map[string]int{purchase.ModelBGNBD: 4, purchase.ModelMBGNBD: 4, purchase.ModelParetoNBD: 4, purchase.ModelGammaGamma: 3, "nbd": 0, "": 0} {
		if names := purchase.ParameterNames(name); len(names) != count {
			t.Errorf("%s: %v", name, names)
		}
	}
	for i, want := range [][]float64{{.243, 4.414, .793, 2.426}, {.525, 6.183, .891, 1.614}, {.5534, 10.58, .6061, 11.66}} {
		for j, p := range models[i].Parameters() {
			if p != want[j] {
				t.Errorf("%s: %v", models[i].Name(), models[i].Parameters())
			}
		}
	}
	if m := new(purchase.Result).Model("nbd"); m != nil {
		t.Errorf("%+v", m)
	}
}

// An interval is symmetric in the logarithm, 1.96 standard errors to either side.
func TestIntervals(t *testing.T) {
	for _, name := range purchaseModels {
		got, err := purchase.FitModel(name, shop(t).Calibrate(start+210, purchase.Week).Customers)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for i, p := range got.Model.Parameters() {
			reach := 1.959963984540054 * got.StandardErrors[i] / p
			relative(t, name+" from", got.Intervals[i][0], p*math.Exp(-reach), 1e-12)
			relative(t, name+" to", got.Intervals[i][1], p*math.Exp(reach), 1e-12)
		}
	}
}
