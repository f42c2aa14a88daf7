package bound_test

import (
	"math/big"
	"testing"

	"blyant/model/internal/bound"

	"pgregory.net/rapid"
)

// What claims say: of products the denominators multiply, of sums the greater
// holds where one divides the other, and both where nothing is known of that; of
// what is not known nothing is.
func TestClaims(t *testing.T) {
	a, b := bound.Multiple{Tens: 2, Bits: 3}, bound.Multiple{Tens: 5, Bits: 1}
	for name, c := range map[string]struct{ got, want bound.Multiple }{
		"decimal":    {bound.Tenths(4), bound.Multiple{Tens: 4}},
		"whole":      {bound.Tenths(0), bound.Multiple{}},
		"divided":    {a.Over(7), bound.Multiple{Tens: 2, Bits: 10}},
		"product":    {a.Times(b), bound.Multiple{Tens: 7, Bits: 4}},
		"sum":        {a.Plus(b), bound.Multiple{Tens: 5, Bits: 3}},
		"other sum":  {b.Plus(a), bound.Multiple{Tens: 5, Bits: 3}},
		"beside":     {a.Beside(b), bound.Multiple{Tens: 5, Bits: 4}},
		"of unknown": {a.Times(bound.Unknown), bound.Multiple{Tens: 2, Bits: 3, Unknown: true}},
		"and sum":    {bound.Unknown.Plus(a), bound.Multiple{Tens: 2, Bits: 3, Unknown: true}},
		"and beside": {a.Beside(bound.Unknown), bound.Multiple{Tens: 2, Bits: 3, Unknown: true}},
		"and over":   {bound.Unknown.Over(3), bound.Multiple{Bits: 3, Unknown: true}},
	} {
		if c.got != c.want {
			t.Errorf("%s: %+v, want %+v", name, c.got, c.want)
		}
	}
}

// The length of a common denominator with halves of a last place is never less than
// what it is: 10^t·M, t the greater of the decimals and the places and one more.
func TestLengthOfClaims(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := bound.Multiple{Tens: rapid.IntRange(0, 3000).Draw(t, "tens"), Bits: rapid.IntRange(0, 400).Draw(t, "bits")}
		places := rapid.IntRange(0, 10).Draw(t, "places")
		denominator := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(m.Tens, places+1))), nil)
		denominator.Mul(denominator, new(big.Int).Lsh(big.NewInt(1), uint(m.Bits)))
		length, known := m.Length(places)
		if !known || length < denominator.BitLen()-1 || length > denominator.BitLen()+8 {
			t.Fatalf("%+v to %d: %d bits, %v; it has %d", m, places, length, known, denominator.BitLen())
		}
	})
	if _, known := bound.Unknown.Length(2); known {
		t.Error("something is known of the unknown")
	}
}
