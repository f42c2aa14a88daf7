package special_test

import (
	"math"
	"testing"

	"blyant/model/internal/special"
)

// Values that stand in the tables: Γ and ψ at halves and whole numbers.
func TestKnownValues(t *testing.T) {
	const euler = 0.57721566490153286
	for _, c := range []struct {
		what      string
		got, want float64
	}{
		{"ψ(1)", special.Digamma(1), -euler},
		{"ψ(1/2)", special.Digamma(0.5), -euler - 2*math.Ln2},
		{"ψ(2)", special.Digamma(2), 1 - euler},
		{"ψ(10)", special.Digamma(10), 2.2517525890667211},
		{"ψ(1e300)", special.Digamma(1e300), 300 * math.Ln10},
		{"ψ(5) − ψ(1)", special.DigammaRise(1, 4), 25.0 / 12},
		{"ψ(102) − ψ(100)", special.DigammaRise(100, 2), 1.0/100 + 1.0/101},
		{"ψ(x) − ψ(x)", special.DigammaRise(3, 0), 0},
		{"Γ(7) ÷ Γ(3)", special.LogRising(3, 4), math.Log(360)},
		{"Γ(103) ÷ Γ(100)", special.LogRising(100, 3), math.Log(100 * 101 * 102)},
		{"no rise", special.LogRising(1e8, 0), 0},
		{"B(2, 3)", special.LogBeta(2, 3), math.Log(1.0 / 12)},
		{"B(3, 2)", special.LogBeta(3, 2), math.Log(1.0 / 12)},
		{"B(1/2, 1/2)", special.LogBeta(0.5, 0.5), math.Log(math.Pi)},
		{"B(1, 1e9)", special.LogBeta(1, 1e9), -9 * math.Ln10},
		{"B(2, 5) ÷ B(2, 3)", special.LogBetaRise(2, 3, 2), math.Log(12.0 / 30)},
		{"a rise longer than x", special.LogBetaRise(1, 3, 7), math.Log(3.0 / 10)},
		{"no rise of beta", special.LogBetaRise(4, 7, 0), 0},
	} {
		within(t, c.what, c.got, c.want, 1)
	}
	for _, x := range []float64{0, -1, -0.5, math.NaN(), math.Inf(-1)} {
		if got := special.Digamma(x); !math.IsNaN(got) {
			t.Errorf("ψ(%g) is %g", x, got)
		}
	}
}

// Recurrences hold on both sides of where the series takes over.
func TestRecurrences(t *testing.T) {
	for x := 7.25; x < 13; x += 0.125 {
		within(t, "ψ(x+1) − ψ(x) = 1/x", special.DigammaRise(x, 1), 1/x, 1)
		within(t, "Γ(x+1) ÷ Γ(x) = x", special.LogRising(x, 1), math.Log(x), 10)
		within(t, "in two steps", special.LogRising(x, 2.5)+special.LogRising(x+2.5, 4), special.LogRising(x, 6.5), 20)
		within(t, "B(x, y+1) ÷ B(x, y) = y ÷ (x+y)", special.LogBetaRise(x, 3, 1), math.Log(3/(x+3)), 10)
		half, _ := math.Lgamma(x + 0.5)
		within(t, "Γ(2x), doubled", special.LogRising(x, x), (2*x-1)*math.Ln2+half-math.Log(math.Pi)/2, 40) // Legendre
	}
}

// Panels cover what they are told to: nothing of no length, one short rule for a
// short smooth piece, and no more once nothing is added.
func TestPanelsCount(t *testing.T) {
	count := func(length, rate float64, added float64) (visits int, sum float64) {
		special.Panels(length, rate, func(_, weight float64) float64 {
			visits++
			sum += weight
			return added
		})
		return visits, sum
	}
	for _, length := range []float64{0, -1} {
		if visits, _ := count(length, 1, 1); visits != 0 {
			t.Errorf("length %g: %d points", length, visits)
		}
	}
	for _, c := range []struct {
		length, rate float64
		visits       int
	}{{1, 2, 8}, {1, 2.1, 16}, {1.01, 0.1, 16}, {0.5, 4, 8}, {7.9, 1, 64}} {
		if visits, sum := count(c.length, c.rate, 1); visits != c.visits || math.Abs(sum-c.length) > 1e-14*c.length {
			t.Errorf("length %g, rate %g: %d points of weight %g", c.length, c.rate, visits, sum)
		}
	}
	visits := 0
	special.Panels(300, 1, func(_, _ float64) float64 {
		if visits++; visits > 16 {
			return 0
		}
		return 1
	})
	if visits != 32 { // the second panel adds nothing more
		t.Errorf("%d points of what adds nothing", visits)
	}
}

// Sums of powers from far out on, against their asymptotic series.
func TestTailOfPowers(t *testing.T) {
	for _, from := range []float64{4000, 1e5} {
		square := special.Tail(func(t float64) float64 { return 1 / (t * t) }, from)
		want := 1/from + 1/(2*from*from) + 1/(6*from*from*from) // ψ′(n), DLMF 5.15.8
		if math.Abs(square-want) > 1e-12*want {
			t.Errorf("Σ t^−2 from %g is %.15g, want %.15g", from, square, want)
		}
		slow := special.Tail(func(t float64) float64 { return math.Pow(t, -1.5) }, from) // 2/√n + 1/2·n^−1.5 + 1/8·n^−2.5
		want = 2/math.Sqrt(from) + math.Pow(from, -1.5)/2 + math.Pow(from, -2.5)/8
		if math.Abs(slow-want) > 1e-11*want {
			t.Errorf("Σ t^−1.5 from %g is %.15g, want %.15g", from, slow, want)
		}
	}
}

// A polynomial stands in for a function on an interval that does not begin at 0,
// and at its ends; a line is one of itself.
func TestChebyshevOnAnyInterval(t *testing.T) {
	p := special.NewChebyshev(math.Exp, -2, 3, 1e-14)
	for _, x := range []float64{-2, -1.3, 0, 0.5, 2.99, 3} {
		within(t, "e^x", p.At(x), math.Exp(x), 20)
	}
	line := special.NewChebyshev(func(x float64) float64 { return 3 - 2*x }, 10, 20, 1e-14)
	for _, x := range []float64{10, 12.5, 20} {
		within(t, "a line", line.At(x), 3-2*x, 40)
	}
	// What no polynomial of 512 terms reaches is the best of them: |x| to a thousandth.
	bent := special.NewChebyshev(math.Abs, -1, 1, 1e-16)
	if got := bent.At(0.5); math.Abs(got-0.5) > 1e-3 {
		t.Errorf("|0.5| is %g", got)
	}
}
