package bound

import (
	"math/big"
	"math/rand"
	randv2 "math/rand/v2"
)

// newSource returns a generator as math/big wants it, seeded from another.
func newSource(rng *randv2.Rand) *rand.Rand { return rand.New(rand.NewSource(rng.Int64())) }

// times2 returns f·2^n at the oracle's precision (SetMantExp takes that of its
// mantissa).
func times2(f float64, n int) *big.Float {
	z := new(big.Float).SetPrec(wide).SetFloat64(f)
	return z.SetMantExp(z, n)
}
