package spend_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"testing"

	"blyant/model/internal/oracle"
	"blyant/model/spend"

	"gonum.org/v1/gonum/stat/distuv"
)

// draw lets customers spend as the model says.
func draw(m spend.GammaGamma, customers int, random *rand.Rand) []spend.Customer {
	nu := distuv.Gamma{Alpha: m.Q, Beta: m.Gamma, Src: random}
	out := make([]spend.Customer, customers)
	for i := range out {
		x := 1 + random.IntN(8)
		total := distuv.Gamma{Alpha: m.P * float64(x), Beta: nu.Rand(), Src: random}.Rand()
		out[i] = spend.Customer{X: x, Mean: total / float64(x), Count: 1}
	}
	return out
}

var truth = spend.GammaGamma{P: 5, Q: 3.5, Gamma: 16}

func TestRecovery(t *testing.T) {
	got, err := spend.Fit(draw(truth, 4000, rand.New(rand.NewPCG(14, 3))))
	if err != nil {
		t.Fatal(err)
	}
	want := [3]float64{truth.P, truth.Q, truth.Gamma}
	for i, p := range [3]float64{got.Model.P, got.Model.Q, got.Model.Gamma} {
		if !(math.Abs(p-want[i]) < 3*got.StandardErrors[i]) || got.StandardErrors[i] > want[i]/4 {
			t.Errorf("parameter %d: %g ± %g, drawn with %g", i, p, got.StandardErrors[i], want[i])
		}
	}
	if e := got.MeanError(); math.Abs(got.Model.Mean()-truth.Mean()) > 3*e || e > truth.Mean()/10 {
		t.Errorf("mean %g ± %g, drawn with %g", got.Model.Mean(), e, truth.Mean())
	}
}

func TestCoverage(t *testing.T) {
	if os.Getenv("BLYANT_COVERAGE") == "" {
		t.Skip("BLYANT_COVERAGE is not set: 200 simulations")
	}
	var held [4]int
	want := [3]float64{truth.P, truth.Q, truth.Gamma}
	for i := range 200 {
		got, err := spend.Fit(draw(truth, 1500, rand.New(rand.NewPCG(202, uint64(i)))))
		if err != nil {
			t.Fatal(err)
		}
		for j, interval := range got.Intervals {
			if interval[0] <= want[j] && want[j] <= interval[1] {
				held[j]++
			}
		}
		if math.Abs(got.Model.Mean()-truth.Mean()) <= spend.Normal95*got.MeanError() {
			held[3]++
		}
	}
	t.Logf("gamma_gamma: held %v of 200 (p, q, γ, mean)", held)
	for j, n := range held {
		if n < 180 || n > 198 {
			t.Errorf("parameter %d: %d of 200", j, n)
		}
	}
}

// The density of z̄ in the published form, with 400 bits, and its slopes by
// differences: found by a fit, which is a maximum only if they are right.
func TestLikelihood(t *testing.T) {
	o := oracle.New
	for _, m := range []spend.GammaGamma{truth, {.3, .9, 1e4}, {900, 2, .01}, {6.25, 3.74, 15.44}} {
		for _, c := range []struct {
			x    int
			mean float64
		}{{1, .01}, {1, 35}, {29, 40}, {5000, 1e6}} {
			px := oracle.Mul(o(m.P), o(float64(c.x)))
			sum := oracle.Sub(oracle.LogGamma(oracle.Add(px, o(m.Q))), oracle.Add(oracle.LogGamma(px), oracle.LogGamma(o(m.Q))))
			sum = oracle.Add(sum, oracle.Mul(o(m.Q), oracle.Log(o(m.Gamma))))
			sum = oracle.Add(sum, oracle.Mul(oracle.Sub(px, o(1)), oracle.Log(o(c.mean))))
			sum = oracle.Add(sum, oracle.Mul(px, oracle.Log(o(float64(c.x)))))
			sum = oracle.Sub(sum, oracle.Mul(oracle.Add(px, o(m.Q)), oracle.Log(oracle.Add(o(m.Gamma), oracle.Mul(o(float64(c.x)), o(c.mean))))))
			want := oracle.Float(sum)
			if got := m.LogLikelihood(c.x, c.mean); math.Abs(got-want) > 1e-13*(math.Abs(want)+m.P*float64(c.x)) {
				t.Errorf("%+v %+v: got %.15g, want %.15g", m, c, got, want)
			}
		}
	}
}

// A population without a mean says so; customers known better than that have one.
func TestNoMean(t *testing.T) {
	m := spend.GammaGamma{P: 2, Q: 0.9, Gamma: 10}
	if !math.IsNaN(m.Mean()) || !math.IsNaN(m.Expected(0, 0)) {
		t.Error("a mean for q ≤ 1")
	}
	if got, want := m.Expected(3, 20), 2*(10+60)/5.9; math.Abs(got-want) > 1e-12 {
		t.Errorf("got %g, want %g", got, want)
	}
	if got := truth.Expected(0, 0); got != truth.Mean() {
		t.Errorf("a customer of whom nothing is known: %g, mean %g", got, truth.Mean())
	}
}

// Customers without a repeat purchase or a value are left out and counted; alike
// customers are one row; too few are an error, not an estimate.
func TestRefusals(t *testing.T) {
	customers := draw(truth, 300, rand.New(rand.NewPCG(1, 1)))
	more := append([]spend.Customer{{X: 0, Count: 7}, {X: 3, Mean: 0, Count: 1}, {X: 2, Mean: -4, Count: 1}}, customers...)
	one, err := spend.Fit(customers)
	if err != nil {
		t.Fatal(err)
	}
	two, err := spend.Fit(more)
	if err != nil || two.Model != one.Model || two.LeftOut != 9 || two.Customers != 300 {
		t.Errorf("%+v %v", two, err)
	}
	var none *spend.NoMaximumError
	alike := []spend.Customer{{X: 1, Mean: 10, Count: 5}, {X: 2, Mean: 10, Count: 5}, {X: 3, Mean: 10, Count: 5}, {X: 4, Mean: 10, Count: 5}}
	for what, c := range map[string][]spend.Customer{"nobody": nil, "two": customers[:2], "all alike": alike} {
		if _, err := spend.Fit(c); !errors.As(err, &none) {
			t.Errorf("%s: %v", what, err)
		}
	}
	var faults spend.Faults
	if _, err := spend.Fit([]spend.Customer{{X: 1, Mean: math.NaN(), Count: 1}}); !errors.As(err, &faults) {
		t.Error(err)
	}
}

func ExampleGammaGamma_Expected() {
	m := spend.GammaGamma{P: 6.25, Q: 3.74, Gamma: 15.44}
	fmt.Printf("%.2f on average, %.2f after two purchases of 22.35\n", m.Mean(), m.Expected(2, 22.35))
	// Output:
	// 35.22 on average, 24.66 after two purchases of 22.35
}
