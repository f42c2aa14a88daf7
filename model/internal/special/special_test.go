package special_test

import (
	"math"
	"testing"

	"blyant/model/internal/oracle"
	"blyant/model/internal/special"

	"gonum.org/v1/gonum/integrate/quad"
)

var (
	arguments = []float64{1e-3, 0.11, 0.5, 1, 2.426, 9.99, 10, 10.01, 77.7, 1234.5, 1e5, 1e8}
	rises     = []float64{0, 1e-6, 0.3, 1, 2.5, 40, 1e4, 1e9}
)

// within fails unless got is want up to a relative error, or the absolute one
// that the size of what was subtracted allows.
func within(t *testing.T, what string, got, want, size float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 4e-15*math.Max(math.Abs(want), size)) {
		t.Errorf("%s: got %.17g, want %.17g", what, got, want)
	}
}

func TestRises(t *testing.T) {
	for _, x := range arguments {
		within(t, "ψ", special.Digamma(x), oracle.Float(oracle.Digamma(oracle.New(x))), 1)
		for _, u := range rises {
			upper := oracle.Add(oracle.New(x), oracle.New(u))
			gamma := oracle.Sub(oracle.LogGamma(upper), oracle.LogGamma(oracle.New(x)))
			// u·ln(x+u) is the size of the terms, beside Stirling's 1/(12x); below
			// 10, ln Γ(x) itself is one.
			size := u*(1+math.Abs(math.Log(x+u))) + 1/(12*x)
			if x < 10 {
				lower, _ := math.Lgamma(x)
				size += 1 + math.Abs(lower)
			}
			within(t, "ln Γ(x+u) − ln Γ(x)", special.LogRising(x, u), oracle.Float(gamma), size)
			digamma := oracle.Sub(oracle.Digamma(upper), oracle.Digamma(oracle.New(x)))
			size = 1 / (12 * x * x)
			if x < 10 {
				size = 1 + math.Abs(special.Digamma(x))
			}
			within(t, "ψ(x+u) − ψ(x)", special.DigammaRise(x, u), oracle.Float(digamma), size)
		}
	}
}

func TestBeta(t *testing.T) {
	gamma := func(x float64) float64 { return oracle.Float(oracle.LogGamma(oracle.New(x))) }
	for _, x := range arguments[:9] {
		for _, y := range arguments[:9] {
			want := oracle.Float(oracle.Sub(oracle.Add(oracle.LogGamma(oracle.New(x)), oracle.LogGamma(oracle.New(y))),
				oracle.LogGamma(oracle.Add(oracle.New(x), oracle.New(y)))))
			within(t, "ln B", special.LogBeta(x, y), want, 1+math.Abs(gamma(x))+math.Abs(gamma(y)))
			for _, u := range rises[:6] {
				// Whole steps have a product: Γ(y+1)Γ(x+y) ÷ (Γ(y)Γ(x+y+1)) = y ÷ (x+y).
				whole := math.Floor(u)
				product := 0.0
				for i := range int(whole) {
					product += math.Log((y + float64(i)) / (x + y + float64(i)))
				}
				if whole <= 40 {
					within(t, "ln B(x,y+u) − ln B(x,y)", special.LogBetaRise(x, y, whole), product, 10*(1+whole)*(1+math.Abs(math.Log(y+whole))))
				}
			}
		}
	}
	if got := special.LogBetaRise(1, 2, math.Inf(1)); !math.IsInf(got, -1) {
		t.Errorf("u = ∞: %g", got)
	}
}

// The tables against gonum's rules.
func TestLegendre(t *testing.T) {
	for _, rule := range [][]special.Node{special.Eight[:], special.Sixteen[:]} {
		n := 2 * len(rule)
		x, weight := make([]float64, n), make([]float64, n)
		quad.Legendre{}.FixedLocations(x, weight, -1, 1)
		for i, node := range rule {
			within(t, "node", node.X, math.Abs(x[n/2+i]), 1)
			within(t, "weight", node.Weight, weight[n/2+i], 1)
		}
	}
}

// ∫ e^(−kv) dv from 0 to l = (1 − e^(−kl)) ÷ k.
func TestPanels(t *testing.T) {
	for _, rate := range []float64{0.1, 1, 4, 30, 250, 5000} {
		for _, length := range []float64{1e-9, 0.01, 1, 1.5, 14, 300} {
			sum, visits := 0.0, 0
			special.Panels(length, rate, func(v, weight float64) float64 {
				visits++
				term := weight * math.Exp(-rate*v)
				sum += term
				return term
			})
			within(t, "∫", sum, -math.Expm1(-rate*length)/rate, 0)
			if visits > 2500 {
				t.Errorf("rate %g, length %g: %d points", rate, length, visits)
			}
		}
	}
}

// Σ 1/(k(k+1)) from n is 1/n; Σ e^(−k/1e5) from n is geometric.
func TestTail(t *testing.T) {
	within(t, "Σ 1/(t(t+1))", special.Tail(func(t float64) float64 { return 1 / (t * (t + 1)) }, 5000), 1.0/5000, 0)
	got := special.Tail(func(t float64) float64 { return math.Exp(-t / 1e5) }, 5000)
	want := math.Exp(-0.05) / -math.Expm1(-1e-5)
	if math.Abs(got-want) > 1e-11*want {
		t.Errorf("Σ e^(−t/1e5): got %.15g, want %.15g", got, want)
	}
}

func TestChebyshev(t *testing.T) {
	f := func(x float64) float64 { return math.Log1p(x) * math.Exp(-x/3) }
	p := special.NewChebyshev(f, 0, 8, 1e-13)
	for x := 0.0; x <= 8; x += 0.37 {
		within(t, "interpolant", p.At(x), f(x), 100)
	}
}
