package purchase_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"blyant/model/purchase"
)

var purchaseModels = []string{purchase.ModelBGNBD, purchase.ModelMBGNBD, purchase.ModelParetoNBD}

// Analytic slopes against differences of the likelihood itself (five points), and
// the search's likelihood against the sum over customers, far from any maximum.
func TestGradients(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var customers []purchase.Customer
	for range 60 {
		c := purchase.Customer{X: random.IntN(6) * random.IntN(9), T: 1 + 60*random.Float64(), Count: 1 + random.IntN(3)}
		if c.X > 0 {
			c.TX = c.T * random.Float64()
		}
		customers = append(customers, c)
	}
	customers = append(customers, purchase.Customer{X: 1, TX: 9, T: 9, Count: 1}, purchase.Customer{Count: 2})
	groups := purchase.Group(customers)
	for _, name := range purchaseModels {
		f := purchase.Objective(name, groups)
		for range 40 {
			theta := make([]float64, 4)
			for i := range theta {
				theta[i] = 3 * random.NormFloat64()
			}
			slope, none := make([]float64, 4), make([]float64, 4)
			value := f(theta, slope)
			sum := 0.0
			m := modelOf(name, theta)
			for _, c := range customers {
				sum += float64(c.Count) * m.LogLikelihood(c)
			}
			relative(t, name+" value", value, sum, 1e-12)
			for i := range theta {
				const h = 1e-3
				at := func(k float64) float64 {
					moved := append([]float64(nil), theta...)
					moved[i] += k * h
					return f(moved, none)
				}
				numeric := (8*(at(1)-at(-1)) - (at(2) - at(-2))) / (12 * h)
				if math.Abs(numeric-slope[i]) > 1e-8*(1+math.Abs(slope[i]))+1e-12*math.Abs(value)/h {
					t.Errorf("%s slope %d at %v: got %.12g, want %.12g", name, i, theta, slope[i], numeric)
				}
			}
		}
	}
}

func modelOf(name string, theta []float64) purchase.Model {
	p := [4]float64{math.Exp(theta[0]), math.Exp(theta[1]), math.Exp(theta[2]), math.Exp(theta[3])}
	switch name {
	case purchase.ModelBGNBD:
		return purchase.BGNBD{R: p[0], Alpha: p[1], A: p[2], B: p[3]}
	case purchase.ModelMBGNBD:
		return purchase.MBGNBD{R: p[0], Alpha: p[1], A: p[2], B: p[3]}
	}
	return purchase.ParetoNBD{R: p[0], Alpha: p[1], S: p[2], Beta: p[3]}
}
