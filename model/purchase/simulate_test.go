package purchase_test

import (
	"math"
	"math/rand/v2"
	"os"
	"testing"

	"blyant/model/purchase"
	"blyant/model/spend"

	"gonum.org/v1/gonum/stat/distuv"
)

// simulate draws customers as the models tell their story: purchase by purchase.
func simulate(name string, p []float64, n int, random *rand.Rand) []purchase.Customer {
	rate := distuv.Gamma{Alpha: p[0], Beta: p[1], Src: random}
	beta := distuv.Beta{Alpha: p[2], Beta: p[3], Src: random}
	leaving := distuv.Gamma{Alpha: p[2], Beta: p[3], Src: random}
	out := make([]purchase.Customer, n)
	for i := range out {
		c := purchase.Customer{T: 26 + float64(random.IntN(27)), Count: 1}
		lambda, end, quit := rate.Rand(), c.T, 0.0
		if name == purchase.ModelParetoNBD {
			end = min(end, random.ExpFloat64()/leaving.Rand())
		} else {
			quit = beta.Rand()
		}
		gone := name == purchase.ModelMBGNBD && random.Float64() < quit
		for at := 0.0; !gone; {
			at += random.ExpFloat64() / lambda
			if at > end {
				break
			}
			c.X++
			c.TX = at
			gone = random.Float64() < quit
		}
		out[i] = c
	}
	return out
}

var truths = map[string][]float64{
	purchase.ModelBGNBD:     {0.6, 5, 0.9, 2.5},
	purchase.ModelMBGNBD:    {0.7, 5, 0.8, 2},
	purchase.ModelParetoNBD: {0.8, 9, 0.7, 9},
}

// Parameters that customers were drawn with are found again within three
// standard errors, the model's own.
func TestRecovery(t *testing.T) {
	for i, name := range purchaseModels {
		customers := simulate(name, truths[name], 5000, rand.New(rand.NewPCG(14, uint64(i))))
		got, err := purchase.FitModel(name, customers)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for j, p := range got.Model.Parameters() {
			if se := got.StandardErrors[j]; !(math.Abs(p-truths[name][j]) < 3*se) || se > truths[name][j] {
				t.Errorf("%s %s: %g ± %g, drawn with %g", name, purchase.ParameterNames(name)[j], p, se, truths[name][j])
			}
		}
	}
}

// Of 200 intervals that claim 95 %, 90 to 99 % hold the truth. Takes minutes;
// BLYANT_COVERAGE=1 runs it.
func TestCoverage(t *testing.T) {
	if os.Getenv("BLYANT_COVERAGE") == "" {
		t.Skip("BLYANT_COVERAGE is not set: 200 simulations take minutes")
	}
	const runs = 200
	for _, name := range purchaseModels {
		held, failed := make([]int, 4), 0
		for i := range runs {
			got, err := purchase.FitModel(name, simulate(name, truths[name], 2000, rand.New(rand.NewPCG(200, uint64(i)))))
			if err != nil {
				t.Logf("%s run %d: %v", name, i, err)
				failed++
				continue
			}
			for j, interval := range got.Intervals {
				if interval[0] <= truths[name][j] && truths[name][j] <= interval[1] {
					held[j]++
				}
			}
		}
		t.Logf("%s: held %v of %d, %d without a maximum", name, held, runs-failed, failed)
		for j, n := range held {
			if share := float64(n) / float64(runs-failed); share < 0.90 || share > 0.99 {
				t.Errorf("%s %s: %.3f", name, purchase.ParameterNames(name)[j], share)
			}
		}
	}
}

// A scenario's orders, worked out as a scenario does from the rounded fields, are
// the model's own expectation.
func TestScenarioFollowsTheModel(t *testing.T) {
	for i, name := range purchaseModels {
		customers := simulate(name, truths[name], 2000, rand.New(rand.NewPCG(15, uint64(i))))
		fitted, err := purchase.FitModel(name, customers)
		if err != nil {
			t.Fatal(err)
		}
		for period, length := range map[string]float64{"week": 1, "month": 365.25 / 12 / 7, "quarter": 365.25 / 4 / 7, "year": 365.25 / 7} {
			got := purchase.Follow(fitted, nil, purchase.Week, period, 1200)
			orders, before := got.OrdersPerPeriod, 0.0
			for k := range 1200 {
				expected := fitted.Model.Expected(float64(k+1)*length) - before
				before += expected
				if k == 0 {
					expected++
				} else {
					orders *= got.RetentionCurve[k-1]
				}
				if math.Abs(orders-expected) > 1e-5 {
					t.Fatalf("%s, %s %d: %.9f orders, want %.9f", name, period, k+1, orders, expected)
				}
			}
		}
		if got := purchase.Follow(fitted, nil, purchase.Week, "year", 1); len(got.RetentionCurve) != 1 {
			t.Errorf("horizon 1: %v", got.RetentionCurve)
		}
	}
}

// The delta method against the spread of the figure over estimates from 60 draws.
func TestDeltaMethod(t *testing.T) {
	var orders []float64
	claimed := 0.0
	for i := range 60 {
		fitted, err := purchase.FitModel(purchase.ModelBGNBD, simulate(purchase.ModelBGNBD, truths[purchase.ModelBGNBD], 1500, rand.New(rand.NewPCG(16, uint64(i)))))
		if err != nil {
			t.Fatal(err)
		}
		got := purchase.Follow(fitted, nil, purchase.Week, "year", 1)
		orders = append(orders, got.OrdersPerPeriod)
		claimed += got.OrdersPerPeriodError / 60
	}
	mean, squares := 0.0, 0.0
	for _, o := range orders {
		mean += o / 60
	}
	for _, o := range orders {
		squares += (o - mean) * (o - mean) / 59
	}
	// The spread of 60 draws is itself known to 9 %.
	if ratio := claimed / math.Sqrt(squares); ratio < 0.75 || ratio > 1.3 {
		t.Errorf("claimed %g, spread %g", claimed, math.Sqrt(squares))
	}
}

// Discounted residual values: the interpolated curve against every e_j worked
// out, and d = 0 against the plain expectation.
func TestResidualValue(t *testing.T) {
	value := &spend.GammaGamma{P: 6.25, Q: 3.74, Gamma: 15.44}
	customers := []purchase.Customer{{X: 2, TX: 30.43, T: 38.86, ZBar: 22.35, Count: 1}, {T: 38.86, Count: 1}, {X: 29, TX: 37, T: 38, ZBar: 40, Count: 1}}
	for _, m := range []purchase.Model{purchase.BGNBD{R: .243, Alpha: 4.414, A: .793, B: 2.426},
		purchase.MBGNBD{R: .525, Alpha: 6.183, A: .891, B: 1.614}, purchase.ParetoNBD{R: .5534, Alpha: 10.58, S: .6061, Beta: 11.656}} {
		for _, ahead := range []int{1, 52, 65, 5200} {
			o := purchase.Outlook{Ahead: ahead, Unit: purchase.Week, AnnualDiscountRate: 0.15, Spend: value}
			for i, got := range purchase.Predict(m, customers, o) {
				c, sum, before := customers[i], 0.0, 0.0
				for j := 1; j <= ahead; j++ {
					e := m.ExpectedAfter(c, float64(j))
					sum += (e - before) * math.Pow(1.15, -(float64(j)-0.5)*7/365.25)
					before = e
				}
				worth := value.Expected(c.X, c.ZBar)
				relative(t, m.Name()+" residual value", got.ResidualValue, worth*sum, 1e-9)
				relative(t, m.Name()+" purchases", got.ExpectedPurchases, m.ExpectedAfter(c, float64(ahead)), 1e-12)
			}
			o.AnnualDiscountRate = 0
			got := purchase.PredictNew(m, o)
			relative(t, "new customer", got.ResidualValue, value.Mean()*m.Expected(float64(ahead)), 1e-12)
		}
	}
}
