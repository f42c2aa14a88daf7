package purchase_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"blyant/model/purchase"
)

// Of a large table a sample says where to search; what is found is the maximum
// of the whole all the same: no parameter can be moved either way, by a fiftieth
// of its standard error, to more likelihood, and those drawn with are near.
func TestLargeTables(t *testing.T) {
	for i, name := range purchaseModels {
		customers := simulate(name, truths[name], 22_000, rand.New(rand.NewPCG(77, uint64(i))))
		if n := len(purchase.Group(customers)); n < 10_000 {
			t.Fatalf("%s: only %d rows", name, n)
		}
		got, err := purchase.FitModel(name, customers)
		if err != nil {
			t.Fatal(err)
		}
		p := got.Model.Parameters()
		most := likelihoodOf(name, p, customers)
		if math.Abs(most-got.LogLikelihood) > 1e-8*math.Abs(most) {
			t.Errorf("%s: log-likelihood %f, summed %f", name, got.LogLikelihood, most)
		}
		for j, se := range got.StandardErrors {
			if math.Abs(p[j]-truths[name][j]) > 3.5*se {
				t.Errorf("%s: parameter %d is %g ± %g, drawn with %g", name, j, p[j], se, truths[name][j])
			}
			for _, step := range []float64{-0.02, 0.02} {
				moved := append([]float64(nil), p...)
				moved[j] += step * se
				if more := likelihoodOf(name, moved, customers); more > most {
					t.Errorf("%s: parameter %d moved by %g to more likelihood: %f, not %f", name, j, step*se, more, most)
				}
			}
		}
	}
}

// likelihoodOf sums over customers one by one.
func likelihoodOf(name string, p []float64, customers []purchase.Customer) float64 {
	logs := make([]float64, len(p))
	for i, x := range p {
		logs[i] = math.Log(x)
	}
	m, sum := modelOf(name, logs), 0.0
	for _, c := range customers {
		sum += float64(c.Count) * m.LogLikelihood(c)
	}
	return sum
}
