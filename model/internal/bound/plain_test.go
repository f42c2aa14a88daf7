package bound

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

// The short way of rounding is sure only where the whole interval of a sum is on
// one side of each middle; held in whole numbers, on sums that stand about as far
// from a middle as their error reaches.
func TestPlainRoundingNextToMiddles(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	sure, near := 0, 0
	for range 200_000 {
		places := r.IntN(11)
		err := float64(r.Uint64N(1 << r.UintN(60)))
		s := nextToMiddle(r, places, err)
		w, ok := s.plain(&scales[places])
		lower, upper := interval(s)
		low, high := roundedInteger(lower, places), roundedInteger(upper, places)
		if !ok {
			near++
			continue
		}
		sure++
		got := (Number{hi: w.Hi, lo: w.Lo, negative: w.Negative}).signed()
		if got.Cmp(low) != 0 || got.Cmp(high) != 0 {
			t.Fatalf("%+v to %d places: %v, between %v and %v", s, places, got, low, high)
		}
		if w.Negative && got.Sign() == 0 {
			t.Fatalf("%+v: a negative zero", s)
		}
	}
	if sure < 20_000 || near < 20_000 {
		t.Errorf("%d were sure, %d not", sure, near)
	}
}

// nextToMiddle is a sum of either sign at about its error from a middle.
func nextToMiddle(r *rand.Rand, places int, err float64) Sum {
	middle := new(big.Int).SetUint64(r.Uint64N(1<<r.UintN(60) + 1))
	middle.Lsh(middle.Add(middle.Lsh(middle, 1), big.NewInt(1)), fraction-1)
	middle.Quo(middle, new(big.Int).SetUint64(tens[places]))
	away := big.NewInt(int64(err * (0.5 + r.Float64())))
	if r.IntN(2) == 0 {
		away.Neg(away)
	}
	middle.Abs(middle.Add(middle, away))
	if middle.BitLen() > 128+20 { // far beyond what is plain
		middle.Rsh(middle, 30)
	}
	mask := new(big.Int).SetUint64(^uint64(0))
	word := func(n uint) uint64 {
		x := new(big.Int).Rsh(middle, n)
		return x.And(x, mask).Uint64()
	}
	s := Sum{word(0), word(64), word(128), err}
	if r.IntN(2) == 0 {
		s = Sum{err: err}.Sub(Sum{s.low, s.mid, s.high, 0})
	}
	return s
}

// interval is where the true value of a sum may lie, in units.
func interval(s Sum) (lower, upper *big.Int) {
	low, mid, high, negative := s.magnitude()
	n := new(big.Int).SetUint64(high)
	n.Or(n.Lsh(n, 64), new(big.Int).SetUint64(mid))
	n.Or(n.Lsh(n, 64), new(big.Int).SetUint64(low))
	if negative {
		n.Neg(n)
	}
	err := big.NewInt(int64(s.err))
	return new(big.Int).Sub(n, err), new(big.Int).Add(n, err)
}

// roundedInteger rounds units times 10^places, half away from zero.
func roundedInteger(units *big.Int, places int) *big.Int {
	n := new(big.Int).Mul(new(big.Int).Abs(units), new(big.Int).SetUint64(tens[places]))
	n.Add(n, new(big.Int).Lsh(big.NewInt(1), fraction-1))
	n.Rsh(n, fraction)
	if units.Sign() < 0 {
		n.Neg(n)
	}
	return n
}
