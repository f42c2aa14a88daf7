package purchase

import (
	"math"

	"blyant/model/internal/special"

	"gonum.org/v1/gonum/mathext"
)

// softplus returns ln(1 + e^y).
func softplus(y float64) float64 {
	if y > 0 {
		return y + math.Log1p(math.Exp(-y))
	}
	return math.Log1p(math.Exp(y))
}

// negativeBinomial returns the probabilities of exactly x and of at least x
// purchases of customers who never leave, z = t ÷ α.
//
//	NB(j) = Γ(r+j) ÷ (Γ(r)·j!)·(1/(1+z))^r·(z/(1+z))^j
func negativeBinomial(r, z float64, x int) (exactly, atLeast float64) {
	if z == 0 {
		if x == 0 {
			return 1, 1
		}
		return 0, 0
	}
	n := float64(x)
	exactly = math.Exp(special.LogRising(r, n) - special.LogRising(1, n) - r*math.Log1p(z) - n*math.Log1p(1/z))
	if x == 0 {
		return exactly, 1
	}
	// I_w(x, r), w = z/(1+z): the incomplete beta function is the tail.
	return exactly, mathext.RegIncBeta(n, r, z/(1+z))
}
