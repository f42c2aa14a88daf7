package exact_test

import (
	"math/big"
	"testing"

	"blyant/model/internal/exact"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// renewRat solves the renewal equation in rational numbers, term by term.
func renewRat(u, c []*big.Rat) []*big.Rat {
	w := make([]*big.Rat, len(u))
	for j := range w {
		w[j] = new(big.Rat).Set(u[j])
		for i := range j {
			if age := j - 1 - i; age < len(c) {
				w[j].Add(w[j], new(big.Rat).Mul(w[i], c[age]))
			}
		}
		if w[j].Sign() < 0 {
			w[j].SetInt64(0)
		}
	}
	return w
}

// Plans that grow without bound, that die out, and that swing between nobody and
// many by factors of hundreds each period: every figure as in rational numbers.
func TestRenewEqualsRationals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "n")
		scale := rapid.SampledFrom([]int32{-3, -1, 0}).Draw(t, "scale")
		numbers := func(label string, count int, low int64, exponent int32) (list []exact.Number, rats []*big.Rat) {
			for range count {
				d := decimal.New(rapid.Int64Range(low, 999).Draw(t, label), exponent)
				list, rats = append(list, exact.FromDecimal(d)), append(rats, rational(d))
			}
			return list, rats
		}
		u, ur := numbers("u", n, 0, -1)
		c, cr := numbers("c", rapid.IntRange(0, n+3).Draw(t, "ages"), -999, scale)
		want := renewRat(ur, cr)
		var got []decimal.Decimal
		_ = exact.Decide(n, func(a *exact.Arithmetic) error {
			got = nil
			for _, w := range a.Renew(u, c, n) {
				got = append(got, a.Round(w, 6))
			}
			return nil
		})
		for j := range want {
			if got[j].StringFixed(6) != roundRat(want[j], 6) {
				t.Fatalf("w_%d = %s, want %s", j, got[j], roundRat(want[j], 6))
			}
		}
	})
}

// At an unstable balance, where each customer turns away a thousand, a cut
// anywhere would be the whole figure thirty periods on.
func TestRenewStaysAtAnUnstableBalance(t *testing.T) {
	third := exact.FromInt(1)
	for _, n := range []int{40, 600} {
		_ = exact.Decide(n, func(narrow *exact.Arithmetic) error {
			a := narrow.Wider(3 * n)
			u := make([]exact.Number, n)
			for j := range u {
				u[j] = a.Mul(exact.FromInt(1001), a.Quo(third, exact.FromInt(3)))
			}
			u[0] = a.Quo(third, exact.FromInt(3))
			for j, w := range a.Renew(u, []exact.Number{exact.FromInt(-1000)}, n) {
				if a.Round(w, 6).StringFixed(6) != "0.333333" {
					t.Errorf("w_%d of %d = %s", j, n, a.Round(w, 6))
				}
			}
			return nil
		})
	}
}

// A plan that dies out has exactly nobody from then on, however rough its start.
func TestRenewEndsInNothing(t *testing.T) {
	a := exact.New(exact.Usual)
	u := make([]exact.Number, 30)
	u[0] = a.Quo(exact.FromInt(10), exact.FromInt(3))
	for j, w := range a.Renew(u, []exact.Number{a.Quo(exact.FromInt(-1), exact.FromInt(3))}, len(u)) {
		if w.IsZero() != (j > 0) {
			t.Errorf("w_%d = %v", j, w.Float64())
		}
	}
}

func BenchmarkRenew(b *testing.B) {
	a := exact.New(exact.Usual)
	u, c := make([]exact.Number, 600), make([]exact.Number, 600)
	share := exact.FromInt(1)
	for j := range u {
		u[j] = exact.FromInt(100 + j*37%91)
		c[j] = a.Mul(share, num("0.0123"))
		share = a.Mul(share, num("0.953"))
	}
	for b.Loop() {
		a.Renew(u, c, 600)
	}
}
