package oracle

import (
	"math"
	"testing"
)

// Known values: logarithms and exponentials undo one another, Γ(1/2) = √π,
// ψ(1) = −0.57721566490153286, 2F1(1, 1; 2; z) = −ln(1−z) ÷ z.
func TestKnownValues(t *testing.T) {
	for _, c := range []struct {
		what      string
		got, want float64
	}{
		{"ln 10", Float(Log(New(10))), math.Ln10},
		{"e", Float(Exp(New(1))), math.E},
		{"e^ln 0.3", Float(Exp(Log(New(0.3)))), 0.3},
		{"2^0.5", Float(Pow(New(2), New(0.5))), math.Sqrt2},
		{"π", Float(pi()), math.Pi},
		{"ln Γ(1/2)", Float(LogGamma(New(0.5))), math.Log(math.Pi) / 2},
		{"ln Γ(5)", Float(LogGamma(New(5))), math.Log(24)},
		{"ψ(1)", Float(Digamma(New(1))), -0.57721566490153286},
		{"2F1(1,1;2;0.75)", Float(Hypergeometric(New(1), New(1), New(2), New(0.75))), math.Log(4) / 0.75},
	} {
		if math.Abs(c.got-c.want) > 4e-16*math.Abs(c.want) {
			t.Errorf("%s: got %.17g, want %.17g", c.what, c.got, c.want)
		}
	}
}
