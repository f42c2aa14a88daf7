package formula

import (
	"math/rand/v2"
	"testing"
)

// Of the numbers that people type at most one scenario in five thousand is left to
// a dearer arithmetic.
func TestShareOfDearerArithmetics(t *testing.T) {
	const n = 50_000
	dearer := 0
	for i := range n {
		terms := draw{rand.New(rand.NewPCG(53, uint64(i)))}.realistic()
		if _, tier := Summarise(&terms, 2); tier != Fast {
			dearer++
		}
	}
	if t.Logf("%d of %d", dearer, n); dearer*5000 > n {
		t.Errorf("%d of %d scenarios are left open by the fast tier", dearer, n)
	}
}
