package bound

import (
	"math/rand/v2"
	"testing"
)

// Lists hold what Mul and Add give one by one, with the same counts of errors: also
// with zeros, falling and rising terms and exponents out of range. Powers of an
// exact 1 are all the same.
func TestListsAreMulAndAdd(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for i := range 8000 {
		spread := []int{1, 3, 150, farthest}[i%4]
		xs, ys := drawList(r, 1+r.IntN(40), spread), drawList(r, 40, spread)
		n := len(xs)
		ys = ys[:n]
		got, want := make([]Float, n), make([]Float, n)
		same := func(what string) {
			t.Helper()
			for j := range want {
				if got[j] != want[j] {
					t.Fatalf("%d, %s: %+v, want %+v", i, what, got[j], want[j])
				}
			}
		}
		Fast{}.Products(xs, ys, got)
		products(Fast{}, xs, ys, want)
		same("products")
		Fast{}.Powers(xs[0], ys[0], got)
		powers(Fast{}, xs[0], ys[0], want)
		same("powers")
		Fast{}.Powers(xs[0], One, got)
		for j := range want {
			want[j] = xs[0]
		}
		same("powers of one")
		sum := drawFloat(r, spread)
		if i%5 == 0 {
			sum = Float{}
		}
		if got, want := (Fast{}).Running(sum, xs, got), running(Fast{}, sum, xs, want); got != want {
			t.Fatalf("%d: the sum is %+v, want %+v", i, got, want)
		}
		same("sums")
	}
}

func drawList(r *rand.Rand, n, spread int) []Float {
	list := make([]Float, n)
	for i := range list {
		list[i] = drawFloat(r, spread)
	}
	return list
}

// drawFloat draws a number with an exponent of up to spread, one of thirty an exact
// 0, some with a short mantissa or a great error.
func drawFloat(r *rand.Rand, spread int) Float {
	x := Float{hi: r.Uint64() | 1<<63, lo: r.Uint64(), err: r.Uint64N(1 << r.UintN(57)), exp: int32(r.IntN(2*spread+1) - spread)}
	switch {
	case r.IntN(30) == 0:
		return Float{}
	case r.IntN(3) == 0:
		x.lo = 0
	}
	return x
}
